/*
 * Extended grapheme clusters (UAX #29, GB1-GB11), cut to what every terminal
 * draws in the same columns.
 *
 * A terminal that adds up wcwidth() and one that knows clusters disagree on
 * all of these, so none is shown: emoji joined by ZWJ and skin tones (only the first emoji
 * is), U+FE0F and U+FE0E (dropped: a text symbol stays one column, an emoji two, as both
 * kinds draw the bare code point), regional indicators (a flag is its two letters, a glyph
 * each).  Spacing marks take the column wcwidth() gives them.
 */
#include "text/glyph.h"

#include <limits.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "unicode.h"

enum {
	MOST_CODES = 5, /* what one cell of curses holds */
	FIRST_TONE = 0x1f3fb,
	LAST_TONE = 0x1f3ff,
	FIRST_TAG = 0xe0020,
	LAST_TAG = 0xe007f,
	FIRST_REGIONAL = 0x1f1e6,
	NO_BREAK_SPACE = 0xa0 /* a blank, once the lines are broken */
};

struct cluster {
	size_t bytes, kept; /* of the cluster, and of what is shown of it */
	int codes, cols;
	enum grapheme last;
	bool picture; /* begins with a pictograph, and all is emoji since */
	bool bare;    /* ends with Pictographic Extend* */
	bool joined;  /* ends with Pictographic Extend* ZWJ (GB11) */
	bool cut;     /* what comes is no longer shown */
};

/* GB3-GB11, given that the cluster ends with c->last. */
static bool
is_joined(const struct cluster *c, enum grapheme next, uint32_t word)
{
	switch (c->last) {
	case GRAPHEME_CR:
	case GRAPHEME_LF:
	case GRAPHEME_CONTROL:
		return false;
	case GRAPHEME_L:
		if (next == GRAPHEME_L || next == GRAPHEME_V || next == GRAPHEME_LV ||
		    next == GRAPHEME_LVT)
			return true;
		break;
	case GRAPHEME_LV:
	case GRAPHEME_V:
		if (next == GRAPHEME_V || next == GRAPHEME_T)
			return true;
		break;
	case GRAPHEME_LVT:
	case GRAPHEME_T:
		if (next == GRAPHEME_T)
			return true;
		break;
	case GRAPHEME_PREPEND:
		return next > GRAPHEME_CONTROL || next == GRAPHEME_OTHER;
	case GRAPHEME_ZWJ:
		if (c->joined && unicode_is_picture(word))
			return true;
		break;
	case GRAPHEME_OTHER:
	case GRAPHEME_EXTEND:
	case GRAPHEME_REGIONAL:
	case GRAPHEME_SPACING:
		break;
	}
	return next == GRAPHEME_EXTEND || next == GRAPHEME_ZWJ ||
	       next == GRAPHEME_SPACING;
}

/* What nobody expects to be hidden, unless it is part of an emoji: skin tones and tags. */
static bool
is_emoji_part(uint32_t code)
{
	return (code >= FIRST_TONE && code <= LAST_TONE) ||
	       (code >= FIRST_TAG && code <= LAST_TAG);
}

/* True if the glyph must end here: something would be hidden, or over two columns. */
static bool
must_end(const struct cluster *c, uint32_t code, uint32_t word, bool hides)
{
	if (is_emoji_part(code) && !c->picture)
		return true;
	if (hides || unicode_show(word) == SHOW_NOTHING)
		return false;
	return unicode_show(word) == SHOW_STAND_IN || c->cols + unicode_cols(word) > 2 ||
	       (c->cut && unicode_cols(word) > 0);
}

/* Takes the next code point into the cluster; false where the glyph ends before it. */
static bool
add(struct cluster *c, uint32_t code, size_t bytes)
{
	const uint32_t word = unicode_word(code);
	const enum grapheme g = unicode_grapheme(word);
	const bool hides =
	    c->picture && (is_emoji_part(code) || unicode_is_picture(word));

	if (!is_joined(c, g, word) || must_end(c, code, word, hides))
		return false;
	if (hides || unicode_show(word) == SHOW_NOTHING || c->codes == MOST_CODES ||
	    c->kept + bytes >= GLYPH_BYTES)
		c->cut = true;
	c->bytes += bytes;
	if (!c->cut) {
		c->kept += bytes;
		c->codes++;
		c->cols += unicode_cols(word);
	}
	c->joined = c->bare && g == GRAPHEME_ZWJ;
	c->bare = unicode_is_picture(word) || (c->bare && g == GRAPHEME_EXTEND);
	c->picture = c->picture && (g == GRAPHEME_EXTEND || g == GRAPHEME_ZWJ || hides);
	c->last = g;
	return true;
}

static struct cluster
cluster_from(uint32_t code, size_t bytes)
{
	const uint32_t word = unicode_word(code);

	return (struct cluster){ .bytes = bytes,
		.kept = bytes,
		.codes = 1,
		.cols = unicode_cols(word),
		.last = unicode_grapheme(word),
		.picture = unicode_is_picture(word),
		.bare = unicode_is_picture(word),
		.cut = unicode_cols(word) == 0 };
}

