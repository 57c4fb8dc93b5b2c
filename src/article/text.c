/* Plain text: head and foot are taken off line by line, the rest becomes blocks. */

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
