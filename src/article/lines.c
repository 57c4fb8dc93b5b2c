/* A text as lines; whether lines were broken to fit a width. */

#include "article/lines.h"
#include "text/utf8.h"

static struct str
trim_right(struct str s)
{
	while (s.n != 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

struct lines
lines_of(struct arena *a, struct str text)
{
	struct lines l = { 0 };

	while (text.n != 0) {
		struct line line = { .tail = trim_right(str_line(&text)) };
		size_t i = 0;

		for (;
		     i < line.tail.n && (line.tail.p[i] == ' ' || line.tail.p[i] == '\t');
		     i++)
			line.indent += line.tail.p[i] == ' ' ? 1 : 8 - line.indent % 8;
		line.text = str_cut(line.tail, i, line.tail.n);
		if (str_trim(line.text).n == 0)
			line.text = STR_NIL;
		line.cols = (int)utf8_count(line.text);
		*vec_push(a, &l) = line;
	}
	return l;
}

void
span_trim(const struct lines *l, struct span *s)
{
	while (s->from < s->to && l->at[s->from].text.n == 0)
		s->from++;
	while (s->to > s->from && l->at[s->to - 1].text.n == 0)
		s->to--;
}

size_t
group_end(const struct lines *l, const struct span *s, size_t i)
{
	while (i < s->to && l->at[i].text.n != 0)
		i++;
	return i;
}

static int
first_word(struct str s)
{
	return (int)utf8_count(str_cut(s, 0, str_find(s, STR(" "), 0)));
}

/*
 * A line was broken by a program or a typist when the next word would have made it
 * much longer than its fellows.  Three quarters of the breaks must be such, and the
 * lines as long as lines of prose, or it is verse, an address, a list.
 */
bool
lines_are_wrapped(const struct lines *l, size_t from, size_t to)
{
	int most = 0, sum = 0, full = 0, stops = 0;
	const int breaks = (int)(to - from) - 1;

	for (size_t i = from; i < to; i++) {
		most = l->at[i].cols > most ? l->at[i].cols : most;
		stops += line_ends_sentence(l->at[i].text);
	}
	if (breaks < 1 || most > 110 || stops == breaks + 1)
		return false;
	for (size_t i = from; i + 1 < to; i++) {
		sum += l->at[i].cols;
		full +=
		    (l->at[i].cols + 1 + first_word(l->at[i + 1].text)) * 100 > most * 85;
	}
	return sum >= 38 * breaks && full * 4 >= breaks * 3;
}

/* A word broken at a hyphen keeps it: nobody knows whether it was well-known before. */
static bool
goes_on(struct str before, struct str next)
{
	struct str rest = next;

	return before.n >= 2 && before.p[before.n - 1] == '-' &&
	       before.p[before.n - 2] != '-' && before.p[before.n - 2] != ' ' &&
	       utf8_is_lower(utf8_next(&rest));
}

/* The hyphen that typesetters break words with (U+2010), before more of the word. */
static bool
is_broken(struct str before, struct str next)
{
	struct str rest = next;

	return str_ends(before, STR("\u2010")) && utf8_is_lower(utf8_next(&rest));
}

/* A line with the blanks that filled it up taken out. */
static void
add_line(struct buf *b, struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != ' ' || i == 0 || line.p[i - 1] != ' ')
			buf_byte(b, line.p[i]);
}

struct str
lines_join(struct arena *a, const struct lines *l, size_t from, size_t to)
{
	struct buf b = buf_new(a);

	if (to == from + 1)
		return l->at[from].text;
	for (size_t i = from; i < to; i++) {
		const struct str before = i == from ? STR_NIL : l->at[i - 1].text;

		if (i != from && is_broken(before, l->at[i].text))
			b.n -= strlen("\u2010");
		else if (i != from && !goes_on(before, l->at[i].text))
			buf_byte(&b, ' ');
		add_line(&b, l->at[i].text);
	}
	return buf_view(&b);
}
