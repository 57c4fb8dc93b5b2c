/* Tokens to classes: one look-up in the language's table, digits read where they stand. */
#include "timex_rules.h"

static const struct timex_word *
word_of(const struct timex_language *l, struct str spelling, uint32_t hash)
{
	size_t i = hash & (l->slot_count - 1);

	for (; l->slots[i].row != 0; i = (i + 1) & (l->slot_count - 1)) {
		const struct timex_word *w = &l->words[l->slots[i].row - 1];

		if (l->slots[i].hash == hash &&
		    str_eq_nocase(spelling, str_of(w->spelling)))
			return w;
	}
	return NULL;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits at the front of a token and what follows them: 28th, 1990s, 9am. */
static struct seen
seen_digits(struct str s)
{
	struct seen w = { .classes = BIT(NUMBER) };
	struct str tail;
	size_t n = 0;

	for (; n < s.n && n < 9 && is_digit(s.p[n]); n++)
		w.value = w.value * 10 + (s.p[n] - '0');
	tail = str_cut(s, n, s.n);
	if (tail.n == 0) {
		if (n <= 2 && w.value >= 1 && w.value <= 31)
			w.classes |= BIT(DAYNUM);
		if (n == 4 && w.value >= 1000 && w.value < 2100)
			w.classes |= BIT(YEAR);
	} else if (str_eq_nocase(tail, STR("st")) || str_eq_nocase(tail, STR("nd")) ||
		   str_eq_nocase(tail, STR("rd")) || str_eq_nocase(tail, STR("th"))) {
		w.classes = n <= 2 ? BIT(ORDINAL) : 0;
		if (n <= 2 && w.value >= 1 && w.value <= 31)
			w.classes |= BIT(DAYNUM);
	} else if (str_eq_nocase(tail, STR("s")) && w.value % 10 == 0 &&
		   (n == 2 || (n == 4 && w.value >= 1000 && w.value < 2100))) {
		w.classes = BIT(DECADE);
		w.value = n == 2 ? 190 + w.value / 10 : w.value / 10;
	} else if (str_eq_nocase(tail, STR("am")) || str_eq_nocase(tail, STR("pm"))) {
		w.classes = n <= 2 && w.value < 60 ? BIT(AMPM) | BIT(NUMBER) : 0;
		w.unit = (tail.p[0] | 0x20) == 'p' ? 12 : 0;
	} else if (!(tail.p[0] == ',' || tail.p[0] == '.')) {
		w.classes = 0;
	}
	return w;
}

/* Without the 's that a name of time may carry; false when there is none. */
static bool
cut_owner(struct str *s)
{
	static const struct str tails[] = { { "'s", 2 }, { "’s", 4 }, { "'S", 2 } };

	for (size_t k = 0; k < LEN(tails); k++) {
		if (s->n > tails[k].n && str_ends(*s, tails[k])) {
			s->n -= tails[k].n;
			return true;
		}
	}
	return false;
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

const struct timex_word *
timex_word_at(const struct timex_language *l, const struct tokens *t, size_t i)
{
	return word_of(l, token_text(t, i), t->at[i].hash);
}

struct seen
timex_classify(const struct timex_language *l, const struct tokens *t, size_t i)
{
	const struct token *k = &t->at[i];
	struct str s = token_text(t, i);
	const struct timex_word *w = word_of(l, s, k->hash);
	struct seen out = { 0 };

	if (w == NULL && (k->flags & TOKEN_DIGIT) != 0 && is_digit(s.p[0]))
		return seen_digits(s);
	if (w == NULL && k->kind == TOKEN_WORD && cut_owner(&s)) {
		out.owner = true;
		w = word_of(l, s, token_hash(s));
	}
	if (w == NULL) {
		out.classes = (k->flags & TOKEN_CAPITAL) == 0 ? classes_of_form(s) : 0;
		return out;
	}
	out.classes = w->classes;
	out.value = w->value;
	out.unit = w->unit;
	if ((k->flags & TOKEN_CAPITAL) == 0)
		out.classes &=
		    ~(BIT(MONTH) | BIT(WEEKDAY) | BIT(WEEKDAYS) | BIT(HOLIDAY));
	return out;
}
