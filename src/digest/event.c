/*
 * Candidates are made of the dates in text order, the best EVENTS_MOST are kept while
 * they come, and those are put in order of time.
 */
#include "digest/event.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "event_beside.h"
#include "event_clause.h"
#include "event_heads.h"
#include "timex_rules.h"

enum { SAME_DATE = 2, SAME_DAY = 4 /* rows */, RECENT_DAYS = 15 };

struct candidate {
	const struct passage *s;
	struct span at, clause;
	struct str when; /* the words of a date that is no token of its own */
	char date[96];   /* EDTF, or "" */
	struct edtf day;
	bool dated, stated, announced;
	enum event_kind kind;
	int score;
	size_t order; /* in the text */
	long lo, hi;  /* what it is sorted by */
	int grain;
};

/* What is known while the text is walked; `best` is sorted by score, best first. */
struct chooser {
	struct arena *a;
	const struct reading *r;
	const struct timexes *t;
	const struct civil *published;
	long today;
	struct map mentions, taken;
	struct candidate best[EVENTS_MOST + 1];
	size_t n, order;
};

static void
set_order(const struct chooser *c, struct candidate *k)
{
	k->lo = k->dated && !k->day.no_year ? k->day.from : LONG_MAX;
	k->hi = k->dated && !k->day.no_year ? k->day.to : LONG_MAX;
	k->grain = k->dated ? (int)k->day.grain : 0;
	if (c->published != NULL && k->kind != EVENT_PAST && k->lo < c->today) {
		k->lo = c->today; /* "this year" that is to come begins now */
		k->grain = EDTF_TIME + 1;
	}
}

static int
candidate_cmp(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;

	if (a->dated != b->dated)
		return a->dated ? -1 : 1;
	if (a->announced != b->announced)
		return a->announced ? 1 : -1;
	if (a->dated && a->day.no_year && b->day.no_year) {
		const int c = edtf_cmp(&a->day, &b->day);

		if (c != 0)
			return c;
	}
	if (a->lo != b->lo)
		return a->lo < b->lo ? -1 : 1;
	if (a->grain != b->grain)
		return a->grain < b->grain ? -1 : 1;
	if (a->hi != b->hi)
		return a->hi < b->hi ? -1 : 1;
	if (a->dated && a->grain == EDTF_TIME && strcmp(a->date, b->date) != 0)
		return strcmp(a->date, b->date); /* hours of a day */
	return a->order < b->order ? -1 : 1;
}

/* Fine dates, what is to come, what is named often and early. */
static int
score_of(const struct chooser *c, const struct candidate *k)
{
	const uint32_t *times = map_get(&c->mentions, str_of(k->date));
	const int often = times == NULL ? 0 : *times > 4 ? 3 : (int)*times - 1;
	const size_t place = 4 * (size_t)(k->s - c->r->at) / (c->r->n == 0 ? 1 : c->r->n);
	int score = 4 - (int)place + often + (k->kind != EVENT_PAST ? 3 : 0);

	if (!k->dated)
		return score;
	return score + 2 +
	       (k->day.grain >= EDTF_DAY        ? 3
		   : k->day.grain >= EDTF_MONTH ? 2
						: 0);
}

/* Keeps the candidate if it is among the best; equal ones stay in text order. */
static void
keep(struct chooser *c, struct candidate *k)
{
	size_t i;

	k->order = c->order++;
	k->score = score_of(c, k);
	for (i = c->n; i > 0 && c->best[i - 1].score < k->score; i--)
		c->best[i] = c->best[i - 1];
	c->best[i] = *k;
	if (c->n < EVENTS_MOST)
		c->n++;
}

/* Past or to come: the calendar where it can tell, otherwise the words. */
static enum event_kind
kind_of(const struct chooser *c, const struct candidate *k, struct str text)
{
	const enum event_kind words = clause_kind(c->r, k->s, k->at, k->clause);

	if (c->published == NULL || !k->dated)
		return words;
	if (k->day.to < c->today)
		return EVENT_PAST;
	if (str_starts(text, STR("earlier ")) || str_starts(text, STR("Earlier ")))
		return EVENT_PAST;
	if (k->day.from > c->today)
		return words == EVENT_PAST ? EVENT_SCHEDULED : words;
	if (words == EVENT_PAST &&
	    (str_starts(text, STR("later ")) ||
		(k->day.to > c->today && k->at.from > k->s->token &&
		    event_is(c->r, k->at.from - 1, STR("by")))))
		return EVENT_SCHEDULED;
	return words;
}

