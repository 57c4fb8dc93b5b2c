/*
 * The leaves of the body become one text, its tokens and sentences; each spelling
 * is stemmed once per article, found again by the token's hash.
 */
#include "digest/reading.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "digest/event_word.h"
#include "digest/gazetteer.h"
#include "digest/language.h"
#include "digest/topic_form.h"
#include "digest/words.h"
#include "text/stem.h"
#include "text/utf8.h"

enum { DATELINES = 3 /* blocks in which one is looked for */ };

struct leaf {
	uint32_t at, end;
	long para;
	enum block_kind kind;
	bool in_list, in_quote;
};

struct leaves {
	struct leaf *at;
	size_t n, room;
};

static bool
is_within(const struct block *b, enum block_kind kind)
{
	for (b = b->parent; b != NULL; b = b->parent)
		if (b->kind == kind)
			return true;
	return false;
}

static void
add_leaf(struct arena *a, const struct block *b, long para, struct buf *text,
    struct leaves *out)
{
	const struct str plain = str_trim(doc_plain(a, b));
	const size_t at = text->n + (text->n == 0 ? 0 : 2);

	if (plain.n == 0 || at + plain.n >= UINT32_MAX)
		return;
	if (text->n != 0)
		buf_text(text, "\n\n");
	buf_str(text, plain);
	*vec_push(a, out) = (struct leaf){
		.at = (uint32_t)at,
		.end = (uint32_t)text->n,
		.para = para,
		.kind = b->kind,
		.in_list = is_within(b, BLOCK_ITEM),
		.in_quote = is_within(b, BLOCK_QUOTE),
	};
}

static struct leaves
find_leaves(struct arena *a, const struct doc *d, struct buf *text)
{
	struct leaves out = { 0 };
	long para = 1;

	for (const struct block *top = d->first; top != NULL; top = top->next, para++)
		for (const struct block *b = top; b != NULL; b = doc_next(b, top))
			if (b->first == NULL && b->kind != BLOCK_RULE)
				add_leaf(a, b, para, text, &out);
	return out;
}

/* Ends with a stop, perhaps before closing quotes and brackets. */
static bool
ends_like_sentence(struct str s)
{
	static const char *const closers[] = { "\"", "'", ")", "]", "”", "’", "»", "“",
		"›" };

	for (size_t i = 0; !str_ends(s, STR(".")) && i < LEN(closers); i++)
		if (str_ends(s, str_of(closers[i]))) {
			s = str_cut(s, 0, s.n - strlen(closers[i]));
			i = SIZE_MAX; /* from the start again */
		}
	return s.n > 1 && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == '!' ||
			      s.p[s.n - 1] == '?' || str_ends(s, STR("…")));
}

/* Of a sentence that begins one of the first blocks, or behind a bullet or a box: bytes before its first word. */
static uint32_t
before_words(
    const struct reading *r, const struct leaves *leaves, uint32_t at, uint32_t end)
{
	static const char *const bullets[] = { "• ", "▪ ", "‣ ", "■ ", "● ", "[ ] ",
		"[x] ", "[X] " };

	for (size_t i = 0; !byte_is_letter(r->text.p[at]) && i < LEN(bullets); i++)
		if (str_starts(str_cut(r->text, at, end), str_of(bullets[i])))
			return (uint32_t)strlen(bullets[i]);
	for (size_t i = 0; i < leaves->n && i < DATELINES; i++)
		if (leaves->at[i].at == at)
			return (uint32_t)article_dateline(str_cut(r->text, at, end));
	return 0;
}

static void
add_passages(struct arena *a, struct reading *r, const struct leaves *leaves)
{
	const struct sentences s = sentences_of(a, r->text, r->language);
	size_t leaf = 0, token = 0;

	r->small = s.small;
	r->room = s.n + 1;
	r->at = arena_many(a, struct passage, r->room);
	for (size_t i = 0; i < s.n; i++) {
		const uint32_t end = s.at[i].at + s.at[i].n;
		const uint32_t skipped = before_words(r, leaves, s.at[i].at, end);
		const uint32_t at = s.at[i].at + skipped;
		const struct str text = str_cut(r->text, at, end);
		const struct leaf *l;
		size_t first;

		while (leaf + 1 < leaves->n && leaves->at[leaf].end <= at)
			leaf++;
		l = &leaves->at[leaf];
		while (token < r->tokens.n && r->tokens.at[token].at < at)
			token++;
		first = token;
		for (; token < r->tokens.n && r->tokens.at[token].at < end; token++)
			if (l->kind == BLOCK_CODE)
				r->tokens.at[token].flags |= TOKEN_CODE;
		*vec_push(a, r) = (struct passage){ .at = at,
			.n = end - at,
			.token = (uint32_t)first,
			.tokens = (uint32_t)(token - first),
			.leaf = (uint32_t)leaf,
			.para = l->para,
			.kind = l->kind,
			.in_list = l->in_list,
			.in_quote = l->in_quote,
			.whole = l->kind == BLOCK_PARA && text.n <= SENTENCE_MOST &&
				 !str_has(text, STR("\n")) && ends_like_sentence(text) };
	}
}

