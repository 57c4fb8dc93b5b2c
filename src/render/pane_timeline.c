/*
 * The timeline: a column of dates, a rail of marks, the events.  What is past comes
 * first, then the publication, then what is to come, then what has no year or no date.
 */
#include <stdlib.h>

#include "data/edtf.h"
#include "render/layout.h"
#include "text/wrap.h"

enum { DATE_COLS = 10, RAIL = DATE_COLS + 2 };

enum group { GROUP_PAST, GROUP_PUBLISHED, GROUP_FUTURE, GROUP_NO_YEAR, GROUP_UNDATED };

struct row {
	enum group group;
	bool dated;
	struct edtf when;
	size_t index; /* of the event */
};

struct rows {
	struct row *at;
	size_t n, room;
};

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

static enum group
group_of(const struct row *r, enum event_kind kind)
{
	if (!r->dated)
		return GROUP_UNDATED;
	if (r->when.no_year)
		return GROUP_NO_YEAR;
	return kind == EVENT_PAST ? GROUP_PAST : GROUP_FUTURE;
}

static struct rows
rows_of(struct layout *l)
{
	struct rows rows = { 0 };
	struct row published = { GROUP_PUBLISHED, true, { 0 }, 0 };

	for (size_t i = 0; i < l->b->timeline.n; i++) {
		const struct event *e = &l->b->timeline.at[i];
		struct row r = { .index = i };

		if (l->o->hide_future && e->kind != EVENT_PAST)
			continue;
		r.dated = edtf_parse(e->date, &r.when);
		r.group = group_of(&r, e->kind);
		*vec_push(l->a, &rows) = r;
	}
	if (rows.n != 0 && edtf_parse(l->b->source.published, &published.when))
		*vec_push(l->a, &rows) = published;
	if (rows.n > 1)
		qsort(rows.at, rows.n, sizeof(*rows.at), by_time);
	return rows;
}

/* The dash of a range is the only sign outside of ASCII that edtf_show() writes. */
static struct str
shown(struct layout *l, struct str date)
{
	const struct str dash = STR("–"), s = edtf_show(l->a, date);
	const size_t at = str_find(s, dash, 0);
	struct buf b = buf_new(l->a);

	if (!l->o->ascii || at == STR_NONE)
		return s;
	buf_str(&b, str_cut(s, 0, at));
	buf_byte(&b, '-');
	buf_str(&b, str_cut(s, at + dash.n, s.n));
	return buf_view(&b);
}

/* What stands in the column of dates: one line, for a long range two, for words some. */
static struct strs
date_lines(struct layout *l, const struct event *e)
{
	struct strs lines = { 0 };
	struct str words = e->when, rest = e->date, date = shown(l, e->date);

	if (l->nowrap && date.n != 0) {
		*vec_push(l->a, &lines) = date;
	} else if (date.n == 0) {
		while (words.n != 0 && lines.n < 4)
			*vec_push(l->a, &lines) = wrap_line(&words, DATE_COLS);
	} else if (glyph_cols(date) <= DATE_COLS || !str_has(rest, STR("/"))) {
		*vec_push(l->a, &lines) = str_cut(date, 0, glyph_fit(date, DATE_COLS));
	} else {
		const struct str from = str_split(&rest, '/');
		struct buf b = buf_new(l->a);

		buf_str(&b, from.n == 0 || str_eq(from, STR("..")) ? STR("until")
								   : shown(l, from));
		if (!str_eq(buf_view(&b), STR("until")))
			buf_str(&b, sign(l, SIGN_RANGE));
		*vec_push(l->a, &lines) = buf_view(&b);
		*vec_push(l->a, &lines) =
		    str_eq(rest, STR("..")) ? STR_NIL : shown(l, rest);
	}
	return lines;
}

struct sight { /* how an event looks */
	struct str mark;
	enum role mark_role, date_role;
};

static struct sight
sight_of(struct layout *l, const struct event *e)
{
	const bool past = e->kind == EVENT_PAST, guess = e->basis == BASIS_GUESSED;
	struct sight s = { sign(l, past ? SIGN_PAST : SIGN_FUTURE),
		past ? ROLE_PAST : ROLE_FUTURE, ROLE_DATE };

	if (guess) {
		s.mark = sign(l, SIGN_GUESS);
		s.date_role = ROLE_GUESS;
	}
	return s;
}

/* Where there is no room for a column of dates, they get a line of their own. */
static void
date_line(struct layout *l, struct strs dates, enum role r)
{
	for (size_t i = 0; i < dates.n; i++) {
		piece_sign(l, i == 0 ? STR_NIL : STR(" "), r);
		piece_sign(l, dates.at[i], r);
	}
	if (l->pieces.n != 0)
		flow(l);
}

