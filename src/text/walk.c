/* Reading: code points both ways, stops and what closes after them, the words around. */
#include "walk.h"

#include <string.h>

#include "text/utf8.h"

enum {
	BACK = 32,  /* bytes looked back for the word before a stop */
	OPENERS = 8 /* quotes, brackets and dashes skipped before the next word */
};

uint32_t
walk_code(struct str s, size_t i, size_t *next)
{
	struct str rest = str_cut(s, i, s.n);
	uint32_t code = 0;

	if (rest.n != 0 && (rest.p[0] & 0x80) == 0) {
		*next = i + 1;
		return (unsigned char)rest.p[0]; /* nearly all */
	}
	if (rest.n != 0)
		code = utf8_next(&rest);
	*next = s.n - rest.n;
	return code;
}

uint32_t
walk_code_before(struct str s, size_t i, size_t *at)
{
	size_t from = i, end;
	uint32_t code;

	if (i == 0) {
		*at = 0;
		return 0;
	}
	do
		from--;
	while (from > 0 && i - from < 4 && ((unsigned char)s.p[from] & 0xc0) == 0x80);
	code = walk_code(s, from, &end);
	if (end != i) {
		from = i - 1;
		code = UTF8_BROKEN;
	}
	*at = from;
	return code;
}

/* A letter or a digit. */
static bool
walk_is_word(uint32_t code)
{
	return utf8_is_letter(code) || utf8_is_digit(code);
}

static enum sort
sort_of(uint32_t code)
{
	static const struct {
		uint32_t code;
		enum sort sort;
	} stops[] = { { '.', SORT_DOT }, { '!', SORT_STRONG }, { '?', SORT_STRONG },
		{ 0x2026, SORT_ELLIPSIS }, { 0x203c, SORT_STRONG },
		{ 0x203d, SORT_STRONG }, { 0x2047, SORT_STRONG }, { 0x2048, SORT_STRONG },
		{ 0x2049, SORT_STRONG }, { 0x3002, SORT_WIDE }, { 0xff01, SORT_WIDE },
		{ 0xff1f, SORT_WIDE }, { 0xff0e, SORT_WIDE }, { 0xff61, SORT_WIDE },
		{ 0x061f, SORT_STRONG }, { 0x06d4, SORT_STRONG }, { 0x0964, SORT_STRONG },
		{ 0x0965, SORT_STRONG } };

	for (size_t i = 0; i < LEN(stops); i++) {
		if (stops[i].code == code)
			return stops[i].sort;
	}
	return SORT_NONE;
}

/* Whether `code` is among the code points of `set`. */
bool
walk_among(uint32_t code, const char *set)
{
	char bytes[5] = "";

	(void)utf8_put(bytes, code);
	return code != 0 && strstr(set, bytes) != NULL;
}

size_t
walk_blanks(struct str s, size_t i)
{
	size_t next;

	while (i < s.n && utf8_is_space(walk_code(s, i, &next)))
		i = next;
	return i;
}

/* A line feed at `i` with only blanks up to another one. */
bool
walk_is_paragraph(struct str s, size_t i)
{
	size_t next;

	for (i++; i < s.n && s.p[i] != '\n'; i = next) {
		if (!utf8_is_space(walk_code(s, i, &next)))
			return false;
	}
	return true;
}

/* [1] or [12] behind a stop. */
static size_t
skip_note(struct str s, size_t i)
{
	size_t k = i + 1;

	if (i >= s.n || s.p[i] != '[')
		return i;
	while (k < s.n && k < i + 4 && byte_is_digit(s.p[k]))
		k++;
	return k > i + 1 && k < s.n && s.p[k] == ']' ? k + 1 : i;
}

/*
 * A quotation mark behind a stop closes, unless it opens the next sentence, which
 * is glued on: a straight one where none is open, others before a letter.
 */
static bool
closes(const struct walk *w, uint32_t code, size_t next)
{
	size_t after;
	const bool before_word = walk_is_word(walk_code(w->text, next, &after));

	if (code == '"')
		return w->open || !before_word;
	if (walk_among(code, "“«‹"))
		return !before_word;
	return walk_among(code, ")]'”’»›」』）】");
}

/* Past a blank and a French closing mark: "Non. »" */
static size_t
skip_guillemet(struct str s, size_t i)
{
	size_t next;
	const uint32_t blank = walk_code(s, i, &next);

	if (blank == '\n' || !utf8_is_space(blank) ||
	    !walk_among(walk_code(s, next, &next), "»›"))
		return i;
	return next;
}

static void
take_closers(const struct walk *w, struct stop *s)
{
	size_t i = s->end, next;
	uint32_t code = walk_code(w->text, i, &next);

	while (code != 0 && closes(w, code, next)) {
		s->quoted |= !walk_among(code, ")]）】");
		i = next;
		code = walk_code(w->text, i, &next);
	}
	next = skip_guillemet(w->text, i);
	s->quoted |= next != i;
	for (i = next; (next = skip_note(w->text, i)) != i;)
		i = next;
	s->close = i;
	s->closed = s->close != s->end;
}

