/* An item of several becomes an article: its text through the reader of its form, its
   fields as they are. */
#include "article/item.h"

#include "article/html_meta.h"
#include "base/sha256.h"
#include "text/utf8.h"

enum { DEK = 400, KEYWORDS = 20, AUTHORS = 20, ANSWERS_MOST = 1000 };

static struct str
cut_at(struct str s, size_t most)
{
	if (s.n <= most)
		return s;
	while (most > 0 && (s.p[most] & 0xc0) == 0x80)
		most--;
	return str_cut(s, 0, most);
}

struct str
item_plain(struct arena *a, struct str s, enum item_form form)
{
	s = cut_at(str_trim(s), ITEM_TITLE);
	return form == ITEM_TEXT ? html_squeeze(a, s) : fragment_text(a, s);
}

struct str
item_language(struct arena *a, struct str s)
{
	char *out;

	s = str_trim(s);
	if (s.n < 2 || (s.n > 2 && s.n < 5) ||
	    (s.n > 2 && s.p[2] != '-' && s.p[2] != '_'))
		return STR_NIL;
	s = str_cut(s, 0, s.n > 5 ? 2 : 5);
	out = arena_alloc(a, s.n);
	for (size_t i = 0; i < s.n; i++) {
		out[i] = i == 2  ? '-'
			 : i < 2 ? (char)(s.p[i] | 32)
				 : (char)(s.p[i] & ~32);
		if (i != 2 && ((out[i] | 32) < 'a' || (out[i] | 32) > 'z'))
			return STR_NIL;
	}
	return (struct str){ out, s.n };
}

static void
add_once(struct arena *a, struct strs *list, struct str s, size_t most)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i], s))
			return;
	if (s.n != 0 && s.n < 200 && list->n < most)
		*vec_push(a, list) = s;
}

void
item_keyword(struct arena *a, struct strs *list, struct str word)
{
	add_once(a, list, item_plain(a, word, ITEM_GUESS), KEYWORDS);
}

static bool
is_address(struct str s)
{
	return str_has(s, STR("@")) && !str_has(s, STR(" "));
}

/* The name of "jane@x.example (Jane Doe)", "Jane Doe (jane@x.example)" or "Jane Doe
   <jane@x.example>". */
static struct str
name_of(struct str s)
{
	const size_t round = str_find(s, STR("("), 0), angle = str_find(s, STR("<"), 0);

	s = str_trim(s);
	if (round != STR_NONE && str_ends(s, STR(")"))) {
		const struct str before = str_trim(str_cut(s, 0, round));
		const struct str within = str_trim(str_cut(s, round + 1, s.n - 1));

		if (is_address(before) && within.n != 0)
			return within;
		if (is_address(within) && before.n != 0)
			s = before;
	}
	if (angle != STR_NONE && angle > 0 && str_has(str_cut(s, angle, s.n), STR("@")))
		s = str_trim(str_cut(s, 0, angle));
	if (str_starts(s, STR("mailto:")))
		s = str_cut(s, 7, s.n);
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0])
		s = str_trim(str_cut(s, 1, s.n - 1));
	return s;
}

/* Where a list of names goes on: " and ", " & ", ";" and a comma between full names. */
static size_t
name_end(struct str s, size_t *skip)
{
	static const char *const seps[] = { ";", " and ", " & ", ", and ", ", " };
	size_t at = s.n;

	*skip = 0;
	for (size_t i = 0; i < LEN(seps); i++) {
		const struct str sep = str_of(seps[i]);
		const size_t hit = str_find(s, sep, 0);
		const struct str after =
		    hit == STR_NONE ? STR_NIL : str_trim(str_cut(s, hit + 2, s.n));
		const bool full = hit != STR_NONE && i == 4 &&
				  line_words(str_trim(str_cut(s, 0, hit))) > 1 &&
				  (line_words(after) > 1 || is_address(after));

		if (hit != STR_NONE && hit < at && (i != 4 || full)) {
			at = hit;
			*skip = sep.n;
		}
	}
	return at;
}

bool
item_author(struct arena *a, struct strs *list, struct str names, bool address)
{
	const size_t before = list->n;
	struct str rest = cut_at(name_of(item_plain(a, names, ITEM_GUESS)), 500);

	if (str_starts(rest, STR("by ")) || str_starts(rest, STR("By ")))
		rest = str_trim(str_cut(rest, 3, rest.n));
	while (rest.n != 0) {
		size_t skip;
		const size_t end = name_end(rest, &skip);
		const struct str name = name_of(str_cut(rest, 0, end));

		if (address || !is_address(name))
			add_once(a, list, name, AUTHORS);
		rest = str_trim(str_cut(rest, end + skip, rest.n));
	}
	return list->n != before;
}

