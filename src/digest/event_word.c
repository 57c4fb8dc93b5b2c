/* What single words are to events: their rows, and what the tables of dates make of them. */
#include "event_word.h"

#include "timex_rules.h"

static uint64_t
classes_at(const struct tokens *t, size_t i)
{
	return timex_classify(&timex_english, t, i).classes;
}

/* "man", "student": who it is, by the word's form. */
static bool
is_someone(struct str word)
{
	enum { LONGEST = 8 };
	static const char endings[26][10][LONGEST + 1] = {
		/* by their last letter, flush right: most differ in the one before it */
		['d' - 'a'] = { "   child", " husband" },
		['e' - 'a'] = { "    wife", "  couple", "  prince", "   judge",
		    "   nurse", "     ete", "  anyone", " someone", "everyone" },
		['f' - 'a'] = { "   chief" },
		['g' - 'a'] = { "    king" },
		['h' - 'a'] = { "   coach" },
		['l' - 'a'] = { "    girl" },
		['m' - 'a'] = { "  victim" },
		['n' - 'a'] = { "     man", "    teen", "     son", "   queen",
		    "     ian" },
		['r' - 'a'] = { "  mother", "  father", "daughter", "  sister",
		    " brother", "    star", "     eer" },
		['s' - 'a'] = { "     ess" },
		['t' - 'a'] = { " student", "resident", " patient", " suspect",
		    "   pilot", "     ist", "     ant" },
		['y' - 'a'] = { "     boy" },
	};
	const char last = word.n == 0 ? '\0' : word.p[word.n - 1];

	if (last < 'a' || last > 'z')
		return false;
	for (size_t i = 0; endings[last - 'a'][i][0] != '\0'; i++) {
		const char *e = endings[last - 'a'][i];
		size_t k = LONGEST, n = word.n;

		while (k > 0 && n > 0 && e[k - 1] == word.p[n - 1]) {
			k--;
			n--;
		}
		if (k == 0 || e[k - 1] == ' ')
			return true;
	}
	return false;
}

/* FORM_SOMEONE and FORM_DOER. */
static uint32_t
forms_of_people(struct str word)
{
	if (str_ends(word, STR("s")))
		word = str_cut(word, 0, word.n - 1);
	return (is_someone(word) ? 1u << FORM_SOMEONE : 0) |
	       (str_ends(word, STR("er")) || str_ends(word, STR("or")) ? 1u << FORM_DOER
								       : 0);
}

uint32_t
event_classes(const struct tokens *t, size_t i)
{
	const struct timex_word *w =
	    timex_word_of(&event_words, token_text(t, i), t->at[i].hash);
	const uint64_t c = classes_at(t, i), row = w == NULL ? 0 : w->classes;
	/* "Sat, 3 May" is a day, "she sat" is none */
	const bool day =
	    (t->at[i].flags & TOKEN_CAPITAL) != 0 && token_is(t, i, STR("sat"));
	const bool past = !day && ((c & BIT(PAST)) != 0 || (row & BIT(VERB)) != 0);
	const bool verb =
	    past || (c & BIT(BE)) != 0 ||
	    ((c & BIT(FUTURE)) != 0 && (c & (BIT(PREP) | BIT(MONTH))) == 0) ||
	    token_is(t, i, STR("has")) || token_is(t, i, STR("have"));

	return (uint32_t)row | (past ? 1u << FORM_PAST : 0) |
	       (verb ? 1u << FORM_VERB : 0) |
	       ((c & (BIT(UNIT) | BIT(UNITS))) != 0 ? 1u << FORM_UNIT : 0) |
	       ((c & (BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY))) != 0 ? 1u << FORM_DATE
								   : 0) |
	       (token_is(t, i, STR("ended")) ? 1u << FORM_ENDED : 0) |
	       forms_of_people(token_text(t, i));
}

bool
event_day(const struct tokens *t, size_t i)
{
	return (classes_at(t, i) & (BIT(MONTH) | BIT(DAYNUM))) != 0;
}
