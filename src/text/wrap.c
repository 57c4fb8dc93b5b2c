/*
 * UAX #14 over glyphs: the class of a glyph's first code point decides what may
 * happen before it, that of its last letter what may happen after it (LB9).
 * The pair rules are a generated table.  Between the last break and the place
 * where a line overflows there is no other break, so the next line runs past
 * that place: no glyph is looked at more than twice.  A line of printable ASCII,
 * where every byte is a column, is looked at from its end instead.
 */
#include "text/wrap.h"

#include <stdbool.h>

#include "tables/breaks.h"
#include "text/glyph.h"
#include "text/utf8.h"
#include "unicode.h"

struct line {
	size_t ink;        /* where the last glyph that is no blank ends */
	size_t end, next;  /* the last break: this line's end, the next one's start */
	int cols;          /* up to here, blanks included */
	unsigned before;   /* class before here, blanks left out */
	bool any, spaced;  /* a glyph was seen; blanks since */
	bool must, joined; /* ZERO WIDTH SPACE, ZERO WIDTH JOINER just before */
	bool hebrew;       /* LB21a: Hebrew letter and hyphen */
};

static bool
is_mark(unsigned class)
{
	return class == LINE_CM || class == LINE_ZWJ;
}

/* The classes of a glyph, as seen from the left and from the right. */
struct sides {
	unsigned left, right;
	bool blank, joins;
};

static struct sides
sides_of(struct str glyph)
{
	struct str rest = glyph;
	uint32_t word = unicode_word(utf8_next(&rest));
	const enum kind kind = unicode_kind(word);
	struct sides s = { .left = unicode_line(word), .right = unicode_line(word) };

	s.blank = s.left == LINE_ZW || (kind == KIND_SPACE && s.left != LINE_GL);
	s.joins = s.left == LINE_ZWJ;
	if (s.blank && rest.n != 0) /* LB10: an accent on a blank is no blank */
		s = (struct sides){ .left = LINE_AL, .right = LINE_AL };
	while (rest.n != 0) {
		word = unicode_word(utf8_next(&rest));
		s.joins = unicode_line(word) == LINE_ZWJ;
		if (!is_mark(unicode_line(word)))
			s.right = unicode_line(word);
	}
	return s;
}

/* LB2-LB31: may the line end before a glyph that is no blank? */
static bool
may_break(const struct line *l, unsigned class)
{
	const char verdict = line_pairs[l->before][class];

	if (!l->any)
		return false;
	if (l->must)
		return true;
	if (is_mark(class))
		return l->spaced;
	if (l->spaced)
		return verdict != '2';
	return verdict == '0' && !l->joined && !l->hebrew;
}

static void
pass_blank(struct line *l, struct sides s, int cols)
{
	l->spaced = true;
	l->must |= s.left == LINE_ZW;
	l->cols += cols;
}

static void
pass_ink(struct line *l, struct sides s)
{
	const bool alone =
	    !l->any || l->spaced; /* LB10: a mark without base is a letter */

	l->joined = s.joins;
	l->spaced = l->must = false;
	if (is_mark(s.left) && !alone)
		return;
	l->hebrew =
	    l->before == LINE_HL && l->any && (s.left == LINE_HY || s.left == LINE_BA);
	l->before = is_mark(s.right) ? LINE_AL : s.right;
	l->any = true;
}

/*
 * Letters between letters, the most of any text, have nothing to decide: passes
 * over all but the last of those at `i` that have room.
 */
static size_t
pass_letters(struct line *l, struct str s, size_t i, int cols)
{
	size_t n = 0;
	const size_t room = cols > l->cols ? (size_t)(cols - l->cols) : 0;

	if (l->before != LINE_AL || l->spaced || l->joined || !l->any)
		return i;
	while (n < room && i + n + 1 < s.n && byte_is_letter(s.p[i + n]) &&
	       (unsigned char)s.p[i + n + 1] < 0x80)
		n++;
	l->cols += (int)n;
	l->ink = i + n;
	return i + n;
}

/* Takes the line up to `end` and leaves what begins at `next`. */
static struct str
take_line(struct str *rest, size_t end, size_t next)
{
	const struct str line = str_cut(*rest, 0, end);

	*rest = str_cut(*rest, next, rest->n);
	return line;
}

static size_t
ink_before(struct str s, size_t end)
{
	while (end > 0 && s.p[end - 1] == ' ')
		end--;
	return end;
}

/* may_break() for two bytes of ASCII, blanks between them or not. */
static bool
may_part(char before, char after, bool spaced)
{
	const char verdict = line_pairs[unicode_line(unicode_word((uint32_t)before))]
				       [unicode_line(unicode_word((uint32_t)after))];

	return spaced ? verdict != '2' : verdict == '0';
}

/* After "https://": what follows is the address. */
static bool
is_root(struct str s, size_t i)
{
	return i >= 2 && s.p[i - 1] == '/' && s.p[i - 2] == '/';
}

/* Takes the line up to the break found; one within an address gives way to the blanks before. */
static struct str
break_line(struct str *rest, size_t end, size_t next)
{
	const struct str s = *rest;
	size_t from = end;

	while (from > 0 && s.p[from - 1] != ' ')
		from--;
	if (end == next && ink_before(s, from) != 0 &&
	    str_has(str_cut(s, from, end), STR("://")))
		return take_line(rest, ink_before(s, from), from);
	return take_line(rest, end, next);
}

/* The line, if it and what decides its end are printable ASCII. */
static bool
wrap_ascii(struct str *rest, size_t most, struct str *line)
{
	const struct str s = *rest;
	const size_t seen = s.n < most ? s.n : most;
	size_t over = seen, next, end;

	if (str_printable(s, seen) < seen)
		return false;
	while (over < s.n && s.p[over] == ' ')
		over++;
	if (over < s.n && (s.p[over] < ' ' || s.p[over] >= 0x7f))
		return false;
	if (over + 1 < s.n && (unsigned char)s.p[over + 1] >= 0x80)
		return false; /* an accent would join the first glyph too many */
	next = over;
	end = ink_before(s, over);
	while (over < s.n && end > 0 &&
	       (is_root(s, next) || !may_part(s.p[end - 1], s.p[next], end < next))) {
		next = end - 1;
		end = ink_before(s, next);
	}
	if (over < s.n && end != 0) {
		*line = break_line(rest, end, next);
		return true;
	}
	*line = take_line(rest, ink_before(s, over), over);
	return true;
}

struct str
wrap_line(struct str *rest, int cols)
{
	const struct str all = *rest;
	const int most = cols < 2 ? 2 : cols;
	struct line l = { .before = LINE_AL };
	struct str line;
	size_t n;

	if (wrap_ascii(rest, (size_t)most, &line))
		return line;
	for (size_t i = 0; i < all.n; i += n) {
		struct str from;
		struct glyph g;
		struct sides s;

		i = pass_letters(&l, all, i, most);
		from = str_cut(all, i, all.n);
		g = glyph_next(&from);
		n = g.bytes;
		s = sides_of(str_cut(all, i, i + n));
		if (s.blank) {
			pass_blank(&l, s, g.cols);
			continue;
		}
		if (may_break(&l, s.left) && !is_root(all, i)) {
			l.end = l.ink;
			l.next = i;
		}
		if (l.cols + g.cols > most && l.next != 0)
			return break_line(rest, l.end, l.next);
		if (l.cols + g.cols > most)
			return take_line(rest, l.ink, i);
		l.cols += g.cols;
		l.ink = i + n;
		pass_ink(&l, s);
	}
	return take_line(rest, l.ink, all.n);
}
