/* Which characters of a text must be escaped, and where; all others stay as they are. */
#include <string.h>

#include "doc/inner.h"

bool
byte_is_punct(char c)
{
	return c > ' ' && c < 127 && !byte_is_digit(c) && !byte_is_letter(c);
}

static bool
is_word(char c)
{
	return c > ' ' && c < 127 && !byte_is_punct(c);
}

/* Bytes of a character reference (&amp; &#38;) at `i`, or 0. */
static size_t
entity_at(struct str s, size_t i)
{
	size_t n = i + 1;

	if (i >= s.n || s.p[i] != '&')
		return 0;
	if (n < s.n && s.p[n] == '#')
		n++;
	while (n < s.n && is_word(s.p[n]))
		n++;
	return n < s.n && n > i + 1 && s.p[n] == ';' ? n + 1 - i : 0;
}

static bool
is_linked(const struct run *r)
{
	return r->url.n != 0 || (r->style & RUN_IMAGE) != 0;
}

/* What the byte after the run's text will be, as far as it matters. */
static char
after(const struct ink *k)
{
	const struct run *next = k->i + 1 < k->runs->n ? &k->runs->at[k->i + 1] : NULL;

	if (is_linked(&k->runs->at[k->i]))
		return ']';
	if (next == NULL)
		return '\n';
	if (is_linked(next))
		return '[';
	return '*';
}

static char
byte_at(struct str s, size_t i, char otherwise)
{
	if (i < s.n)
		return s.p[i];
	return otherwise;
}

/* A row of one delimiter, told by what stands around it: `*` and `_` mean nothing
   between blanks, `_` nothing inside a word. */
struct row {
	size_t to;
	bool delimits;
};

static struct row
row_at(struct str s, size_t i, char first, char end)
{
	struct row row = { i + 1, true };
	char before = first;
	bool blanks, words;

	if (s.p[i] != '*' && s.p[i] != '_')
		return (struct row){ i + 1, false };
	while (row.to < s.n && s.p[row.to] == s.p[i])
		row.to++;
	if (i != 0)
		before = s.p[i - 1];
	end = byte_at(s, row.to, end);
	blanks = byte_is_blank(before) && byte_is_blank(end);
	words = is_word(before) && is_word(end);
	row.delimits = !blanks && (s.p[i] == '*' || !words);
	return row;
}

/* `end` is the byte after the run. */
static bool
must_escape(struct str s, size_t i, char end, bool linked)
{
	const char next = byte_at(s, i + 1, end);

	switch (s.p[i]) {
	case '\\':
		return i + 2 >= s.n || byte_is_punct(next);
	case '`':
		return true;
	case '[':
		return linked;
	case ']':
		return linked || next == '(';
	case '!':
		return i + 1 >= s.n && next == '[';
	case '<':
		return strchr("/!?", next) != NULL ||
		       (is_word(next) && !byte_is_digit(next));
	case '&':
		return entity_at(s, i) != 0;
	default:
		return false;
	}
}

/* The text is nothing but this byte and blanks: a rule or an underline. */
static bool
only(struct str s, char c)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != c && !byte_is_blank(s.p[i]))
			return false;
	return true;
}

/* Any later text that could end the label of a link's definition. */
static bool
defines(const struct ink *k)
{
	if (!k->first_line || k->i != 0)
		return false;
	for (size_t i = 0; i < k->runs->n; i++)
		if (str_has(k->runs->at[i].text, STR("]:")))
			return true;
	return false;
}

static size_t
row_of(struct str s, const char *which)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != '\0' && strchr(which, s.p[n]) != NULL)
		n++;
	return n;
}

/* "12. " and "3) " */
static bool
begins_number(struct str s, size_t digits)
{
	const char stop = byte_at(s, digits, '\0');

	return digits >= 1 && digits <= 9 && (stop == '.' || stop == ')') &&
	       byte_is_blank(byte_at(s, digits + 1, ' '));
}

static bool
begins_block(const struct ink *k, struct str s)
{
	switch (byte_at(s, 0, '\0')) {
	case '>':
		return true;
	case '-':
	case '+':
	case '*':
		return byte_is_blank(byte_at(s, 1, ' ')) || only(s, s.p[0]);
	case '_':
		return only(s, '_');
	case '=':
		return !k->first_line && only(s, '=');
	case '~':
		return str_starts(s, STR("~~~"));
	case '#':
		return row_of(s, "#") <= 6 &&
		       byte_is_blank(byte_at(s, row_of(s, "#"), ' '));
	case '[':
		return defines(k);
	default:
		return false;
	}
}

/* Where the backslash goes so that the line begins no block; STR_NONE: nowhere. */
static size_t
block_mark(const struct ink *k, struct str s)
{
	const size_t digits = row_of(s, "0123456789");

	if (k->heading)
		return STR_NONE;
	if (begins_number(s, digits))
		return digits;
	return begins_block(k, s) ? 0 : STR_NONE;
}

