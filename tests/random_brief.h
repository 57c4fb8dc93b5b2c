/* Briefs at random, with all that YAML readers stumble over. */
#ifndef TESTS_RANDOM_BRIEF_H
#define TESTS_RANDOM_BRIEF_H

#include "base/buf.h"
#include "brief/brief.h"

/* A few pieces in a row; `lines` adds line ends of every kind and controls. */
static inline void
random_text(uint64_t *seed, struct buf *out, bool lines)
{
	static const char *const pieces[] = { "a", "word", " ", "  ", ": ", " #", "- ",
		"\"", "'", "😀", "𠀀", "漢字", "é", ":", "#", "-", ",", "[", "]", "{", "}",
		"&", "*", "!", "|", ">", "%", "@", "`", "no", "yes", "1e3", "0x1", "1:30",
		"~", "=", "<<", "2019-06-28", "null", "\\", "?", ".", "0", "1", "_", "+",
		"e", "T", "---", "...", "\xc2\xa0", "\xe3\x80\x80", "true", "Off", ".inf",
		"0o7", "1,000", "\t" };
	static const char *const breaks[] = { "\n", "\n", "\n\n", "\n  ", "\n\t",
		"\n    x", "\n# ", "\n- ", "\n---\n", "   \n", "\r", "\xc2\x85",
		"\xe2\x80\xa8", "\xe2\x80\xa9", "\xef\xbb\xbf", "\x01", "\x7f",
		"\xc2\x80", "\xef\xbf\xbe" };
	const uint32_t n = dice(seed, dice(seed, 50) == 0 ? 2000 : 8);
	const uint32_t kinds = dice(seed, 2) ? 10 : (uint32_t)LEN(breaks);

	for (uint32_t i = 0; i < n; i++)
		if (lines && dice(seed, 3) == 0)
			buf_text(out, breaks[dice(seed, kinds)]);
		else
			buf_text(out, pieces[dice(seed, LEN(pieces))]);
}

static inline struct str
random_str(struct arena *a, uint64_t *seed, bool lines)
{
	struct buf out = buf_new(a);

	if (dice(seed, 3) == 0)
		return STR_NIL;
	random_text(seed, &out, lines);
	return buf_view(&out);
}

static inline struct str
some_str(struct arena *a, uint64_t *seed, bool lines)
{
	const struct str s = random_str(a, seed, lines);

	return s.n == 0 ? STR("no") : s;
}

static inline struct strs
random_words(struct arena *a, uint64_t *seed)
{
	struct strs out = { 0 };

	for (uint32_t n = dice(seed, 4); n > 0; n--)
		*vec_push(a, &out) = some_str(a, seed, false);
	return out;
}

static inline struct str
random_day(uint64_t *seed)
{
	static const char *const days[] = { "2019-07-01", "2019", "2019-06~", "",
		"2019-07/..", "XXXX-06-28" };

	return str_of(days[dice(seed, LEN(days))]);
}

static inline void
random_names(struct arena *a, uint64_t *seed, struct name_list *out)
{
	for (uint32_t n = dice(seed, 3); n > 0; n--)
		*vec_push(a, out) =
		    (struct name){ some_str(a, seed, false), random_str(a, seed, false),
			    random_str(a, seed, false), random_words(a, seed) };
}

