/* The text of a brief without its credits, and its words by how often they are told. */
#include "library/told.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/word.h"

enum { WORD_LEAST = 3, FIRST_BYTES = 24, COUNTED_BYTES = 1 << 18 };

/* German writes nouns with a capital; elsewhere such a word may be a part of a name. */
static bool
may_be_said(const struct token *t, bool german)
{
	if (t->kind != TOKEN_WORD || t->n < WORD_LEAST ||
	    (t->flags & (TOKEN_DIGIT | TOKEN_DOTTED)) != 0)
		return false;
	return (t->flags & TOKEN_UPPER) != 0 ||
	       ((t->flags & TOKEN_CAPITAL) != 0) == german;
}

/* "anti" of "anti-Semitism"; a mark without its letter. */
static bool
is_piece(const struct tokens *t, size_t i)
{
	enum { PIECE_BYTES = 5 };
	struct str word = token_text(t, i);
	const bool hyphen = i + 1 < t->n && str_eq(token_text(t, i + 1), STR("-")) &&
			    (t->at[i + 1].flags & TOKEN_SPACE) == 0;

	return (hyphen && word.n <= PIECE_BYTES) || !utf8_is_letter(utf8_next(&word)) ||
	       str_starts(token_text(t, i), STR("\xef\xb8\x8f"));
}

static void
add_text(struct told *told, struct kin *k, struct str language, struct str text)
{
	struct forms *forms = &k->pile->forms;
	struct tongue *tongue = forms_tongue(forms, language);
	const bool german = str_starts(language, STR("de"));
	const struct tokens t = tokens_apart(told->words.a, text);

	for (size_t i = 0; i < t.n; i++) {
		const struct str word = token_text(&t, i);
		uint32_t form;

		if (!may_be_said(&t.at[i], german) || is_piece(&t, i))
			continue;
		form = forms_id(forms, tongue, word);
		if (forms->at.at[form].stop)
			continue;
		*map_at(&told->words, word) = form;
		(*map_at(&told->stems, forms->at.at[form].stem))++;
	}
	told->length += t.n;
}

/* Says who wrote it or helped: no part of what it tells. */
static bool
is_credit(struct str sentence)
{
	static const char *const marks[] = { "contributed to this",
		"contributed to the story", "contributed reporting", "reported from",
		"eporting by", "diting by", "eviewed by", "hotos by", "hotographs by",
		"hare your thoughts" };
	bool is = false;

	for (size_t i = 0; i < LEN(marks) && !is; i++)
		is = str_has(sentence, str_of(marks[i]));
	return is;
}

static void
part_credits(struct arena *a, struct told *told, struct str text, struct str language)
{
	struct buf rest = buf_new(a), credits = buf_new(a);
	struct sentences all;
	size_t at = 0;

	told->text = text;
	if (!is_credit(text))
		return;
	all = sentences_of(a, text, language);
	for (size_t i = 0; i < all.n; i++) {
		const size_t end = all.at[i].at + all.at[i].n;
		const struct str one = str_cut(text, all.at[i].at, end);

		buf_str(is_credit(one) ? &credits : &rest, str_cut(text, at, end));
		at = end;
	}
	told->text = buf_view(&rest);
	told->credits = buf_view(&credits);
}

static struct str
head_of(struct arena *a, const struct brief *b)
{
	struct buf out = buf_new(a);

	buf_printf(&out, STR_FMT "\n" STR_FMT "\n", STR_ARG(b->title), STR_ARG(b->dek));
	for (size_t i = 0; i < b->topics.n; i++)
		buf_printf(&out, STR_FMT "\n", STR_ARG(b->topics.at[i]));
	for (size_t i = 0; i < b->summary.n; i++)
		buf_printf(&out, STR_FMT "\n", STR_ARG(b->summary.at[i].text));
	return buf_view(&out);
}

static void
add_heads(struct told *told, struct kin *k, struct str language)
{
	struct forms *forms = &k->pile->forms;
	struct tongue *tongue = forms_tongue(forms, language);
	const struct tokens t = tokens_apart(told->heads.a, told->head);

	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind == TOKEN_WORD && t.at[i].n >= WORD_LEAST) {
			const uint32_t form = forms_id(forms, tongue, token_text(&t, i));

			*map_at(&told->heads, forms->at.at[form].stem) = 1;
		}
}

struct told
told_of(struct arena *a, struct kin *k, const struct brief *b)
{
	struct told told = {
		.words = map_new(a), .stems = map_new(a), .heads = map_new(a)
	};
	struct buf text = buf_new(a);
	const struct doc *doc = doc_parse(a, b->body);

	for (const struct block *at = doc->first; at != NULL; at = at->next) {
		if (at->kind != BLOCK_CODE)
			buf_str(&text, doc_plain(a, at));
		buf_byte(&text, '\n');
	}
	if (!str_starts(buf_view(&text), str_cut(b->title, 0, FIRST_BYTES)))
		buf_str(&text, b->title); /* else it is the first sentence again */
	part_credits(a, &told, buf_view(&text), b->source.language);
	told.head = head_of(a, b);
	add_text(&told, k, b->source.language, told.text);
	add_text(&told, k, b->source.language, b->dek);
	add_heads(&told, k, b->source.language);
	told.known = common_known(b->source.language);
	return told;
}

size_t
words_times(struct str text, struct str words)
{
	size_t n = 0, at = 0;

	while ((at = str_find(text, words, at)) != STR_NONE) {
		const size_t end = at + words.n;

		n += (at == 0 || !byte_is_word((unsigned char)text.p[at - 1])) &&
		     (end == text.n || !byte_is_word((unsigned char)text.p[end]));
		at = end;
	}
	return n;
}

size_t
told_times(const struct told *t, struct str name)
{
	const size_t n = words_times(str_cut(t->text, 0, COUNTED_BYTES), name);

	return n != 0 ? n : words_times(t->credits, name) != 0 ? 0 : 1;
}
