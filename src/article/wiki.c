/*
 * What notes have beside CommonMark.  Of links ("[[Title]]", "[[Title#Part|words]]",
 * "![[picture.png]]") the words stay in the text, the title becomes further reading; the marks
 * of "==words==", of a callout ("> [!info] words") and of a footnote ("[^1]") go, and so does
 * "%%a remark%%".
 */
#include <string.h>

#include "article/inner.h"

enum { LINKS_MOST = 60, TITLE_MOST = 300, MARKED_MOST = 4096 };

struct wiki {
	struct job *j;
	struct buf *out;
	size_t links; /* on the line */
};

static void
add_title(struct job *j, struct str title)
{
	if (str_ends(title, STR(".md")))
		title.n -= 3;
	for (size_t i = 0; i < j->out->related.n; i++)
		if (str_eq_nocase(j->out->related.at[i].title, title))
			return;
	if (title.n != 0 && j->out->related.n < LINKS_MOST)
		*vec_push(j->a, &j->out->related) =
		    (struct article_link){ .title = str_dup(j->a, title) };
}

/* The last folder's part of "People/Ada Brandt#Life". */
static struct str
title_of(struct str target)
{
	const size_t part = str_find(target, STR("#"), 0);

	if (part != STR_NONE)
		target = str_cut(target, 0, part);
	for (size_t slash; (slash = str_find(target, STR("/"), 0)) != STR_NONE;)
		target = str_cut(target, slash + 1, target.n);
	return str_trim(target);
}

/* Bytes of the link that begins at the front of `s`, 0 if none does. */
static size_t
take_link(struct wiki *w, struct str s)
{
	const bool picture = str_starts(s, STR("![["));
	const size_t from = picture ? 3 : 2;
	struct str inside, target;
	size_t bar, to;

	if (!picture && !str_starts(s, STR("[[")))
		return 0;
	to = str_find(str_cut(s, 0, from + TITLE_MOST + 2), STR("]]"), from);
	if (to == STR_NONE)
		return 0;
	inside = str_cut(s, from, to);
	bar = str_find(inside, STR("|"), 0);
	target = title_of(str_cut(inside, 0, bar == STR_NONE ? inside.n : bar));
	if (str_has(inside, STR("[")) || inside.n == 0)
		return 0;
	w->links++;
	to += 2;
	if (picture) /* and one of the blanks around it */
		return to + (to < s.n && s.p[to] == ' ' &&
				(w->out->n == 0 || w->out->p[w->out->n - 1] == ' ' ||
				    w->out->p[w->out->n - 1] == '\n'));
	add_title(w->j, target);
	buf_str(w->out, bar == STR_NONE ? (target.n != 0 ? target : inside)
					: str_trim(str_cut(inside, bar + 1, inside.n)));
	return to;
}

/* Bytes of "==words==" or "%%a remark%%" at the front of `s`, 0 if there are none. */
static size_t
take_marked(struct wiki *w, struct str s)
{
	const bool remark = str_starts(s, STR("%%"));
	const struct str near = str_cut(s, 0, MARKED_MOST);
	const size_t to = remark || str_starts(s, STR("=="))
			      ? str_find(near, remark ? STR("%%") : STR("=="), 2)
			      : STR_NONE;
	const struct str words = to == STR_NONE ? STR_NIL : str_cut(s, 2, to);

	if (words.n == 0 || (!remark && (str_trim(words).n != words.n ||
					    words.p[0] == '=' || words.p[0] == '>')))
		return 0;
	if (!remark)
		buf_str(w->out, words);
	return to + 2;
}

/* Bytes of "[^1]", or of "[^1]: " at the front of a note's line; 0 if there are none. */
static size_t
note_bytes(struct str s, bool first)
{
	size_t i = 2;

	if (!str_starts(s, STR("[^")))
		return 0;
	while (i < s.n && i < 40 && s.p[i] != ']' && s.p[i] != ' ')
		i++;
	if (i == 2 || i == s.n || s.p[i] != ']')
		return 0;
	return first && i + 1 < s.n && s.p[i + 1] == ':' ? i + 2 : i + 1;
}

