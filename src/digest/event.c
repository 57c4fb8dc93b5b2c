/*
 * Events: a row for each date of the calendar and the clause it stands in, then what is
 * announced without a date.  The best EVENTS_MOST stay, in the order of time.
 */
#include "digest/event.h"

#include <limits.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "digest/event_clause.h"

enum {
	LONG_SENTENCE = 34, /* tokens; from there on only the clause is a row */
	UNDATED_MOST = 4,
	RECENT_DAYS = 10 /* "the recent summit" was about so long ago */
};

struct row {
	struct event event;
	struct edtf date;
	long start;     /* what it is sorted by */
	uint32_t token; /* of the expression: the order of the text */
	int weight;
	bool dated;
	bool ahead; /* its words say that it is to come: "later this year", "the next" */
};

struct finder {
	struct arena *a;
	const struct reading *r;
	struct cues cues;
	long published; /* LONG_MIN: not known */
	VEC(struct row) rows;
	struct clause last; /* the clause of the newest row */
};

/* The expression with the preposition before it, as far as the clause has it. */
static struct str
when_words(const struct finder *f, const struct timex *x, struct clause k)
{
	const uint32_t from =
	    x->token > k.from && cue_of(&f->cues, f->r, x->token - 1) == CUE_INTO
		? x->token - 1
		: x->token;

	return str_cut(f->r->text, f->r->tokens.at[from].at, x->at + x->n);
}

static enum event_kind
kind_of(const struct finder *f, const struct row *row, struct clause k)
{
	const enum cue cue = clause_cue(&f->cues, f->r, k);
	const bool placed = row->dated && !row->date.no_year && f->published != LONG_MIN;

	if (placed && row->date.to < f->published)
		return EVENT_PAST;
	if (cue == CUE_HOPE)
		return EVENT_EXPECTED;
	if (cue == CUE_PLAN ||
	    (placed && row->date.from >= f->published && row->date.to > f->published))
		return EVENT_SCHEDULED;
	if (!placed && row->ahead)
		return EVENT_SCHEDULED;
	return EVENT_PAST;
}

/* Later sentences weigh less, days more than years, what is to come a little more. */
static int
weight_of(const struct finder *f, const struct row *row, size_t passage)
{
	const int place = (int)(f->r->n == 0 ? 0 : 30 * (f->r->n - passage) / f->r->n);
	const int fine = !row->dated                    ? 0
			 : row->date.grain >= EDTF_DAY  ? 20
			 : row->date.grain >= EDTF_HALF ? 12
							: 4;

	return place + fine + (row->event.kind != EVENT_PAST ? 8 : 0);
}

static void
add_row(struct finder *f, struct row row, struct clause k, size_t passage)
{
	const struct passage *s = &f->r->at[passage];

	row.event.text = clause_text(f->r, k);
	row.event.para = s->para;
	row.event.kind = kind_of(f, &row, k);
	row.dated = row.dated && !row.date.no_year;
	row.start = row.dated ? row.date.from : LONG_MAX;
	if (row.dated && row.event.kind != EVENT_PAST && row.start < f->published)
		row.start = f->published;
	row.weight = weight_of(f, &row, passage);
	f->last = k;
	*vec_push(f->a, &f->rows) = row;
}

/* A month ending a few days before publication, for "the recent summit". */
static struct str
recent_date(const struct finder *f)
{
	struct buf b = buf_new(f->a);
	struct civil c;

	if (f->published == LONG_MIN)
		return STR_NIL;
	c = civil_of(f->published - RECENT_DAYS);
	buf_printf(&b, "%04d-%02d~", c.year, c.month);
	return buf_view(&b);
}

/* "the recent G20 Summit": a named event, though without a date. */
static bool
names_recent(const struct finder *f, const struct timex *x)
{
	return x->tokens == 1 && token_is(&f->r->tokens, x->token, STR("recent")) &&
	       x->token + 1 < f->r->tokens.n &&
	       (f->r->tokens.at[x->token + 1].flags & TOKEN_CAPITAL) != 0;
}

static bool
is_reference(const struct timex *x)
{
	return str_ends(str_of(x->value), STR("_REF"));
}

