/* The end of a plain text, taken off line by line from below: related titles, the
   source's name, rights, boilerplate, end marks.  One line of text always stays. */

#include "article/lines.h"

/* The heading of further reading that the last lines stand under, or STR_NONE. */
static size_t
related_head(const struct lines *l, const struct span *s)
{
	struct str rest;
	size_t items = 0;

	for (size_t i = s->to; i > s->from && items < 40; i--) {
		const struct str line = l->at[i - 1].text;
		const struct str item = line_bullet(line);

		if (line.n == 0)
			continue;
		if (line_is_related(line, &rest))
			return items != 0 || rest.n != 0 || i == s->to ? i - 1 : STR_NONE;
		items++;
		if (!line_is_title(item.n == 0 ? line : item) &&
		    !str_starts(line, STR("http")) && !str_has(line, STR("](")))
			return STR_NONE;
	}
	return STR_NONE;
}

static bool
related_take(struct job *j, const struct lines *l, struct span *s)
{
	const size_t head = related_head(l, s);
	struct str rest = STR_NIL;

	if (head == STR_NONE || head == s->from)
		return false;
	(void)line_is_related(l->at[head].text, &rest);
	if (rest.n != 0)
		related_add(j, rest);
	for (size_t i = head + 1; i < s->to; i++)
		if (l->at[i].text.n != 0)
			related_add(j, l->at[i].text);
	s->to = head;
	return true;
}

/* What is no text whatever stands before it. */
static bool
waste_take(struct job *j, struct str line)
{
	if (line_is_separator(line) || line_is_page(line) || line_is_boilerplate(line))
		return true;
	if (line_is_rights(line)) {
		if (j->out->source.rights.n == 0)
			j->out->source.rights = line;
		return true;
	}
	return false;
}

/* The last line is no end of a paragraph that was broken to fit a width. */
static bool
stands_alone(const struct lines *l, const struct span *s)
{
	size_t from = s->to - 1;

	while (from > s->from && l->at[from - 1].text.n != 0)
		from--;
	return from == s->to - 1 || !lines_are_wrapped(l, from, s->to);
}

void
foot_take(struct job *j, const struct lines *l, struct span *s)
{
	for (int most = 60; most > 0; most--) {
		span_trim(l, s);
		if (s->to - s->from <= 1)
			return;
		if (stands_alone(l, s) && waste_take(j, l->at[s->to - 1].text)) {
			s->to--;
			continue;
		}
		if (related_take(j, l, s))
			continue;
		if (!stands_alone(l, s) || !signoff_read(j, l->at[s->to - 1].text))
			return;
		s->to--;
	}
}
