/* The dateline of agency copy: PLACE[, REGION][, DATE] [(AGENCY)] and a dash.  Places
   stand in capitals, or an agency or a day with its year follows; anything else is an
   ordinary beginning.  A place and a day with its year also end at a stop, or the line. */
#include <string.h>

#include "article/html_meta.h"
#include "article/inner.h"
#include "text/utf8.h"

struct dateline {
	size_t n; /* bytes with the dash and the blanks after it; 0: none */
	struct str place, agency, date;
	bool bare; /* nothing but a place in capitals: a sentence must follow */
};

enum { SENTENCE = 8 }; /* words that make one */

enum { MOST = 100, AGENCY = 5 }; /* bytes of a dateline, words of its agency */

/* Where the dash is; sets the bytes of it. */
static size_t
dash_in(struct str s, size_t *dash)
{
	static const char *const dashes[] = { " -- ", " - ", " – ", " — ", "— ", "—",
		"– " };
	size_t at = STR_NONE;

	s = str_cut(s, 0, MOST);
	for (size_t i = 0; i < LEN(dashes); i++) {
		const size_t hit = str_find(s, str_of(dashes[i]), 0);

		if (hit < at) {
			at = hit;
			*dash = strlen(dashes[i]);
		}
	}
	return at;
}

static bool
is_no_place(struct str s)
{
	static const char *const words[] = { "update", "breaking", "analysis",
		"exclusive", "correction", "opinion", "factbox", "watch", "live", "video",
		"photos", "editorial", "comment", "explainer", "advisory", "corrected",
		"refile", "urgent", "note" };
	const struct str first = str_split(&s, ' ');

	for (size_t i = 0; i < LEN(words); i++)
		if (str_eq_nocase(first, str_of(words[i])))
			return true;
	return false;
}

/* "June 28", "28 June": a date that leaves the year to the reader. */
static bool
is_yearless(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	buf_str(&b, s);
	buf_text(&b, " 2000");
	return date_of(a, buf_view(&b)).n != 0;
}

/* Bytes of the article before a day. */
static size_t
article_word(struct str s)
{
	static const char *const articles[] = { "le ", "den ", "am ", "el " };

	for (size_t i = 0; i < LEN(articles); i++)
		if (str_starts(s, str_of(articles[i])))
			return strlen(articles[i]);
	return 0;
}

/* What follows the place: regions, then perhaps a date: "le 22 mars 2024". */
static bool
tail_read(struct arena *a, struct str tail, struct dateline *out)
{
	for (tail = str_trim(tail); tail.n != 0; tail = str_trim(tail)) {
		struct str part;

		tail = str_cut(tail, article_word(tail), tail.n);
		out->date = date_of(a, tail);
		if (out->date.n == 0)
			out->date = day_alone(a, tail).date; /* 14. November 2023 */
		if (out->date.n != 0 || is_yearless(a, tail))
			return true;
		part = str_trim(str_split(&tail, ','));
		if (!line_is_title_case(part) || line_words(part) > 3)
			return false;
	}
	return true;
}

/* A day, and not one of history: "Dallas, November 22, 1963 — The car" tells of then. */
static bool
is_recent(struct str date)
{
	return date.n >= 10 && strncmp(date.p, "1990", 4) >= 0;
}

/* "HOUSTON, Feb. 16, 2021 /Wire/": takes the wire off the end; nothing: there is none. */
static struct str
wire_off(struct str *head)
{
	const size_t open = str_find(*head, STR(" /"), 0);
	struct str wire = str_cut(*head, open == STR_NONE ? head->n : open + 2, head->n);

	if (wire.n < 3 || !str_ends(wire, STR("/")) || line_words(wire) > 1)
		return STR_NIL;
	*head = str_trim(str_cut(*head, 0, open));
	wire.n--;
	return wire;
}

