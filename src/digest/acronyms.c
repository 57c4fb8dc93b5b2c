/*
 * Short forms and what they stand for, where the article says so itself: by brackets
 * both ways, and "2+2" by the words that follow it.
 */
#include "digest/spans.h"

#include "base/vec.h"

enum { SHORT_LEAST = 2, SHORT_LONGEST = 10, ACRONYMS_MOST = 30 };

static bool
is_alnum(char c)
{
	return byte_is_letter(c) || byte_is_digit(c);
}

static bool
is_short_form(const struct span *s, size_t i)
{
	const struct token *t = &s->r->tokens.at[i];

	return i < s->end && t->kind == TOKEN_WORD && (t->flags & TOKEN_UPPER) != 0 &&
	       t->n >= SHORT_LEAST && t->n <= SHORT_LONGEST;
}

static void
add(const struct span *s, struct brief *out, struct str shorter, struct str expansion)
{
	for (size_t i = 0; i < out->acronyms.n; i++)
		if (str_eq(out->acronyms.at[i].shorter, shorter))
			return;
	if (out->acronyms.n < ACRONYMS_MOST)
		*vec_push(s->a, &out->acronyms) =
		    (struct acronym){ .shorter = shorter, .expansion = expansion };
}

/* "and", "of": no name begins with them. */
static bool
is_small_word_at(struct str s, size_t i)
{
	static const char *const words[] = { "and ", "of ", "for ", "the ", "in ", "on ",
		"to " };

	for (size_t k = 0; k < LEN(words); k++)
		if (str_starts(str_cut(s, i, s.n), str_of(words[k])))
			return true;
	return false;
}

/*
 * Where in `longer` the short form begins when its letters are found from the back,
 * its first one at the start of a word; STR_NONE if they are not there.
 */
static size_t
match_letters(struct str shorter, struct str longer)
{
	size_t k = shorter.n, i = longer.n;

	while (k > 0) {
		const char want = byte_lower(shorter.p[--k]);

		if (!is_alnum(want))
			continue;
		for (;;) {
			if (i == 0)
				return STR_NONE;
			i--;
			if (byte_lower(longer.p[i]) == want &&
			    (k > 0 || ((i == 0 || !is_alnum(longer.p[i - 1])) &&
					  !is_small_word_at(longer, i))))
				break;
		}
	}
	return i;
}

/* Long enough to explain, and not itself the short form. */
static bool
explains(struct str longer, struct str shorter)
{
	return longer.n > shorter.n + 2 && str_has(longer, STR(" ")) &&
	       str_find(longer, shorter, 0) == STR_NONE;
}

/* "Regional Comprehensive Economic Partnership (RCEP)" */
static void
look_before(const struct span *s, size_t bracket, struct brief *out)
{
	const struct str shorter = token_text(&s->r->tokens, bracket + 1);
	const size_t most = shorter.n + 5 < 2 * shorter.n ? shorter.n + 5 : 2 * shorter.n;
	size_t from = bracket, words = 0, at;
	struct str longer;

	while (from > s->start && words < most) {
		if (s->r->tokens.at[from - 1].kind == TOKEN_PUNCT &&
		    !span_is_mark(s, from - 1, '-') && !span_is_mark(s, from - 1, '&') &&
		    !span_is_genitive(s, from - 1))
			break;
		words += s->r->tokens.at[--from].kind == TOKEN_WORD;
	}
	if (from == bracket)
		return;
	longer = span_text(s->r, from, bracket);
	at = match_letters(shorter, longer);
	if (at == STR_NONE)
		return;
	longer = str_cut(longer, at, longer.n);
	if (explains(longer, shorter))
		add(s, out, shorter, longer);
}

/* "RCEP (Regional Comprehensive Economic Partnership)" */
static void
look_inside(const struct span *s, size_t bracket, struct brief *out)
{
	const struct str shorter = token_text(&s->r->tokens, bracket - 1);
	size_t to = bracket + 1;
	struct str longer;

	while (to < s->end && !span_is_mark(s, to, ')') && to - bracket < 24)
		to++;
	if (!span_is_mark(s, to, ')') || to < bracket + 3)
		return;
	longer = span_text(s->r, bracket + 1, to);
	if (match_letters(shorter, longer) == 0 && explains(longer, shorter))
		add(s, out, shorter, longer);
}

static bool
is_small_word(const struct span *s, size_t i)
{
	return i < s->end && s->r->tokens.at[i].kind == TOKEN_WORD &&
	       !span_has_flag(s, i, TOKEN_CAPITAL);
}

static bool
is_joint(const struct span *s, size_t i)
{
	return span_is_word(s, i, "of") || span_is_word(s, i, "and") ||
	       span_is_word(s, i, "for");
}

/* "a 2+2 ministerial meeting of foreign and defence ministers" */
static void
look_behind_sum(const struct span *s, size_t i, struct brief *out)
{
	const size_t from = i + 3;
	size_t to = from, end;

	while (is_small_word(s, to) && to - from < 12 &&
	       (!s->r->terms[s->r->term_of[to]].stop || (is_joint(s, to) && to > from)))
		to++;
	for (end = to; end > from && is_joint(s, end - 1);)
		end--;
	if (end - from < 3)
		return;
	for (size_t k = from; k < end; k++)
		if (is_joint(s, k)) {
			add(s, out, span_text(s->r, i, i + 3),
			    span_text(s->r, from, end));
			return;
		}
}

static bool
is_sum(const struct span *s, size_t i)
{
	const struct token *t = s->r->tokens.at;

	return i + 3 < s->end && t[i].kind == TOKEN_NUMBER && t[i].n == 1 &&
	       span_is_mark(s, i + 1, '+') && t[i + 2].kind == TOKEN_NUMBER &&
	       t[i + 2].n == 1 && !span_has_flag(s, i + 1, TOKEN_SPACE) &&
	       !span_has_flag(s, i + 2, TOKEN_SPACE);
}

void
acronyms_find(struct arena *a, const struct reading *r, struct brief *out)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct passage *p = &r->at[i];
		const struct span s = {
			.a = a, .r = r, .start = p->token, .end = p->token + p->tokens
		};

		if (p->kind == BLOCK_CODE || p->kind == BLOCK_HTML)
			continue;
		for (size_t k = s.start; k < s.end; k++) {
			if (is_sum(&s, k))
				look_behind_sum(&s, k, out);
			if (!span_is_mark(&s, k, '('))
				continue;
			if (is_short_form(&s, k + 1) && span_is_mark(&s, k + 2, ')'))
				look_before(&s, k, out);
			else if (k > s.start && is_short_form(&s, k - 1))
				look_inside(&s, k, out);
		}
	}
}