static struct str
timex_text(const struct chooser *c, const struct timex *x)
{
	return str_cut(c->r->text, x->at, (size_t)x->at + x->n);
}

/* "the recent summit": the weeks before publication. */
static void
set_recent(const struct chooser *c, struct candidate *k)
{
	struct civil then;

	if (c->published == NULL)
		return;
	then = civil_of(c->today - RECENT_DAYS);
	(void)snprintf(k->date, sizeof(k->date), "%04d-%02d~", then.year, then.month);
}

static void
join_range(struct candidate *k, const struct timex *x, const struct timex *y)
{
	char both[sizeof(k->date)];
	struct edtf day;

	const size_t n = strlen(x->edtf);

	k->at.to = (size_t)y->token + y->tokens;
	if (x->type == TIMEX_TIME) { /* "from 02:50 to 07:17 UTC": begins then */
		(void)snprintf(k->date, sizeof(k->date), "%.10s%s%s", y->edtf,
		    x->edtf + 10, n < strlen(y->edtf) ? y->edtf + n : "");
		return;
	}
	(void)snprintf(both, sizeof(both), "%s/%s", x->edtf, y->edtf);
	if (strncmp(x->edtf, "XXXX", 4) == 0)
		return; /* the first day stands for both */
	if (!edtf_parse(str_of(both), &day) || day.to < day.from) {
		k->at.to = (size_t)x->token + x->tokens;
		return;
	}
	(void)snprintf(k->date, sizeof(k->date), "%s", both);
}

/* A date of the calendar, a stretch that hangs on the unknown date, or "recent summit". */
static bool
is_candidate(const struct chooser *c, const struct passage *s, const struct timex *x)
{
	if ((x->type != TIMEX_DATE && x->type != TIMEX_TIME) || x->compared)
		return false;
	if (x->edtf[0] != '\0')
		return true;
	if (str_ends(str_of(x->value), STR("_REF")))
		return str_eq_nocase(timex_text(c, x), STR("recent")) &&
		       clause_names_event(c->r, s, (size_t)x->token + x->tokens);
	return c->published == NULL;
}

/* The first expression after `i` that is one of the calendar: its token, or the sentence's end. */
static size_t
next_date(const struct chooser *c, const struct passage *s, size_t i)
{
	const size_t end = (size_t)s->token + s->tokens;

	for (i++; i < c->t->n && c->t->at[i].token < end; i++)
		if (is_candidate(c, s, &c->t->at[i]))
			return c->t->at[i].token;
	return end;
}

static struct str
span_text(const struct reading *r, struct span s)
{
	const struct token *first = &r->tokens.at[s.from],
			   *last = &r->tokens.at[s.to - 1];

	return str_cut(r->text, first->at, (size_t)last->at + last->n);
}

/* The sentence stands twice in the text. */
static bool
is_again(const struct chooser *c, const struct candidate *b, const struct candidate *k)
{
	return b->s != k->s && str_eq(str_of(b->date), str_of(k->date)) &&
	       str_eq(span_text(c->r, b->clause), span_text(c->r, k->clause));
}

/* Two sentences tell the same of the same day, one of them perhaps with the hour. */
static bool
is_alike(const struct chooser *c, const struct candidate *b, const struct candidate *k)
{
	if (b->s != k->s && !b->dated && !k->dated && !b->announced && !k->announced)
		return str_eq_nocase(span_text(c->r, b->at), span_text(c->r, k->at)) &&
		       clause_repeats(c->r, k->clause, b->clause); /* "tomorrow" */
	return b->s != k->s && b->dated && k->dated &&
	       (str_starts(str_of(b->date), str_of(k->date)) ||
		   str_starts(str_of(k->date), str_of(b->date))) &&
	       b->day.from == k->day.from && b->day.to == k->day.to &&
	       (clause_repeats(c->r, k->clause, b->clause) ||
		   clause_repeats(c->r, b->clause, k->clause));
}

/* "On 3 May a release began | at 08:40": the day's row tells the hour already. */
static bool
is_hour_in(const struct candidate *b, const struct candidate *k)
{
	return b->s == k->s && b->dated && k->dated && b->day.grain == EDTF_DAY &&
	       k->day.grain == EDTF_TIME && b->day.from == k->day.from &&
	       b->clause.from <= k->clause.from && k->clause.to <= b->clause.to;
}

/* "On 3 May the fair begins, | and ends that night": the same day again, one row for both. */
static bool
widens(struct chooser *c, const struct candidate *k)
{
	for (size_t i = 0; i < c->n; i++) {
		struct candidate *b = &c->best[i];

		if (b->s != k->s || !b->dated || !k->dated ||
		    b->day.from != k->day.from || b->day.to != k->day.to)
			continue;
		if (k->clause.from <= b->clause.from && k->clause.to >= b->clause.to)
			b->clause = k->clause;
		if (b->clause.from <= k->clause.from && k->clause.to <= b->clause.to)
			return true;
	}
	return false;
}

