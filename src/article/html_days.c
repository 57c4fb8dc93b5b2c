/* The days a page shows: in lines near the headline, in elements named for dates, in lines
   that say what their day is. */

#include "article/html_days.h"

enum stand
facts_stand(const struct facts *f, const struct node *n)
{
	const struct page *p = f->p;
	const size_t at = html_block_at(p, n);
	const size_t head = p->headline < p->blocks.n ? p->headline : p->first;

	if (at + 8 >= head && (at <= head + 6 || at <= p->first + 2))
		return STAND_NEAR;
	return at > head && at <= p->last + 6 ? STAND_IN : STAND_AWAY;
}

/* What the page tells machines of an event: when it begins and ends. */
struct event {
	struct str at[2];
};

static struct event
event_of(const struct facts *f)
{
	static const char *const keys[] = { "startDate", "endDate" };
	struct event e = { { STR_NIL, STR_NIL } };

	for (size_t i = 0; i < LEN(keys); i++) {
		const struct jvalue *v = facts_json(f, keys[i]);

		e.at[i] = v == NULL ? STR_NIL : jvalue_text(v);
	}
	return e;
}

static bool
is_of_event(const struct event *e, struct str day)
{
	return str_starts(e->at[0], day) || str_starts(e->at[1], day);
}

/* A link of several words: the line leads to another article, and its day is that one's. */
static bool
leads_on(const struct page *p, const struct hblock *b)
{
	enum { WORDS = 5 };

	for (size_t i = b->piece; i < b->piece + b->piece_count; i++)
		if (p->pieces.at[i].link != NULL &&
		    line_words(p->pieces.at[i].text) >= WORDS)
			return true;
	return false;
}

struct dates
days_read(const struct facts *f, bool us)
{
	enum { LINE = 200, LABEL = 24 };
	const struct page *p = f->p;
	struct dates d = { f, arena_many(f->a, struct day, p->blocks.n),
		arena_many(f->a, uint8_t, p->boxes.n), us };
	const struct event event = event_of(f);

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];
		const struct hblock *before = i == 0 ? b : b - 1;

		d.of[i].kind = DAY_NONE;
		if (b->n < LINE && b->digits >= 3)
			d.of[i] = day_in(f->a, b->text,
			    i != 0 && before->n <= LABEL && before->links == 0
				? before->text
				: STR_NIL,
			    d.us);
		if (d.of[i].kind == DAY_PLAIN &&
		    (is_of_event(&event, d.of[i].date) || leads_on(p, b)))
			d.of[i].kind = DAY_OTHER;
	}
	return d;
}

static bool
holds(const struct page *p, uint32_t box, size_t block)
{
	const uint32_t at = block < p->blocks.n ? p->blocks.at[block].box : HTML_NONE;

	return at != HTML_NONE && at >= box && at < p->boxes.at[box].end;
}

enum { KNOWN = 1, ASIDE = 2, SIDEBAR = 4 };

/* What a box is by its name: of comments, of other articles. */
static unsigned
named(const struct node *n)
{
	static const char *const names[] = { "comment", "related", "recent", "reply",
		"replies", "popular", "recommend", "sidebar" };
	unsigned bits = 0;

	for (size_t k = 0; k < LEN(names); k++)
		if (html_has_nocase(node_value(n, ATTR_CLASS), names[k]) ||
		    html_has_nocase(node_value(n, ATTR_ID), names[k]))
			bits |= k + 1 == LEN(names) ? SIDEBAR : ASIDE;
	return bits;
}

/* In a box beside the article; a sidebar may say when the article was published.  Each box
   is looked at once. */
static bool
is_beside(const struct dates *d, size_t block)
{
	const struct page *p = d->f->p;
	uint32_t chain[HTML_DEPTH], box = p->blocks.at[block].box;
	unsigned bits = KNOWN;
	size_t n = 0;

	for (; box != HTML_NONE && n < LEN(chain) && d->beside[box] == 0 &&
	       !holds(p, box, p->headline) && !holds(p, box, p->first);
	     box = p->boxes.at[box].parent)
		chain[n++] = box;
	if (box != HTML_NONE && d->beside[box] != 0)
		bits = d->beside[box];
	while (n-- > 0) {
		bits |= named(p->boxes.at[chain[n]].node);
		d->beside[chain[n]] = (uint8_t)bits;
	}
	return (bits & ASIDE) != 0 ||
	       ((bits & SIDEBAR) != 0 && d->of[block].kind != DAY_PUBLISHED);
}

