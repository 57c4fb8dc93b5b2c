/* One walk over the tree: boxes are its block-level elements, blocks the texts between
   their edges, each with the counts that later steps judge it by. */
#include <string.h>

#include "article/html.h"
#include "text/utf8.h"

struct walk {
	struct page *p;
	uint32_t box;
	uint16_t in[IN_COUNT]; /* how many of each are open */
	uint16_t styles[5];    /* by bit of run_style */
	const struct node *link;
	uint32_t links;
	size_t piece;   /* where the block being read begins */
	uint32_t order; /* of its first text */
	int breaks;     /* line breaks with nothing after them */
};

static const struct {
	enum html_tag tag;
	enum html_in in;
} ins[] = { { TAG_LI, IN_LI }, { TAG_TABLE, IN_TABLE }, { TAG_FIGURE, IN_FIGURE },
	{ TAG_FIGCAPTION, IN_FIGURE }, { TAG_BLOCKQUOTE, IN_QUOTE }, { TAG_NAV, IN_NAV },
	{ TAG_HEADER, IN_HEADER }, { TAG_FOOTER, IN_HEADER }, { TAG_ASIDE, IN_ASIDE },
	{ TAG_FORM, IN_FORM }, { TAG_ARTICLE, IN_ARTICLE }, { TAG_MAIN, IN_MAIN } };

static const struct {
	enum html_tag tag;
	uint8_t style;
} styles[] = { { TAG_EM, RUN_EMPH }, { TAG_I, RUN_EMPH }, { TAG_CITE, RUN_EMPH },
	{ TAG_STRONG, RUN_STRONG }, { TAG_B, RUN_STRONG }, { TAG_CODE, RUN_CODE },
	{ TAG_KBD, RUN_CODE }, { TAG_SAMP, RUN_CODE }, { TAG_TT, RUN_CODE } };

static bool
is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (html_space(s, i) != 1)
			return false;
	return true;
}

static uint8_t
style_now(const struct walk *w)
{
	uint8_t out = 0;

	for (unsigned i = 0; i < LEN(w->styles); i++)
		out = (uint8_t)(out | (w->styles[i] != 0 ? 1u << i : 0u));
	return out;
}

static void
count_char(struct hblock *b, char c, bool *word)
{
	const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
	const bool digit = byte_is_digit(c);

	b->n++;
	b->upper += upper;
	b->letters += lower || upper;
	b->digits += digit;
	b->commas += c == ',';
	b->words += (lower || upper || digit || c == '_') && !*word;
	*word = lower || upper || digit || c == '_';
}

/* Bytes from 0x80: letters, but for general punctuation and Latin-1's signs. */
static void
count_wide(struct hblock *b, const unsigned char *c, size_t n, bool *word)
{
	const bool sign = (c[0] == 0xe2 && n > 1 && c[1] <= 0x81) ||
			  (c[0] == 0xc2 && n > 1 && c[1] < 0xc0) ||
			  (c[0] == 0xe3 && n > 1 && c[1] == 0x80);

	if ((c[0] & 0xc0) == 0x80)
		return;
	b->n++;
	b->letters += !sign;
	b->words += !sign && !*word;
	*word = !sign;
}

/* Appends with blanks joined; returns the code points added. */
static uint32_t
append(struct hblock *b, char *out, struct str s, bool *word)
{
	const uint32_t before = b->n;
	size_t n = b->text.n;

	for (size_t i = 0; i < s.n; i++) {
		const size_t space = html_space(s, i);

		if (space != 0) {
			if (n != 0 && out[n - 1] != ' ') {
				out[n++] = ' ';
				b->n++;
			}
			*word = false;
			i += space - 1;
			continue;
		}
		out[n++] = s.p[i];
		if ((s.p[i] & 0x80) == 0)
			count_char(b, s.p[i], word);
		else
			count_wide(b, (const unsigned char *)s.p + i, s.n - i, word);
	}
	b->text.n = n;
	return b->n - before;
}

/* What ends a sentence, perhaps with signs after it. */
static bool
ends_sentence(struct str s)
{
	static const char *const wide[] = { "…", "»", "”", "’", "。", "！", "？", "“" };
	size_t n = s.n;

	while (n > 0 && s.n - n < 12) {
		const char c = s.p[n - 1];

		if ((c & 0x80) != 0) {
			for (size_t i = 0; i < LEN(wide); i++)
				if (str_ends(str_cut(s, 0, n), str_of(wide[i])))
					return true;
			return false;
		}
		if (strchr(".!?\"')]:;", c) != NULL)
			return true;
		if (byte_is_letter(c))
			return false;
		if (byte_is_digit(c) || c == '_')
			return false;
		n--;
	}
	return false;
}