/* "On Mon, 3 June 2024, Bo Dahl wrote:" above what is quoted. */
static bool
names_quoted(const struct reading *r, const struct leaves *l, size_t i)
{
	static const char *const words[] = { "wrote", "writes", "schrieb", "écrit",
		"escribió", "@" };
	struct str text;

	if (i + 1 >= l->n || !l->at[i + 1].in_quote)
		return false;
	text = str_cut(r->text, l->at[i].at, l->at[i].end);
	if (!str_ends(text, STR(":")))
		return false;
	for (size_t k = 0; k < LEN(words); k++)
		if (str_has(text, str_of(words[k])))
			return true;
	return false;
}

static void
mark_answered(struct reading *r, const struct leaves *l)
{
	bool own = false;

	for (size_t i = 0; i < r->n; i++) {
		struct passage *p = &r->at[i];

		p->answered = p->in_quote || names_quoted(r, l, p->leaf);
		own |= p->whole && !p->answered;
	}
	for (size_t i = 0; i < r->n; i++)
		r->at[i].answered &= own || !r->at[i].in_quote;
}

/* Spellings already seen: open addressing by the tokens' own hashes. */
struct spelling {
	uint64_t lists;
	uint32_t hash, term;
	uint32_t events[2]; /* of those with a small letter and a capital, once met */
	uint16_t classes, kinds;
	bool used, met[2];
};

struct counting {
	struct arena *a;
	struct reading *r;
	struct stemmer *stemmer;
	struct spelling *slots;
	uint32_t *stems; /* index + 1 into terms, by the hash of the stem */
	size_t mask;     /* of both */
	struct {
		struct term *at;
		size_t n, room;
	} terms;
};

static uint32_t
term_of_stem(struct counting *c, struct str stem, uint32_t hash, bool stop)
{
	size_t i = hash & c->mask;

	for (; c->stems[i] != 0; i = (i + 1) & c->mask)
		if (str_eq(c->terms.at[c->stems[i] - 1].stem, stem))
			return c->stems[i] - 1;
	*vec_push(c->a, &c->terms) = (struct term){ .stem = stem, .stop = stop };
	c->stems[i] = (uint32_t)c->terms.n;
	return c->stems[i] - 1;
}

static uint32_t
add_term(struct counting *c, struct str word, const struct token *t)
{
	const struct str bare = word_bare(word);
	const bool capital = (t->flags & TOKEN_CAPITAL) != 0;
	const struct str lower = capital ? utf8_lower(c->a, bare) : bare;
	const uint32_t hash = capital || bare.n != word.n ? token_hash(lower) : t->hash;
	struct str stem;

	if (t->kind != TOKEN_WORD || bare.n < 2 ||
	    word_is_stop(lower, hash, c->r->language))
		return term_of_stem(c, lower, hash, true); /* no topic needs no stem */
	stem = stem_of(c->stemmer, c->a, bare);
	return term_of_stem(c, stem, token_hash(stem), false);
}

static uint16_t
word_kinds(struct str word, uint32_t hash)
{
	const struct str bare = word_bare(word);

	return bare.n == word.n ? gazetteer_kinds_of(word, hash) : gazetteer_kinds(bare);
}

static struct spelling *
find_spelling(struct counting *c, struct str word, const struct token *t)
{
	size_t i = t->hash & c->mask;

	while (c->slots[i].used && c->slots[i].hash != t->hash)
		i = (i + 1) & c->mask;
	if (!c->slots[i].used)
		c->slots[i] = (struct spelling){ .hash = t->hash,
			.term = add_term(c, word, t),
			.classes = word_classes(word, t->hash),
			.kinds = word_kinds(word, t->hash),
			.lists = word_lists(word, t->hash),
			.used = true };
	return &c->slots[i];
}

/* What the token is to events and topics, by its spelling and case, and in one place by its
   neighbours. */
