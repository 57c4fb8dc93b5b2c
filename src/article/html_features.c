/* What is measured of each block for the two models: first by itself and its place,
   then, with the first model's answers, by the company it keeps.  The order of the
   measures is the tables': whoever changes it learns the tables anew. */
#include <assert.h>
#include <math.h>

#include "article/html_model.h"
#include "article/tables/calls.h"

/* Tags by how often their text is of an article, likeliest first. */
static const uint8_t tag_codes[TAG_COUNT] = { [TAG_P] = 1,
	[TAG_BLOCKQUOTE] = 2,
	[TAG_PRE] = 3,
	[TAG_H2] = 4,
	[TAG_H3] = 5,
	[TAG_LI] = 6,
	[TAG_DD] = 7,
	[TAG_H4] = 8,
	[TAG_H5] = 8,
	[TAG_H6] = 8,
	[TAG_TD] = 9,
	[TAG_TH] = 9,
	[TAG_ARTICLE] = 10,
	[TAG_MAIN] = 10,
	[TAG_SECTION] = 10,
	[TAG_DIV] = 11,
	[TAG_H1] = 12,
	[TAG_DT] = 13,
	[TAG_FIGCAPTION] = 14,
	[TAG_FIGURE] = 14 };

struct row {
	float *at;
	size_t n;
};

static void
put(struct row *r, float x)
{
	r->at[r->n++] = x;
}

static float
clamped(double x, double most)
{
	return (float)(x > most ? most : x < -most ? -most : x);
}

static float
density(const struct hblock *b)
{
	return (float)b->link_n / (float)b->n;
}

static float
log_of(double x)
{
	return (float)log(1 + x);
}

static const struct hblock *
block_at(const struct page *p, size_t i, long by)
{
	const long at = (long)i + by;

	return at < 0 || at >= (long)p->blocks.n ? NULL : &p->blocks.at[at];
}

static void
put_text(struct row *r, const struct page *p, const struct hblock *b)
{
	const float n = (float)b->n;

	put(r, tag_codes[hblock_tag(p, b)]);
	put(r, log_of(b->n));
	put(r, density(b));
	put(r, log_of(b->words));
	put(r, clamped(b->links, 10));
	for (unsigned i = 0; i < IN_COUNT; i++)
		put(r, (b->in & 1u << i) != 0);
	put(r, b->sentence);
	put(r, b->inner_stop);
	put(r, clamped(b->commas, 6));
	put(r, (float)b->upper / (float)(b->letters + 1));
	put(r, (float)b->digits / n);
	put(r, b->repeated);
	for (unsigned i = 0; i < CALL_COUNT; i++)
		put(r, (b->calls & 1u << i) != 0);
	put(r, b->title_overlap);
}

/* Steps up to the line of boxes from the top to the best, and from there down to it. */
static void
put_way(struct row *r, const struct page *p, const struct hblock *b)
{
	uint32_t up = b->box, down = p->best;
	int ups = 0, downs = 0;

	while (!(up <= p->best && p->best < p->boxes.at[up].end) && ups < 8) {
		up = p->boxes.at[up].parent;
		ups++;
	}
	while (down != up && down != HTML_NONE && downs < 8) {
		down = p->boxes.at[down].parent;
		downs++;
	}
	put(r, (float)ups);
	put(r, (float)downs);
	put(r, b->box >= p->common && b->box < p->boxes.at[p->common].end);
}

static void
put_place(struct row *r, const struct page *p, size_t i)
{
	const struct hblock *b = &p->blocks.at[i];
	const uint32_t holder = html_holder(p, b->box);
	const uint32_t around = p->boxes.at[holder].parent;
	const float most = p->boxes.at[p->best].near + 1;

	put_way(r, p, b);
	put(r, p->boxes.at[holder].near / most);
	put(r, p->boxes.at[holder].good / (p->good + 1));
	put(r, around == HTML_NONE ? 1 : p->boxes.at[around].good / (p->good + 1));
	put(r, (float)i / (float)p->blocks.n);
	put(r, log_of((double)p->blocks.n));
	put(r, p->headline == p->blocks.n ? 99
					  : clamped((double)i - (double)p->headline, 30));
	put(r, clamped((double)i - (double)p->first, 20));
	put(r, clamped((double)p->last - (double)i, 20));
	put(r, log_of((double)p->good));
}

static void
put_words(struct row *r, const struct page *p, const struct hblock *b)
{
	const struct box *box = &p->boxes.at[b->box];
	const bool inside = b->box >= p->common && b->box < p->boxes.at[p->common].end;

	put(r, box->own);
	put(r, inside ? box->path - p->boxes.at[p->common].path : box->path);
	put(r, box->path);
}

static void
put_neighbours(struct row *r, const struct page *p, size_t i)
{
	static const long steps[] = { -2, -1, 1, 2 };
	const uint32_t parent = p->boxes.at[p->blocks.at[i].box].parent;
	float good = 0;

	for (size_t k = 0; k < LEN(steps); k++) {
		const struct hblock *b = block_at(p, i, steps[k]);

		put(r, b == NULL ? -1 : log_of(b->n));
		put(r, b == NULL ? -1 : density(b));
		if (steps[k] == -1 || steps[k] == 1) {
			put(r, b == NULL ? 0 : tag_codes[hblock_tag(p, b)]);
			put(r, b != NULL && p->boxes.at[b->box].parent == parent);
		}
	}
	for (long k = -6; k <= 6; k++) {
		const struct hblock *b = block_at(p, i, k);

		if (k == 0) {
			put(r, good);
			good = 0;
		} else if (b != NULL) {
			good += html_goodness(p, b) * (float)(b->n < 400 ? b->n : 400);
		}
	}
	put(r, good);
}

