/* What is shown of a line that is too long, around what matters in it. */
#include "text/glyph.h"
#include "text/wrap.h"

static size_t
word_before(struct str s, size_t at)
{
	if (at > 0)
		at--;
	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	return at;
}

static bool
fits(struct str s, size_t from, size_t to, int cols)
{
	const struct str piece = str_cut(s, from, to);

	return glyph_fit(piece, cols) == piece.n;
}

size_t
wrap_window(struct str s, int cols, size_t from, size_t to)
{
	size_t at = from, next;

	if (fits(s, 0, s.n, cols) || fits(s, 0, to, cols - 1))
		return 0;
	while (at > 0) {
		next = word_before(s, at);
		if (!fits(s, next, from, cols / 3) && !fits(s, next, s.n, cols - 1))
			break;
		at = next;
	}
	return at;
}