/* Columns up to the rail; 0: dates stand above their events. */
static int
rail_cols(const struct layout *l, struct strs dates)
{
	if (l->nowrap && dates.n != 0 && glyph_cols(dates.at[0]) + 2 > RAIL)
		return glyph_cols(dates.at[0]) + 2;
	return l->cols >= RAIL + 2 + 12 ? RAIL : 0;
}

/* Dates, mark and rail; then the text flows right of them. */
static void
row_begin(struct layout *l, struct strs dates, const struct sight *s, bool rail)
{
	const int cols = rail_cols(l, dates);

	if (cols == 0) {
		date_line(l, dates, s->date_role);
		dates.n = 0;
	}
	margin_push(l,
	    (struct margin){
		.first = dates.at, .n = dates.n, .role = (uint8_t)s->date_role },
	    cols);
	margin_push(l,
	    (struct margin){ .first = &s->mark,
		.n = 1,
		.role = (uint8_t)s->mark_role,
		.rest = rail ? sign(l, SIGN_RAIL) : STR_NIL,
		.rest_role = ROLE_RULE },
	    2);
}

static void
row_end(struct layout *l, int left)
{
	flow(l);
	margin_pop(l, l->left);
	margin_pop(l, left);
	item_close(l);
}

static void
row_event(struct layout *l, size_t index, bool rail)
{
	const struct event *e = &l->b->timeline.at[index];
	const struct sight s = sight_of(l, e);
	const int left = l->left;

	item_open(l, (struct item){ .kind = ITEM_EVENT,
			 .para = e->para,
			 .text = e->text.n != 0 ? e->text : e->when,
			 .index = index });
	row_begin(l, date_lines(l, e), &s, rail);
	piece_text(l, e->text.n != 0 ? e->text : e->when, ROLE_TEXT, 0);
	if (e->place.n != 0) {
		piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
		piece_sign(l, e->place, ROLE_META);
	}
	piece_para(l, e->para);
	row_end(l, left);
}

/* The publication is what the article itself tells: its lead, or else its title. */
static void
row_published(struct layout *l, bool rail)
{
	const struct extract title = { l->b->title, 0 };
	const struct extract *lead = l->b->summary.n != 0 ? l->b->summary.at : &title;
	const struct sight s = { sign(l, SIGN_PUBLISHED), ROLE_PUBLISHED, ROLE_DATE };
	struct event e = { .date = l->b->source.published };
	const int left = l->left;

	item_open(l, (struct item){
			 .kind = ITEM_SENTENCE, .para = lead->para, .text = lead->text });
	row_begin(l, date_lines(l, &e), &s, rail);
	piece_sign(l, STR("published"), ROLE_META);
	piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
	piece_text(l, lead->text, ROLE_TEXT, 0);
	piece_para(l, lead->para);
	row_end(l, left);
}

/* "┄┄┄┄┄┄┄┄┄┄┄┄ after publication ┄┄┄┄" between one group and the next. */
static void
row_rule(struct layout *l, const char *words)
{
	const struct str s = str_of(words);
	const bool roomy = rail_cols(l, (struct strs){ 0 }) != 0;
	const int x = roomy ? l->left + RAIL + 2 : l->left;

	if (roomy)
		line_rule(l, l->left, x - 1, SIGN_DOTTED);
	line_put(l, x, s, ROLE_META);
	line_rule(l, x + (int)s.n + 1, l->edge, SIGN_DOTTED);
	line_end(l);
}

/* The first event that lies wholly after today has a rule before it. */
static bool
today_before(struct layout *l, const struct rows *rows, size_t i)
{
	const struct row *r = &rows->at[i], *above = i == 0 ? NULL : r - 1;
	struct edtf today;

	return r->group == GROUP_FUTURE && edtf_parse(l->o->today, &today) &&
	       r->when.from > today.to &&
	       (above == NULL || above->group != GROUP_FUTURE ||
		   above->when.from <= today.to);
}

static void
rules_before(struct layout *l, const struct rows *rows, size_t i)
{
	const enum group now = rows->at[i].group;
	const enum group before = i == 0 ? now : rows->at[i - 1].group;
	const bool published = before == GROUP_PUBLISHED;
	const bool today = today_before(l, rows, i);

	if (now == before && today)
		row_rule(l, "today");
	else if (now != before && now == GROUP_FUTURE)
		row_rule(l, !published ? "to come"
			    : today    ? "after publication, after today"
				       : "after publication");
	else if (now != before && now == GROUP_NO_YEAR)
		row_rule(l, "without a year");
	else if (now != before && now == GROUP_UNDATED)
		row_rule(l, "undated");
}

void
pane_timeline(struct layout *l)
{
	const struct rows rows = rows_of(l);

	if (rows.n == 0)
		return;
	pane_name(l, "Timeline");
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *r = &rows.at[i];
		const bool rail = i + 1 < rows.n && r[1].group <= GROUP_FUTURE;

		rules_before(l, &rows, i);
		if (r->group == GROUP_PUBLISHED)
			row_published(l, rail);
		else
			row_event(l, r->index, rail);
	}
}
