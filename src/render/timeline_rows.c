/* The rows of a timeline: which, in what order, and what is a row's own. */
#include <stdlib.h>

#include "render/timeline.h"

enum { NEAR_ROWS = 24, HEAD_LEAST = 12 };

static int
by_time(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int c = (x->group > y->group) - (x->group < y->group);

	if (c == 0 && x->dated && y->dated && x->group == GROUP_FUTURE)
		c = (x->when.to > y->when.to) - (x->when.to < y->when.to);
	else if (c == 0 && x->dated && y->dated)
		c = edtf_cmp(&x->when, &y->when);
	return c != 0 ? c : (x->index > y->index) - (x->index < y->index);
}

bool
timeline_merged(const struct layout *l)
{
	return l->o->story != NULL && l->o->story->brief_count > 1;
}

static enum group
group_of(const struct layout *l, const struct row *r)
{
	if (!r->dated)
		return GROUP_UNDATED;
	if (r->when.no_year)
		return GROUP_NO_YEAR;
	return r->event->kind == EVENT_PAST || timeline_merged(l) ? GROUP_PAST
								  : GROUP_FUTURE;
}

static void
row_add(struct layout *l, struct rows *rows, struct row r)
{
	if (l->o->hide_future && r.event->kind != EVENT_PAST)
		return;
	r.dated = edtf_parse(r.event->date, &r.when);
	r.group = group_of(l, &r);
	*vec_push(l->a, rows) = r;
}

struct rows
timeline_rows(struct layout *l)
{
	const struct story *story = l->o->story;
	struct rows rows = { 0 };
	struct row published = { .group = GROUP_PUBLISHED, .dated = true };

	for (size_t i = 0; story != NULL && i < story->n; i++)
		row_add(l, &rows,
		    (struct row){ .index = i,
			.event = story->at[i].event,
			.told = timeline_merged(l) ? &story->at[i] : NULL });
	for (size_t i = 0; story == NULL && i < l->b->timeline.n; i++)
		row_add(
		    l, &rows, (struct row){ .index = i, .event = &l->b->timeline.at[i] });
	if (rows.n != 0 && edtf_parse(l->b->source.published, &published.when))
		*vec_push(l->a, &rows) = published;
	if (rows.n > 1 && !timeline_merged(l))
		qsort(rows.at, rows.n, sizeof(*rows.at), by_time);
	return rows;
}

struct extract
timeline_lead(const struct brief *b)
{
	for (size_t i = 0; i < b->summary.n; i++)
		if (!str_ends(b->summary.at[i].text, STR("?")))
			return b->summary.at[i];
	return (struct extract){ b->title, 0 };
}

bool
timeline_tells(const struct rows *rows, struct str lead)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct event *e = rows->at[i].event;

		if (e != NULL && e->text.n != 0 &&
		    (str_has(lead, e->text) || str_has(e->text, lead)))
			return true;
	}
	return false;
}

/* Two rows tell one sentence: the bytes up to the date of the first, which the second need not
   tell again, or 0. */
static size_t
up_to_date(const struct event *first, const struct event *second)
{
	const size_t at = str_find(first->text, first->when, 0),
		     then = str_find(second->text, second->when, 0);

	return first->text.n == second->text.n && first->when.n != 0 && at != STR_NONE &&
		       then != STR_NONE && at + first->when.n <= then
		   ? at + first->when.n
		   : 0;
}

/* How much of its sentence the other row tells as well; 0: it is another one. */
static size_t
told_by(const struct event *e, const struct event *of)
{
	if (e->para != of->para || e->text.n < HEAD_LEAST ||
	    !str_starts(of->text, e->text))
		return 0;
	return e->text.n < of->text.n ? e->text.n : up_to_date(e, of);
}

/* The other row begins the sentence that this one tells as well. */
static bool
is_head(const struct row *head, const struct row *r)
{
	const struct event *e = head->event, *of = r->event;

	if (e == NULL || head == r || told_by(e, of) == 0)
		return false;
	return r->told == NULL ||
	       (head->told->tellers[0].brief == r->told->tellers[0].brief &&
		   teller_event(head->told->tellers) == e &&
		   teller_event(r->told->tellers) == of);
}

struct own
timeline_own(const struct rows *rows, size_t i)
{
	const struct row *r = &rows->at[i], *head = NULL;
	const struct str text = r->event->text;
	struct own own = { 0, false };
	size_t told = 0;

	for (size_t k = i < NEAR_ROWS ? 0 : i - NEAR_ROWS;
	     k < rows->n && k < i + NEAR_ROWS; k++) {
		const struct row *other = &rows->at[k];

		if (!is_head(other, r))
			continue;
		if (told_by(other->event, r->event) > told ||
		    (k + 1 == i && told_by(other->event, r->event) == told)) {
			head = other;
			told = told_by(other->event, r->event);
		}
	}
	if (head == NULL)
		return own;
	own.from = told;
	while (own.from < text.n && (text.p[own.from] == ' ' || text.p[own.from] == ','))
		own.from++;
	own.below = head + 1 == r;
	if (own.from == told || own.from == text.n)
		own.from = 0;
	return own;
}
