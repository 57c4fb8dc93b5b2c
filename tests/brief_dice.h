/*
 * Random briefs for property tests of what is shown and printed: words of all widths
 * and scripts, controls and broken bytes, every block of CommonMark, odd dates.
 */
#ifndef TESTS_BRIEF_DICE_H
#define TESTS_BRIEF_DICE_H

#include "base/buf.h"
#include "base/vec.h"
#include "brief/brief.h"
#include "brief/neighbour.h"

static inline struct str
dice_text(struct arena *a, uint64_t *seed, uint32_t most)
{
	static const char *const words[] = { "the", "tower", "of", "Skarvøy", "moved",
		"灯台", "海から離れた", "👩‍🚒", "🇳🇴", "e\xcc\x81t\xc3\xa9",
		"a-very-long-compound-word-indeed", "Donaudampfschifffahrtsgesellschaft",
		"\x1b[31mred", "\x9b", "\xff\xfe", "<b>", "&amp;", "\xe2\x80\xae",
		"\xcc\x81", "(1998)", "3.5", "ﬁn", "İ", "¶", "\\", "'", "\"", ".TH",
		"it’s", "\xe2\x80\x8b", "word\xc2\xa0word" };
	struct buf b = buf_new(a);

	for (uint32_t n = dice(seed, most) + 1; n > 0; n--) {
		buf_text(&b, words[dice(seed, LEN(words))]);
		buf_text(&b, n == 1 ? "" : dice(seed, 9) == 0 ? "  " : " ");
	}
	return buf_view(&b);
}

static inline void
dice_block(struct arena *a, uint64_t *seed, struct buf *b)
{
	static const char *const heads[] = { "", "", "", "# ", "### ", "> ", "> > ", "- ",
		"* a\n  - ", "7. ", "1. x\n\n   ", "    ", "```\n", "- > 1. ", "<div>\n",
		"***\n\n" };
	static const char *const marks[] = { " ", " ", " *", "* ", " **", "** ", " `",
		"` ", " [", "](https://x.example/a) ", "](javascript:x) ", " ![",
		"](https://x.example/p.png) ", "  \n", "\n", "\t",
		" <https://auto.example/> ", "\n> ", "\n- ", "\n\n  " };
	const char *head = heads[dice(seed, LEN(heads))];

	buf_text(b, head);
	for (uint32_t n = dice(seed, 12) + 1; n > 0; n--) {
		buf_str(b, dice_text(a, seed, 6));
		buf_text(b, marks[dice(seed, LEN(marks))]);
	}
	buf_text(b, head[0] == '`' ? "\n```\n\n" : "\n\n");
}

static inline struct str
dice_date(uint64_t *seed)
{
	static const char *const dates[] = { "", "2019", "2019-06-28", "2019-07/2019-12",
		"2019-06-01/2021-07-03", "../2001", "2029/..", "XXXX-06-28", "201X",
		"19XX", "2026-35", "1998~", "-0043", "2026-02-11T18:30+01:00", "no date",
		"2019-13-99" };

	return str_of(dates[dice(seed, LEN(dates))]);
}

static inline void
dice_lists(struct arena *a, uint64_t *seed, struct brief *b)
{
	for (uint32_t n = dice(seed, 4); n > 0; n--)
		*vec_push(a, &b->summary) =
		    (struct extract){ dice_text(a, seed, 20), (long)dice(seed, 12) };
	for (uint32_t n = dice(seed, 6); n > 0; n--)
		*vec_push(a, &b->timeline) = (struct event){ .date = dice_date(seed),
			.when = dice_text(a, seed, 4),
			.text = dice_text(a, seed, 15),
			.place = dice(seed, 3) == 0 ? dice_text(a, seed, 2) : STR_NIL,
			.para = (long)dice(seed, 9),
			.kind = (enum event_kind)dice(seed, 3),
			.basis = (enum event_basis)dice(seed, 3) };
	for (uint32_t n = dice(seed, 4); n > 0; n--)
		*vec_push(a, &b->related) = (struct link){ .title = dice_text(a, seed, 9),
			.id = dice(seed, 2) ? STR("x") : STR_NIL,
			.url = dice_text(a, seed, 1) };
	for (uint32_t n = dice(seed, 3); n > 0; n--)
		*vec_push(a, &b->notes) = (struct note){ dice_text(a, seed, 12),
			STR("2026-02-11"), (long)dice(seed, 5) };
	for (uint32_t n = dice(seed, 3); n > 0; n--)
		*vec_push(a, &b->tags) = dice_text(a, seed, 2);
}

static inline struct brief *
dice_brief(struct arena *a, uint64_t *seed)
{
	struct brief *b = arena_new(a, struct brief);
	struct buf body = buf_new(a);

	b->format = 1;
	b->id = STR("x");
	b->title = dice_text(a, seed, 9);
	b->dek = dice(seed, 2) ? dice_text(a, seed, 20) : STR_NIL;
	b->source.name = dice_text(a, seed, 3);
	b->source.published = dice_date(seed);
	b->source.url = dice(seed, 2) ? STR("https://x.example/") : dice_text(a, seed, 2);
	dice_lists(a, seed, b);
	for (uint32_t n = dice(seed, 9); n > 0; n--)
		dice_block(a, seed, &body);
	b->body = buf_view(&body);
	return b;
}

static inline struct neighbours
dice_neighbours(struct arena *a, uint64_t *seed)
{
	struct neighbours n = { 0 };

	for (uint32_t i = dice(seed, 5); i > 0; i--)
		*vec_push(a, &n) =
		    (struct neighbour){ .kind = (enum neighbour_kind)dice(seed, 3),
			    .id = dice(seed, 3) ? STR("some-id") : STR_NIL,
			    .title = dice_text(a, seed, 9),
			    .source = dice_text(a, seed, 2),
			    .published = dice_date(seed),
			    .why = dice(seed, 2) ? dice_text(a, seed, 9) : STR_NIL,
			    .score = 0.5 };
	return n;
}

#endif
