/*
 * Each event becomes a sorted set of the hashes of its stems and a signature of 64 bits
 * over them; in the order of time each looks back for a row that tells the same.
 */
#include "brief/story.h"

#include <limits.h>
#include <stdlib.h>

#include "base/map.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

enum { LOOK_BACK = 256, WORDS_MOST = 64, APART_MOST = 6, SHARED_LEAST = 2 };

/* An event on its way into a row. */
struct told {
	struct teller teller;
	struct story_row row; /* of it alone */
	uint32_t *words;      /* ascending */
	size_t word_count;
	uint64_t signature;
	size_t next; /* the next teller of the same row, or SIZE_MAX */
	bool folded; /* into an earlier one */
};

struct tolds {
	struct told *at;
	size_t n, room;
};

const struct event *
teller_event(const struct teller *t)
{
	return &t->brief->timeline.at[t->number];
}

/* When it begins: what is still to come does not before its article was published. */
static long
begins(const struct event *e, const struct edtf *when, const struct brief *b)
{
	struct edtf published;

	if (e->kind == EVENT_PAST || !edtf_parse(b->source.published, &published) ||
	    published.no_year)
		return when->from;
	return published.from > when->from ? published.from : when->from;
}

static int
by_number(const void *pa, const void *pb)
{
	const uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return (a > b) - (a < b);
}

static bool
says(const struct event *e, struct str word)
{
	return e->when.n != 0 && str_has(e->when, word);
}

/* The set of the stems of its sentence. */
static void
read_words(struct arena *a, struct told *d, struct stemmer *s, struct str language)
{
	struct arena scratch = ARENA_INIT;
	const struct event *e = d->row.event;
	const struct tokens t = tokens_of(&scratch, e->text);
	uint32_t words[WORDS_MOST];
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < t.n && n < WORDS_MOST; i++) {
		const struct str word = token_text(&t, i);
		const struct str lower = utf8_fold(&scratch, word);

		if (t.at[i].kind == TOKEN_PUNCT ||
		    word_is_stop(lower, token_hash(lower), language) || says(e, word))
			continue;
		words[n++] = (uint32_t)hash_bytes(stem_of(s, &scratch, lower));
	}
	if (n != 0)
		qsort(words, n, sizeof(*words), by_number);
	d->words = arena_many(a, uint32_t, n);
	for (size_t i = 0; i < n; i++) {
		if (i != 0 && words[i] == words[i - 1])
			continue;
		d->words[kept++] = words[i];
		d->signature |= UINT64_C(1) << (words[i] % 64);
	}
	d->word_count = kept;
	arena_free(&scratch);
}

static void
read_brief(struct arena *a, struct tolds *all, const struct brief *b, bool words)
{
	struct stemmer *s = words ? stemmer_new(b->source.language) : NULL;

	for (size_t i = 0; i < b->timeline.n; i++) {
		struct told d = { .teller = { b, i }, .next = SIZE_MAX };
		struct story_row *r = &d.row;

		r->event = &b->timeline.at[i];
		r->known = edtf_parse(r->event->date, &r->when);
		r->from = begins(r->event, &r->when, b);
		if (words)
			read_words(a, &d, s, b->source.language);
		*vec_push(a, all) = d;
	}
	if (s != NULL)
		stemmer_free(s);
}

/* Dated, without a year, undated. */
static int
class_of(const struct story_row *r)
{
	return !r->known ? 2 : r->when.no_year ? 1 : 0;
}

static int
compare(const struct story_row *a, const struct story_row *b)
{
	const int class = class_of(a);
	int order = class - class_of(b);

	if (order == 0 && class == 0)
		order = (a->from > b->from) - (a->from < b->from);
	if (order == 0 && class == 0)
		order = (a->when.to > b->when.to) - (a->when.to < b->when.to);
	if (order == 0 && class == 1)
		order = edtf_cmp(&a->when, &b->when);
	return order;
}