/* The same words were given to a date of the sentence that holds this one, or lies in it. */
static bool
is_told(const struct chooser *c, const struct candidate *k)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *b = &c->best[i];

		if (is_again(c, b, k) || is_alike(c, b, k) || is_hour_in(b, k) ||
		    (b->s == k->s && b->clause.from == k->clause.from &&
			b->clause.to == k->clause.to &&
			(!b->dated || !k->dated ||
			    (b->day.from <= k->day.to && k->day.from <= b->day.to))))
			return true;
	}
	return false;
}

/* Its date is told by the clause itself, not by a "who" or a "that" in it. */
static bool
is_main(const struct chooser *c, const struct candidate *k)
{
	for (size_t i = k->clause.from; i < k->at.from; i++)
		if (event_word(c->r, i, RELATIVE) || event_is(c->r, i, STR("that")))
			return false;
	return true;
}

/* The date has the rows it may have already, more of a day; otherwise it gets one more. */
static bool
is_taken(struct chooser *c, const struct candidate *k)
{
	const struct str date = str_of(k->date);
	const uint32_t *known = map_get(&c->taken, date);

	if (known != NULL && *known >= SAME_DATE &&
	    (*known >= SAME_DAY || k->day.grain < EDTF_DAY ||
		(c->r->language.n != 0 && !str_starts(c->r->language, STR("en"))) ||
		k->day.interval || !is_main(c, k)))
		return true;
	++*map_at(&c->taken, known != NULL ? date : str_dup(c->a, date));
	return false;
}

static void
add_timex(struct chooser *c, const struct passage *s, size_t i, size_t told, bool range)
{
	const struct timex *x = &c->t->at[i];
	struct candidate k = { .s = s };

	k.at = (struct span){ x->token, (size_t)x->token + x->tokens };
	(void)snprintf(k.date, sizeof(k.date), "%s", x->edtf);
	if (x->edtf[0] == '\0')
		set_recent(c, &k);
	if (range)
		join_range(&k, x, x + 1);
	k.dated = edtf_parse(str_of(k.date), &k.day);
	k.stated = x->explicit_year || (range && x[1].explicit_year) ||
		   (c->published == NULL && k.dated);
	if (clause_is_statement(c->r, s, k.at) &&
	    (!k.dated || (c->published != NULL && labs(k.day.from - c->today) < 7)))
		return;
	if (c->published != NULL && k.dated && s == c->r->at && k.day.grain >= EDTF_DAY &&
	    k.day.from == c->today && !heads_log(c->r, s, x))
		return; /* the pane shows the lead itself */
	if (str_eq(str_of(x->rule), STR("east")))
		k.when = timex_text(c, x);
	k.clause = clause_around(c->r, s, k.at, told, next_date(c, s, i + range));
	if (is_told(c, &k) || widens(c, &k) || (k.dated && is_taken(c, &k)))
		return;
	k.kind = heads_log(c->r, s, x) ? EVENT_PAST : kind_of(c, &k, timex_text(c, x));
	set_order(c, &k);
	keep(c, &k);
}

/* Only words that stand for a date themselves count beside a date. */
static void
add_announced(struct chooser *c, const struct passage *s, bool dated)
{
	struct candidate k = { .s = s, .kind = EVENT_SCHEDULED, .announced = true };

	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		if (!event_word(c->r, i, ANNOUNCES) ||
		    !clause_announces(c->r, s, i, &k.at) ||
		    (dated && k.at.to - k.at.from == 1))
			continue;
		k.clause =
		    clause_around(c->r, s, k.at, s->token, (size_t)s->token + s->tokens);
		set_order(c, &k);
		keep(c, &k);
		return;
	}
}

/* A sentence that two dates share is told once; the second date gets the words around it. */
static void
shorten(const struct chooser *c, struct candidate *k)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *b = &c->best[i];

		if (b->s == k->s && b->order != k->order &&
		    b->clause.from == k->clause.from && b->at.from < k->at.from &&
		    b->at.to <= k->clause.to) {
			k->clause = clause_short(c->r, k->at, k->clause);
			return;
		}
	}
}

