/*
 * The timeline: a column of dates, a rail of marks, the events.  In that of several briefs
 * each event names those that tell it.
 */
#include <limits.h>

#include "render/export.h"
#include "render/timeline.h"
#include "text/wrap.h"

#define RANGE "–"
enum { DATE_COLS = 11, RAIL = DATE_COLS + 1, TELLER_COLS = 40, FIRST_COLS = 30 };

/* The end of a range under its start, without what both share: "       –29". */
static struct str
range_end(struct layout *l, struct str start, struct str end)
{
	struct buf b = buf_new(l->a);
	size_t same = 0;

	for (size_t i = 0; i < end.n && i < start.n && end.p[i] == start.p[i]; i++)
		if (end.p[i] == '-')
			same = i + 1;
	if (same == 0 || start.n != end.n)
		return end;
	buf_repeat(&b, ' ', same - 1);
	buf_text(&b, RANGE);
	buf_str(&b, str_cut(end, same, end.n));
	return buf_view(&b);
}

/* A range that is too long for one line, as two. */
static void
range_lines(struct layout *l, struct str rest, struct strs *lines)
{
	const struct str head = str_split(&rest, '/');
	const bool open = head.n == 0 || str_eq(head, STR(".."));
	const struct str from = open ? STR("until") : edtf_show(l->a, head);
	const struct str to = str_eq(rest, STR("..")) ? STR_NIL : edtf_show(l->a, rest);
	const struct str end = range_end(l, from, to);
	struct buf b = buf_new(l->a);

	buf_str(&b, from);
	if (!open && end.p == to.p)
		buf_text(&b, RANGE);
	*vec_push(l->a, lines) = buf_view(&b);
	*vec_push(l->a, lines) = end;
}

/* From a height: the month or the year of a date that is finer. */
static struct str
zoomed_date(const struct layout *l, struct str date)
{
	static const size_t shown_bytes[] = { [ZOOM_MONTHS] = 7, [ZOOM_YEARS] = 4 };
	struct edtf e;

	if (l->o->zoom == ZOOM_DAYS || !edtf_parse(date, &e) || e.no_year ||
	    date.p[0] == '-' || e.grain < EDTF_YEAR || e.from == LONG_MIN)
		return date;
	if (l->o->zoom == ZOOM_MONTHS && e.grain < EDTF_MONTH)
		return str_cut(date, 0, str_find(date, STR("/"), 0));
	return str_cut(date, 0, shown_bytes[l->o->zoom]);
}

