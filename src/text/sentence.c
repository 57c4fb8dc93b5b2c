/*
 * From stop to stop: each run of stops with the quotes and brackets that close
 * after it (walk.c) is judged here by the word before and the word behind.
 * Looking back and ahead is bounded, or remembered in the walk: linear.
 */
#include "text/sentence.h"

#include <assert.h>

#include "abbreviation.h"
#include "base/vec.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"
#include "walk.h"

enum { CHUNK = 200 }; /* bytes looked back for the beginning of a URL */

static bool
is_all(struct str word, bool (*is)(uint32_t))
{
	const bool any = word.n != 0;

	while (word.n != 0) {
		if (!is(utf8_next(&word)))
			return false;
	}
	return any;
}

static bool
is_roman(uint32_t code)
{
	return walk_among(code, "IVXLC");
}

/* A function word with a capital, and no initial: "The", but not "A." */
static bool
starts(const struct walk *w, const struct ahead *a)
{
	const struct str word = walk_word(w->text, a->word);
	const size_t end = a->word + word.n;

	if (a->kind != NEXT_UPPER ||
	    (word.n == 1 && end < w->text.n && w->text.p[end] == '.'))
		return false;
	return word_starts_sentence(word, w->language);
}

/* "WASHINGTON, D.C. -- ", "SALEM, Ore. — ": short, at the start, the place in capitals, a dash
   behind. */
static bool
is_dateline(const struct walk *w, const struct stop *s, const struct ahead *a)
{
	enum { REGION = 5 }; /* "Calif" */
	struct str head = str_cut(w->text, w->start, s->at);
	const size_t comma = str_find(head, STR(", "), 0);

	if (!a->dash || head.n > 40)
		return false;
	if (comma != STR_NONE && comma > 2 && head.n - comma - 2 <= REGION)
		head = str_cut(head, 0, comma);
	while (head.n != 0) {
		if (utf8_is_lower(utf8_next(&head)))
			return false;
	}
	return true;
}

/* "1." or "IV." that begins a sentence, or a German ordinal: no end. */
static bool
is_counter(const struct walk *w, struct str word, const struct ahead *a)
{
	const bool digits = is_all(word, utf8_is_digit), roman = is_all(word, is_roman);
	const size_t at = (size_t)(word.p - w->text.p);

	if (!digits && !roman)
		return false;
	if (at <= w->start + 1 && word.n <= 3)
		return true;
	if (digits && at > 0 && w->text.p[at - 1] == '$' && a->kind == NEXT_DIGIT)
		return true;                     /* "$7. 2 million" */
	if (at >= 2 && w->text.p[at - 2] == '.') /* "Nr. 5." */
		return false;
	return language_is(w->language, "de") && (roman ? word.n > 1 : word.n <= 2) &&
	       !starts(w, a);
}

/* 'J.P. "The Big Bopper" Low': a few words in marks, and the name goes on. */
static bool
is_nickname(const struct walk *w, size_t i)
{
	enum { LONG = 40 };
	const struct str rest = str_cut(w->text, i, i + LONG);
	const struct str mark = str_starts(rest, STR("“")) ? STR("”") : STR("\"");
	size_t end;

	if (!str_starts(rest, STR("\"")) && !str_starts(rest, STR("“")))
		return false;
	end = str_find(rest, mark, 1);
	return end != STR_NONE && end > 1 &&
	       !walk_among((unsigned char)rest.p[end - 1], ",.!?") &&
	       str_starts(str_cut(rest, end + mark.n, rest.n), STR(" ")) &&
	       walk_kind(w->text, i + end + mark.n + 1) == NEXT_UPPER;
}