/* Bytes of "> [!info]- " at the front of a line, without those of "> ". */
static size_t
callout_bytes(struct str line, size_t *quote)
{
	size_t i = 0;

	while (i < line.n && (line.p[i] == '>' || line.p[i] == ' '))
		i++;
	*quote = i;
	if (i == 0 || !str_starts(str_cut(line, i, line.n), STR("[!")))
		return 0;
	for (i += 2; i < line.n && (line.p[i] == '-' || byte_is_letter(line.p[i])); i++)
		;
	if (i == line.n || line.p[i] != ']')
		return 0;
	for (i++;
	     i < line.n && (line.p[i] == '-' || line.p[i] == '+' || line.p[i] == ' ');
	     i++)
		;
	return i - *quote;
}

/* Code between backticks stands as it is: its bytes, else one. */
static size_t
code_bytes(struct str s)
{
	const size_t end = s.p[0] == '`' ? str_find(s, STR("`"), 1) : STR_NONE;

	return end == STR_NONE ? 1 : end + 1;
}

static bool
is_pointer(struct str word)
{
	static const char *const words[] = { "see", "also", "and", "related", "cf",
		"siehe", "auch", "und", "vgl", "voir", "aussi", "et", "véase", "también",
		"y" };

	return str_is_any(word, words, LEN(words));
}

/* Nothing on the line but links and what points at them. */
static bool
only_points(struct str line)
{
	for (size_t i = 0; i < line.n;) {
		size_t end = i;

		if (str_starts(str_cut(line, i, line.n), STR("[["))) {
			const size_t to = str_find(line, STR("]]"), i);

			i = to == STR_NONE ? line.n : to + 2;
			continue;
		}
		while (end < line.n && strchr(" \t.,:;[-*+", line.p[end]) == NULL)
			end++;
		if (end > i && !is_pointer(str_cut(line, i, end)))
			return false;
		i = end > i ? end : i + 1;
	}
	return true;
}

static void
take_line(struct wiki *w, struct str line)
{
	const size_t before = w->out->n;
	size_t quote;
	const size_t callout = callout_bytes(line, &quote);

	w->links = 0;
	for (size_t i = 0; i < line.n;) {
		const struct str rest = str_cut(line, i, line.n);
		size_t n = take_link(w, rest);

		if (n == 0)
			n = i == quote ? callout : 0;
		if (n == 0)
			n = take_marked(w, rest);
		if (n == 0)
			n = note_bytes(rest, i == 0);
		if (n == 0) {
			n = code_bytes(rest);
			buf_str(w->out, str_cut(rest, 0, n));
		}
		i += n;
	}
	if (w->links != 0 && only_points(line))
		w->out->n = before;
	buf_byte(w->out, '\n');
	if (callout != 0) { /* its title is no beginning of its first sentence */
		buf_str(w->out, str_cut(line, 0, quote));
		buf_byte(w->out, '\n');
	}
}

struct str
wiki_links(struct job *j, struct str text)
{
	struct buf out = buf_new(j->a);
	struct wiki w = { .j = j, .out = &out };
	bool code = false;

	if (!str_has(text, STR("[[")) && !str_has(text, STR("==")) &&
	    !str_has(text, STR("%%")) && !str_has(text, STR("[!")) &&
	    !str_has(text, STR("[^")))
		return text;
	buf_room(&out, text.n + 1);
	while (text.n != 0) {
		const struct str line = str_line(&text), bare = str_trim(line);

		if (str_starts(bare, STR("```")) || str_starts(bare, STR("~~~")))
			code = !code;
		if (code) {
			buf_str(&out, line);
			buf_byte(&out, '\n');
		} else {
			take_line(&w, line);
		}
	}
	return buf_view(&out);
}
