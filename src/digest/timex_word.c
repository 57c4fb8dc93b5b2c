/* Tokens to classes: one look-up in the language's table, digits read where they stand. */
#include "timex_rules.h"

const struct timex_word *
timex_word_of(const struct timex_language *l, struct str spelling, uint32_t hash)
{
	size_t i = hash & (l->slot_count - 1);

	for (; l->slots[i].row != 0; i = (i + 1) & (l->slot_count - 1)) {
		const struct timex_word *w = &l->words[l->slots[i].row - 1];

		if (l->slots[i].hash == hash &&
		    word_spells(spelling, str_of(w->spelling)))
			return w;
	}
	return NULL;
}

/* What the letters after the digits make of them: 28th, 1er, 1990s, 1990er, 9am. */
static void
see_tail(struct seen *w, struct str tail, size_t digits)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", "e", "re" };
	static const char *const decades[] = { "s", "er" };

	w->classes = 0;
	if (str_is_any(tail, decades, LEN(decades)) && w->value % 10 == 0 &&
	    (digits == 2 || (digits == 4 && w->value >= 1000 && w->value < 2100))) {
		w->classes = BIT(DECADE);
		w->value = digits == 2 ? 190 + w->value / 10 : w->value / 10;
	} else if (str_is_any(tail, ordinals, LEN(ordinals)) && digits <= 2) {
		w->classes = BIT(ORDINAL);
		if (w->value >= 1 && w->value <= 31)
			w->classes |= BIT(DAYNUM);
	} else if ((str_eq_nocase(tail, STR("am")) || str_eq_nocase(tail, STR("pm"))) &&
		   digits <= 2 && w->value < 60) {
		w->classes = BIT(AMPM) | BIT(NUMBER);
		w->unit = (tail.p[0] | 0x20) == 'p' ? 12 : 0;
	}
}

/* Digits at the front of a token and what follows them. */
static struct seen
seen_digits(struct str s)
{
	struct seen w = { .classes = BIT(NUMBER) };
	struct str tail;
	size_t n = 0;

	for (; n < s.n && n < 9 && byte_is_digit(s.p[n]); n++)
		w.value = w.value * 10 + (s.p[n] - '0');
	tail = str_cut(s, n, s.n);
	if (tail.n == 0) {
		if (n <= 2 && w.value >= 1 && w.value <= 31)
			w.classes |= BIT(DAYNUM);
		if (n == 4 && w.value >= 1000 && w.value < 2100)
			w.classes |= BIT(YEAR);
	} else if (tail.p[0] == '.' && n <= 2 &&
		   str_find(tail, STR("."), 1) != STR_NONE) {
		w.classes = BIT(DOTTED);
	} else if (tail.p[0] != ',' && tail.p[0] != '.') {
		see_tail(&w, tail, n);
	}
	return w;
}

/* Without the 's that a name of time may carry; false when there is none. */
static bool
cut_owner(struct str *s)
{
	const char last = s->n == 0 ? '\0' : s->p[s->n - 1];
	static const struct str tails[] = { { "'s", 2 }, { "’s", 4 }, { "'S", 2 } };

	if (last != 's' && last != 'S')
		return false; /* nearly all */
	for (size_t k = 0; k < LEN(tails); k++) {
		if (s->n > tails[k].n && str_ends(*s, tails[k])) {
			s->n -= tails[k].n;
			return true;
		}
	}
	return false;
}

/* "Samstagabend", "Mittwochmorgen": the day, without its part; or NULL. */
static const struct timex_word *
day_of_compound(const struct timex_language *l, struct str s)
{
	static const char *const parts[] = { "abend", "morgen", "nachmittag", "vormittag",
		"mittag", "nacht", "früh" };

	for (size_t k = 0; k < LEN(parts); k++) {
		const struct str part = str_of(parts[k]);
		const struct timex_word *w = NULL;
		struct str day = s;

		if (s.n < part.n + 6 || !str_ends(s, part))
			continue;
		day.n -= part.n;
		w = timex_word_of(l, day, token_hash(day));
		if (w != NULL && (w->classes & BIT(WEEKDAY)) != 0)
			return w;
	}
	return NULL;
}

/* "reprendront", "votera"; "abrirán", "empezó". */
static uint64_t
classes_abroad(const struct timex_language *l, struct str s)
{
	static const struct {
		const char *tag, *ending;
		uint64_t classes;
	} rows[] = { { "fr", "ront", BIT(FUTURE) }, { "fr", "era", BIT(FUTURE) },
		{ "fr", "ira", BIT(FUTURE) }, { "fr", "dra", BIT(FUTURE) },
		{ "es", "rá", BIT(FUTURE) }, { "es", "rán", BIT(FUTURE) },
		{ "es", "aron", BIT(PAST) }, { "es", "eron", BIT(PAST) },
		{ "es", "ó", BIT(PAST) } };

	for (size_t i = 0; i < LEN(rows) && s.n >= 5; i++)
		if (l->tag[0] == rows[i].tag[0] && str_ends(s, str_of(rows[i].ending)))
			return rows[i].classes;
	return 0;
}

static uint64_t
classes_of_form(struct str s)
{
	if (s.n >= 4 && s.p[s.n - 1] == 'd' && s.p[s.n - 2] == 'e')
		return BIT(PAST);
	if (str_ends(s, STR("'ll")) || str_ends(s, STR("’ll")))
		return BIT(FUTURE);
	return 0;
}

struct seen
timex_classify(const struct timex_language *l, const struct tokens *t, size_t i)
{
	const struct token *k = &t->at[i];
	struct str s = token_text(t, i);
	const struct timex_word *w = timex_word_of(l, s, k->hash);
	struct seen out = { 0 };

	if (w == NULL && (k->flags & TOKEN_DIGIT) != 0 && byte_is_digit(s.p[0]))
		return seen_digits(s);
	if (w == NULL && l->english && k->kind == TOKEN_WORD && cut_owner(&s)) {
		out.owner = true;
		w = timex_word_of(l, s, token_hash(s));
	}
	if (w == NULL && l->tag[0] == 'd' && (k->flags & TOKEN_CAPITAL) != 0)
		w = day_of_compound(l, s);
	if (w == NULL) {
		if ((k->flags & TOKEN_CAPITAL) == 0)
			out.classes =
			    l->english ? classes_of_form(s) : classes_abroad(l, s);
		return out;
	}
	out.classes = w->classes;
	out.value = w->value;
	out.unit = w->unit;
	if (l->tag[0] == 'd' && (k->flags & TOKEN_CAPITAL) != 0)
		out.classes &= ~BIT(PAST); /* das Schloss */
	if (l->english && (k->flags & TOKEN_CAPITAL) == 0)
		out.classes &=
		    ~(BIT(MONTH) | BIT(WEEKDAY) | BIT(WEEKDAYS) | BIT(HOLIDAY));
	return out;
}