static bool
head_read(struct arena *a, struct str head, struct dateline *out)
{
	const size_t open = str_find(head, STR("("), 0);

	head = str_trim(head);
	out->agency = wire_off(&head);
	if (open != STR_NONE && str_ends(head, STR(")"))) {
		out->agency = str_trim(str_cut(head, open + 1, head.n - 1));
		if (line_words(out->agency) > AGENCY || !line_is_title_case(out->agency))
			return false;
		if (agency_of(out->agency).n != 0)
			out->agency = agency_of(out->agency);
		head = str_trim(str_cut(head, 0, open));
	}
	if (head.n == 0)
		return agency_of(out->agency).n != 0;
	out->place = str_trim(str_split(&head, ','));
	out->bare = out->agency.n == 0 && head.n == 0;
	if (line_words(out->place) > 4 || is_no_place(out->place) ||
	    !tail_read(a, head, out))
		return false;
	return line_is_caps(out->place) ||
	       ((out->agency.n != 0 || is_recent(out->date)) &&
		   line_is_title_case(out->place));
}

/* "Anna Holm, born 3 May 2012": a comma and a word that is no article. */
static bool
has_small_word(struct str head)
{
	struct str part, tail;

	(void)str_split(&head, ',');
	while (head.n != 0) {
		part = str_trim(str_split(&head, ','));
		tail = part;
		if (part.n != 0 && utf8_is_lower(utf8_next(&tail)) &&
		    article_word(part) == 0)
			return true;
	}
	return false;
}

/* "Madrid, 14 de febrero de 2024": a place and a day, no part of a sentence ("On Monday, 3 May
   2021") nor a day alone ("Monday, 3 May 2021"). */
static bool
is_place_and_day(struct arena *a, struct str head, struct dateline *out)
{
	static const char *const words[] = { "on", "in", "at", "by", "since", "until",
		"from", "the", "am", "im", "seit", "der", "die", "das", "el", "la", "en",
		"le", "au" };
	struct str first = head;

	first = str_split(&first, ' ');
	for (size_t i = 0; i < LEN(words); i++)
		if (str_eq_nocase(first, str_of(words[i])))
			return false;
	return !has_small_word(head) && date_of(a, head).n == 0 &&
	       head_read(a, head, out) && out->agency.n == 0 && out->place.n != 0 &&
	       is_recent(out->date) && day_alone(a, head).kind == DAY_NONE;
}

/* "Dresden, 20. September 2024. The river": up to the sentence, or the end, or 0. */
static size_t
up_to_stop(struct arena *a, struct str s, struct dateline *out)
{
	const struct str head = str_cut(s, 0, MOST);

	for (size_t at = str_find(head, STR(". "), 0); at != STR_NONE;
	     at = str_find(head, STR(". "), at + 1)) {
		struct dateline got = { 0 };

		if (!is_place_and_day(a, str_cut(s, 0, at), &got))
			continue;
		*out = got;
		return at + 2;
	}
	if (s.n <= MOST && str_ends(s, STR(".")) &&
	    is_place_and_day(a, str_cut(s, 0, s.n - 1), out))
		return s.n;
	return 0;
}

/* "(CNN)Share", "London (CNN)The": an agency with no dash and no blank after it. */
static bool
is_glued(struct str place, struct str rest)
{
	return place.n == 0 ||
	       (rest.n != 0 && rest.p[0] != ' ' && line_words(place) <= 4 &&
		   line_is_title_case(place) && !is_no_place(place));
}

/* "New Delhi, Aug 1 (PTI) Flight", "By A Holm Bremo, Aug 1 (PTI) Flight": a blank, and a
   capital or a quotation. */
static bool
is_blank_dateline(struct arena *a, struct str head, struct str rest, struct dateline *out)
{
	struct str next = str_trim(rest);

	if (next.n == 0 || next.p[0] == '(' || (next.p[0] >= '0' && next.p[0] <= '9') ||
	    utf8_is_lower(utf8_next(&next)))
		return false;
	return str_starts(head, STR("By ")) ||
	       (head_read(a, head, out) && out->place.n != 0);
}

