/* The day of a text that has it in its headings only, or on a line of its own: the newest
   version of a list of changes, the meeting that minutes are of, a copied page. */
#include <string.h>

#include "article/html_meta.h"
#include "article/inner.h"

/* The day a line tells, written so that its month is no guess, or nothing. */
static struct str
day_of_line(struct arena *a, struct str line)
{
	const struct day day = day_in(a, line, STR_NIL, false);
	const struct str iso =
	    str_find(line, str_cut(day.date, 0, 10), 0) != STR_NONE ? day.date : STR_NIL;

	if (day.kind == DAY_NONE || day.date.n < 10 || strncmp(day.date.p, "1990", 4) < 0)
		return STR_NIL;
	return str_cut(day.digits ? iso : day.date, 0, 10);
}

/* "1.4.0", "v2.1": two numbers and a dot. */
static bool
has_version(struct str line)
{
	for (size_t i = 1; i + 1 < line.n; i++)
		if (line.p[i] == '.' && line.p[i - 1] >= '0' && line.p[i - 1] <= '9' &&
		    line.p[i + 1] >= '0' && line.p[i + 1] <= '9')
			return true;
	return false;
}

/* The newest day of the headings that tell a version and its day. */
static struct str
newest_version(struct job *j)
{
	enum { LONG = 80 };
	struct str newest = STR_NIL;

	for (const struct block *b = j->out->body->first; b != NULL; b = b->next) {
		const struct str line =
		    b->kind == BLOCK_HEADING ? str_trim(doc_plain(j->a, b)) : STR_NIL;
		const struct str day = line.n == 0 || line.n > LONG || !has_version(line)
					   ? STR_NIL
					   : day_of_line(j->a, line);

		if (day.n != 0 && (newest.n == 0 || strncmp(day.p, newest.p, 10) > 0))
			newest = day;
	}
	return newest;
}

/* "Minutes of 12 March 2024", "Protokoll vom 12. März 2024" */
static bool
is_of_meeting(struct str title)
{
	static const char *const words[] = { "minutes", "meeting", "notes", "agenda",
		"protokoll", "sitzung", "compte rendu", "compte-rendu", "procès-verbal",
		"acta", "newsletter", "bulletin", "weekly" };

	for (size_t i = 0; i < LEN(words); i++)
		for (size_t k = 0; k + strlen(words[i]) <= title.n; k++)
			if (str_eq_nocase(str_cut(title, k, k + strlen(words[i])),
				str_of(words[i])))
				return true;
	return false;
}

/* The day that stands alone among the short lines over the text: "FOR IMMEDIATE RELEASE", "Monday,
   3 May 2018", as pages are copied. */
static struct str
day_over_text(struct job *j)
{
	enum { LINES = 24, SHORT = 100 };
	const struct block *b = j->out->body->first;

	for (int n = 0; b != NULL && n < LINES; n++, b = b->next) {
		const struct str line =
		    b->kind == BLOCK_PARA ? str_trim(doc_plain(j->a, b)) : STR_NIL;
		const struct day day = day_alone(j->a, line);
		struct str date = date_of(j->a, line);

		if (date.n < 10 && day.kind <= DAY_PLAIN && !day.digits)
			date = day.date;
		if (line.n > SHORT && (line_ends_sentence(line) || line.n > 2 * SHORT))
			return STR_NIL;
		if (date.n >= 10 && strncmp(date.p, "1990", 4) >= 0)
			return str_cut(date, 0, 10);
	}
	return STR_NIL;
}

void
dated_read(struct job *j)
{
	struct source *s = &j->out->source;

	if (s->published.n != 0 || s->updated.n != 0)
		return;
	if (is_of_meeting(j->out->title))
		s->published = day_of_line(j->a, j->out->title);
	if (s->published.n == 0)
		s->published = newest_version(j);
	if (s->published.n == 0)
		s->published = day_over_text(j);
}
