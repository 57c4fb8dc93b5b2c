/* Which Monday a Monday is: the last one, the next one, or the one beside a day told before. */
#include "timex_resolve.h"

enum { NEAR = 12, FAR = 18 }; /* tokens */

/* The clause before the weekday speaks of what is to come, and near enough. */
static bool
future_before(const struct finder *f, size_t i)
{
	size_t said = 4;

	for (size_t k = 0; k < FAR && !timex_sentence_start(f, i); k++) {
		i--;
		if (is(f, i, SAY) && k < said)
			return false;
		if (timex_mark(f, i, MARK_HAD))
			return false;
		if (timex_future(f, i) ||
		    (is(f, i, BE) && !is(f, i, PAST) && is(f, i + 1, JOIN) &&
			seen_at(f, i + 1)->value == JOIN_TO))
			return true;
	}
	return false;
}

static bool
is_perfect(const struct finder *f, size_t i)
{
	return token_is(f->t, i, STR("has")) || token_is(f->t, i, STR("have"));
}

/* "planned for Monday, had been put off" */
static bool
was_due(const struct finder *f, const struct match *m)
{
	return is(f, m->to, COMMA) && m->to + 1 < f->t->n &&
	       timex_mark(f, m->to + 1, MARK_HAD);
}

/* "a strike for Monday", "three days of mourning from Saturday"; not "it was closed from
   Saturday", "from Monday to Friday". */
static bool
is_from(const struct finder *f, const struct match *m)
{
	size_t i = m->from;

	if (i == 0 || (is(f, m->to, BE) && is(f, m->to, PAST)))
		return false;
	if (timex_mark(f, i - 1, MARK_FOR))
		return true;
	if (!timex_mark(f, i - 1, MARK_FROM) || is(f, m->to, JOIN) ||
	    is(f, m->to, FUTURE))
		return false;
	for (size_t k = 0; k < NEAR && !timex_sentence_start(f, i); k++)
		if (is(f, --i, PAST) && !is_perfect(f, i) &&
		    (i == 0 || !is_perfect(f, i - 1)))
			return false;
	return true;
}

/* "calling for marches on Monday"; not "had called for". */
static bool
is_called_for(const struct finder *f, const struct match *m)
{
	static const char *const words[] = { "call", "calls", "calling", "called" };
	enum { SHORT = 6 };
	size_t i = m->from;

	for (size_t k = 0; k < SHORT && i > 2 && !timex_sentence_start(f, i); k++, i--)
		if (token_is(f->t, i - 1, STR("for")) &&
		    str_is_any(token_text(f->t, i - 2), words, LEN(words)))
			return !timex_mark(f, i - 3, MARK_HAD);
	return false;
}

/* "vom Freitag an"; not "war vom Freitag an". */
static bool
is_from_on(const struct finder *f, const struct match *m)
{
	const size_t i = m->from;

	return i > 0 && m->to < f->t->n && token_is(f->t, m->to, STR("an")) &&
	       (token_is(f->t, i - 1, STR("vom")) || token_is(f->t, i - 1, STR("von"))) &&
	       (timex_tense(f, m) >= 0 || (i > 1 && token_is(f->t, i - 2, STR("ist"))));
}

/* "It was to begin on Monday"; not "it had been". */
static bool
was_to(const struct finder *f, const struct match *m)
{
	enum { SHORT = 5 };
	size_t i = m->from;

	for (size_t k = 0; k < SHORT && !timex_sentence_start(f, i); k++) {
		i--;
		if (is(f, i, BE) && is(f, i, PAST) && token_is(f->t, i + 1, STR("to")))
			return true;
		if (is(f, i, COMMA) || is(f, i, PAST))
			return false;
	}
	return false;
}