/* "(HLN)Nobody", "Oslo (The Bremo Courier)Anna": a name that sticks to the word behind it. */
static bool
is_unknown_agency(struct str s, size_t open, size_t close)
{
	struct str name = str_cut(s, open + 1, close);

	if (str_starts(name, STR("the ")))
		name = str_cut(name, 4, name.n);
	return close > open + 2 && close < open + 30 && close + 1 < s.n &&
	       s.p[close + 1] >= 'A' && s.p[close + 1] <= 'Z' &&
	       line_is_title_case(name) && line_words(name) <= 4;
}

/* What an agency's desk says to others: "(Eds: Updating with quotes) ". */
static size_t
desk_note(struct str s)
{
	const size_t close = str_find(s, STR(")"), 0);

	return str_starts(s, STR("(Eds")) && close < MOST ? close + 1 : 0;
}

/* An agency with no dash after it. */
static size_t
bare_agency(struct arena *a, struct str s, struct dateline *out)
{
	const struct str head = str_cut(s, 0, 60);
	const size_t open = str_find(head, STR("("), 0);
	const size_t close = open == STR_NONE ? STR_NONE : str_find(head, STR(")"), open);
	const struct str place = str_trim(str_cut(s, 0, open));
	size_t n = close + 1;

	if (close == STR_NONE)
		return 0;
	out->agency = agency_of(str_cut(s, open + 1, close));
	if (out->agency.n == 0 && is_unknown_agency(s, open, close))
		out->agency = str_cut(s, open + 1, close);
	if (out->agency.n == 0 ||
	    (!is_glued(place, str_cut(s, n, s.n)) &&
		!is_blank_dateline(a, str_cut(s, 0, n), str_cut(s, n, s.n), out)))
		return 0;
	if (!str_starts(place, STR("By ")))
		out->place = str_trim(str_cut(place, 0, str_find(place, STR(","), 0)));
	while (n < s.n && s.p[n] == ' ')
		n++;
	return n;
}

static struct dateline
dateline_of(struct arena *a, struct str s)
{
	struct dateline out = { 0 }, none = { 0 };
	size_t dash = 0;
	const size_t at = dash_in(s, &dash);
	struct str rest = str_cut(s, at == STR_NONE ? s.n : at + dash, s.n);

	if (at != STR_NONE && at != 0 && head_read(a, str_cut(s, 0, at), &out) &&
	    str_trim(rest).n != 0 && !line_is_caps(rest) &&
	    (!out.bare || line_words(rest) >= SENTENCE)) {
		out.n = (size_t)(str_trim(rest).p - s.p);
		return out;
	}
	none.n = up_to_stop(a, s, &none);
	if (none.n != 0)
		return none;
	none.n = desk_note(s);
	rest = str_trim(str_cut(s, none.n, s.n));
	none.n = bare_agency(a, rest, &none);
	none.n += none.n == 0 ? 0 : (size_t)(rest.p - s.p);
	return none;
}

size_t
article_dateline(struct str paragraph)
{
	struct arena a = ARENA_INIT;
	const size_t n = dateline_of(&a, paragraph).n;

	arena_free(&a);
	return n;
}

static void
take(struct job *j, const struct dateline *got)
{
	struct source *s = &j->out->source;

	if (s->place.n == 0)
		s->place = name_calm(j->a, got->place);
	if (s->name.n == 0)
		s->name = got->agency;
	if (s->published.n == 0)
		s->published = got->date;
}

void
dateline_read(struct job *j, struct str paragraph)
{
	const struct dateline got = dateline_of(j->a, paragraph);

	if (got.n != 0)
		take(j, &got);
}

bool
dateline_alone(struct job *j, struct str line)
{
	struct dateline got = { 0 };

	line = str_trim(line);
	if (str_ends(line, STR(".")))
		line.n--;
	if (line.n > MOST || !is_place_and_day(j->a, line, &got))
		return false;
	if (line_words(got.place) > 1 && name_is_person(name_calm(j->a, got.place)))
		got.place = STR_NIL; /* "New York", "Jane Doe": who knows */
	take(j, &got);
	return true;
}
