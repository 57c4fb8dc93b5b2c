/* What a single line is by itself: a title, a separator, a bullet, boilerplate. */
#include <string.h>

#include "article/inner.h"
#include "article/tables/phrases.h"
#include "text/utf8.h"

size_t
line_words(struct str line)
{
	size_t n = 0;

	while (line.n != 0)
		n += str_split(&line, ' ').n != 0;
	return n;
}

/* Quotes and brackets that may close after a stop; bytes of the one at the end, or 0. */
static size_t
closer_at_end(struct str s)
{
	static const char *const closers[] = { "\"", "'", ")", "]", "”", "’", "»" };

	for (size_t i = 0; i < LEN(closers); i++)
		if (str_ends(s, str_of(closers[i])))
			return strlen(closers[i]);
	return 0;
}

bool
line_ends_sentence(struct str line)
{
	size_t n;

	while ((n = closer_at_end(line)) != 0)
		line.n -= n;
	return line.n != 0 &&
	       (strchr(".!?", line.p[line.n - 1]) != NULL || str_ends(line, STR("…")) ||
		   str_ends(line, STR("。")) || str_ends(line, STR("！")));
}

static bool
begins_upper(struct str s)
{
	uint32_t code = 0;

	while (s.n != 0) {
		code = utf8_next(&s);
		if (utf8_is_letter(code) || utf8_is_digit(code))
			break;
	}
	return code != 0 &&
	       (utf8_is_upper(code) || utf8_is_digit(code) || !utf8_is_lower(code));
}

bool
line_is_caps(struct str line)
{
	size_t letters = 0;

	while (line.n != 0) {
		const uint32_t code = utf8_next(&line);

		if (utf8_is_lower(code))
			return false;
		letters += utf8_is_upper(code);
	}
	return letters >= 3;
}

bool
line_is_title_case(struct str line)
{
	size_t words = 0, capital = 0;

	if (!begins_upper(line))
		return false;
	while (line.n != 0) {
		const struct str w = str_split(&line, ' ');
		struct str rest = w;

		if (w.n < 4 && words != 0) /* of, the, in */
			continue;
		words++;
		capital += rest.n != 0 && begins_upper(rest);
	}
	return words != 0 && capital * 10 >= words * 8;
}

bool
line_is_title(struct str line)
{
	if (line.n == 0 || line.n > 300 || line_words(line) > 25)
		return false;
	if (quotation(line) == line.n && line_ends_sentence(line))
		return false;
	if (line.p[line.n - 1] == '.' && !str_ends(line, STR("...")))
		return line_is_caps(line);
	return line.p[line.n - 1] != ',' && line.p[line.n - 1] != ';' &&
	       !str_ends(line, STR("–")) && begins_upper(line);
}

bool
line_is_separator(struct str line)
{
	static const char *const marks[] = { "*", "-", "_", "#", "=", "~", "•", "·", "—",
		"–", "⁂", "☆", "★", "◆", "+" };

	if (str_is_any(line, end_marks, LEN(end_marks)))
		return true;
	for (size_t i = 0; i < LEN(marks); i++) {
		const struct str mark = str_of(marks[i]);
		struct str rest = line;
		size_t n = 0;

		for (; str_starts(rest, mark); n++)
			rest = str_trim(str_cut(rest, mark.n, rest.n));
		if (rest.n == 0 && (n >= 3 || (n != 0 && str_eq(mark, STR("⁂")))))
			return true;
	}
	return false;
}

bool
line_is_page(struct str line)
{
	struct str words[4] = { { 0 } }, rest = line;
	long n;

	for (size_t i = 0; i < LEN(words); i++)
		words[i] = str_split(&rest, ' ');
	if (rest.n != 0)
		return false;
	if (str_eq_nocase(words[0], STR("page")) && str_int(words[1], &n))
		return words[2].n == 0 ||
		       (str_eq_nocase(words[2], STR("of")) && str_int(words[3], &n));
	return str_eq(words[0], STR("-")) && str_int(words[1], &n) && n != 30 &&
	       str_eq(words[2], STR("-")) && words[3].n == 0;
}

bool
line_starts(struct str line, const char *prefix)
{
	const struct str p = str_of(prefix);

	return line.n >= p.n && p.n != 0 && ((line.p[0] ^ p.p[0]) & ~0x20) == 0 &&
	       str_eq_nocase(str_cut(line, 0, p.n), p);
}

bool
line_is_underline(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if ((line.p[i] != '=' && line.p[i] != '-') || line.p[i] != line.p[0])
			return false;
	return line.n >= 3;
}

bool
line_is_rights(struct str line)
{
	if (line.n > 300)
		return false;
	return str_starts(line, STR("©")) || line_starts(line, "(c) ") ||
	       line_starts(line, "copyright ") ||
	       line_starts(line, "all rights reserved") ||
	       line_starts(line, "licensed under ");
}

bool
line_is_boilerplate(struct str line)
{
	if (line.n > 250)
		return false;
	for (size_t i = 0; i < LEN(boilerplate_phrases); i++) {
		const struct str phrase = str_of(boilerplate_phrases[i]);

		if (line_starts(line, phrase.p) &&
		    (line.n == phrase.n || strchr(" .:!", line.p[phrase.n]) != NULL))
			return true;
	}
	return false;
}

bool
line_is_related(struct str line, struct str *rest)
{
	for (size_t i = 0; i < LEN(related_phrases); i++) {
		struct str tail;

		if (!line_starts(line, related_phrases[i]))
			continue;
		tail = str_trim(str_cut(line, strlen(related_phrases[i]), line.n));
		*rest = STR_NIL;
		if (tail.n == 0 || str_eq(tail, STR("…")) || str_eq(tail, STR("...")))
			return true;
		if (tail.p[0] == ':') {
			*rest = str_trim(str_cut(tail, 1, tail.n));
			return true;
		}
	}
	return false;
}

/* Bytes of "12." or "3)" with the blank after it, or 0. */
static size_t
number_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.n && n < 3 && byte_is_digit(s.p[n]))
		n++;
	if (n == 0 || n + 1 >= s.n || (s.p[n] != '.' && s.p[n] != ')'))
		return 0;
	return s.p[n + 1] == ' ' || s.p[n + 1] == '\t' ? n + 2 : 0;
}

struct str
line_bullet(struct str line)
{
	static const char *const bullets[] = { "-", "*", "•", "·", "‣", "◦", "▪", "■",
		"●", "–", "+", ">>", "»" };
	const size_t n = number_bytes(line);

	if (n != 0)
		return str_trim(str_cut(line, n, line.n));
	for (size_t i = 0; i < LEN(bullets); i++) {
		const struct str bullet = str_of(bullets[i]);
		const struct str next = str_cut(line, bullet.n, bullet.n + 1);

		if (str_starts(line, bullet) && next.n != 0 && str_trim(next).n == 0)
			return str_trim(str_cut(line, bullet.n, line.n));
	}
	return STR_NIL;
}

struct str
agency_of(struct str name)
{
	for (size_t i = 0; i < LEN(agencies); i++)
		if (str_eq_nocase(name, str_of(agencies[i].name)))
			return str_of(agencies[i].full);
	return STR_NIL;
}
