/* Lines at the head of the text that say what the record says: the title once more, who
   wrote it, when. */

#include "article/html_meta.h"

enum { LINE_MOST = 140, LINES = 6 };

/* The next word from *i on, or nothing. */
static struct str
next_word(struct str s, size_t *i)
{
	size_t from;

	while (*i < s.n && !byte_is_word(s.p[*i]))
		(*i)++;
	from = *i;
	while (*i < s.n && byte_is_word(s.p[*i]))
		(*i)++;
	return str_cut(s, from, *i);
}

static bool
has_word(struct str text, struct str word)
{
	struct str w;

	for (size_t i = 0; (w = next_word(text, &i)).n != 0;)
		if (str_eq_nocase(w, word))
			return true;
	return false;
}

/* "By", "Updated", "min": words around names and days. */
static bool
is_label(struct str w)
{
	static const char *const words[] = { "by", "von", "par", "por", "and", "und",
		"et", "y", "on", "at", "am", "pm", "um", "uhr", "published", "updated",
		"last", "posted", "min", "mins", "minute", "minutes", "read", "written",
		"author", "autor", "autorin", "date", "datum", "stand", "the", "of", "st",
		"nd", "rd", "th", "est", "edt", "gmt", "utc", "cet", "lesezeit", "time",
		"vom", "den", "veröffentlicht", "aktualisiert", "first", "text", "monday",
		"tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
		"tue", "wed", "thu", "fri", "sat", "sun", "montag", "dienstag",
		"mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "le", "à" };

	return str_is_any(w, words, LEN(words));
}

/* A name or a day, and nothing beside them but labels; in a byline maybe an employer. */
static bool
is_said(struct arena *a, const struct article *x, struct str line)
{
	enum { EMPLOYER = 3 };
	const bool day = date_in(a, line, false).n != 0;
	bool name = false;
	size_t strange = 0;
	struct str w;

	for (size_t i = 0; (w = next_word(line, &i)).n != 0;) {
		bool known =
		    is_label(w) || byte_is_digit(w.p[0]) || (day && month_of(a, w) != 0);

		for (size_t k = 0; k < x->source.author.n && !known; k++) {
			known = has_word(x->source.author.at[k], w);
			name = name || known;
		}
		strange += !known;
	}
	return ((day || name) && strange == 0) ||
	       (name && strange <= EMPLOYER && names_begin(line, false) &&
		   !line_ends_sentence(line));
}

static bool
is_title(const struct article *x, struct str line)
{
	size_t i = 0, k = 0;

	for (;;) {
		const struct str a = next_word(x->title, &i), b = next_word(line, &k);

		if (!str_eq_nocase(a, b))
			return false;
		if (a.n == 0)
			return k != 0 && line.n != 0;
	}
}

void
html_head(struct page *p, const struct article *x)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->blocks.n && kept < LINES; i++) {
		struct hblock *b = &p->blocks.at[i];

		if (!b->keep)
			continue;
		kept++;
		if (b->n < LINE_MOST &&
		    (is_title(x, b->text) || is_said(p->a, x, b->text)))
			b->keep = false;
	}
}