/* "para el viernes", "für Freitag" */
static bool
is_for(const struct finder *f, const struct match *m)
{
	static const char *const words[] = { "para", "pour", "für" };
	const size_t i =
	    m->from - (m->from > 0 && token_is(f->t, m->from - 1, STR("el")));

	return i > 0 && str_is_any(token_text(f->t, i - 1), words, LEN(words));
}

/* "will be held before Friday's match" */
static bool
is_before(const struct finder *f, const struct match *m)
{
	return seen_at(f, m->to - 1)->owner && m->from > 0 &&
	       timex_mark(f, m->from - 1, MARK_BEFORE) && timex_will(f, m);
}

/* "seit Freitag" */
static bool
is_since(const struct finder *f, const struct match *m)
{
	static const char *const words[] = { "since", "seit", "depuis", "desde" };

	return m->from > 0 &&
	       str_is_any(token_text(f->t, m->from - 1), words, LEN(words));
}

/* "go on sale Friday", "goes on show at noon Wednesday" */
static bool
goes_on_sale(const struct finder *f, const struct match *m)
{
	enum { SHORT = 6 };
	static const char *const goods[] = { "sale", "show", "display", "trial", "air" };
	size_t i = m->from;

	for (size_t k = 0; k < SHORT && i > 2 && !timex_sentence_start(f, i); k++, i--)
		if (str_is_any(token_text(f->t, i - 1), goods, LEN(goods)) &&
		    token_is(f->t, i - 2, STR("on")))
			return token_is(f->t, i - 3, STR("go")) ||
			       token_is(f->t, i - 3, STR("goes"));
	return false;
}

/* "Sie springen am Freitag", in German: no word of the past, and no tale that opens with its
   days. */
static bool
is_present_abroad(const struct finder *f, const struct match *m)
{
	size_t i = m->from;

	if (i > 2 && token_is(f->t, i - 1, STR("und")) && is(f, i - 2, WEEKDAY))
		i -= 2; /* "am Freitag und Samstag" */
	return i > 0 && token_is(f->t, i - 1, STR("am")) &&
	       (f->t->at[i].flags & TOKEN_UPPER) == 0 &&
	       !timex_sentence_start(f, i - 1) && timex_tense(f, m) == 0;
}

/* "Starting Friday, the bridge will be closed", "She will open Friday's fair". */
static bool
is_begun(const struct finder *f, const struct match *m)
{
	static const char *const words[] = { "beginning", "starting" };
	static const char *const verbs[] = { "begin", "start", "open", "host", "play",
		"miss", "attend", "join", "lead", "face", "contest", "enter" };
	const size_t i = m->from;

	if (i == 0)
		return false;
	if (str_is_any(token_text(f->t, i - 1), words, LEN(words)))
		return timex_tense(f, m) > 0;
	return i > 1 && seen_at(f, m->to - 1)->owner &&
	       token_is(f->t, i - 2, STR("will")) &&
	       str_is_any(token_text(f->t, i - 1), verbs, LEN(verbs));
}

long
weekday_near(const struct finder *f, const struct match *m, int weekday)
{
	const int today = day_weekday(f->doc_day);
	const long back = (today - weekday + 7) % 7, ahead = (7 - back) % 7;
	long told;

	if (timex_told_weekday(f, weekday, &told))
		return told;
	if (back == 0)
		return is_since(f, m) ? f->doc_day - 7 : f->doc_day;
	if (m->from >= 2 && timex_mark(f, m->from - 1, MARK_AS))
		return f->doc_day + ahead;
	if (is_since(f, m) || was_due(f, m))
		return f->doc_day - back;
	if (f->language->english
		? is_from(f, m) || was_to(f, m) || is_called_for(f, m) ||
		      is_before(f, m) || goes_on_sale(f, m) || is_begun(f, m)
		: (m->from > 0 && timex_future(f, m->from - 1)) || is_from_on(f, m) ||
		      is_for(f, m) || is_present_abroad(f, m))
		return f->doc_day + ahead; /* a strike for Monday, ab Montag */
	if (!seen_at(f, m->to - 1)->owner && !(is(f, m->to, BE) && is(f, m->to, PAST)) &&
	    timex_tense(f, m) > 0 &&
	    (future_before(f, m->from) || timex_opens(f, m) || timex_present(f, m)))
		return f->doc_day + ahead;
	if (f->ahead_weekday[weekday] != 0 &&
	    (seen_at(f, m->to - 1)->owner || timex_tense(f, m) >= 0))
		return f
		    ->ahead_weekday[weekday]; /* "at Tuesday's meeting", which will be */
	return f->doc_day - back;
}