/* The block an element's text stands in, which may have begun before it. */
static size_t
block_around(const struct page *p, const struct node *n)
{
	const size_t at = html_block_at(p, n);
	const struct node *after = node_next(n, p->root, false);

	return at > 0 && (at == p->blocks.n ||
			     (after != NULL && p->blocks.at[at].order >= after->order))
		   ? at - 1
		   : at;
}

/* The day of the line an element stands in, when it is also the element's. */
static enum day_kind
kind_around(const struct dates *d, const struct fact *t, struct str day)
{
	const size_t at = block_around(d->f->p, t->node);

	if (at >= d->f->p->blocks.n || d->of[at].kind == DAY_NONE ||
	    !str_eq(str_cut(day, 0, 10), d->of[at].date))
		return DAY_PLAIN;
	return d->of[at].kind;
}

/* The day an element says, unless it is that of an update or a comment. */
static struct str
day_told(const struct dates *d, const struct fact *t)
{
	static const char *const not [] = { "updat", "modif", "event", "comment" };
	const size_t at = block_around(d->f->p, t->node);
	struct str got;

	for (size_t k = 0; k < LEN(not ); k++)
		if (html_has_nocase(t->key, not [k]))
			return STR_NIL;
	if (at < d->f->p->blocks.n && is_beside(d, at))
		return STR_NIL;
	got = day_in(d->f->a, t->value, STR_NIL, d->us).kind > DAY_PLAIN
		  ? date_of(d->f->a, str_trim(t->value))
		  : day_moment(d->f, t->value);
	return got.n >= 10 && kind_around(d, t, got) <= DAY_PLAIN ? got : STR_NIL;
}

/* The first day near the headline that elements named for dates say. */
struct str
days_marked_near(const struct dates *d)
{
	const struct fact_list *const lists[] = { &d->f->dated, &d->f->times };

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct fact *t = &lists[k]->at[i];
			const struct str got = facts_stand(d->f, t->node) == STAND_NEAR
						   ? day_told(d, t)
						   : STR_NIL;

			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

/* What is marked near the headline as the day of publication. */
struct str
days_marked(const struct facts *f)
{
	for (size_t i = 0; i < f->times.n; i++) {
		const struct fact *t = &f->times.at[i];

		if ((str_eq(t->key, STR("abbr")) ||
			html_has_nocase(t->key, "datepublished")) &&
		    facts_stand(f, t->node) == STAND_NEAR)
			return day_moment(f, t->value);
	}
	return STR_NIL;
}

/* The only day such elements in the article or at its end say: many days are those of
   comments or of other articles. */
struct str
days_marked_once(const struct dates *d)
{
	const struct fact_list *const lists[] = { &d->f->dated, &d->f->times };
	struct str day = STR_NIL;

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct fact *t = &lists[k]->at[i];
			const struct str got = facts_stand(d->f, t->node) == STAND_IN
						   ? day_told(d, t)
						   : STR_NIL;

			if (got.n != 0 && day.n != 0 &&
			    !str_eq(str_cut(got, 0, 10), str_cut(day, 0, 10)))
				return STR_NIL;
			day = got.n != 0 ? got : day;
		}
	return day;
}

/* The day of a line, when it is of one of the kinds up to `kind`; what a sentence says was
   updated or published then may be something else. */
static struct str
from_block(const struct dates *d, size_t i, uint32_t most, enum day_kind kind)
{
	return d->f->p->blocks.at[i].n > most || d->of[i].kind > kind ||
		       (d->of[i].kind != DAY_PLAIN && d->f->p->blocks.at[i].sentence) ||
		       is_beside(d, i)
		   ? STR_NIL
		   : d->of[i].date;
}

/* A heading that leads elsewhere: what stands by it is of another article. */
static bool
leads_away(const struct page *p, size_t i)
{
	const struct hblock *b = &p->blocks.at[i];

	return i != p->headline && html_is_heading(p->boxes.at[b->box].tag) &&
	       b->link_n * 2 > b->n;
}

/* The first day of the lines from `*i` to `to`, which is where a heading leads away; with
   `text` also past the second block of text. */
static struct str
day_after(const struct dates *d, size_t *i, size_t to, enum day_kind kind, bool text)
{
	enum { BEGUN = 2 };
	const struct page *p = d->f->p;

	for (size_t good = 0; *i < to && !leads_away(p, *i); (*i)++) {
		const struct str got = from_block(d, *i, 140, kind);

		good += html_goodness(p, &p->blocks.at[*i]) > 0;
		if (got.n != 0)
			return got;
		if (good == BEGUN && !text)
			break;
	}
	return STR_NIL;
}