static bool
stops_inside(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] == ' ' && strchr(".!?", s.p[i - 1]) != NULL)
			return true;
	return false;
}

static void
forget(struct walk *w)
{
	w->p->pieces.n = w->piece;
	w->links = 0;
	w->breaks = 0;
}

/* The pieces since the last edge become a block, if there is a word in them. */
static void
flush(struct walk *w)
{
	struct page *p = w->p;
	struct hblock b = { .box = w->box, .piece = (uint32_t)w->piece };
	const struct arena_mark mark = arena_mark(p->a);
	size_t room = 1;
	bool word = false;
	char *out;

	for (size_t i = w->piece; i < p->pieces.n; i++)
		room += p->pieces.at[i].text.n + 1;
	if (room > 1) {
		out = arena_alloc(p->a, room);
		b.text.p = out;
		for (size_t i = w->piece; i < p->pieces.n; i++) {
			const struct piece *one = &p->pieces.at[i];
			const uint32_t n = append(&b, out,
			    one->style == RUN_BREAK ? STR(" ") : one->text, &word);

			b.link_n += one->link != NULL ? n : 0;
		}
		while (b.text.n != 0 && out[b.text.n - 1] == ' ') {
			b.text.n--;
			b.n--;
		}
	}
	if (b.words == 0) {
		arena_rewind(p->a, mark);
		forget(w);
		return;
	}
	b.link_n = b.link_n < b.n ? b.link_n : b.n;
	b.links = w->links;
	b.piece_count = (uint32_t)(p->pieces.n - w->piece);
	b.order = w->order;
	b.sentence = ends_sentence(b.text);
	b.inner_stop = stops_inside(b.text);
	for (unsigned i = 0; i < IN_COUNT; i++)
		b.in = (uint16_t)(b.in | (w->in[i] != 0 ? 1u << i : 0u));
	*vec_push(p->a, &p->blocks) = b;
	w->piece = p->pieces.n;
	forget(w);
}

static void
line_break(struct walk *w)
{
	if (++w->breaks >= 2)
		flush(w);
	else
		*vec_push(w->p->a, &w->p->pieces) = (struct piece){ .style = RUN_BREAK };
}

/* "#" and "¶" after a heading, "^" before a note: a link within the page that says nothing. */
static bool
is_anchor(const struct node *link, struct str text)
{
	if (link == NULL || !str_starts(node_value(link, ATTR_HREF), STR("#")))
		return false;
	text = str_trim(text);
	if (text.n == 0 || text.n > 8)
		return false;
	while (text.n != 0) {
		const uint32_t code = utf8_next(&text);

		if (utf8_is_letter(code) || utf8_is_digit(code))
			return false;
	}
	return true;
}

static void
add_text(struct walk *w, struct str text, uint32_t order)
{
	if (is_anchor(w->link, text))
		return;
	if (!is_blank(text))
		w->breaks = 0;
	if (w->p->pieces.n == w->piece)
		w->order = order;
	*vec_push(w->p->a, &w->p->pieces) = (struct piece){ text, w->link, style_now(w) };
}

static bool
has_word_nocase(struct str s, const char *word)
{
	const struct str w = str_of(word);

	for (size_t i = 0; i + w.n <= s.n; i++)
		if ((s.p[i] | 32) == w.p[0] && str_eq_nocase(str_cut(s, i, i + w.n), w))
			return true;
	return false;
}

/* In a link, only for who has it read to them: "opens in a new window". */
static bool
is_unseen(const struct node *n)
{
	const struct str class = node_value(n, ATTR_CLASS);

	static const char *const names[] = { "sr-only", "visually-hidden",
		"visuallyhidden", "screen-reader-text", "screenreader" };

	for (size_t i = 0; i < LEN(names) && n->tag == TAG_SPAN && class.n != 0; i++)
		if (has_word_nocase(class, names[i]))
			return true;
	return false;
}

