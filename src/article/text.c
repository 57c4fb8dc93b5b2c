/* Plain text: head and foot are taken off line by line, the rest becomes blocks. */
#include <string.h>

#include "article/lines.h"

/* A text that is nothing but a head and a foot is all body. */
static void
read_span(struct job *j, const struct lines *l, struct span s)
{
	span_trim(l, &s);
	head_take(j, l, &s);
	foot_take(j, l, &s);
	body_build(j, l, s);
}

bool
text_read(struct job *j, struct str text)
{
	const struct lines l = lines_of(j->a, text);

	j->out->body = doc_new(j->a);
	read_span(j, &l, (struct span){ 0, l.n });
	return j->out->body->first != NULL;
}

struct str
title_from(struct arena *a, struct str text)
{
	const struct str all = str_cut(text, article_dateline(text), text.n);
	size_t cut = 0;

	for (size_t i = 0; i < all.n && i <= 100; i++) {
		if (all.p[i] == ' ')
			cut = i;
		if (strchr(".!?", all.p[i]) != NULL && i > 20 &&
		    (i + 1 == all.n || all.p[i + 1] == ' ')) {
			cut = i + (all.p[i] != '.');
			break;
		}
	}
	if (all.n <= 100 && cut == 0)
		return all;
	if (cut == 0) /* no blank: the end of a code point */
		for (cut = 100; cut < all.n && (all.p[cut] & 0xc0) == 0x80;)
			cut++;
	return str_dup(a, str_trim(str_cut(all, 0, cut)));
}