/* A heading's closing `#`s are only those after a blank; the last one is escaped. */
static size_t
closing_mark(const struct ink *k, struct str s)
{
	size_t from = s.n;

	if (!k->heading || k->i + 1 != k->runs->n)
		return STR_NONE;
	while (from > 0 && s.p[from - 1] == '#')
		from--;
	return from < s.n && (from == 0 || byte_is_blank(s.p[from - 1])) ? s.n - 1
									 : STR_NONE;
}

static void
blank_write(struct buf *out, char c)
{
	buf_printf(out, "&#%d;", c);
}

/* Blanks at a line's ends would be lost, line ends within would be blanks. */
static bool
blank_counts(char c, bool edge)
{
	return (edge && byte_is_blank(c)) || c == '\r' || c == '\n';
}

/* How many bytes from `i` on stand for themselves wherever they are, but at a line's edges. */
static size_t
plain_bytes(struct str s, size_t i)
{
	static const bool counts[256] = { ['\\'] = true,
		['`'] = true,
		['['] = true,
		[']'] = true,
		['!'] = true,
		['<'] = true,
		['&'] = true,
		['*'] = true,
		['_'] = true,
		['\r'] = true,
		['\n'] = true };
	size_t to = i;

	while (to + 1 < s.n && !counts[(unsigned char)s.p[to]])
		to++;
	return to - i;
}

void
text_write(struct ink *k)
{
	const struct run *r = &k->runs->at[k->i];
	const bool linked = is_linked(r);
	const bool fresh = k->line_start && !linked;
	const bool ends = !linked && k->i + 1 == k->runs->n;
	const char before = (char)(linked ? '[' : k->line_start ? ' ' : '*');
	const char end = after(k);
	const size_t mark = fresh ? block_mark(k, r->text) : STR_NONE;
	const size_t close = closing_mark(k, r->text);
	struct str s = r->text;
	const size_t inner = mark == STR_NONE ? 1 : mark + 1; /* its start is behind it */
	struct row row = { 0, false };

	for (size_t i = 0; i < s.n; i++) {
		const size_t plain = i < inner ? 0 : plain_bytes(s, i);

		buf_str(k->out, str_cut(s, i, i + plain));
		i += plain;
		if (fresh && i == 0 && str_starts(s, STR("\xef\xbb\xbf"))) {
			buf_text(k->out, "&#65279;"); /* no byte order mark of the file */
			i += 2;
			continue;
		}
		if (blank_counts(s.p[i], (fresh && i == 0) || (ends && i + 1 == s.n))) {
			blank_write(k->out, s.p[i]);
			continue;
		}
		if (i >= row.to)
			row = row_at(s, i, before, end);
		if (i == mark || i == close || row.delimits ||
		    must_escape(s, i, end, linked))
			buf_byte(k->out, '\\');
		buf_byte(k->out, s.p[i]);
	}
}

/* The shortest row of backticks that the text does not hold, at most 80 for cmark. */
static size_t
fence_of(struct str s)
{
	bool held[81] = { false };
	size_t n = 0, fence = 1;

	for (size_t i = 0; i <= s.n; i++)
		if (i < s.n && s.p[i] == '`') {
			n++;
		} else {
			held[n > 80 ? 0 : n] = true;
			n = 0;
		}
	while (fence < 80 && held[fence])
		fence++;
	return fence;
}

void
code_write(struct ink *k)
{
	const struct str s = k->runs->at[k->i].text;
	const size_t fence = fence_of(s);
	const char first = s.p[0], last = s.p[s.n - 1];
	const bool pad =
	    first == '`' || last == '`' || (first == ' ' && last == ' ' && !only(s, ' '));

	buf_repeat(k->out, '`', fence);
	buf_repeat(k->out, ' ', pad);
	buf_str(k->out, s);
	buf_repeat(k->out, ' ', pad);
	buf_repeat(k->out, '`', fence);
}

/* Here cmark reads character references first and backslashes after them. */
static void
target_bytes(struct str s, const char *escaped, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		const char next = byte_at(s, i + 1, '>');

		if (entity_at(s, i) != 0) {
			buf_text(out, "&amp;");
			continue;
		}
		if (s.p[i] == '\n' || s.p[i] == '\r' ||
		    (byte_is_blank(s.p[i]) && (i == 0 || i + 1 == s.n))) {
			blank_write(out, s.p[i]);
			continue;
		}
		if ((s.p[i] != '\0' && strchr(escaped, s.p[i]) != NULL) ||
		    (s.p[i] == '\\' && byte_is_punct(next)))
			buf_byte(out, '\\');
		buf_byte(out, s.p[i]);
	}
}

/* A bare target: no blanks or controls, parentheses in pairs, no `<` in front. */
static bool
is_bare(struct str s)
{
	int depth = 0;

	for (size_t i = 0; i < s.n; i++) {
		depth += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 127 || depth < 0 ||
		    depth > 30)
			return false;
	}
	return depth == 0 && (s.n == 0 || s.p[0] != '<');
}

void
target_write(struct str url, struct buf *out)
{
	if (is_bare(url)) {
		target_bytes(url, "", out);
		return;
	}
	buf_byte(out, '<');
	target_bytes(url, "<>", out);
	buf_byte(out, '>');
}

void
info_write(struct str info, struct buf *out)
{
	target_bytes(str_trim(info), str_has(info, STR("`")) ? "~" : "", out);
}
