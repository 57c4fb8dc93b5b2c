/* A subject without what programs put before it: "Re:", "AW:", "Fwd:", and the tag of a list. */
#include "article/mail.h"
#include "article/tables/mail.h"

enum { TAG_BYTES = 40 };

static struct str
after(struct str s, size_t n)
{
	return str_trim(str_cut(s, n, s.n));
}

/* Bytes of "[2]", "(2)", "^2" or "2" that counts replies; 0: none. */
static size_t
count_bytes(struct str s)
{
	const char open = s.n == 0 ? '\0' : s.p[0];
	const bool closes = open == '[' || open == '(';
	size_t n = closes || open == '^', digits = 0;

	while (n + digits < s.n && digits < 4 && byte_is_digit(s.p[n + digits]))
		digits++;
	n += digits;
	if (digits == 0 || (closes && (n == s.n || s.p[n] != (open == '[' ? ']' : ')'))))
		return 0;
	return n + closes;
}

/* Bytes of "Re:", "RE[2]:", "Antw :", "回复：" that it begins with; 0: none. */
static size_t
mark_bytes(struct str s)
{
	for (size_t i = 0; i < LEN(mail_marks); i++) {
		const struct str mark = str_of(mail_marks[i]);
		size_t n = mark.n;

		if (!str_eq_nocase(str_cut(s, 0, n), mark))
			continue;
		n += count_bytes(str_cut(s, n, s.n));
		while (n < s.n && s.p[n] == ' ')
			n++;
		if (n < s.n && s.p[n] == ':')
			return n + 1;
		if (str_starts(str_cut(s, n, s.n), STR("：")))
			return n + STR("：").n;
	}
	return 0;
}

/* A list's name is one word, "[PATCH v2 3/5]" and "[2019]" are none; what the head calls the
   list is one anyway. */
static bool
is_tag(struct str name, struct str list)
{
	size_t letters = 0;

	for (size_t i = 0; i + name.n <= list.n && name.n != 0; i++)
		if (str_eq_nocase(str_cut(list, i, i + name.n), name))
			return true;
	for (size_t i = 0; i < name.n; i++) {
		if (str_has(STR(" /:?!\"["), str_cut(name, i, i + 1)))
			return false;
		letters += byte_is_letter(name.p[i]) || (name.p[i] & 0x80) != 0;
	}
	return letters > 1;
}

/* Bytes of "[quay]"; 0: none. */
static size_t
tag_bytes(struct str s, struct str list)
{
	const size_t end = str_find(str_cut(s, 0, TAG_BYTES), STR("]"), 0);

	return str_starts(s, STR("[")) && end != STR_NONE &&
		       is_tag(str_cut(s, 1, end), list)
		   ? end + 1
		   : 0;
}

/* "Crane down" of "[Fwd: Crane down]", "Crane down (fwd)". */
static struct str
unwrapped(struct str s)
{
	const struct str end = STR("(fwd)");

	if (s.n > end.n && str_eq_nocase(str_cut(s, s.n - end.n, s.n), end))
		return str_trim(str_cut(s, 0, s.n - end.n));
	if (str_starts(s, STR("[")) && str_find(s, STR("]"), 0) == s.n - 1 &&
	    mark_bytes(str_cut(s, 1, s.n)) != 0)
		return str_trim(str_cut(s, 1, s.n - 1));
	return s;
}

struct str
mail_subject(struct str subject, struct str list)
{
	struct str s = str_trim(subject), only = STR_NIL;

	for (size_t before = s.n + 1; s.n < before;) {
		size_t n;

		before = s.n;
		s = unwrapped(s);
		s = after(s, mark_bytes(s));
		n = tag_bytes(s, list);
		only = n == 0 ? only : str_cut(s, 0, n);
		s = after(s, n);
	}
	return s.n == 0 ? only : s;
}