static bool
is_ahead(const struct finder *f, const struct timex *x)
{
	const struct tokens *t = &f->r->tokens;

	return token_is(t, x->token, STR("later")) ||
	       token_is(t, x->token, STR("next")) ||
	       token_is(t, x->token, STR("tomorrow"));
}

/* True when the expression is a row, which then has its date and its basis. */
static bool
date_row(const struct finder *f, const struct timex *x, struct row *row)
{
	struct str date = str_of(x->edtf);

	if (x->type != TIMEX_DATE && x->type != TIMEX_TIME)
		return false;
	*row = (struct row){ .token = x->token, .ahead = is_ahead(f, x) };
	if (names_recent(f, x)) {
		date = recent_date(f);
		row->event.basis = BASIS_GUESSED;
	} else if (is_reference(x) || (date.n == 0 && f->published != LONG_MIN)) {
		return false;
	} else if (date.n == 0 || (x->vague && !str_has(date, STR("/")))) {
		row->event.basis = BASIS_GUESSED;
	} else if (!x->explicit_year && f->published != LONG_MIN) {
		row->event.basis = BASIS_RESOLVED;
	}
	row->dated = edtf_parse(date, &row->date);
	if (row->dated)
		row->event.date = str_dup(f->a, date);
	return true;
}

static bool
repeats(const struct finder *f, const struct row *row, struct clause k)
{
	const struct row *last;

	if (f->rows.n == 0 || k.from != f->last.from)
		return false;
	last = &f->rows.at[f->rows.n - 1];
	return str_eq(last->event.date, row->event.date) || !row->dated;
}

static bool
is_single(const struct row *row)
{
	return row->dated && !row->date.no_year && !row->date.interval &&
	       !row->date.approximate && !row->date.uncertain;
}

/* "28 and 29 June", "from May to July": two dates that make one stretch. */
static bool
joins_range(const struct finder *f, uint32_t between)
{
	static const struct str words[] = { { "and", 3 }, { "to", 2 }, { "-", 1 },
		{ "\xe2\x80\x93", 3 }, { "until", 5 }, { "through", 7 } };

	for (size_t i = 0; i < LEN(words); i++)
		if (token_is(&f->r->tokens, between, words[i]))
			return true;
	return false;
}

/*
 * Two expressions for one row: a range, or one that says the other more exactly ("a month
 * later, on 14 April").  True when `y`, the next one, went into the row of `x`.
 */
static bool
join_next(
    const struct finder *f, const struct timex *x, const struct timex *y, struct row *row)
{
	const uint32_t after = x->token + x->tokens, gap = y->token - after;
	struct row next;
	struct buf range = buf_new(f->a);

	if (gap < 1 || gap > 2 || !date_row(f, y, &next) || !is_single(row) ||
	    !is_single(&next))
		return false;
	if (gap == 1 && joins_range(f, after) && row->date.grain == next.date.grain &&
	    row->date.to < next.date.from) {
		buf_printf(&range, STR_FMT "/" STR_FMT, STR_ARG(row->event.date),
		    STR_ARG(next.event.date));
		row->event.date = buf_view(&range);
		return edtf_parse(row->event.date, &row->date);
	}
	if (!token_is(&f->r->tokens, after, STR(",")) ||
	    row->date.from > next.date.from || next.date.to > row->date.to)
		return false;
	row->event.date = next.event.date;
	row->date = next.date;
	return true;
}

/* The rows of one sentence; its expressions are t[0] .. t[n-1]. */
static void
add_dated(struct finder *f, size_t passage, const struct timex *t, size_t n)
{
	const struct passage *s = &f->r->at[passage];
	size_t calendar = 0;
	struct row row;

	for (size_t i = 0; i < n; i++)
		calendar += date_row(f, &t[i], &row);
	for (size_t i = 0; i < n; i++) {
		struct clause k;

		if (!date_row(f, &t[i], &row))
			continue;
		k = clause_around(&f->cues, f->r, s, t[i].token,
		    calendar > 1 || s->tokens > LONG_SENTENCE);
		if (repeats(f, &row, k))
			continue;
		row.event.when = when_words(f, &t[i], k);
		if (i + 1 < n && t[i + 1].token < k.to &&
		    join_next(f, &t[i], &t[i + 1], &row)) {
			i++;
			row.event.when.n =
			    (size_t)(f->r->text.p + t[i].at + t[i].n - row.event.when.p);
		}
		add_row(f, row, k, passage);
	}
}

