/* Plain text: head and foot are taken off line by line, the rest becomes blocks. */
#include <string.h>

#include "article/lines.h"
#include "text/sentence.h"

enum { TITLE_BYTES = 100, LOOKED_AT = 400 };

/* A text that is nothing but a head and a foot is all body. */
static void
read_span(struct job *j, const struct lines *l, struct span s)
{
	span_trim(l, &s);
	head_take(j, l, &s);
	foot_take(j, l, &s);
	body_build(j, l, s);
}

struct str
text_within(struct job *j, struct str text)
{
	struct str rest = text, cut;
	size_t lines = 0;

	while (rest.n != 0 && lines++ < TEXT_LINES)
		(void)str_line(&rest);
	cut = str_cut(text, 0, text.n - rest.n);
	if (cut.n > TEXT_BYTES) {
		cut.n = TEXT_BYTES;
		while (cut.n > TEXT_BYTES - 3 && (cut.p[cut.n] & 0xc0) == 0x80)
			cut.n--;
	}
	if (cut.n < text.n && !j->cut)
		say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
		    "the text is larger than is read, its end is left out");
	return cut;
}

bool
text_read(struct job *j, struct str text)
{
	const struct lines l = lines_of(j->a, text_within(j, text));

	j->out->body = doc_new(j->a);
	read_span(j, &l, (struct span){ 0, l.n });
	return j->out->body->first != NULL;
}

/* Words a title does not end with. */
static bool
leads_on(struct str word)
{
	static const char *const words[] = { "a", "an", "the", "of", "in", "on", "at",
		"to", "for", "with", "by", "from", "and", "or", "but", "that", "which",
		"who", "as", "is", "was", "are", "were", "has", "had", "have", "be",
		"will", "its", "his", "her", "their", "this", "than", "into", "after",
		"before" };

	for (size_t i = 0; i < LEN(words); i++)
		if (str_eq(word, str_of(words[i])))
			return true;
	return false;
}

/* Within TITLE_BYTES, so that the last word is whole and one that a title may end with. */
static size_t
cut_at_word(struct str s)
{
	size_t end = TITLE_BYTES;

	while (end > 0 && s.p[end] != ' ')
		end--;
	if (end < TITLE_BYTES / 3) /* no blanks: a code point is whole */
		for (end = TITLE_BYTES; end > 0 && (s.p[end] & 0xc0) == 0x80;)
			end--;
	for (;;) {
		size_t word = end;

		while (word > 0 && s.p[word - 1] != ' ')
			word--;
		if (word < TITLE_BYTES / 3 || !leads_on(str_cut(s, word, end)))
			break;
		end = word - 1;
	}
	while (end > 1 && strchr(",;:-", s.p[end - 1]) != NULL)
		end--;
	return end;
}

struct str
title_from(struct arena *a, struct str text)
{
	const struct str all = str_trim(str_cut(text, article_dateline(text), text.n));
	const size_t line = str_find(str_cut(all, 0, LOOKED_AT), STR("\n"), 0);
	const struct str s = str_cut(all, 0, line == STR_NONE ? LOOKED_AT : line);
	const struct sentences first = sentences_of(a, s, STR(""));
	struct buf b = buf_new(a);

	if (first.n == 0 || first.at[0].n <= TITLE_BYTES) {
		struct str title = first.n == 0 ? s
						: str_cut(s, first.at[0].at,
						      first.at[0].at + first.at[0].n);

		if (str_ends(title, STR(".")) && !str_ends(title, STR("..")))
			title.n--;
		return str_dup(a, title);
	}
	buf_str(&b, str_cut(s, 0, cut_at_word(s)));
	buf_str(&b, STR("…"));
	return buf_view(&b);
}