static bool
is_html(struct str s)
{
	for (size_t i = 0; i + 2 < s.n; i++) {
		const char next = (char)(s.p[i + 1] | 32);

		if (s.p[i] == '<' && ((next >= 'a' && next <= 'z') || s.p[i + 1] == '/' ||
					 s.p[i + 1] == '!'))
			return true;
		if (s.p[i] == '&' &&
		    (s.p[i + 1] == '#' || (next >= 'a' && next <= 'z')) &&
		    str_has(str_cut(s, i, i + 12), STR(";")))
			return true;
	}
	return false;
}

/* The title as the first heading, and where a blog's program says the text first stood. */
static void
trim_blocks(struct job *j)
{
	struct doc *d = j->out->body;
	const struct block *first = d->first;
	struct str last;

	if (first->next != NULL && first->kind == BLOCK_HEADING &&
	    titles_agree(str_trim(doc_plain(j->a, first)), j->out->title))
		blocks_drop_first(d);
	if (d->first == d->last || d->last->kind != BLOCK_PARA)
		return;
	last = doc_plain(j->a, d->last);
	if (str_starts(last, STR("The post ")) &&
	    str_has(last, STR(" appeared first on ")))
		blocks_drop_from(d, d->last);
}

static bool
read_text(struct job *j, struct item_text t, struct str base)
{
	enum item_form form = t.form;

	if (form == ITEM_GUESS)
		form = is_html(t.text) ? ITEM_HTML : ITEM_TEXT;
	switch (form) {
	case ITEM_GUESS:
	case ITEM_TEXT:
		return str_trim(t.text).n != 0 && text_read(j, t.text);
	case ITEM_MARKDOWN:
		return str_trim(t.text).n != 0 && markdown_read(j, t.text);
	case ITEM_HTML:
		return fragment_read(j, t.text, base);
	case ITEM_PAGE:
		return html_read(j, t.text);
	}
	return false;
}

/* A short whole summary is the standfirst. */
static void
set_dek(struct job *j, struct item_text t)
{
	static const char *const cuts[] = { "…", "...", "[…]", "[...]", "more", "»",
		":" };
	struct str dek =
	    t.text.n > (size_t)4 * DEK ? STR_NIL : item_plain(j->a, t.text, t.form);

	if (dek.n == 0 || dek.n > DEK)
		return;
	for (size_t i = 0; i < LEN(cuts); i++)
		if (str_ends(dek, str_of(cuts[i])))
			return;
	j->out->dek = dek;
}

/* A podcast's or a list's item may be nothing but its title. */
static bool
read_title(struct job *j, const struct item *it)
{
	const struct str only = it->title.n != 0 ? it->title : it->url;
	struct block *b;

	if (only.n == 0)
		return false;
	j->out->body = doc_new(j->a);
	b = doc_add(j->a, j->out->body, NULL, BLOCK_PARA);
	block_run(j->a, b,
	    (struct run){ .text = only, .url = it->title.n != 0 ? it->url : STR_NIL });
	return true;
}

/* The mail it is a reply to.  Its title is known when it is of this input; else nearly always
   the same. */
static void
set_answered(struct job *j, struct str url)
{
	const struct articles *all = j->all;
	const size_t first = all->n > ANSWERS_MOST ? all->n - ANSWERS_MOST : 0;
	struct str title = j->out->title;

	if (url.n == 0)
		return;
	for (size_t i = all->n; i-- > first;)
		if (str_eq(all->at[i].source.url, url)) {
			title = all->at[i].title;
			break;
		}
	*vec_push(j->a, &j->out->related) = (struct article_link){ title, url };
}

static void
set_fields(struct job *j, const struct item *it)
{
	const struct article_hints *h = j->hints;
	struct article *out = j->out;

	out->source = it->source;
	out->source.sha256 = sha256_hex(j->a, it->bytes);
	out->source.url = it->only && h->url.n != 0 ? h->url : it->url;
	out->title = it->only && h->title.n != 0 ? h->title : it->title;
	out->keywords = it->keywords;
	set_answered(j, it->answers);
	if (out->source.published.n == 0)
		out->source.published = day_of_address(j->a, out->source.url);
	if (h->published.n != 0)
		out->source.published = h->published;
	if (h->language.n != 0)
		out->source.language = h->language;
	j->titled = out->title.n != 0;
}

bool
item_add(struct job *j, const struct item *it)
{
	struct article made = { 0 };
	struct job one = *j;
	bool full;

	one.out = &made;
	one.cut = false;
	set_fields(&one, it);
	full = read_text(&one, it->content, it->base);
	if (!full && !read_text(&one, it->summary, it->base) && !read_title(&one, it))
		return false;
	if (it->trim != NULL)
		it->trim(&one);
	trim_blocks(&one);
	if (full)
		set_dek(&one, it->summary);
	article_finish(&one);
	*vec_push(j->a, j->all) = made;
	return true;
}