void /* NOLINTNEXTLINE(readability-non-const-parameter): written through the row */
html_first_row(const struct page *p, size_t i, float *out)
{
	struct row r = { out, 0 };

	put_text(&r, p, &p->blocks.at[i]);
	put_place(&r, p, i);
	put_words(&r, p, &p->blocks.at[i]);
	put_neighbours(&r, p, i);
	assert(r.n == FIRST_COUNT);
}

/* ---- company ---- */

/* Sums of words, and of words times likelihood, over what lies below a box. */
struct company {
	double *mass, *likely;           /* by box */
	double *sign_mass, *sign_likely; /* by the hash of a box's signature */
	double *words, *sums;            /* of the blocks before one */
	size_t first, last;              /* likely blocks */
};

enum { SIGNS = 1024 };

static double
weight(const struct hblock *b)
{
	return 1.0 + b->words;
}

struct company *
html_company(struct page *p)
{
	struct company *c = arena_new(p->a, struct company);
	const size_t n = p->blocks.n;

	c->mass = arena_many(p->a, double, p->boxes.n);
	c->likely = arena_many(p->a, double, p->boxes.n);
	c->sign_mass = arena_many(p->a, double, SIGNS);
	c->sign_likely = arena_many(p->a, double, SIGNS);
	c->words = arena_many(p->a, double, n + 1);
	c->sums = arena_many(p->a, double, n + 1);
	c->first = n;
	c->last = n;
	for (size_t i = 0; i < n; i++) {
		const struct hblock *b = &p->blocks.at[i];
		const double w = weight(b), wp = w * (double)b->p;
		const uint32_t sign = p->boxes.at[b->box].sign % SIGNS;

		c->mass[b->box] += w;
		c->likely[b->box] += wp;
		c->sign_mass[sign] += w;
		c->sign_likely[sign] += wp;
		c->words[i + 1] = c->words[i] + w;
		c->sums[i + 1] = c->sums[i] + wp;
		if (b->p > 0.5f) {
			c->first = c->first == n ? i : c->first;
			c->last = i;
		}
	}
	for (size_t i = p->boxes.n; i-- > 1;) {
		c->mass[p->boxes.at[i].parent] += c->mass[i];
		c->likely[p->boxes.at[i].parent] += c->likely[i];
	}
	return c;
}

static void
put_share(struct row *r, double mass, double likely, const struct hblock *b, double all)
{
	const double w = weight(b);

	put(r, (float)((likely - w * (double)b->p) / (mass - w + 0.5)));
	put(r, (float)(likely / all));
	put(r, (float)log(mass));
}

static void
put_around(struct row *r, const struct page *p, const struct company *c, size_t i)
{
	const struct hblock *b = &p->blocks.at[i];
	const double all = c->sums[p->blocks.n] + 1e-3;
	const uint32_t sign = p->boxes.at[b->box].sign % SIGNS;
	uint32_t up = b->box;

	for (int k = 0; k < 6; k++) {
		if (up == HTML_NONE) {
			put(r, -1);
			put(r, 1);
			put(r, -1);
			continue;
		}
		put_share(r, c->mass[up], c->likely[up], b, all);
		up = p->boxes.at[up].parent;
	}
	put_share(r, c->sign_mass[sign], c->sign_likely[sign], b, all);
}

static void
put_windows(struct row *r, const struct page *p, const struct company *c, size_t i)
{
	static const size_t sizes[] = { 1, 2, 3, 6, 12 };
	static const long steps[] = { -2, -1, 1, 2 };
	const size_t n = p->blocks.n;

	for (size_t k = 0; k < LEN(sizes); k++) {
		const size_t from = i > sizes[k] ? i - sizes[k] : 0;
		const size_t to = i + 1 + sizes[k] < n ? i + 1 + sizes[k] : n;

		put(r, (float)((c->sums[i] - c->sums[from]) /
			       (c->words[i] - c->words[from] + 1)));
		put(r, (float)((c->sums[to] - c->sums[i + 1]) /
			       (c->words[to] - c->words[i + 1] + 1)));
	}
	for (size_t k = 0; k < LEN(steps); k++) {
		const struct hblock *b = block_at(p, i, steps[k]);

		put(r, b == NULL ? -1 : b->p);
	}
}

void /* NOLINTNEXTLINE(readability-non-const-parameter): written through the row */
html_second_row(const struct page *p, const struct company *c, size_t i, float *out)
{
	struct row r = { out, FIRST_COUNT };
	const struct hblock *b = &p->blocks.at[i];
	const size_t n = p->blocks.n;
	const double all = c->sums[n] + 1e-3;

	put(&r, b->p);
	put_around(&r, p, c, i);
	put_windows(&r, p, c, i);
	put(&r, (float)(c->sums[i] / all));
	put(&r, (float)((c->sums[n] - c->sums[i + 1]) / all));
	put(&r, clamped((double)i - (double)c->first, 50));
	put(&r, clamped((double)c->last - (double)i, 50));
	put(&r, (float)(all / (c->words[n] + 1)));
	put(&r, log_of(all));
	assert(r.n == SECOND_COUNT);
}