/* What stands in the column of dates: one line, for a long range two, for words some. */
static struct strs
date_lines(struct layout *l, const struct event *e)
{
	struct strs lines = { 0 };
	const struct str when = zoomed_date(l, e->date), date = edtf_show(l->a, when);
	struct str words = e->when;

	if (l->nowrap && date.n != 0) {
		*vec_push(l->a, &lines) = date;
	} else if (date.n == 0) {
		while (words.n != 0 && lines.n < (l->o->zoom == ZOOM_DAYS ? 4 : 1))
			*vec_push(l->a, &lines) = wrap_line(&words, DATE_COLS);
	} else if (glyph_cols(date) <= DATE_COLS || !str_has(when, STR("/"))) {
		*vec_push(l->a, &lines) = str_cut(date, 0, glyph_fit(date, DATE_COLS));
	} else {
		range_lines(l, when, &lines);
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
	if (l->item != NO_ITEM) /* the last of its tellers closes its own */
		item_close(l);
}

/* The bytes of `text` that fit into `cols`, at the end of a word if one is near. */
static size_t
whole_words(struct str text, int cols)
{
	const size_t fits = glyph_fit(text, cols > 1 ? cols : 1);

	for (size_t k = fits; fits < text.n && k > fits / 2; k--)
		if (text.p[k] == ' ')
			return k;
	return fits;
}

/* From a height an event is one line. */
static void
row_text(struct layout *l, struct str text)
{
	const struct str cut = sign(l, SIGN_CUT);
	const int cols = l->cols - glyph_cols(cut);

	if (l->o->zoom == ZOOM_DAYS || l->nowrap || glyph_cols(text) <= l->cols) {
		piece_text(l, text, ROLE_TEXT, 0);
		return;
	}
	piece_text(l, str_cut(text, 0, whole_words(text, cols)), ROLE_TEXT, 0);
	piece_sign(l, cut, ROLE_META);
}

/* Whether a row is better told by what is its own: below the row that tells the beginning of
   its sentence, where that is shorter, and from a height where not all of it is seen. */
static bool
tells_own(const struct layout *l, struct str text, const struct own *own)
{
	const int head = glyph_cols(str_cut(text, 0, own->from));

	return own->from != 0 &&
	       (own->below ||
		   (l->o->zoom == ZOOM_DAYS ? head > FIRST_COLS + FIRST_COLS / 3
					    : !l->nowrap && glyph_cols(text) > l->cols));
}

/* Without a number that counts what is left out: "In a referendum 56 … in May". */
static size_t
before_number(struct str head, size_t n)
{
	size_t k = n;

	while (k > n / 2 && head.p[k - 1] != ' ')
		k--;
	return k > n / 2 && k > 1 && byte_is_digit(head.p[k]) ? k - 1 : n;
}

/* The first words of a row, which say what sentence it is; a name stays whole. */
static size_t
first_words(struct str head)
{
	const size_t most = whole_words(head, FIRST_COLS * 2);
	size_t n = whole_words(head, FIRST_COLS);

	while (n + 1 < most && head.p[n] == ' ' && head.p[n + 1] >= 'A' &&
	       head.p[n + 1] <= 'Z') {
		const size_t end = str_find(head, STR(" "), n + 1);

		n = end == STR_NONE || end > most ? most : end;
	}
	return before_number(head, n);
}

/* With its first words, unless they stand above. */
static void
row_own(struct layout *l, struct str text, const struct own *own)
{
	const struct str head = str_cut(text, 0, own->from), cut = sign(l, SIGN_CUT);
	const bool first = !own->below && l->o->zoom == ZOOM_DAYS;

	if (!tells_own(l, text, own)) {
		row_text(l, text);
		return;
	}
	if (first) {
		piece_text(l, str_cut(head, 0, first_words(head)), ROLE_TEXT, 0);
		piece_text(l, STR(" "), ROLE_TEXT, 0);
	}
	piece_sign(l, cut, ROLE_META);
	if (first)
		piece_text(l, STR(" "), ROLE_TEXT, 0);
	l->cols -= glyph_cols(cut); /* one line from a height, with this sign */
	row_text(l, str_cut(text, own->from, text.n));
	l->cols += glyph_cols(cut);
}

/* "He (Jon Berg) left in May": who it is stands behind the word that means him. */
static void
row_named(struct layout *l, const struct event *e, struct str text, const struct own *own)
{
	const struct str who =
	    own->from != 0 || l->o->zoom != ZOOM_DAYS ? STR_NIL : timeline_who(l, e);
	const size_t n = who.n == 0 ? 0 : str_find(text, STR(" "), 0);

	if (n == 0) {
		row_own(l, text, own);
		return;
	}
	piece_text(l, str_cut(text, 0, n), ROLE_TEXT, 0);
	piece_sign(l, STR(" ("), ROLE_META);
	piece_sign(l, who, ROLE_META);
	piece_sign(l, STR(")"), ROLE_META);
	piece_text(l, str_cut(text, n, text.n), ROLE_TEXT, 0);
}

/*
 * "India & Japan In Cyber Security Pact ¶4", with the date this brief gives if it differs.
 * Most rows have one, so a long title is cut: the related pane has it whole.
 */
static void
piece_teller(struct layout *l, const struct teller *t, bool dated)
{
	const struct str title = t->brief->title;
	const size_t fits = l->nowrap ? title.n : whole_words(title, TELLER_COLS);
	const struct str shown = str_cut(title, 0, fits),
			 sender = timeline_sender(l, t->brief, shown);

	piece_sign(l, sender.n != 0 ? sender : shown, ROLE_META);
	if (sender.n == 0 && fits < title.n)
		piece_sign(l, sign(l, SIGN_CUT), ROLE_META);
	piece_para(l, teller_event(t)->para);
	if (!dated)
		return;
	piece_sign(l, STR(": "), ROLE_META);
	piece_sign(l, edtf_show(l->a, teller_event(t)->date), ROLE_DATE);
}

/* Who else tells it, each a thing that leads to its paragraph. */
static void
row_tellers(struct layout *l, const struct row *r)
{
	const struct str mark = sign(l, SIGN_TELLER);

	for (size_t i = 0; i < r->told->teller_count; i++) {
		const struct teller *t = &r->told->tellers[i];
		const struct event *e = teller_event(t);
		const int left = l->left;

		if (i != 0)
			item_open(l, (struct item){ .kind = ITEM_TELLER,
					 .para = e->para,
					 .text = e->text,
					 .index = r->index,
					 .teller = i });
		margin_push(
		    l, (struct margin){ .first = &mark, .n = 1, .role = ROLE_RULE }, 2);
		piece_teller(l, t, r->told->disputed);
		flow(l);
		margin_pop(l, left);
		item_close(l);
	}
}

/* One brief tells both: its title stands above already. */
static bool
same_teller(const struct row *r, const struct row *above)
{
	return above != NULL && above->told != NULL && above->told->teller_count == 1 &&
	       above->told->tellers[0].brief == r->told->tellers[0].brief;
}

static void
row_source(struct layout *l, const struct row *r, const struct row *above)
{
	const struct event *e = r->event;

	if (e->place.n != 0) {
		piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
		piece_sign(l, e->place, ROLE_META);
	}
	if (r->told == NULL) {
		piece_para(l, e->para);
	} else if (r->told->teller_count == 1 && same_teller(r, above)) {
		piece_para(l, teller_event(r->told->tellers)->para);
	} else if (r->told->teller_count == 1) {
		piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
		piece_teller(l, r->told->tellers, false);
	}
}

static struct strs
row_dates(struct layout *l, const struct row *r)
{
	const struct event published = { .date = l->b->source.published };

	return date_lines(l, r->event != NULL ? r->event : &published);
}

/* The column of dates; what stands above already is not said again, but where each row is a
   line for programs. */
static struct strs
dates_below(struct layout *l, const struct row *r, const struct row *above)
{
	const struct strs dates = row_dates(l, r);
	struct strs before;

	if (above == NULL || l->nowrap || !r->dated || !above->dated ||
	    (r->group != above->group && r->group > GROUP_PUBLISHED)) /* a rule between */
		return dates;
	before = row_dates(l, above);
	for (size_t i = 0; i < dates.n; i++)
		if (before.n != dates.n || !str_eq(dates.at[i], before.at[i]))
			return dates;
	return (struct strs){ 0 };
}

static void
row_event(struct layout *l, const struct rows *rows, size_t i, bool rail)
{
	const struct row *r = &rows->at[i], *above = i == 0 ? NULL : r - 1;
	const struct event *e = r->event;
	const struct sight s = sight_of(l, e);
	const struct str text = e->text.n != 0 ? e->text : e->when;
	const struct own own = timeline_own(rows, i);
	const int left = l->left;

	item_open(l,
	    (struct item){
		.kind = ITEM_EVENT, .para = e->para, .text = text, .index = r->index });
	row_begin(l, dates_below(l, r, above), &s, rail);
	row_named(l, e, text, &own);
	if (l->o->zoom == ZOOM_DAYS) {
		row_source(l, r, above);
		flow(l);
		if (r->told != NULL && r->told->teller_count > 1)
			row_tellers(l, r);
	}
	row_end(l, left);
}

static void
row_published(struct layout *l, const struct rows *rows, size_t i, bool rail)
{
	const struct row *r = &rows->at[i], *above = i == 0 ? NULL : r - 1;
	const struct extract lead = timeline_lead(l->b);
	const struct sight s = { sign(l, SIGN_PUBLISHED), ROLE_PUBLISHED, ROLE_DATE };
	const int left = l->left;

	item_open(l,
	    (struct item){ .kind = ITEM_SENTENCE, .para = lead.para, .text = lead.text });
	row_begin(l, dates_below(l, r, above), &s, rail);
	piece_sign(l, only_updated(&l->b->source) ? STR("updated") : STR("published"),
	    ROLE_META);
	if (l->o->zoom == ZOOM_DAYS && !timeline_tells(rows, lead.text)) {
		piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
		piece_text(l, lead.text, ROLE_TEXT, 0);
		piece_para(l, lead.para);
	}
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

	if (r->group > GROUP_FUTURE || (r->group == GROUP_PAST && !timeline_merged(l)) ||
	    r->group == GROUP_PUBLISHED || !edtf_parse(l->o->today, &today))
		return false;
	return r->when.from > today.to && (above == NULL || above->group != r->group ||
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
	const struct rows rows = timeline_rows(l);

	if (rows.n == 0)
		return;
	pane_name(l, "Timeline");
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *r = &rows.at[i];
		const bool rail = i + 1 < rows.n && r[1].group <= GROUP_FUTURE;

		rules_before(l, &rows, i);
		if (r->group == GROUP_PUBLISHED)
			row_published(l, &rows, i, rail);
		else
			row_event(l, &rows, i, rail);
	}
}
