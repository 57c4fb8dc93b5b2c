/* Words of topics: nouns and what stands before them, as far as lists, endings and neighbours tell. */
#include "digest/topic_words.h"

#include "digest/gazetteer.h"
#include "digest/tables/verbs.h"
#include "digest/words.h"
#include "text/stem.h"
#include "text/utf8.h"

enum {
	LETTERS_ALONE = 5
}; /* of a word in a language whose function words are not known */

static inline bool
ends_with(struct str word, const char *ending)
{
	return word.n > str_of(ending).n + 2 && str_ends(word, str_of(ending));
}

static bool
is_in(const struct reading *r, const char tag[2])
{
	return r->language.n >= 2 && r->language.p[0] == tag[0] &&
	       r->language.p[1] == tag[1];
}

static bool
is_german(const struct reading *r)
{
	return is_in(r, "de");
}

static bool
is_romance(const struct reading *r)
{
	return is_in(r, "fr") || is_in(r, "es");
}

/* "vier Meter": how much of something, in German. */
static bool
is_measure_german(struct str word)
{
	static const char *const words[] = { "Meter", "Metern", "Kilometer", "Kilometern",
		"Zentimeter", "Zentimetern", "Millimeter", "Quadratmeter",
		"Quadratmetern", "Quadratkilometer", "Hektar", "Liter", "Litern", "Gramm",
		"Kilogramm", "Tonnen", "Grad", "Prozent", "Euro", "Cent", "Dollar",
		"Million", "Millionen", "Milliarde", "Milliarden", "Uhr", "Stunden",
		"Minuten", "Sekunden", "Tage", "Tagen", "Woche", "Wochen", "Monat",
		"Monate", "Monaten", "Jahr", "Jahre", "Jahren", "zwei", "drei", "vier",
		"fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf" };

	return str_is_any(word, words, LEN(words));
}

/* A German word of letters: a noun has a capital, and none beside it, or it is of a name. */
static bool
is_content_german(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i];
	const bool capital = (t->flags & TOKEN_CAPITAL) != 0;

	if ((t->flags & TOKEN_UPPER) != 0 || t->n < 4 ||
	    is_measure_german(token_text(&r->tokens, i)))
		return false;
	if (!capital)
		return true;
	return (r->kind_of[i] & (NAME_ANY_PLACE | NAME_FIRST | NAME_AGENCY)) == 0 &&
	       (i == 0 || (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0) &&
	       (i + 1 == r->tokens.n || (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0);
}

/* Verb forms of what is to come, adverbs: in French and Spanish. */
static bool
is_inflected(struct str word)
{
	static const char *const endings[] = { "erait", "irait", "raient", "eront",
		"iront", "era", "ira", "ará", "erá", "irá", "arán", "erán", "ement",
		"amment", "mente", "aron", "ieron", "ando", "iendo" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}

/* "fermé mercredi": in small letters in French and Spanish. */
static bool
is_weekday_abroad(struct str word)
{
	static const char *const words[] = { "lundi", "mardi", "mercredi", "jeudi",
		"vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
		"jueves", "viernes", "sábado", "domingo" };

	return str_is_any(word, words, LEN(words));
}

/* "économique", "mensuelle": of something that is told with it. */
static bool
is_adjective_abroad(struct str word)
{
	static const char *const endings[] = { "ique", "iques", "elle", "elles", "euse",
		"eux", "aire", "aires", "tif", "tive", "el", "els", "ica", "icas", "ico",
		"icos", "oso", "osa", "ivo", "iva", "al", "ales", "ale" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}

/* "term" of "long-term savings". */
static bool
is_second_half(const struct reading *r, size_t i, size_t start)
{
	const struct token *t = r->tokens.at;

	return i > start + 1 && r->text.p[t[i - 1].at] == '-' &&
	       t[i - 2].at + t[i - 2].n + 1 == t[i].at;
}

bool
topic_begins(const struct reading *r, size_t i, size_t start)
{
	return !is_second_half(r, i, start) &&
	       (!is_romance(r) || !is_adjective_abroad(token_text(&r->tokens, i)));
}

/* "The law enters into force": verbs that are no nouns, "s" left out. */
static bool
is_verb_only(struct str word)
{
	static const char *const words[] = { "accept", "achieve", "add", "adopt",
		"affect", "agree", "allow", "appear", "applie", "apply", "arrive", "ask",
		"attend", "avoid", "become", "begin", "believe", "belong", "borrow",
		"bring", "carrie", "carry", "choose", "come", "compete", "consider",
		"contain", "continue", "create", "decide", "define", "deliver", "denie",
		"deny", "depend", "describe", "destroy", "determine", "develop", "die",
		"discover", "earn", "eat", "emerge", "enable", "encourage", "enjoy",
		"ensure", "enter", "exceed", "exist", "expand", "expect", "explain",
		"fail", "follow", "forget", "get", "give", "go", "goe", "grow", "happen",
		"hear", "hold", "ignore", "implie", "imply", "improve", "include",
		"inform", "inspire", "introduce", "invest", "join", "keep", "know",
		"learn", "let", "lose", "maintain", "make", "manage", "meet", "obtain",
		"occur", "open", "pay", "prefer", "prevent", "promote", "protect",
		"prove", "provide", "publish", "receive", "recommend", "reduce", "relie",
		"rely", "remain", "remember", "replace", "represent", "require",
		"resolve", "reveal", "say", "see", "seek", "seem", "select", "sell",
		"send", "sit", "solve", "speak", "spend", "stay", "suffer", "suggest",
		"suppose", "survive", "take", "teach", "tell", "think", "throw", "trie",
		"try", "understand", "varie", "vary", "wake", "want", "wear", "write" };
	static const char *const endings[] = { "ify", "ifie", "ize" };
	const struct str base =
	    str_ends(word, STR("s")) ? str_cut(word, 0, word.n - 1) : word;

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(base, endings[i]))
			return true;
	return str_is_any(base, words, LEN(words));
}

/* "prices rise", "pilots talk": many, and what they do. */
static bool
is_done_by_many(const struct reading *r, size_t i)
{
	const struct str who = i == 0 ? STR_NIL : token_text(&r->tokens, i - 1);

	return who.n > 3 && str_ends(who, STR("s")) && !str_ends(who, STR("ss")) &&
	       str_is_any(token_text(&r->tokens, i), plain_verbs, LEN(plain_verbs));
}

bool
topic_word(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i];
	struct str word;

	if (t->kind != TOKEN_WORD || (t->flags & TOKEN_DIGIT) != 0 || t->n < 3 ||
	    r->terms[r->term_of[i]].stop)
		return false;
	if (is_german(r))
		return is_content_german(r, i);
	if (!stops_are_known(r->language) &&
	    utf8_count(token_text(&r->tokens, i)) < LETTERS_ALONE)
		return false;
	if ((t->flags & TOKEN_CAPITAL) != 0 ||
	    (r->class_of[i] & ~(WORD_SPORT | WORD_CALL | WORD_PICTURE | WORD_SELLS)) != 0)
		return false;
	word = token_text(&r->tokens, i);
	if (is_romance(r))
		return !is_weekday_abroad(word) && !str_has(word, STR("'")) &&
		       !str_has(word, STR("’")) && !is_inflected(word);
	return !ends_with(word, "ly") && !ends_with(word, "ed") && !is_verb_only(word) &&
	       word_bare(word).n == word.n;
}

bool
topic_verb_place(const struct reading *r, size_t i, size_t start)
{
	const struct token *t = &r->tokens.at[i - (i > start)];
	const struct str word = token_text(&r->tokens, i - (i > start));

	if (i == start || is_german(r) || t->kind != TOKEN_WORD)
		return false;
	return (t->flags & TOKEN_CAPITAL) != 0
		   ? word_bare(word).n == word.n &&
			 (r->kind_of[i - 1] & NAME_DEMONYM) == 0 &&
			 !r->terms[r->term_of[i - 1]].stop
		   : (r->class_of[i - 1] & WORD_BEFORE_VERB) != 0;
}

/* "ministers’": the owner of what follows. */
static bool
is_owner(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i + 1];
	const struct str mark = token_text(&r->tokens, i + 1);

	return (t->flags & TOKEN_SPACE) == 0 &&
	       (str_eq(mark, STR("'")) || str_eq(mark, STR("’")));
}