/* "4 February, a Thursday": the day before the comma. */
static bool
is_apposition(const struct finder *f, const struct match *m)
{
	return m->from >= 2 && f->last.grain == GRAIN_DAY && f->last_to == m->from - 2 &&
	       is(f, m->from - 2, COMMA) && is(f, m->from - 1, A);
}

/* "from Friday 13 to the Sunday", "on the Friday before": of the day told in the paragraph. */
static bool
is_beside(const struct finder *f, const struct match *m)
{
	return f->language->english && timex_before(f, m->from, THE) &&
	       f->day_para == f->para && f->last_day.grain >= GRAIN_DAY &&
	       (m->to == f->t->n || f->t->at[m->to].kind == TOKEN_PUNCT ||
		   timex_mark(f, m->to, MARK_BEFORE));
}

bool
date_weekday(struct finder *f, struct match *m, struct when *out)
{
	const int weekday = value_of(f, m, WEEKDAY);
	long day;

	if (is_apposition(f, m))
		*out = f->last;
	else if (is_beside(f, m) && when_first_day(&f->last_day, &day))
		*out = when_day(day + (weekday - day_weekday(day) + 7) % 7 -
				(timex_mark(f, m->to, MARK_BEFORE) ? 7 : 0));
	else if (timex_before(f, m->from, A) && timex_before(f, m->from - 1, ON))
		*out = (struct when){ .grain = GRAIN_DAY, .unknown = true };
	else
		*out = when_day(weekday_near(f, m, weekday));
	out->weekday = weekday + 1;
	out->mod = MOD_NONE;
	add_daypart(f, m, out);
	return true;
}

/* "Following Monday's vote, they left": after it, unlike "the following Monday" */
static bool
is_upon(const struct finder *f, const struct match *m)
{
	return value_of(f, m, NEXT) == NEXT_FOLLOWING && is(f, m->from, NEXT) &&
	       seen_at(f, m->to - 1)->owner;
}

/* last Monday, this Friday, the following Sunday */
bool
rel_weekday(struct finder *f, struct match *m, struct when *out)
{
	const int weekday = value_of(f, m, WEEKDAY), step = match_step(f, m);
	const struct when *from =
	    timex_counts_on(f, m) ? timex_anchor(f, UNIT_DAY) : NULL;
	long day = f->doc_day, ahead;

	if (is_upon(f, m)) {
		m->from++;
		return date_weekday(f, m, out);
	}
	if (from != NULL)
		(void)when_first_day(from, &day);
	ahead = (weekday - day_weekday(day) + 7) % 7;
	*out = when_day(day + (step < 0       ? ahead - 7
				  : step == 0 ? weekday - day_weekday(day)
				  : ahead > 0 ? ahead
					      : 7));
	out->weekday = weekday + 1;
	add_daypart(f, m, out);
	return true;
}

/* Friday of last week, Montag kommender Woche */
bool
rel_weekday_of_week(struct finder *f, struct match *m, struct when *out)
{
	const int weekday = value_of(f, m, WEEKDAY);
	const struct when week = when_shift(f->doc_day, match_step(f, m), UNIT_WEEK);
	long monday;

	if (timex_counts_on(f, m) || !when_first_day(&week, &monday))
		return false;
	*out = when_day(monday + weekday);
	out->weekday = weekday + 1;
	return true;
}
