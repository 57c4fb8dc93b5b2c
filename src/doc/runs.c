/* Which styles a paragraph's runs can be written with.  Emphasis is CommonMark's
   hardest part: blanks at its edges are left out of it, and where the words around
   leave doubt, the caller reads back what it wrote and asks for less. */
#include "doc/inner.h"

static const uint8_t emphases[] = { RUN_EMPH, RUN_STRONG };

static bool
is_text(const struct run *r)
{
	return (r->style & (RUN_CODE | RUN_IMAGE | RUN_BREAK)) == 0;
}

static void
push(struct arena *a, struct runs *v, struct run r)
{
	r.room = 0;
	if (r.text.n == 0 && (r.style & (RUN_BREAK | RUN_IMAGE)) == 0)
		return;
	if (v->n != 0 && run_same(&v->at[v->n - 1], &r))
		run_append(a, &v->at[v->n - 1], r.text);
	else
		*vec_push(a, v) = r;
}

static bool
has(const struct runs *v, size_t i, uint8_t style)
{
	return i < v->n && (v->at[i].style & style) != 0;
}

static bool
is_blank(const struct run *r)
{
	return is_text(r) && str_trim(r->text).n == 0;
}

/* A run in three: its blank edges lose the style where the stretch begins or ends. */
static void
push_trimmed(struct arena *a, struct runs *out, struct run r, uint8_t style, int edges)
{
	const uint8_t bare = (uint8_t)(r.style & ~style);
	size_t from = 0, to = r.text.n;

	if (!is_text(&r)) {
		push(a, out, r);
		return;
	}
	while ((edges & 1) != 0 && from < to && byte_is_blank(r.text.p[from]))
		from++;
	while ((edges & 2) != 0 && to > from && byte_is_blank(r.text.p[to - 1]))
		to--;
	push(a, out, (struct run){ str_cut(r.text, 0, from), r.url, bare, 0 });
	push(a, out, (struct run){ str_cut(r.text, from, to), r.url, r.style, 0 });
	push(a, out, (struct run){ str_cut(r.text, to, r.text.n), r.url, bare, 0 });
}

/* The style off the blank edges of every stretch that has it. */
static struct runs
trimmed(struct arena *a, const struct runs *v, uint8_t style)
{
	struct runs out = { 0 };

	for (size_t i = 0, to; i < v->n; i = to) {
		size_t first = i, last;

		for (to = i + 1; has(v, i, style) && has(v, to, style);)
			to++;
		for (last = to - 1; first < last && is_blank(&v->at[first]);)
			first++;
		while (last > first && is_blank(&v->at[last]))
			last--;
		for (size_t k = i; k < to; k++)
			push_trimmed(a, &out, v->at[k], style,
			    (k <= first ? 1 : 0) | (k >= last ? 2 : 0));
	}
	return out;
}

static bool
is_wordly(char c)
{
	return (c & 0x80) == 0 && !byte_is_blank(c) && !byte_is_punct(c);
}

static char
last_byte(const struct runs *v, size_t i)
{
	const struct run *r = &v->at[i];

	if (is_text(r) && r->text.n != 0)
		return r->text.p[r->text.n - 1];
	return '*';
}

static char
first_byte(const struct runs *v, size_t i)
{
	const struct run *r = &v->at[i];

	if (is_text(r) && r->text.n != 0)
		return r->text.p[0];
	return '*';
}

/* Words at both inner edges, blanks or the line's ends at both outer ones. */
static bool
is_safe(const struct runs *v, size_t from, size_t to)
{
	const bool left = from == 0 || (v->at[from - 1].style & RUN_BREAK) != 0 ||
			  byte_is_blank(last_byte(v, from - 1));
	const bool right = to == v->n || (v->at[to].style & RUN_BREAK) != 0 ||
			   byte_is_blank(first_byte(v, to)) ||
			   byte_is_punct(first_byte(v, to));

	return left && right && is_wordly(first_byte(v, from)) &&
	       is_wordly(last_byte(v, to - 1));
}

static struct runs
without_doubtful(struct arena *a, const struct runs *v, uint8_t style)
{
	struct runs out = { 0 };

	for (size_t i = 0, to; i < v->n; i = to) {
		bool keep;

		for (to = i + 1; has(v, i, style) && has(v, to, style);)
			to++;
		keep = has(v, i, style) && is_safe(v, i, to);
		for (size_t k = i; k < to; k++) {
			struct run r = v->at[k];

			r.style = keep ? r.style : (uint8_t)(r.style & ~style);
			push(a, &out, r);
		}
	}
	return out;
}

struct runs
runs_writable(struct arena *a, const struct block *b, enum emphasis keep)
{
	struct runs v = { 0 };
	size_t from, to;

	block_inner_runs(b, &from, &to);
	for (size_t i = from; i < to; i++) {
		struct run r = b->runs[i];

		if (keep == EMPHASIS_NONE)
			r.style &= (uint8_t) ~(RUN_EMPH | RUN_STRONG);
		push(a, &v, r);
	}
	for (size_t s = 0; s < LEN(emphases) && keep != EMPHASIS_NONE; s++) {
		v = trimmed(a, &v, emphases[s]);
		if (keep == EMPHASIS_SAFE)
			v = without_doubtful(a, &v, emphases[s]);
	}
	return v;
}