/* Before "the" or "it" stands a verb or a preposition, seldom a noun. */
static bool
is_object_next(const struct reading *r, size_t i)
{
	return word_in(r, i, LIST_OBJECT) ||
	       (r->class_of[i] & (WORD_THIRD | WORD_THIS | WORD_PERSONAL)) != 0;
}

static bool
is_adjective(struct str word)
{
	static const char *const endings[] = { "less", "ful", "ous", "able", "ible" };
	static const char *const words[] = { "big", "common", "contrary", "due",
		"federal", "free", "global", "illegal", "international", "legal", "local",
		"national", "nearby", "new", "online", "political", "ready", "similar",
		"social", "young" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return str_is_any(word, words, LEN(words));
}

/* "ministers": who does it, not what it is about. */
static bool
is_who(const struct reading *r, size_t i)
{
	const struct str word = token_text(&r->tokens, i);

	return ((r->kind_of[i] | gazetteer_kinds(str_cut(word, 0, word.n - 1))) &
		   NAME_TITLE) != 0;
}

/* The next token goes on with the run, or takes the word as its verb. */
static bool
goes_on(const struct reading *r, size_t i, size_t end)
{
	const struct token *t = &r->tokens.at[i + 1];

	if (i + 1 >= end)
		return false;
	if (t->kind == TOKEN_WORD)
		return topic_word(r, i + 1) || is_object_next(r, i + 1);
	return is_owner(r, i) ||
	       (t->n == 1 && r->text.p[t->at] == '-' && (t->flags & TOKEN_SPACE) == 0);
}

bool
topic_ends(const struct reading *r, size_t i, size_t end)
{
	struct str word;

	if (is_german(r))
		return (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
	if (goes_on(r, i, end))
		return false; /* cheapest first */
	word = token_text(&r->tokens, i);
	return !(ends_with(word, "ing") && r->terms[r->term_of[i]].count < 3) &&
	       !is_adjective(word) && !is_who(r, i) && !is_done_by_many(r, i);
}
