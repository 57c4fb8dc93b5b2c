/* The links of code, which has none of its own: in a paragraph below it, and back. */
#include <string.h>

#include "base/vec.h"
#include "doc/inner.h"

#define APART " · "
enum { WORDS_MOST = 256 };

static bool
in_word(struct str code, size_t at)
{
	return at != 0 && at < code.n &&
	       (byte_is_letter(code.p[at - 1]) || byte_is_digit(code.p[at - 1])) &&
	       (byte_is_letter(code.p[at]) || byte_is_digit(code.p[at]));
}

/* Where the words stand from `from` on, not as a part of longer ones. */
static size_t
place_of(struct str code, struct str words, size_t from)
{
	if (words.n == 0 || words.n > WORDS_MOST)
		return STR_NONE;
	while ((from = str_find(code, words, from)) != STR_NONE &&
	       (in_word(code, from) || in_word(code, from + words.n)))
		for (from++; in_word(code, from);)
			from++;
	return from;
}

/* Every name between signs is found, behind the one before. */
static bool
pass_names(struct str code, struct str names, size_t *at)
{
	while (names.n != 0) {
		const size_t sign = str_find(names, STR(APART), 0);
		const struct str name = str_cut(names, 0, sign);
		const size_t from = name.n == 0 ? *at : place_of(code, name, *at);

		if (from == STR_NONE)
			return false;
		*at = from + name.n;
		names = sign == STR_NONE ? STR_NIL
					 : str_cut(names, sign + strlen(APART), names.n);
	}
	return true;
}

/* False: the paragraph is one like others.  What may be lost when it is written is not looked at. */
static bool
read_links(
    struct arena *a, struct str code, const struct block *b, struct code_links *out)
{
	const struct runs v = runs_writable(a, b, EMPHASIS_NONE);
	bool linked = false;

	for (size_t i = 0, at = 0; i < v.n; i++) {
		const struct run *r = &v.at[i];
		const bool before = i == 0 || str_starts(r->text, STR(APART)),
			   after = i + 1 == v.n || str_ends(r->text, STR(APART));

		if (r->style != 0)
			return false;
		if (r->url.n == 0) {
			if (!before || !after || !pass_names(code, r->text, &at))
				return false;
			continue;
		}
		if ((i != 0 && v.at[i - 1].url.n != 0) ||
		    (at = place_of(code, r->text, at)) == STR_NONE)
			return false;
		linked = true;
		if (out != NULL)
			*vec_push(a, out) =
			    (struct code_link){ at, at + r->text.n, r->url };
		at += r->text.n;
	}
	return linked;
}

void
links_tell(struct arena *scratch, struct doc *d)
{
	for (const struct block *b = d->first; b != NULL; b = doc_next(b, NULL))
		if (b->kind == BLOCK_CODE && b->info.n == 0 && b->next != NULL &&
		    b->next->kind == BLOCK_PARA &&
		    read_links(scratch, b->text, b->next, NULL))
			b->next->kind = BLOCK_LINKS;
}

struct code_links
doc_links(struct arena *a, const struct block *code)
{
	struct code_links out = { 0 };

	if (code->kind == BLOCK_CODE && code->next != NULL &&
	    code->next->kind == BLOCK_LINKS &&
	    !read_links(a, code->text, code->next, &out))
		out.n = 0;
	return out;
}

struct str
links_part(
    const struct code_links *l, size_t at, struct str *s, const struct code_link **link)
{
	size_t from = 0, to = l->n, n = s->n;
	struct str part;

	while (from < to) {
		const size_t mid = from + (to - from) / 2;

		if (l->at[mid].to > at)
			to = mid;
		else
			from = mid + 1;
	}
	*link = from < l->n && l->at[from].from <= at ? &l->at[from] : NULL;
	if (*link != NULL)
		n = (*link)->to - at;
	else if (from < l->n)
		n = l->at[from].from - at;
	part = str_cut(*s, 0, n);
	*s = str_cut(*s, part.n, s->n);
	return part;
}

static void
add_name(struct arena *a, struct block *to, struct str name, struct str url)
{
	if (to->run_count != 0)
		block_run(a, to, (struct run){ .text = STR(APART) });
	block_run(a, to, (struct run){ .text = name, .url = url });
}

/* The link `l`, which begins at `*at` or behind it, after what is named as it is before it. */
static void
add_link(
    struct arena *a, struct str code, struct block *to, struct code_link l, size_t *at)
{
	struct str words;

	while (in_word(code, l.from) && l.from > *at)
		l.from--;
	while (in_word(code, l.to))
		l.to++;
	words = str_cut(code, l.from, l.to);
	for (size_t i = 0; i < words.n; i++)
		if ((unsigned char)words.p[i] < ' ')
			return; /* it is no piece of one line */
	if (l.from < *at || l.url.n == 0 || str_trim(words).n != words.n ||
	    place_of(code, words, l.from) != l.from)
		return;
	for (size_t from; (from = place_of(code, words, *at)) < l.from;) {
		if (str_has(words, STR(APART)) || from + words.n > l.from)
			return;
		add_name(a, to, words, STR_NIL);
		*at = from + words.n;
	}
	add_name(a, to, words, l.url);
	*at = l.to;
}

void
doc_add_links(
    struct arena *a, struct doc *d, const struct block *code, const struct code_links *l)
{
	struct block b = { .kind = BLOCK_LINKS }, *made;
	size_t at = 0;

	for (size_t i = 0; i < l->n; i++)
		add_link(a, code->text, &b, l->at[i], &at);
	if (b.run_count == 0)
		return;
	made = doc_add(a, d, code->parent, BLOCK_LINKS);
	made->runs = b.runs;
	made->run_count = b.run_count;
	made->run_room = b.run_room;
}
