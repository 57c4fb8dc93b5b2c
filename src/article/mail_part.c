/* The parts of a message: every text in it is weighed, the alternatives of a text against
   each other, and the heaviest is the message's. */
#include "article/mail.h"

#include "text/utf8.h"

struct parts {
	struct arena *a; /* scratch */
	struct {
		struct mail_part *at;
		size_t n, room;
	} found;
	size_t seen;
	struct str inner;   /* the first message within */
	struct strs digest; /* those of digests */
	bool in_digest;     /* where a part is a message unless it says otherwise */
};

/* Where "--boundary" begins a line at or after `from`, or STR_NONE. */
static size_t
delimiter(struct str s, struct str boundary, size_t from)
{
	for (size_t at = from; (at = str_find(s, boundary, at)) != STR_NONE; at++)
		if (at == 0 || s.p[at - 1] == '\n')
			return at;
	return STR_NONE;
}

/* HTML when it has most of what the other has: its links and headings are worth it. */
static bool
is_better(const struct mail_part *x, const struct mail_part *than)
{
	if (x->html == than->html)
		return x->weight > than->weight;
	return x->html ? x->weight * 2 > than->weight : x->weight > than->weight * 2;
}

/* Of the parts from `first` on only the best is left. */
static void
reduce(struct parts *p, size_t first)
{
	for (size_t i = first + 1; i < p->found.n; i++)
		if (is_better(&p->found.at[i], &p->found.at[first]))
			p->found.at[first] = p->found.at[i];
	if (p->found.n > first + 1)
		p->found.n = first + 1;
}

static void
add_leaf(struct parts *p, const struct mail_head *h, struct str type, struct str body)
{
	const struct str field = mail_value(h, "Content-Type");
	const struct str coding =
	    mail_token(p->a, mail_value(h, "Content-Transfer-Encoding"));
	struct mail_part part = { .html = str_has(type, STR("html")) };

	if (str_eq(mail_token(p->a, mail_value(h, "Content-Disposition")),
		STR("attachment")))
		return;
	part.charset = mail_param(p->a, field, "charset");
	part.flowed = str_eq_nocase(mail_param(p->a, field, "format"), STR("flowed"));
	part.delete_space = str_eq_nocase(mail_param(p->a, field, "delsp"), STR("yes"));
	part.bytes = mail_decode(p->a, body, coding, part.html ? MAIL_HTML : MAIL_TEXT);
	part.weight = mail_weight(part.bytes, part.html);
	if (part.weight != 0)
		*vec_push(p->a, &p->found) = part;
}

static void read_part(
    struct parts *p, const struct mail_head *h, struct str body, int depth);

static void
read_parts(struct parts *p, struct str body, struct str boundary, int depth)
{
	struct buf mark = buf_new(p->a);
	size_t at;

	buf_text(&mark, "--");
	buf_str(&mark, boundary);
	at = delimiter(body, buf_view(&mark), 0);
	while (at != STR_NONE && p->seen++ < (p->in_digest ? MAIL_ITEMS : MAIL_PARTS)) {
		struct str part = str_cut(body, at + mark.n, body.n), rest;
		struct mail_head h;
		size_t next;

		if (str_starts(part, STR("--")))
			return;
		(void)str_line(&part);
		at = (size_t)(part.p - body.p);
		next = part.n == 0 ? STR_NONE : delimiter(body, buf_view(&mark), at);
		part = str_cut(body, at, next);
		h = mail_fields(p->a, part, &rest);
		read_part(p, &h, rest, depth + 1);
		at = next;
	}
}

static void
read_part(struct parts *p, const struct mail_head *h, struct str body, int depth)
{
	const struct str field = mail_value(h, "Content-Type");
	const struct str type = mail_token(p->a, field);
	const struct str boundary = mail_param(p->a, field, "boundary");
	const size_t first = p->found.n;

	if (depth > MAIL_DEPTH)
		return;
	if (p->in_digest && (type.n == 0 || str_eq(type, STR("message/rfc822")))) {
		*vec_push(p->a, &p->digest) = body;
	} else if (str_starts(type, STR("multipart/")) && boundary.n != 0) {
		const bool outer = p->in_digest;

		p->in_digest = str_eq(type, STR("multipart/digest"));
		read_parts(p, body, boundary, depth);
		p->in_digest = outer;
		if (!str_eq(type, STR("multipart/mixed")))
			reduce(p, first);
	} else if (str_eq(type, STR("message/rfc822"))) {
		struct str rest;

		if (p->inner.n == 0 && mail_fields(p->a, body, &rest).n != 0)
			p->inner = body;
	} else if (type.n == 0 || str_eq(type, STR("text/plain")) ||
		   str_eq(type, STR("text")) || str_eq(type, STR("text/markdown")) ||
		   str_has(type, STR("html")) || str_starts(type, STR("multipart/"))) {
		add_leaf(p, h, type, body);
	}
}

bool
mail_best(struct arena *scratch, const struct mail_head *head, struct str body,
    struct mail_part *best, struct strs *inner)
{
	struct parts p = { .a = scratch };

	read_part(&p, head, body, 0);
	for (size_t i = 1; i < p.found.n;
	     i++) /* the first of equals is the message's own */
		if (p.found.at[i].weight > p.found.at[0].weight * 2)
			p.found.at[0] = p.found.at[i];
	if (p.digest.n == 0 && p.inner.n != 0 &&
	    (p.found.n == 0 || p.found.at[0].weight < 200))
		*vec_push(scratch, &p.digest) = p.inner;
	*inner = p.digest;
	if (p.found.n != 0)
		*best = p.found.at[0];
	return p.found.n != 0;
}
