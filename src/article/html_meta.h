/*
 * article/html_meta.h -- what a page says of itself, gathered in one walk and then
 * ranked: what the reader sees on the page counts more than what only machines do.
 */
#ifndef ARTICLE_HTML_META_H
#define ARTICLE_HTML_META_H

#include "article/html.h"

/* A value of JSON; strings are unescaped.  Members and items are a list below. */
struct jvalue {
	enum { JV_OTHER, JV_STRING, JV_OBJECT, JV_ARRAY } kind;
	struct str key, text; /* `text` of strings and of bare words */
	struct jvalue *parent, *first, *next;
};

/* Reads what there is, forgiving line feeds in strings and a missing end. */
struct jvalue *jvalue_read(struct arena *a, struct str json);
const struct jvalue *jvalue_get(const struct jvalue *object, const char *key);
const struct jvalue *jvalue_next(const struct jvalue *v, const struct jvalue *top);

/* The string, or the first one in a list, or the member `name` or `@value`. */
struct str jvalue_text(const struct jvalue *v);

struct fact {
	struct str key, value;
	const struct node *node;
};

struct fact_list {
	struct fact *at;
	size_t n, room;
};

struct facts {
	struct page *p;
	struct job *j;
	struct arena *a; /* scratch */
	struct fact_list metas;
	struct strs headings; /* of h1 */
	struct strs pieces;   /* the same, each text in it on a line of its own */
	struct strs lesser;   /* of h2 and h3 */
	struct str title;     /* of the head */
	struct str home;      /* a heading that leads to the top of the site */
	struct str canonical, license, language, site, saved_from;
	struct fact_list times;   /* time elements and itemprops of dates */
	struct fact_list authors; /* by what: rel, itemprop, class, link, alt */
	struct fact_list dated;   /* short texts in elements whose names speak of dates */
	struct jvalue *json[16];  /* JSON-LD scripts */
	size_t json_count;
	const struct jvalue *article; /* the first object that is an article, or NULL */
};

void facts_gather(struct facts *f, const struct strs *json);

/* Whether a meta element's key is that of a lower-case list; ':' is as good as '.'. */
bool facts_is_key(struct str key, const char *name);

/* The first of the named values that is not empty; NULL ends the list. */
struct str facts_meta(const struct facts *f, const char *const *keys);

/* The member of the article's object, or of the first object that has it. */
const struct jvalue *facts_json(const struct facts *f, const char *key);

/* Whether the words of two titles mostly agree. */
bool titles_agree(struct str x, struct str y);

bool html_has_nocase(struct str s, const char *lower);
bool html_starts_nocase(struct str s, const char *with);

/* Where a text stands: near the headline, in the article or at its end, elsewhere. */
enum stand { STAND_NEAR, STAND_IN, STAND_AWAY };
enum stand facts_stand(const struct facts *f, const struct node *n);

/* ---- names (html_names.c) ---- */

enum { NAMES_MOST = 12 };

struct names {
	struct str at[NAMES_MOST];
	size_t n;
	bool weak; /* they look like names, and nothing says that they are */
};

/* What a value is: machines are told names and nothing else; a pen name may be anything
   that is marked as an author; what is shown must look like a name. */
enum name_shape { NAME_TOLD, NAME_PEN, NAME_SHOWN };

/* Adds the people that "By Jane Doe, John Roe and Ann Poe" names; no offices and no site. */
void names_add(
    const struct facts *f, struct names *out, struct str s, enum name_shape shape);

/* Whether a line begins as a byline does; `sure` where other sentences stand too. */
bool names_begin(struct str s, bool sure);

/* Letters and digits alone, small: what names of sites are compared by. */
struct str html_letters(struct arena *a, struct str s);

/* The host of the page's address, without "www."; nothing where there is none. */
struct str html_host(const struct facts *f);

/* "Blog", "Home", a byline: what names no site. */
bool site_is_any(struct str s);

void facts_site(struct facts *f);
void facts_title(struct facts *f);
void facts_authors(struct facts *f);
void facts_dates(struct facts *f);

/* The first date in `s` as EDTF, in the languages of tables/months.h, or nothing.
   `us` reads 6/7/2019 as of June. */
struct str date_in(struct arena *a, struct str s, bool us);

/* What the words around a day say it is: best first. */
enum day_kind {
	DAY_PUBLISHED,
	DAY_PLAIN, /* nothing is said */
	DAY_UPDATED,
	DAY_OTHER, /* of an event, of somebody who joined, of a sentence's story */
	DAY_NONE
};
struct day {
	struct str date;
	struct str updated; /* the first day of an update in the same line, or nothing */
	enum day_kind kind;
	bool digits; /* its month is a number, which may be its day */
};

/* The best day of the line `s`; `label` is the short line before it, for a day that has none. */
struct day day_in(struct arena *a, struct str s, struct str label, bool us);

/* The day of a line that tells nothing else, but maybe what it is the day of: "Freitag, 14.
   Februar 2020", "mis à jour le 3 mars 2020"; of kind DAY_NONE when it is not such a line. */
struct day day_alone(struct arena *a, struct str s);

/* The day in "/2019/06/28/" or "/2019-06-28-" of an address as EDTF, or nothing. */
struct str day_of_address(struct arena *a, struct str url);

/* The number of a month by its name, or 0. */
int month_of(struct arena *a, struct str word);

/* The same, cut short to three letters or more. */
int month_short(struct arena *a, struct str word);

#endif