/* What is shown of a cluster that begins with `code`. */
static struct str
shown(struct str text, const struct cluster *c, uint32_t code)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	if (c->cols == 0) /* it would join whatever stands in the cell before */
		return STR("");
	if (code == NO_BREAK_SPACE && c->codes == 1)
		return STR(" ");
	if (code >= FIRST_REGIONAL && code < FIRST_REGIONAL + 26)
		return (struct str){ letters + (code - FIRST_REGIONAL), 1 };
	return str_cut(text, 0, c->kept);
}

/* Shown as it is, in columns of its own, and no mark: joins nothing before or after. */
static bool
is_classless(uint32_t code, uint32_t word)
{
	return code != UTF8_BROKEN && code != NO_BREAK_SPACE &&
	       unicode_grapheme(word) == GRAPHEME_OTHER &&
	       unicode_show(word) == SHOW_PLAIN && unicode_cols(word) != 0 &&
	       !unicode_is_picture(word);
}

/* The glyph at the start of `s` where the fast way does not do. */
static struct glyph
glyph_at(struct str s)
{
	struct str rest = s;
	const uint32_t code = utf8_next(&rest);
	const size_t first = s.n - rest.n;
	struct cluster c = cluster_from(code, first);

	if (unicode_show(unicode_word(code)) == SHOW_STAND_IN ||
	    (code == UTF8_BROKEN && first == 1))
		return (struct glyph){ code == '\t' ? STR(" ") : STR("\xef\xbf\xbd"),
			first, 1 };
	while (rest.n != 0) {
		const size_t before = rest.n;
		const bool broken = (unsigned char)rest.p[0] >= 0x80;
		const uint32_t next = utf8_next(&rest);

		if (broken && next == UTF8_BROKEN && before - rest.n == 1)
			break;
		if (!add(&c, next, before - rest.n))
			break;
	}
	return (struct glyph){ shown(s, &c, code), c.bytes, c.cols };
}

static bool
is_plain(struct str s)
{
	return s.p[0] >= ' ' && s.p[0] < 0x7f &&
	       (s.n == 1 || (unsigned char)s.p[1] < 0x80);
}

struct glyph
glyph_next(struct str *rest)
{
	const struct str all = *rest;
	const struct glyph g =
	    is_plain(all) ? (struct glyph){ str_cut(all, 0, 1), 1, 1 } : glyph_at(all);

	*rest = (struct str){ all.p + g.bytes, all.n - g.bytes };
	return g;
}

/* How many ASCII bytes at the start are a column each whatever follows. */
static size_t
count_ascii(struct str s)
{
	const size_t i = utf8_ascii(s, 0);

	return i == s.n || i == 0 ? i : i - 1;
}

int
glyph_cols(struct str s)
{
	size_t cols = 0;

	while (s.n != 0) {
		const size_t plain = count_ascii(s);

		cols += plain;
		s = str_cut(s, plain, s.n);
		if (s.n != 0)
			cols += (size_t)glyph_next(&s).cols;
	}
	return cols > INT_MAX ? INT_MAX : (int)cols;
}

size_t
glyph_run(struct str s, int most, int *cols)
{
	struct str rest = s;
	struct glyph last = { 0 }; /* what follows may belong to it */
	uint32_t code = ' ', word = 0;
	int taken = 0;

	while (rest.n != 0) {
		const size_t ascii =
		    str_printable(rest, most > taken ? (size_t)(most - taken) : 0);
		struct str next = str_cut(rest, ascii, rest.n);

		taken += (int)ascii;
		last = ascii != 0 ? (struct glyph){ .bytes = 1, .cols = 1 } : last;
		rest = next;
		if (rest.n == 0 || (unsigned char)rest.p[0] < 0x80)
			break;
		code = utf8_next(&next);
		word = unicode_word(code);
		if (!is_classless(code, word) || taken + unicode_cols(word) > most)
			break;
		last = (struct glyph){ .bytes = rest.n - next.n,
			.cols = unicode_cols(word) };
		taken += last.cols;
		rest = next;
	}
	if (rest.n == 0 || (unsigned char)rest.p[0] < 0x80 || is_classless(code, word))
		last = (struct glyph){ 0 };
	*cols = taken - last.cols;
	return s.n - rest.n - last.bytes;
}

size_t
glyph_fit(struct str s, int cols)
{
	struct str rest = s;

	while (rest.n != 0) {
		int taken;
		const size_t run = glyph_run(rest, cols, &taken), at = s.n - rest.n;

		if (run == 0)
			taken = glyph_next(&rest).cols;
		else
			rest = str_cut(rest, run, rest.n);
		cols -= taken;
		if (cols < 0)
			return at;
	}
	return s.n;
}

struct str
glyph_safe(struct arena *a, struct str s, bool keep_lines)
{
	struct buf b = buf_new(a);

	while (s.n != 0) {
		const bool line = keep_lines && s.p[0] == '\n';
		const struct str shows = glyph_next(&s).text;

		buf_str(&b, line ? STR("\n") : shows);
	}
	return buf_view(&b);
}