/* A single stop with a blank behind and no lower case after it. */
static bool
dot_ends(const struct walk *w, const struct stop *s, const struct ahead *a)
{
	const struct str word = walk_word_before(w, s->at);
	const struct str after = walk_word(w->text, a->word);
	struct str rest = word;

	if (is_dateline(w, s, a) || is_counter(w, word, a))
		return false;
	if (word.n == 1 && word.p > w->text.p + w->start && word.p[-1] == '/')
		return true; /* km/h is no initial */
	switch (s->quoted ? ABBREVIATION_NONE : abbreviation_of(word, w->language)) {
	case ABBREVIATION_NONE:
		return true;
	case ABBREVIATION_TITLE:
	case ABBREVIATION_MIDDLE:
		return false;
	case ABBREVIATION_NUMBER:
		if (a->kind == NEXT_DIGIT || is_all(after, is_roman))
			return false;
		(void)utf8_next(&rest);
		return rest.n != 0 || starts(w, a);
	case ABBREVIATION_EITHER:
		return word.p != w->text.p + w->start && starts(w, a) &&
		       !is_nickname(w, walk_blanks(w->text, s->close));
	case ABBREVIATION_END:
		return a->kind == NEXT_OTHER ||
		       (a->kind == NEXT_UPPER && !word_follows_hour(after));
	}
	return true;
}

/* The stop stands in something that is written without blanks: a URL, an address. */
static bool
is_in_url(const struct walk *w, size_t stop)
{
	size_t from = stop, to = stop, at;
	struct str chunk;

	while (from > w->start && stop - from < CHUNK &&
	       !utf8_is_space(walk_code_before(w->text, from, &at)))
		from = at;
	while (to < w->text.n && to - stop < CHUNK &&
	       !utf8_is_space(walk_code(w->text, to, &at)))
		to = at;
	chunk = str_cut(w->text, from, to);
	return str_has(str_cut(w->text, from, stop), STR("://")) ||
	       str_has(str_cut(w->text, from, stop), STR("www.")) ||
	       (str_has(chunk, STR("@")) && utf8_count(chunk) < 60);
}

/* "on?Thursday", "a?Norwegian": no question ends so; a blank was lost on the way. */
static bool
goes_on_after(struct str word)
{
	static const char *const words[] = { "a", "an", "the", "and", "or", "of", "on",
		"in", "by" };

	for (size_t i = 0; i < LEN(words); i++)
		if (str_eq(word, str_of(words[i])))
			return true;
	return false;
}

/* What stands before a glued stop may end a sentence; `end` is where the word behind does. */
static bool
meets_word(const struct walk *w, const struct stop *s, size_t end)
{
	const struct str word = walk_word_before(w, s->at);

	if (s->closed)
		return true;
	if (s->sort != SORT_DOT)
		return !goes_on_after(word);
	if (end < w->text.n && w->text.p[end] == '.')
		return false;
	if (word.n == 0 || utf8_is_digit((unsigned char)word.p[word.n - 1]))
		return true;
	return (word.n >= 3 ||
		   (word.n == 2 && word_is_stop(word, token_hash(word), w->language))) &&
	       abbreviation_of(word, w->language) == ABBREVIATION_NONE;
}

/* "soon.MK said": behind a plain word, and no name of a file. */
static bool
is_acronym(const struct walk *w, struct str word)
{
	enum { LONG = 6 };
	const size_t end = (size_t)(word.p - w->text.p) + word.n;

	return word.n <= LONG && is_all(word, utf8_is_upper) && end < w->text.n &&
	       w->text.p[end] == ' ';
}

/* "place.The", "place."The": a blank was lost where a plain word meets a capitalised one. */
static bool
glued_ends(const struct walk *w, const struct stop *s, const struct ahead *a)
{
	const struct str after = walk_word(w->text, a->word);
	struct str rest = after;
	const size_t end = a->word + after.n;

	if (a->kind != NEXT_UPPER || word_is_domain(after))
		return false;
	if (utf8_is_upper(utf8_next(&rest)))
		return (rest.n == 0 ? word_starts_sentence(after, w->language)
				    : is_acronym(w, after) ||
					  utf8_is_lower(utf8_next(&rest))) &&
		       meets_word(w, s, end) && !is_in_url(w, s->at);
	return s->sort == SORT_STRONG ||
	       (w->small && starts(w, a) && meets_word(w, s, end));
}