/* Words that announce something without a date; `opens`: only at a sentence's start. */
static const struct {
	struct str words;
	bool opens;
} announcements[] = {
	{ { "at the earliest", 15 }, false },
	{ { "as soon as possible", 19 }, false },
	{ { "in due course", 13 }, false },
	{ { "The next", 8 }, true },
};

/* The place of the announcing words in the sentence, or STR_NONE; *when is them. */
static size_t
find_announcement(const struct reading *r, const struct passage *s, struct str *when)
{
	const struct str text = str_cut(r->text, s->at, s->at + s->n);

	for (size_t i = 0; i < LEN(announcements); i++) {
		const struct str words = announcements[i].words;
		const size_t at = str_find(text, words, 0);

		if (at == STR_NONE || (announcements[i].opens && at != 0))
			continue;
		*when = announcements[i].opens ? str_cut(text, 4, words.n) : words;
		return at;
	}
	return STR_NONE;
}

static void
add_undated(struct finder *f, size_t passage, size_t *count)
{
	const struct passage *s = &f->r->at[passage];
	struct row row = { .event.basis = BASIS_GUESSED, .ahead = true };
	const size_t at = find_announcement(f->r, s, &row.event.when);
	struct clause k;

	if (at == STR_NONE || *count == UNDATED_MOST)
		return;
	row.token = s->token;
	while (f->r->tokens.at[row.token].at < s->at + at)
		row.token++;
	k = clause_around(&f->cues, f->r, s, row.token, true);
	if ((at == 0 && clause_cue(&f->cues, f->r, k) == CUE_NONE) ||
	    !str_has(clause_text(f->r, k), row.event.when) ||
	    (f->rows.n != 0 && k.from == f->last.from))
		return;
	add_row(f, row, k, passage);
	++*count;
}

static int
by_weight(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->token > y->token) - (x->token < y->token);
}

static int
by_time(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if ((x->event.date.n == 0) != (y->event.date.n == 0))
		return x->event.date.n == 0 ? 1 : -1;
	if (x->dated && x->date.from == y->date.from && x->date.grain != y->date.grain)
		return x->date.grain < y->date.grain ? -1 : 1;
	if (x->dated && x->date.to != y->date.to)
		return x->date.to < y->date.to ? -1 : 1;
	return (x->token > y->token) - (x->token < y->token);
}

/* Dates named more than once tell what the article is about. */
static void
add_mentions(struct finder *f)
{
	struct map seen = map_new(f->a);

	for (size_t i = 0; i < f->rows.n; i++)
		++*map_at(&seen, f->rows.at[i].event.date);
	for (size_t i = 0; i < f->rows.n; i++) {
		const uint32_t n = *map_get(&seen, f->rows.at[i].event.date);

		f->rows.at[i].weight +=
		    f->rows.at[i].dated ? 3 * (int)(n < 4 ? n : 4) : 0;
	}
}

static void
keep_best(struct finder *f, struct brief *out)
{
	size_t n = f->rows.n;

	if (n == 0)
		return;
	add_mentions(f);
	if (n > EVENTS_MOST) {
		qsort(f->rows.at, n, sizeof(*f->rows.at), by_weight);
		n = EVENTS_MOST;
	}
	qsort(f->rows.at, n, sizeof(*f->rows.at), by_time);
	for (size_t i = 0; i < n; i++)
		*vec_push(f->a, &out->timeline) = f->rows.at[i].event;
}

void
events_find(struct arena *a, const struct reading *r, const struct timexes *t,
    const struct civil *published, struct brief *out)
{
	struct finder f = { .a = a, .r = r };
	size_t next = 0, undated = 0;

	f.published = published == NULL ? LONG_MIN : day_of(*published);
	cues_fill(&f.cues);
	for (size_t i = 0; i < r->n; i++) {
		const struct passage *s = &r->at[i];
		size_t first;

		while (next < t->n && t->at[next].at < s->at)
			next++;
		first = next;
		while (next < t->n && t->at[next].at < s->at + s->n)
			next++;
		if (s->kind != BLOCK_PARA || s->tokens == 0)
			continue;
		add_dated(&f, i, t->at + first, next - first);
		add_undated(&f, i, &undated);
	}
	keep_best(&f, out);
}
