/* Four bytes a number, in the machine's order: both ends run on one. */
#include "base/wire.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

enum { NUMBER = 4, DIAG_BYTES = 5 * NUMBER };

void
wire_number(struct buf *out, size_t n)
{
	const uint32_t number = (uint32_t)n;

	assert(n <= UINT32_MAX);
	buf_str(out, (struct str){ (const char *)&number, NUMBER });
}

void
wire_str(struct buf *out, struct str s)
{
	wire_number(out, s.n);
	buf_str(out, s);
}

static struct str
take(struct wire *w, size_t bytes)
{
	const struct str s = str_cut(w->rest, 0, bytes);

	if (w->bad || s.n != bytes) {
		*w = (struct wire){ STR_NIL, true };
		return STR_NIL;
	}
	w->rest = str_cut(w->rest, bytes, w->rest.n);
	return s;
}

size_t
wire_take_number(struct wire *w, size_t most)
{
	const struct str s = take(w, NUMBER);
	uint32_t number = 0;

	if (s.n == NUMBER)
		memcpy(&number, s.p, NUMBER);
	if (number <= most)
		return number;
	w->bad = true;
	return 0;
}

struct str
wire_take_str(struct wire *w)
{
	const struct str s = take(w, wire_take_number(w, w->rest.n));

	return s.n == 0 ? STR_NIL : s;
}

size_t
wire_take_count(struct wire *w, size_t least_bytes)
{
	return wire_take_number(w, w->rest.n / least_bytes);
}

void
wire_diags(struct buf *out, const struct diags *d, size_t from)
{
	wire_number(out, d->n - from);
	for (size_t i = from; i < d->n; i++) {
		const struct diag *g = &d->at[i];

		wire_number(out, (size_t)g->id);
		wire_number(out, (size_t)g->at.line);
		wire_number(out, (size_t)g->at.col);
		wire_str(out, g->at.text);
		wire_str(out, g->text);
	}
}

/* A caret must point into its line. */
static bool
points_well(const struct place *at)
{
	return at->line >= 0 && at->col >= 0 &&
	       (at->text.n == 0 || (size_t)at->col <= at->text.n + 1);
}

void
wire_take_diags(struct wire *w, struct str file, struct diags *d)
{
	for (size_t n = wire_take_count(w, DIAG_BYTES); n > 0 && !w->bad; n--) {
		const size_t id = wire_take_number(w, MESSAGE_COUNT - 1);
		struct place at = { .file = file };
		struct str text;

		at.line = (int)wire_take_number(w, INT_MAX);
		at.col = (int)wire_take_number(w, INT_MAX);
		at.text = wire_take_str(w);
		text = wire_take_str(w);
		w->bad = w->bad || !points_well(&at);
		if (!w->bad)
			say(d, (enum message)id, at, STR_FMT, STR_ARG(text));
	}
}