/* '"Why?" Taro Kono asked.' goes on behind the quotation. */
static bool
is_attributed(const struct walk *w, size_t i)
{
	for (int k = 0; k < 4; k++) {
		const struct str word = walk_word(w->text, i);

		if (k > 0 && word_is_speech_verb(word))
			return true;
		if (word.n == 0 || walk_kind(w->text, i) != NEXT_UPPER)
			return false;
		i = walk_blanks(w->text, i + word.n);
	}
	return false;
}

static bool
strong_ends(const struct walk *w, const struct stop *s, const struct ahead *a)
{
	if (s->quoted && !a->dash && is_attributed(w, a->word))
		return false;
	if (s->sort == SORT_STRONG && !s->closed &&
	    word_has_bang(walk_word_before(w, s->at)))
		return starts(w, a);
	return true;
}

/* 「…」 followed by the particle that makes it a quotation, or by a comma, goes on. */
static bool
wide_ends(const struct walk *w, const struct stop *s)
{
	size_t next;

	return !s->closed || !walk_among(walk_code(w->text, s->close, &next), "と、，");
}

static bool
ends(struct walk *w, const struct stop *s)
{
	const struct ahead a = walk_ahead(w, s->close);

	if (a.kind == NEXT_NOTHING)
		return true;
	if (!w->wordy || a.kind == NEXT_PAUSE)
		return false;
	if (s->sort == SORT_WIDE)
		return wide_ends(w, s);
	if (a.kind == NEXT_LOWER)
		return false;
	if (a.glued)
		return glued_ends(w, s, &a);
	return s->sort == SORT_DOT ? dot_ends(w, s, &a) : strong_ends(w, s, &a);
}

/* Where the sentence that begins at w->start ends. */
static size_t
sentence_end(struct walk *w)
{
	size_t i = walk_candidate(w->text, w->start);

	while (i < w->text.n) {
		struct stop s;

		if (w->text.p[i] == '\n') {
			if (walk_is_paragraph(w->text, i))
				return i;
			i = walk_candidate(w->text, i + 1);
			continue;
		}
		s = walk_stop(w, i);
		if (s.sort != SORT_NONE && ends(w, &s))
			return s.close;
		i = walk_candidate(w->text, s.end > i ? s.end : i + 1);
	}
	return i;
}

static size_t
trim_back(struct str s, size_t from, size_t end)
{
	size_t at;

	while (end > from && utf8_is_space(walk_code_before(s, end, &at)))
		end = at;
	return end;
}

/* Quotation marks left open are forgotten at the end of a paragraph. */
static void
begin(struct walk *w, size_t end, size_t i)
{
	walk_see(w, end);
	for (size_t k = end; k < i; k++) {
		if (w->text.p[k] == '\n' && walk_is_paragraph(w->text, k))
			w->open = false;
	}
	w->start = w->seen = i;
	w->wordy = false;
}

/* Of some length, and without a capital: a text in order is known at its first. */
static bool
is_small(struct str text)
{
	enum { SOME = 200 }; /* bytes */
	const bool enough = text.n >= SOME;

	while (enough && text.n != 0) {
		if (utf8_is_upper(utf8_next(&text)))
			return false;
	}
	return enough;
}

struct sentences
sentences_of(struct arena *a, struct str text, struct str language)
{
	struct sentences found = { .small = is_small(text) };
	struct walk w = { .text = text, .language = language, .small = found.small };
	size_t end = 0;

	assert(text.n <= UINT32_MAX);
	for (size_t i = walk_blanks(text, 0); i < text.n; i = walk_blanks(text, end)) {
		begin(&w, end, i);
		end = sentence_end(&w);
		*vec_push(a, &found) = (struct sentence){ .at = (uint32_t)i,
			.n = (uint32_t)(trim_back(text, i, end) - i) };
	}
	return found;
}
