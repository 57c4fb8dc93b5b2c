/*
 * Growing a story: the neighbours of a member are weighed, those heavy enough are new
 * members; the heaviest is asked next.  Only the doors of the room are used.
 */
#include "library/story.h"

#include <limits.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "library/common.h"

/* Members at most; members whose neighbours are asked for; computed neighbours of each. */
enum { MEMBERS_MOST = 24, ASKED_MOST = 6, COMPUTED_MOST = 8, DAYS_MOST = 548 };

/* What a relation weighs; `enough` makes two briefs one story. */
static const double enough = 3, by_link = 2, by_person = 0.75, by_org = 0.5, by_day = 1,
		    by_score = 10, names_most = 2, days_most = 2;

struct member {
	struct chapter chapter;
	double weight; /* of the relation that brought it */
	bool asked;
};

struct growth {
	struct library *lib;
	struct arena *a;
	struct diags *d;
	struct member at[MEMBERS_MOST];
	size_t n;
};

static bool
published_on(struct str published, long *day)
{
	struct edtf e;

	if (!edtf_parse(published, &e) || e.no_year || e.from == LONG_MIN)
		return false;
	*day = e.from;
	return true;
}

/* As the library knows the day, so that what is too far away is not read. */
static bool
near_in_time(const struct brief *a, struct str published)
{
	long x, y;

	return !published_on(a->source.published, &x) || !published_on(published, &y) ||
	       labs(x - y) <= DAYS_MOST;
}

static double
shared_names(const struct name_list *a, const struct name_list *b, double each)
{
	double sum = 0;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (str_eq_nocase(a->at[i].name, b->at[k].name)) {
				sum += common_name(a->at[i].name) ? 0 : each;
				break;
			}
	return sum;
}

/* Days on which both tell of an event. */
static double
shared_days(const struct brief *a, const struct brief *b)
{
	double sum = 0;
	struct edtf x, y;

	for (size_t i = 0; i < a->timeline.n; i++) {
		if (!edtf_parse(a->timeline.at[i].date, &x) || x.grain < EDTF_DAY ||
		    x.no_year)
			continue;
		for (size_t k = 0; k < b->timeline.n; k++)
			if (edtf_parse(b->timeline.at[k].date, &y) && !y.no_year &&
			    y.from == x.from && y.to == x.to) {
				sum += by_day;
				break;
			}
	}
	return sum < days_most ? sum : days_most;
}

static double
weigh(const struct brief *a, const struct brief *b, const struct neighbour *n)
{
	const double names = shared_names(&a->people, &b->people, by_person) +
			     shared_names(&a->orgs, &b->orgs, by_org);

	if (n->kind != NEIGHBOUR_COMPUTED && str_eq_nocase(a->title, b->title))
		return enough; /* a mail and its answer */
	return (n->kind == NEIGHBOUR_COMPUTED ? n->score * by_score : by_link) +
	       (names < names_most ? names : names_most) + shared_days(a, b);
}

static struct member *
member_of(struct growth *g, size_t index)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i].chapter.index == index)
			return &g->at[i];
	return NULL;
}

/* Mails of one title are told apart by who wrote them. */
static struct str
reason(struct arena *a, const struct member *from, const struct neighbour *n)
{
	const struct brief *of = from->chapter.brief;
	const bool stated = n->kind == NEIGHBOUR_STATED;
	const bool mail = of->source.author.n != 0 && str_eq_nocase(of->title, n->title);
	struct buf b = buf_new(a);

	if (n->kind == NEIGHBOUR_COMPUTED)
		return n->why;
	if (mail)
		buf_text(&b, stated ? "answered by " : "answers ");
	else
		buf_text(&b, stated ? "named by " : "names ");
	buf_str(&b, mail ? of->source.author.at[0] : of->title);
	return buf_view(&b);
}

static void
consider(struct growth *g, const struct member *from, const struct neighbour *n)
{
	const size_t index = n->id.n == 0 ? SIZE_MAX : library_id(g->lib, n->id);
	const struct brief *b;
	double weight;

	if (index == SIZE_MAX || member_of(g, index) != NULL || g->n == MEMBERS_MOST ||
	    !near_in_time(from->chapter.brief, n->published))
		return;
	b = library_brief(g->lib, index, g->a, g->d);
	if (b == NULL)
		return;
	weight = weigh(from->chapter.brief, b, n);
	if (weight >= enough)
		g->at[g->n++] =
		    (struct member){ { index, b, reason(g->a, from, n) }, weight, false };
}

/* The heaviest that was not asked yet, ties by id; NULL: all were. */
static struct member *
next_to_ask(struct growth *g)
{
	struct member *best = NULL;

	for (size_t i = 0; i < g->n; i++) {
		struct member *m = &g->at[i];

		if (m->asked)
			continue;
		if (best == NULL || m->weight > best->weight ||
		    (m->weight >= best->weight &&
			str_cmp(m->chapter.brief->id, best->chapter.brief->id) < 0))
			best = m;
	}
	return best;
}

static void
ask(struct growth *g, struct member *m)
{
	const struct neighbours near = library_related(
	    g->lib, m->chapter.index, m->chapter.brief, COMPUTED_MOST, g->a);

	m->asked = true;
	for (size_t i = 0; i < near.n; i++)
		consider(g, m, &near.at[i]);
}

static int
by_publication(const void *pa, const void *pb)
{
	const struct chapter *a = pa, *b = pb;
	long x = LONG_MAX, y = LONG_MAX;

	(void)published_on(a->brief->source.published, &x);
	(void)published_on(b->brief->source.published, &y);
	return x != y ? (x > y) - (x < y) : str_cmp(a->brief->id, b->brief->id);
}

struct chapters
library_story(struct library *lib, size_t i, struct arena *a, struct diags *d)
{
	struct chapters out = { 0 };
	struct growth g = { .lib = lib, .a = a, .d = d };
	const struct brief *b = library_brief(lib, i, a, d);
	struct member *m;

	if (b == NULL)
		return out;
	g.at[g.n++] = (struct member){ .chapter = { i, b, STR_NIL } };
	for (size_t k = 0; k < ASKED_MOST && (m = next_to_ask(&g)) != NULL; k++)
		ask(&g, m);
	for (size_t k = 0; k < g.n; k++)
		*vec_push(a, &out) = g.at[k].chapter;
	qsort(out.at, out.n, sizeof(*out.at), by_publication);
	return out;
}

struct story
chapters_story(struct arena *a, const struct chapters *c)
{
	const struct brief **briefs = arena_many(a, const struct brief *, c->n);

	for (size_t i = 0; i < c->n; i++)
		briefs[i] = c->at[i].brief;
	return story_make(a, briefs, c->n, true);
}

struct neighbours
chapters_list(struct arena *a, const struct library *lib, const struct chapters *c)
{
	struct neighbours out = { 0 };

	for (size_t i = 0; i < c->n; i++) {
		const struct entry *e = library_at(lib, c->at[i].index);

		*vec_push(a, &out) = (struct neighbour){ .kind = NEIGHBOUR_STATED,
			.id = str_dup(a, e->id),
			.title = str_dup(a, e->title),
			.source = str_dup(a, e->source),
			.author = str_dup(a, e->author),
			.published = str_dup(a, e->published),
			.why = c->at[i].why };
	}
	return out;
}
