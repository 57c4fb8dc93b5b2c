/*
 * article/html_days.h -- the days a page shows its readers, each way of looking for them
 * a function that gives a day or nothing.  html_when.c ranks them.
 */
#ifndef ARTICLE_HTML_DAYS_H
#define ARTICLE_HTML_DAYS_H

#include "article/html_meta.h"

/* The days of the page's short lines, by block. */
struct dates {
	const struct facts *f;
	struct day *of;
	uint8_t *beside; /* by box, found when it is asked for: bits of html_days.c */
	bool us;         /* 6/7/2019 is of June */
};
struct dates days_read(const struct facts *f, bool us);

/* A whole moment where the value is one, else the day in it. */
struct str day_moment(const struct facts *f, struct str s);

/* The first of the lines around the headline whose day is of a kind up to `kind`. */
struct str days_near(const struct dates *d, enum day_kind kind);

/* What elements say that are named for dates: as that of publication, near the headline,
   or the only one in the article. */
struct str days_marked(const struct facts *f);
struct str days_marked_near(const struct dates *d);
struct str days_marked_once(const struct dates *d);

/* The day that lines say is that of publication, if they agree; what the text begins
   with; that of the first short line anywhere, of those in the text's box before. */
struct str days_said(const struct dates *d);
struct str days_begin(const struct dates *d);
struct str days_anywhere(const struct dates *d);

/* The first day around or in the article that a line says is that of an update; with `told`
   also a sentence of the text, which may tell of another update. */
struct str days_updated(const struct dates *d, bool told);

/* Whether a short line shows the day; and writes it without a month's name. */
bool days_show(const struct dates *d, struct str date);
bool days_in_digits(const struct dates *d, struct str date);

#endif