static void
write_row(struct chooser *c, const struct candidate *k, struct brief *out)
{
	struct span when = clause_when(c->r, k->s, k->at);

	if (when.from < k->clause.from)
		when = k->at;
	*vec_push(c->a, &out->timeline) = (struct event){
		.date = k->dated ? str_dup(c->a, str_of(k->date)) : STR_NIL,
		.when = k->when.n != 0 ? k->when : span_text(c->r, when),
		.text = span_text(c->r, k->clause),
		.para = k->s->para,
		.kind = k->kind,
		.basis = !k->dated || k->day.approximate || k->day.uncertain
			     ? BASIS_GUESSED
			 : k->stated ? BASIS_STATED
				     : BASIS_RESOLVED,
	};
}

/* A date of the same days stands in the passage: it tells the day itself. */
static bool
has_day(
    const struct chooser *c, const struct passage *s, size_t i, const struct edtf *day)
{
	struct edtf own;

	for (; i < c->t->n && c->t->at[i].at < s->at + s->n; i++)
		if (c->t->at[i].at >= s->at &&
		    edtf_parse(str_of(c->t->at[i].edtf), &own) && own.from <= day->to &&
		    day->from <= own.to)
			return true;
	return false;
}

/* The first date of a heading. */
static void
add_heading(struct chooser *c, const struct passage *s, size_t i)
{
	const struct timex *x = &c->t->at[i];
	const struct beside b = { c->r, c->t, s, i };
	const struct passage *told;
	struct candidate k = { .dated = true };

	(void)snprintf(k.date, sizeof(k.date), "%s", x->edtf);
	k.at = (struct span){ x->token, (size_t)x->token + x->tokens };
	if (beside_range(&b))
		join_range(&k, x, x + 1);
	if (!heads_event(c->r, s, x, k.at.to, c->published != NULL, &told) ||
	    !edtf_parse(str_of(k.date), &k.day) ||
	    (told != s && has_day(c, told, i + 1, &k.day)))
		return;
	k.s = told;
	k.when = span_text(c->r, k.at);
	k.stated = x->explicit_year;
	k.clause = (struct span){ told->token, (size_t)told->token + told->tokens };
	k.at = (struct span){ told->token, told->token };
	k.kind = kind_of(c, &k, k.when);
	if (is_told(c, &k) || is_taken(c, &k))
		return;
	set_order(c, &k);
	keep(c, &k);
}

/* Walks passages and expressions side by side.  A passage too long to read is a list, of
   which each date would be a look at the whole. */
static void
walk(struct chooser *c)
{
	size_t i = 0;

	for (size_t p = 0; p < c->r->n; p++) {
		const struct passage *s = &c->r->at[p];
		const size_t end = (size_t)s->at + s->n;
		const bool para =
		    s->kind == BLOCK_PARA && s->n <= SENTENCE_MOST && !s->answered;
		size_t told = s->token;

		while (i < c->t->n && c->t->at[i].at < s->at)
			i++;
		if (s->kind == BLOCK_HEADING && i < c->t->n && c->t->at[i].at < end)
			add_heading(c, s, i);
		for (; i < c->t->n && c->t->at[i].at < end; i++) {
			const struct beside b = { c->r, c->t, s, i };
			const bool range = para && beside_range(&b);

			if (!para || !is_candidate(c, s, &c->t->at[i]) ||
			    beside_finer(&b) || beside_moved(&b) || beside_noun(&b) ||
			    beside_same(&b) || beside_then(&b) ||
			    event_is_mention(c->r, s, &c->t->at[i]) ||
			    event_is_none(
				c->r, s, &c->t->at[i], c->published, c->order == 0))
				continue;
			add_timex(c, s, i, told, range);
			i += range;
			told = (size_t)c->t->at[i].token + c->t->at[i].tokens;
		}
		if (para && !event_is_question(c->r, s))
			add_announced(c, s, told > s->token);
	}
}

void
events_find(struct arena *a, const struct reading *r, const struct timexes *t,
    const struct civil *published, struct brief *out)
{
	struct chooser c = { .a = a, .r = r, .t = t, .published = published };

	c.mentions = map_new(a);
	c.taken = map_new(a);
	if (published != NULL)
		c.today = day_of(*published);
	for (size_t i = 0; i < t->n; i++)
		if (t->at[i].edtf[0] != '\0')
			++*map_at(&c.mentions, str_of(t->at[i].edtf));
	walk(&c);
	qsort(c.best, c.n, sizeof(c.best[0]), candidate_cmp);
	for (size_t i = 0; i < c.n; i++)
		shorten(&c, &c.best[i]);
	for (size_t i = 0; i < c.n; i++)
		write_row(&c, &c.best[i], out);
	if (c.n == 0 && c.mentions.n == 0)
		event_of_lead(a, r, published, out);
}
