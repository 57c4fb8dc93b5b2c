/* Any bytes as tokens, stems, sentences and lines: in order, and nothing but blanks between. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "text/glyph.h"
#include "text/sentence.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"
#include "text/wrap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
assert_blank(struct str s)
{
	while (s.n != 0) {
		const uint32_t code = utf8_next(&s);

		assert(utf8_is_space(code) || code == 0x200b);
	}
}

static void
check_tokens(struct arena *a, struct str s)
{
	const struct tokens t = tokens_of(a, s);
	struct stemmer *stemmer = stemmer_new(STR("en"));
	size_t end = 0;

	for (size_t i = 0; i < t.n; i++) {
		assert(t.at[i].n > 0 && t.at[i].at >= end);
		assert_blank(str_cut(s, end, t.at[i].at));
		assert(t.at[i].hash == token_hash(token_text(&t, i)));
		(void)stem_of(stemmer, a, token_text(&t, i));
		end = (size_t)t.at[i].at + t.at[i].n;
	}
	assert_blank(str_cut(s, end, s.n));
	stemmer_free(stemmer);
}

static void
check_sentences(struct arena *a, struct str s, struct str language)
{
	const struct sentences got = sentences_of(a, s, language);
	size_t end = 0;

	for (size_t i = 0; i < got.n; i++) {
		assert(got.at[i].n > 0 && got.at[i].at >= end);
		assert_blank(str_cut(s, end, got.at[i].at));
		end = (size_t)got.at[i].at + got.at[i].n;
	}
	assert_blank(str_cut(s, end, s.n));
}

static void
check_lines(struct str s, int cols)
{
	struct str rest = s;
	size_t end = 0;

	while (rest.n != 0) {
		const struct str line = wrap_line(&rest, cols);
		const size_t at = line.n == 0 ? end : (size_t)(line.p - s.p);

		assert(glyph_cols(line) <= (cols < 2 ? 2 : cols));
		assert_blank(str_cut(s, end, at));
		end = at + line.n;
	}
	assert_blank(str_cut(s, end, s.n));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = { "en", "de", "fr", "es" };
	struct str s = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	unsigned first;

	if (size == 0)
		return 0;
	first = data[0];
	s = str_cut(s, 1, size);
	check_tokens(&a, s);
	check_sentences(&a, s, str_of(languages[first % 4]));
	check_lines(s, (int)(first / 4));
	arena_free(&a);
	return 0;
}