static inline void
random_lists(struct arena *a, uint64_t *seed, struct brief *b)
{
	for (uint32_t n = dice(seed, 4); n > 0; n--)
		*vec_push(a, &b->summary) =
		    (struct extract){ some_str(a, seed, false), dice(seed, 3) };
	for (uint32_t n = dice(seed, 4); n > 0; n--)
		*vec_push(a, &b->timeline) =
		    (struct event){ random_day(seed), random_str(a, seed, false),
			    some_str(a, seed, false), random_str(a, seed, false),
			    dice(seed, 3), dice(seed, 3), dice(seed, 3) };
	for (uint32_t n = dice(seed, 3); n > 0; n--)
		*vec_push(a, &b->related) = (struct link){ random_str(a, seed, false),
			some_str(a, seed, false), random_str(a, seed, false),
			random_str(a, seed, false), dice(seed, 2) != 0 };
	for (uint32_t n = dice(seed, 3); n > 0; n--)
		*vec_push(a, &b->notes) = (struct note){ some_str(a, seed, true),
			random_day(seed), dice(seed, 3) };
	for (uint32_t n = dice(seed, 3); n > 0; n--) {
		struct buf key = buf_new(a);

		buf_printf(&key, "%u", n);
		random_text(seed, &key, true);
		if (key.n <= 200)
			*vec_push(a, &b->acronyms) =
			    (struct acronym){ buf_view(&key), some_str(a, seed, false) };
	}
}

static inline struct brief *
random_brief(struct arena *a, uint64_t *seed)
{
	struct brief *b = arena_new(a, struct brief);

	b->format = 1;
	b->id = some_str(a, seed, false);
	b->title = some_str(a, seed, false);
	b->dek = random_str(a, seed, false);
	b->source = (struct source){ random_str(a, seed, false),
		random_str(a, seed, false), random_str(a, seed, false),
		random_words(a, seed), random_str(a, seed, false),
		random_str(a, seed, false), random_day(seed), random_day(seed),
		random_day(seed), random_str(a, seed, false), random_str(a, seed, false),
		random_str(a, seed, false) };
	b->topics = random_words(a, seed);
	b->tags = random_words(a, seed);
	b->keep = random_words(a, seed);
	random_names(a, seed, &b->people);
	random_names(a, seed, &b->orgs);
	random_names(a, seed, &b->places);
	random_lists(a, seed, b);
	b->body = random_str(a, seed, true);
	if (b->notes.n == 0)
		b->notes_text = random_str(a, seed, true);
	if (dice(seed, 3) == 0)
		*vec_push(a, &b->extra) =
		    (struct extra){ STR("x-a"), STR("x-a: |+\n  b\n\n") };
	if (dice(seed, 3) == 0)
		*vec_push(a, &b->extra) =
		    (struct extra){ STR("x-b"), STR("x-b:  {c:   1} # d\n") };
	return b;
}

static inline void
assert_words_equal(const struct strs *x, const struct strs *y)
{
	assert_int_equal(x->n, y->n);
	for (size_t i = 0; i < x->n && x->at != NULL && y->at != NULL; i++)
		assert_str(x->at[i], y->at[i]);
}

static inline void
assert_brief_equal(const struct brief *x, const struct brief *y)
{
	assert_str(x->id, y->id);
	assert_str(x->title, y->title);
	assert_str(x->dek, y->dek);
	assert_str(x->source.published, y->source.published);
	assert_str(x->source.sha256, y->source.sha256);
	assert_words_equal(&x->source.author, &y->source.author);
	assert_words_equal(&x->topics, &y->topics);
	assert_words_equal(&x->tags, &y->tags);
	assert_words_equal(&x->keep, &y->keep);
	assert_str(x->body, y->body);
	assert_str(x->notes_text, y->notes_text);
	assert_int_equal(x->notes.n, y->notes.n);
	for (size_t i = 0; i < x->notes.n; i++) {
		assert_str(x->notes.at[i].text, y->notes.at[i].text);
		assert_str(x->notes.at[i].at, y->notes.at[i].at);
		assert_int_equal(x->notes.at[i].para, y->notes.at[i].para);
	}
	assert_int_equal(x->timeline.n, y->timeline.n);
	for (size_t i = 0; i < x->timeline.n; i++) {
		assert_str(x->timeline.at[i].text, y->timeline.at[i].text);
		assert_int_equal(x->timeline.at[i].kind, y->timeline.at[i].kind);
	}
	assert_int_equal(x->extra.n, y->extra.n);
	for (size_t i = 0; i < x->extra.n; i++)
		assert_str(x->extra.at[i].bytes, y->extra.at[i].bytes);
}

#endif
