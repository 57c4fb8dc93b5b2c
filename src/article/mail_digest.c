/*
 * A digest in plain text (RFC 1153): a preamble, a line of hyphens, then messages with a head
 * of their own, each up to the next such line, and at last "End of …" or a list's footer.
 */
#include "article/mail.h"

enum { HYPHENS_LEAST = 27 /* the RFC has 30, and 70 after the preamble */ };

static bool
is_hyphens(struct str line)
{
	size_t n = 0;

	line = str_trim(line);
	while (n < line.n && line.p[n] == '-')
		n++;
	return n >= HYPHENS_LEAST && n == line.n;
}

/* What follows a line of hyphens, the empty lines between left out. */
enum follows { FOLLOWS_TEXT, FOLLOWS_MESSAGE, FOLLOWS_END };

static enum follows
what_follows(struct arena *scratch, struct str *s)
{
	const struct arena_mark m = arena_mark(scratch);
	struct str rest = *s, body;
	struct mail_head h;
	enum follows what = FOLLOWS_TEXT;
	size_t lines = 0;

	for (; rest.n != 0 && str_trim(str_line(&rest)).n == 0; lines++)
		*s = rest;
	h = mail_fields(scratch, *s, &body);
	if (mail_value(&h, "From").n != 0 &&
	    (mail_value(&h, "Subject").n != 0 || mail_value(&h, "Date").n != 0))
		what = FOLLOWS_MESSAGE;
	else if (s->n == 0 || str_starts(*s, STR("End of ")) ||
		 (h.n != 0 && str_has(mail_value(&h, "Subject"), STR("Footer"))))
		what = FOLLOWS_END;
	arena_rewind(scratch, m);
	return lines == 0 ? FOLLOWS_TEXT : what;
}

bool
mail_digest(struct arena *scratch, struct str text, struct strs *out)
{
	struct str rest = text, from = STR_NIL;
	bool empty = false, ended = false; /* the line before; the digest */

	*out = (struct strs){ 0 };
	while (rest.n != 0 && !ended && out->n < MAIL_ITEMS) {
		const struct str line = str_line(&rest);
		const bool mark = empty && is_hyphens(line);
		const enum follows what =
		    mark ? what_follows(scratch, &rest) : FOLLOWS_TEXT;

		empty = mark || str_trim(line).n == 0;
		if (what == FOLLOWS_TEXT)
			continue;
		if (from.p != NULL)
			*vec_push(scratch, out) =
			    (struct str){ from.p, (size_t)(line.p - from.p) };
		from = rest;
		ended = what == FOLLOWS_END;
	}
	if (from.p != NULL && !ended && out->n < MAIL_ITEMS)
		*vec_push(scratch, out) = from;
	return out->n > 1 || (out->n == 1 && ended);
}