/* Not shown, or only when a form is not filled in as it wants; "[edit]" of a wiki. */
static bool
is_hidden(const struct node *n)
{
	static const char *const roles[] = { "alert", "alertdialog", "tooltip" };
	const struct str style = node_value(n, ATTR_STYLE);

	if (node_has(n, ATTR_HIDDEN) ||
	    str_is_any(node_value(n, ATTR_ROLE), roles, LEN(roles)) ||
	    str_starts(node_value(n, ATTR_CLASS), STR("mw-editsection")))
		return true;
	return style.n != 0 && (has_word_nocase(style, "display:none") ||
				   has_word_nocase(style, "display: none") ||
				   has_word_nocase(style, "visibility:hidden") ||
				   has_word_nocase(style, "visibility: hidden"));
}

static void
open_box(struct walk *w, const struct node *n)
{
	struct page *p = w->p;
	struct box *b;

	flush(w);
	b = vec_push(p->a, &p->boxes);
	b->node = n;
	b->tag = n->tag;
	b->parent = w->box;
	w->box = (uint32_t)(p->boxes.n - 1);
}

static void
step_counts(struct walk *w, const struct node *n, int by)
{
	for (size_t i = 0; i < LEN(ins); i++)
		if (ins[i].tag == n->tag)
			w->in[ins[i].in] = (uint16_t)(w->in[ins[i].in] + by);
	for (size_t i = 0; i < LEN(styles); i++)
		if (styles[i].tag == n->tag)
			for (unsigned k = 0; k < LEN(w->styles); k++)
				if (styles[i].style == 1u << k)
					w->styles[k] = (uint16_t)(w->styles[k] + by);
}

/* What a picture of a formula says it is: "{\\displaystyle x_i}". */
static struct str
formula_of(const struct node *n)
{
	static const char *const before[] = { "{\\displaystyle ", "{\\textstyle " };
	const struct str names = node_value(n, ATTR_CLASS);
	struct str alt = node_value(n, ATTR_ALT);

	if (!has_word_nocase(names, "math") && !has_word_nocase(names, "latex"))
		return STR_NIL;
	for (size_t i = 0; i < LEN(before); i++)
		if (str_starts(alt, str_of(before[i])) && str_ends(alt, STR("}")))
			return str_trim(str_cut(alt, strlen(before[i]), alt.n - 1));
	return alt;
}

/* True when what is below is to be read. */
static bool
enter(struct walk *w, const struct node *n)
{
	if (n->tag == TAG_OTHER && n->text.p != NULL) {
		add_text(w, n->text, n->order);
		return false;
	}
	if (n->tag == TAG_BR) {
		line_break(w);
		return false;
	}
	if (n->tag == TAG_IMG) {
		add_text(w, formula_of(n), n->order);
		return false;
	}
	if ((html_traits(n->tag) & TAG_SKIP) != 0 ||
	    (is_hidden(n) && n->tag != TAG_BODY) || (w->link != NULL && is_unseen(n)))
		return false;
	w->breaks = 0;
	if ((html_traits(n->tag) & TAG_BLOCK) != 0)
		open_box(w, n);
	step_counts(w, n, 1);
	if (n->tag == TAG_A && node_has(n, ATTR_HREF)) {
		w->link = n;
		w->links++;
	}
	return true;
}

static void
leave(struct walk *w, const struct node *n)
{
	if ((html_traits(n->tag) & TAG_BLOCK) != 0) {
		flush(w);
		w->box = w->p->boxes.at[w->box].parent;
	}
	step_counts(w, n, -1);
	if (w->link == n)
		w->link = NULL;
}

size_t
html_block_at(const struct page *p, const struct node *n)
{
	size_t lo = 0, hi = p->blocks.n;

	while (lo < hi) {
		const size_t mid = (lo + hi) / 2;

		if (p->blocks.at[mid].order < n->order)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Boxes are numbered in text order, so what is below one is a range. */
static void
find_ends(struct page *p)
{
	for (size_t i = 0; i < p->boxes.n; i++)
		p->boxes.at[i].end = (uint32_t)i + 1;
	for (size_t i = p->boxes.n; i-- > 1;) {
		struct box *up = &p->boxes.at[p->boxes.at[i].parent];

		if (up->end < p->boxes.at[i].end)
			up->end = p->boxes.at[i].end;
	}
}

void
html_linearise(struct page *p)
{
	struct walk w = { .p = p, .box = HTML_NONE };
	const struct node *n = p->body;

	while (n != NULL) {
		const bool in = enter(&w, n);

		if (in && n->first != NULL) {
			n = n->first;
			continue;
		}
		if (in)
			leave(&w, n);
		while (n != p->body && n->next == NULL) {
			n = n->parent;
			leave(&w, n);
		}
		n = n == p->body ? NULL : n->next;
	}
	find_ends(p);
}