static bool
is_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/*
 * Whether a quotation is open behind the byte at `i`.  A straight mark tells by the
 * blanks around it, or by what is open; "Made in Oslo? and" had one that became a
 * question mark on the way from one encoding to another.
 */
static bool
is_open_behind(const struct walk *w, size_t i)
{
	const char c = w->text.p[i], before = i == 0 ? ' ' : w->text.p[i - 1];
	const char after = i + 1 < w->text.n ? w->text.p[i + 1] : ' ';
	const char then = i + 2 < w->text.n ? w->text.p[i + 2] : ' ';
	const bool left = is_among(before, " \n(["), right = is_among(after, " \n.,;:)");

	if (c == '?')
		return w->open && !is_among(after, ",;.") &&
		       !(after == ' ' && then >= 'a' && then <= 'z');
	return left == right ? !w->open : left;
}

void
walk_see(struct walk *w, size_t to)
{
	const char *p = w->text.p;
	size_t next;

	for (size_t i = w->seen; i < to && !w->wordy; i++)
		w->wordy = walk_is_word(walk_code(w->text, i, &next));
	for (size_t i = w->seen; i < to; i++)
		if (p[i] == '"' || p[i] == '?')
			w->open = is_open_behind(w, i);
	if (w->seen < to)
		w->seen = to;
}

struct stop
walk_stop(struct walk *w, size_t i)
{
	struct stop s = { .at = i, .end = i };
	size_t next;
	enum sort sort;

	walk_see(w, i);
	while ((sort = sort_of(walk_code(w->text, s.end, &next))) != SORT_NONE) {
		if (s.sort == SORT_DOT && sort == SORT_DOT)
			s.sort = SORT_ELLIPSIS;
		else if (s.sort == SORT_NONE || sort == SORT_STRONG || sort == SORT_WIDE)
			s.sort = sort;
		s.end = next;
	}
	if (s.sort != SORT_NONE) {
		walk_see(w, s.end);
		take_closers(w, &s);
	}
	return s;
}

/* Letters and digits at `i`, at most BACK bytes. */
struct str
walk_word(struct str s, size_t i)
{
	size_t end = i, next;

	while (end < s.n && end - i < BACK && walk_is_word(walk_code(s, end, &next)))
		end = next;
	return str_cut(s, i, end);
}

/* The word that ends at a stop, with the dots and hyphens inside: "U.S", "J.-C". */
struct str
walk_word_before(const struct walk *w, size_t stop)
{
	size_t from = stop, at, before;

	while (from > w->start && stop - from < BACK) {
		const uint32_t code = walk_code_before(w->text, from, &at);
		const uint32_t left = walk_code_before(w->text, at, &before);

		if (!walk_is_word(code) &&
		    !(walk_among(code, "'’") && walk_is_word(left)) &&
		    !(code == '.' && from < stop && at > w->start &&
			walk_is_word(left)) &&
		    !(code == '-' && from < stop && at > w->start && left == '.'))
			break;
		from = at;
	}
	return str_cut(w->text, from, stop);
}

static bool
has_upper(struct str word)
{
	while (word.n != 0) {
		if (utf8_is_upper(utf8_next(&word)))
			return true;
	}
	return false;
}

enum next
walk_kind(struct str s, size_t i)
{
	size_t next;
	const uint32_t code = walk_code(s, i, &next);

	if (utf8_is_digit(code))
		return NEXT_DIGIT;
	if (utf8_is_lower(code)) /* eBay, iPhone */
		return has_upper(walk_word(s, i)) ? NEXT_UPPER : NEXT_LOWER;
	if (utf8_is_letter(code))
		return NEXT_UPPER;
	return walk_among(code, ",;:、،") || sort_of(code) != SORT_NONE ? NEXT_PAUSE
									: NEXT_OTHER;
}

struct ahead
walk_ahead(const struct walk *w, size_t i)
{
	const struct str s = w->text;
	struct ahead a = { .word = walk_blanks(s, i) };
	size_t next;

	a.glued = a.word == i;
	for (size_t k = i; k < a.word; k++) {
		if (s.p[k] == '\n' && walk_is_paragraph(s, k))
			return a;
	}
	if (a.word == s.n)
		return a;
	for (int k = 0; k < OPENERS; k++) {
		const uint32_t code = walk_code(s, a.word, &next);
		const bool dash = walk_among(code, "-–—―");

		if (code == 0 ||
		    (!dash && !walk_among(code, "\"'“‘„‚«‹([¿¡「『（《【•‣▪*_")))
			break;
		a.dash |= dash;
		a.word = walk_blanks(s, next);
	}
	a.kind = walk_kind(s, a.word);
	if (w->small && a.kind == NEXT_LOWER)
		a.kind = NEXT_UPPER;
	return a;
}

/* The next byte from `i` that may begin a stop or end a line, or the end. */
size_t
walk_candidate(struct str s, size_t i)
{
	static const bool candidate[256] = { ['\n'] = true,
		['.'] = true,
		['!'] = true,
		['?'] = true,
		[0xd8] = true,
		[0xdb] = true,
		[0xe0] = true,
		[0xe2] = true,
		[0xe3] = true,
		[0xef] = true };

	while (i < s.n && !candidate[(unsigned char)s.p[i]])
		i++;
	return i;
}