/* Short lines near the headline: those after it up to the text, those before it, and those in
   the text's beginning. */
struct str
days_near(const struct dates *d, enum day_kind kind)
{
	const size_t n = d->f->p->blocks.n;
	const size_t at = d->f->p->headline < n ? d->f->p->headline : d->f->p->first;
	const size_t to = at + 10 < n ? at + 10 : n;
	size_t i = at;
	struct str got = day_after(d, &i, to, kind, false);

	for (size_t k = at;
	     got.n == 0 && k > 0 && at - k < 5 && !leads_away(d->f->p, k - 1); k--)
		got = from_block(d, k - 1, 100, kind);
	return got.n != 0 ? got : day_after(d, &i, to, kind, true);
}

/* "Press release of 12 May 2020 | Berlin - The harbour board ..." */
struct str
days_begin(const struct dates *d)
{
	const size_t n = d->f->p->blocks.n;
	const size_t at = d->f->p->headline < n ? d->f->p->headline : d->f->p->first;

	for (size_t i = at; i < n && i < at + 5; i++) {
		const struct str head = str_cut(d->f->p->blocks.at[i].text, 0, 45);
		const struct day got = day_in(d->f->a, head, STR_NIL, d->us);

		if (leads_away(d->f->p, i))
			break;

		if (got.kind <= DAY_PLAIN && !is_beside(d, i) &&
		    (d->of[i].kind <= DAY_PLAIN || d->of[i].kind == DAY_NONE))
			return got.date;
	}
	return STR_NIL;
}

/* A day that a line anywhere says is that of publication, if all such lines agree. */
struct str
days_said(const struct dates *d)
{
	struct str day = STR_NIL;

	for (size_t i = 0; i < d->f->p->blocks.n; i++) {
		const struct str got = from_block(d, i, 200, DAY_PUBLISHED);

		if (got.n != 0 && day.n != 0 && !str_eq(got, day))
			return STR_NIL;
		day = got.n != 0 ? got : day;
	}
	return day;
}

struct str
days_updated(const struct dates *d, bool told)
{
	const struct page *p = d->f->p;
	const size_t from = p->headline < p->first ? p->headline : p->first;

	for (size_t i = from < 5 ? 0 : from - 5; i < p->blocks.n && i <= p->last + 6; i++)
		if (d->of[i].updated.n != 0 && !is_beside(d, i) &&
		    (told || !p->blocks.at[i].sentence || i >= p->last))
			return d->of[i].updated;
	return STR_NIL;
}

/* A list of many days: of reviews, of other articles, of changes. */
static bool
is_list(const struct dates *d)
{
	enum { MANY = 9 };
	struct str day = STR_NIL;
	size_t n = 0;

	for (size_t i = 0; i < d->f->p->blocks.n && n < MANY; i++) {
		const struct str got = from_block(d, i, 60, DAY_PLAIN);

		n += got.n != 0 && !str_eq(got, day);
		day = got.n != 0 ? got : day;
	}
	return n == MANY;
}

/* A short line anywhere with a date, those of the text's box first. */
struct str
days_anywhere(const struct dates *d)
{
	const struct page *p = d->f->p;

	for (int round = is_list(d) ? 2 : 0; round < 2; round++)
		for (size_t i = 0; i < p->blocks.n; i++) {
			const struct hblock *b = &p->blocks.at[i];
			const bool inside =
			    b->box >= p->common && b->box < p->boxes.at[p->common].end;
			const struct str got = round == 1 || inside
						   ? from_block(d, i, 60, DAY_PLAIN)
						   : STR_NIL;

			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

/* Whether a line writes the day in numbers alone. */
bool
days_in_digits(const struct dates *d, struct str date)
{
	for (size_t i = 0; i < d->f->p->blocks.n; i++)
		if (d->of[i].kind != DAY_NONE && d->of[i].digits &&
		    str_eq(d->of[i].date, date))
			return true;
	return false;
}

/* Whether a short line of the page shows the day. */
bool
days_show(const struct dates *d, struct str date)
{
	for (size_t i = 0; i < d->f->p->blocks.n; i++)
		if (d->of[i].kind != DAY_NONE &&
		    str_eq(d->of[i].date, str_cut(date, 0, 10)))
			return true;
	return false;
}