static uint32_t
see_event(struct spelling *s, const struct counting *c, size_t i)
{
	const struct reading *r = c->r;
	const bool capital = (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
	uint32_t classes;

	if (!s->met[capital]) {
		const bool topic = !c->terms.at[s->term].stop &&
				   (r->tokens.at[i].flags & TOKEN_DIGIT) == 0 &&
				   topic_form(token_text(&r->tokens, i), capital,
				       s->classes, r->language);

		s->met[capital] = true;
		s->events[capital] =
		    event_classes(&r->tokens, i) | (topic ? 1u << FORM_TOPIC : 0);
	}
	classes = s->events[capital];
	if ((classes >> FORM_ENDED & 1) != 0 && i > 0 && i + 1 < r->tokens.n &&
	    (r->event_of[i - 1] >> FORM_UNIT & 1) != 0 && event_day(&r->tokens, i + 1))
		classes &= ~(1u << FORM_VERB); /* "the year ended Jan. 31" */
	return classes;
}

static void
sum_up_passages(struct counting *c)
{
	struct reading *r = c->r;
	uint32_t *last = arena_many(c->a, uint32_t, c->terms.n + 1);

	for (size_t i = 0; i < r->n; i++) {
		struct passage *p = &r->at[i];

		for (size_t k = p->token; k < p->token + p->tokens; k++) {
			const uint32_t t = r->term_of[k];

			p->flags |= r->tokens.at[k].flags;
			p->classes |= r->class_of[k];
			p->lists |= r->lists_of[k];
			if (t == TERM_NONE)
				continue;
			assert(c->terms.at != NULL);
			c->terms.at[t].count++;
			if (last[t] != i + 1)
				c->terms.at[t].passages++;
			last[t] = (uint32_t)i + 1;
		}
	}
}

static void
mark_title(struct counting *c, const struct tokens *title)
{
	for (size_t i = 0; i < title->n; i++) {
		struct term *t;
		uint32_t id;

		if (title->at[i].kind == TOKEN_PUNCT)
			continue;
		id = find_spelling(c, token_text(title, i), &title->at[i])->term;
		assert(c->terms.at != NULL);
		t = &c->terms.at[id]; /* only now: the list may have moved */
		if (!t->in_title && !t->stop)
			c->r->title_terms++;
		t->in_title = true;
	}
}

static void
count_terms(struct arena *a, struct reading *r)
{
	const struct tokens title = tokens_of(a, r->title);
	struct counting c = { .a = a, .r = r, .mask = 15 };

	while (c.mask < r->tokens.n + title.n + r->tokens.n / 4)
		c.mask = c.mask * 2 + 1;
	c.slots = arena_many(a, struct spelling, c.mask + 1);
	c.stems = arena_many(a, uint32_t, c.mask + 1);
	c.terms.room = r->tokens.n / 2 + 16;
	c.terms.at = arena_many(a, struct term, c.terms.room);
	c.stemmer = stemmer_new(r->language);
	r->term_of = arena_many(a, uint32_t, r->tokens.n + 1);
	r->class_of = arena_many(a, uint16_t, r->tokens.n + 1);
	r->lists_of = arena_many(a, uint64_t, r->tokens.n + 1);
	r->kind_of = arena_many(a, uint16_t, r->tokens.n + 1);
	r->event_of = arena_many(a, uint32_t, r->tokens.n + 1);
	for (size_t i = 0; i < r->tokens.n; i++) {
		struct spelling *s;

		r->term_of[i] = TERM_NONE;
		if (r->tokens.at[i].kind == TOKEN_PUNCT)
			continue;
		s = find_spelling(&c, token_text(&r->tokens, i), &r->tokens.at[i]);
		r->term_of[i] = s->term;
		r->class_of[i] = s->classes;
		r->lists_of[i] = s->lists;
		r->kind_of[i] = s->kinds;
		r->event_of[i] = see_event(s, &c, i);
	}
	mark_title(&c, &title);
	stemmer_free(c.stemmer);
	sum_up_passages(&c);
	r->terms = c.terms.at;
	r->term_count = c.terms.n;
}

struct reading *
reading_of(struct arena *a, const struct article *in)
{
	struct reading *r = arena_new(a, struct reading);
	struct buf text = buf_new(a);
	const struct leaves leaves = find_leaves(a, in->body, &text);

	r->text = buf_view(&text);
	r->title = in->title;
	r->tokens = tokens_of(a, r->text);
	r->language =
	    in->source.language.n != 0 ? in->source.language : language_of(&r->tokens);
	if (leaves.n != 0)
		add_passages(a, r, &leaves);
	if (in->letter)
		mark_answered(r, &leaves);
	count_terms(a, r);
	return r;
}

struct str
passage_text(const struct reading *r, size_t i)
{
	return str_cut(r->text, r->at[i].at, r->at[i].at + r->at[i].n);
}