static int
by_place(const struct teller *a, const struct teller *b)
{
	const int order = str_cmp(a->brief->id, b->brief->id);

	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static int
by_time(const void *pa, const void *pb)
{
	const struct told *a = pa, *b = pb;
	const int order = compare(&a->row, &b->row);

	return order != 0 ? order : by_place(&a->teller, &b->teller);
}

static int
rows_by_time(const void *pa, const void *pb)
{
	const struct story_row *a = pa, *b = pb;
	const int order = compare(a, b);

	return order != 0 ? order : by_place(a->tellers, b->tellers);
}

static size_t
shared_words(const struct told *a, const struct told *b)
{
	size_t n = 0;

	for (size_t i = 0, k = 0; i < a->word_count && k < b->word_count;) {
		const uint32_t x = a->words[i], y = b->words[k];

		n += x == y;
		i += x <= y;
		k += y <= x;
	}
	return n;
}

enum likeness { UNLIKE, ALIKE, VERY_ALIKE, NEARLY_ONE };

static enum likeness
likeness(const struct told *a, const struct told *b)
{
	const size_t both = a->word_count + b->word_count;
	size_t n;

	if (str_eq(a->row.event->text, b->row.event->text))
		return NEARLY_ONE; /* also where no word counts */
	if ((a->signature & b->signature) == 0)
		return UNLIKE;
	n = shared_words(a, b);
	if (n < SHARED_LEAST || 4 * n < both)
		return UNLIKE;
	if (5 * n >= 2 * both)
		return NEARLY_ONE;
	return 3 * n >= both ? VERY_ALIKE : ALIKE;
}

static bool
within(const struct edtf *in, const struct edtf *out)
{
	return in->from >= out->from && in->to <= out->to;
}

/* How far two days lie apart; LONG_MAX when one is no day. */
static long
days_apart(const struct story_row *a, const struct story_row *b)
{
	if (a->when.grain < EDTF_DAY || b->when.grain < EDTF_DAY)
		return LONG_MAX;
	return labs(a->when.from - b->when.from);
}

static bool
compatible(const struct story_row *a, const struct story_row *b)
{
	return within(&a->when, &b->when) || within(&b->when, &a->when);
}

/* How alike the sentences must be for the dates they have: days that differ much are mostly
   another thing at the same place, "the cranes stopped", "two cranes moved". */
static enum likeness
likeness_needed(const struct story_row *a, const struct story_row *b)
{
	const int class = class_of(a);
	const long apart = class == 0 ? days_apart(a, b) : 0;

	if (class != class_of(b) ||
	    (class == 1 && !str_eq(a->event->date, b->event->date)))
		return NEARLY_ONE + 1;
	if (class == 2)
		return VERY_ALIKE;
	if (class == 1 || compatible(a, b) || apart <= 1)
		return ALIKE;
	return apart <= APART_MOST ? NEARLY_ONE : NEARLY_ONE + 1;
}

static bool
same_event(const struct told *a, const struct told *b)
{
	enum likeness need;

	if (a->teller.brief == b->teller.brief)
		return str_eq(a->row.event->date, b->row.event->date) &&
		       str_eq(a->row.event->text, b->row.event->text) &&
		       (a->row.event->date.n != 0 ||
			   str_eq(a->row.event->when, b->row.event->when));
	need = likeness_needed(&a->row, &b->row);
	return need <= NEARLY_ONE && likeness(a, b) >= need;
}

/* Some teller of the row is of this brief: it tells something else then. */
static bool
has_brief(const struct tolds *all, size_t row, const struct told *d)
{
	for (size_t i = row; i != SIZE_MAX; i = all->at[i].next)
		if (all->at[i].teller.brief == d->teller.brief &&
		    !same_event(&all->at[i], d))
			return true;
	return false;
}

static void
fold(struct tolds *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct told *d = &all->at[i];
		size_t last;

		for (size_t k = i; k-- > 0 && i - k <= LOOK_BACK;) {
			if (all->at[k].folded || !same_event(&all->at[k], d) ||
			    has_brief(all, k, d))
				continue;
			for (last = k; all->at[last].next != SIZE_MAX;)
				last = all->at[last].next;
			all->at[last].next = i;
			d->folded = true;
			break;
		}
	}
}

/* What happened beats what was to; then the narrower date, the earlier day, the surer basis. */
static bool
tells_better(const struct story_row *a, const struct story_row *b)
{
	if ((a->event->kind == EVENT_PAST) != (b->event->kind == EVENT_PAST))
		return a->event->kind == EVENT_PAST;
	if (a->known != b->known)
		return a->known;
	if (a->known && within(&a->when, &b->when) != within(&b->when, &a->when))
		return within(&a->when, &b->when);
	if (a->known && a->when.from != b->when.from)
		return a->when.from < b->when.from;
	return a->event->basis < b->event->basis;
}

static int
by_publication(const void *pa, const void *pb)
{
	const struct teller *a = pa, *b = pb;
	const int order = str_cmp(a->brief->source.published, b->brief->source.published);

	return order != 0 ? order : by_place(a, b);
}

/* A next day is a late report unless both briefs state their day. */
static bool
excludes(const struct story_row *a, const struct story_row *b)
{
	if (class_of(a) != 0 || class_of(b) != 0 || compatible(a, b))
		return false;
	return days_apart(a, b) > 1 ||
	       (a->event->basis == BASIS_STATED && b->event->basis == BASIS_STATED);
}

/* The row that begins with all->at[i]. */
static struct story_row
row_of(struct arena *a, const struct tolds *all, size_t i)
{
	const struct told *best = &all->at[i];
	struct story_row row;
	struct teller *tellers;
	size_t n = 0;

	for (size_t k = i; k != SIZE_MAX; k = all->at[k].next, n++)
		if (tells_better(&all->at[k].row, &best->row))
			best = &all->at[k];
	row = best->row;
	tellers = arena_many(a, struct teller, n);
	tellers[0] = best->teller;
	n = 1;
	for (size_t k = i; k != SIZE_MAX; k = all->at[k].next) {
		if (&all->at[k] != best && all->at[k].teller.brief != best->teller.brief)
			tellers[n++] = all->at[k].teller;
		row.disputed |= excludes(&all->at[k].row, &row);
	}
	if (n > 2)
		qsort(tellers + 1, n - 1, sizeof(*tellers), by_publication);
	row.tellers = tellers;
	row.teller_count = n;
	return row;
}

struct story
story_make(struct arena *a, const struct brief *const *briefs, size_t n, bool merge)
{
	struct arena scratch = ARENA_INIT;
	struct story out = { .briefs = briefs, .brief_count = n };
	struct tolds all = { 0 };

	for (size_t i = 0; i < n; i++)
		read_brief(&scratch, &all, briefs[i], merge);
	if (all.n != 0)
		qsort(all.at, all.n, sizeof(*all.at), by_time);
	if (merge)
		fold(&all);
	for (size_t i = 0; i < all.n; i++)
		if (!all.at[i].folded)
			*vec_push(a, &out) = row_of(a, &all, i);
	if (out.n != 0)
		qsort(out.at, out.n, sizeof(*out.at), rows_by_time);
	arena_free(&scratch);
	return out;
}
