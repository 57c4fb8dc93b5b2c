/* Pages: what holds at every width for every brief. */
#include "check.h"

#include "brief_dice.h"
#include "render/print.h"
#include "text/utf8.h"

struct made {
	struct arena a;
	struct brief *b;
	struct doc *body;
	struct page *p;
	struct page_options o;
};

static struct made
make(uint64_t *seed, int cols)
{
	struct made m = { .a = ARENA_INIT };
	struct neighbours n;

	m.b = dice_brief(&m.a, seed);
	m.body = doc_parse(&m.a, m.b->body);
	n = dice_neighbours(&m.a, seed);
	m.o = (struct page_options){ .cols = cols,
		.one_column = dice(seed, 2) != 0,
		.ascii = dice(seed, 2) != 0,
		.hide_future = dice(seed, 4) == 0,
		.panes = dice(seed, 3) == 0 ? dice(seed, PANES_ALL) : 0,
		.today = STR("2026-04-01") };
	m.p = page_make(&m.a, m.b, m.body, dice(seed, 2) ? &n : NULL, &m.o);
	return m;
}

/* Nothing but the article, in one column. */
static const struct page *
body_page(struct arena *a, const struct brief *b, const struct doc *d, int cols)
{
	const struct page_options o = {
		.cols = cols, .panes = PANE_BIT(PANE_BODY), .one_column = true
	};

	return page_make(a, b, d, NULL, &o);
}

static void
every_line_fits_its_column_and_no_spans_overlap(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int round = 0; round < 600; round++) {
		struct made m = make(&seed, 1 + (int)dice(&seed, 220));

		for (int k = 0; k < m.p->column_count; k++) {
			const struct page_column *c = &m.p->column[k];

			assert_true(
			    c->x >= 0 && (m.o.cols < 2 || c->x + c->width <= m.o.cols));
			assert_true(k == 0 || c->x >= c[-1].x + c[-1].width);
			for (size_t i = 0; i < c->n; i++) {
				int x = 0;

				for (size_t s = 0; s < c->lines[i].span_count; s++) {
					const struct span *span = &c->lines[i].spans[s];

					assert_true(span->x >= x);
					x = span->x + glyph_cols(span->text);
				}
				assert_true(x <= c->width);
			}
		}
		arena_free(&m.a);
	}
}

/* A line without its escapes: SGR and OSC 8 are the only ones there may be. */
static struct str
without_escapes(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	while (s.n != 0) {
		size_t n = 1;

		if (str_starts(s, STR("\033["))) {
			for (n = 2; n < s.n && strchr("0123456789;", s.p[n]) != NULL; n++)
				;
			assert_true(n < s.n && s.p[n++] == 'm');
		} else if (str_starts(s, STR("\033]8;;"))) {
			const size_t end = str_find(s, STR("\033\\"), 5);

			assert_true(end != STR_NONE);
			for (size_t i = 5; i < end; i++)
				assert_true(s.p[i] > ' ' && s.p[i] < 0x7f);
			assert_true(end == 5 || s.p[5] == 'h' || s.p[5] == 'm');
			n = end + 2;
		} else {
			buf_byte(&b, s.p[0]);
		}
		s = str_cut(s, n, s.n);
	}
	return buf_view(&b);
}

static void
check_line(struct str line, int cols)
{
	struct str rest = line;

	assert_true(glyph_cols(line) <= cols);
	assert_false(str_ends(line, STR(" ")));
	assert_int_equal(utf8_invalid(line), STR_NONE);
	while (rest.n != 0) {
		const uint32_t code = utf8_next(&rest);

		assert_true(code >= ' ' && (code < 0x7f || code > 0x9f));
		assert_true(code < 0x202a || code > 0x202e);
	}
}

static void
printed_lines_fit_and_hold_no_controls_but_ours(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int round = 0; round < 300; round++) {
		const int cols = 1 + (int)dice(&seed, 220);
		struct made m = make(&seed, cols);
		struct diags d = { .a = &m.a };
		struct theme t;
		struct print_look look = { &t, 1 << 24, true };
		struct buf plain = buf_new(&m.a), ansi = buf_new(&m.a);
		struct str rest;

		assert_true(
		    theme_builtin(&m.a, theme_builtin_name(dice(&seed, 5)), &t, &d));
		print_page(&plain, m.p, NULL);
		print_page(&ansi, m.p, &look);
		assert_str(without_escapes(&m.a, buf_view(&ansi)), buf_view(&plain));
		rest = buf_view(&plain);
		while (rest.n != 0)
			check_line(str_line(&rest), cols);
		rest = buf_view(&ansi);
		while (rest.n != 0) { /* nothing is left open at a line's end */
			const struct str line = str_line(&rest);
			size_t esc = str_find(line, STR("\033["), 0);

			for (size_t next = esc; next != STR_NONE;
			     next = str_find(line, STR("\033["), esc + 1))
				esc = next;
			assert_true(esc == STR_NONE || line.p[esc + 2] == 'm');
		}
		arena_free(&m.a);
	}
}

static bool
blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What the spans of a paragraph cover of its plain text, byte for byte. */
static void
check_paragraph(struct made *m, long para)
{
	const struct str plain = doc_plain(&m->a, doc_para(m->body, para));
	char *seen = arena_alloc(&m->a, plain.n + 1);
	size_t line, lines;
	int column;

	assert_true(page_para(m->p, para, &column, &line, &lines));
	for (size_t i = line; i < line + lines; i++) {
		const struct line *l = &m->p->column[column].lines[i];

		for (size_t k = 0; k < l->span_count; k++) {
			const struct span *s = &l->spans[k];

			for (size_t b = 0; s->source != UINT32_MAX && b < s->text.n;
			     b++) {
				const size_t at = s->source + b;

				assert_true(at < plain.n && !seen[at]);
				assert_true(s->text.p[b] == plain.p[at] ||
					    (blank(plain.p[at]) && s->text.p[b] == ' '));
				seen[at] = 1;
			}
		}
	}
	for (size_t b = 0; b < plain.n; b++)
		if (!seen[b] && !blank(plain.p[b])) /* U+200B is a place to break, too */
			assert_true(
			    b + 2 < plain.n + 2 && memchr("\xe2\x80\x8b", plain.p[b], 3));
}

static void
the_spans_of_a_paragraph_are_its_plain_text(void **state)
{
	uint64_t seed = 23;

	(void)state;
	for (int round = 0; round < 400; round++) {
		struct made m =
		    make(&seed, dice(&seed, 8) == 0 ? 0 : 2 + (int)dice(&seed, 150));

		if (m.o.panes == 0 || (m.o.panes & PANE_BIT(PANE_BODY)) != 0)
			for (size_t n = 1; n <= m.body->count; n++)
				check_paragraph(&m, (long)n);
		arena_free(&m.a);
	}
}

static void
items_know_their_lines_and_lines_their_items(void **state)
{
	uint64_t seed = 31;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct made m = make(&seed, 2 + (int)dice(&seed, 220));

		for (size_t i = 0; i < m.p->items.n; i++) {
			const struct item *item = &m.p->items.at[i];
			const struct page_column *c = &m.p->column[item->column];

			assert_true(item->lines > 0 && item->line >= 0);
			assert_true((size_t)(item->line + item->lines) <= c->n);
			for (int y = item->line;
			     item->kind != ITEM_LINK && y < item->line + item->lines; y++)
				assert_int_equal(c->lines[y].item, i);
		}
		arena_free(&m.a);
	}
}

/* The text under marks, as painted, without blanks. */
static struct str
painted(struct made *m, const struct marks *marks)
{
	struct buf b = buf_new(&m->a);

	for (size_t i = 0; i < marks->n; i++) {
		const struct mark *k = &marks->at[i];
		struct cells c = cells_new(&m->a, m->p->column[k->column].width, 1);

		page_paint(m->p, (struct page_view){ k->column, k->line, 1, 0, 0 }, &c);
		for (int x = k->x; x < k->x + k->cols; x++)
			buf_text(&b, cells_row(&c, 0)[x].glyph);
	}
	return buf_view(&b);
}

static struct str
shown(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	while (s.n != 0) {
		const struct glyph g = glyph_next(&s);

		if (g.cols != 0 && !str_eq(g.text, STR(" ")) &&
		    !str_eq(g.text, STR("\t")))
			buf_str(&b, g.text);
	}
	return buf_view(&b);
}

/* Words of plain ASCII, found again by their place and by a search. */
static void
marks_lie_on_the_words_they_are_for(void **state)
{
	static const char *const words[] = { "tower",
		"Donaudampfschifffahrtsgesellschaft", "moved", "the tower" };
	uint64_t seed = 41;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct made m = make(&seed, 2 + (int)dice(&seed, 120));
		const struct str word = str_of(words[dice(&seed, LEN(words))]);
		const struct marks all = page_search(&m.a, m.p, utf8_fold(&m.a, word));
		size_t hits = 0;

		for (size_t n = 1; n <= m.p->paras.n; n++) {
			const struct str plain =
			    doc_plain(&m.a, doc_para(m.body, (long)n));
			size_t at = 0;

			while ((at = str_find(plain, word, at)) != STR_NONE) {
				const struct marks k =
				    page_mark(&m.a, m.p, (long)n, at, at + word.n);

				assert_str(painted(&m, &k), shown(&m.a, word));
				at += word.n;
				hits++;
			}
		}
		assert_true(hits == 0 || all.at[all.n - 1].hit + 1 >= hits);
		arena_free(&m.a);
	}
}

/* Over a line break, a style, and the difference of case and accents. */
static void
a_search_finds_what_the_eye_finds(void **state)
{
	struct arena a = ARENA_INIT;
	struct brief b = { .title = STR("Étoiles"),
		.body = STR("Les ÉTO**iles** du\nnord, les étoiles") };
	const struct page_options o = { .cols = 12 };
	const struct page *p = page_make(&a, &b, doc_parse(&a, b.body), NULL, &o);
	const struct marks k = page_search(&a, p, utf8_fold(&a, STR("etoiles")));
	const struct marks broken = page_search(&a, p, STR("les etoiles"));

	(void)state;
	assert_int_equal(k.n, 3);
	assert_int_equal(k.at[0].line, 0);
	assert_int_equal(k.at[1].x, 4);
	assert_int_equal(k.at[1].cols, 7);
	assert_int_equal(k.at[2].hit, 2);
	assert_int_equal(broken.n, 3);
	assert_int_equal(broken.at[2].hit, 1);
	assert_int_equal(page_search(&a, p, STR(" ")).n, 0);
	arena_free(&a);
}

/* A cell as "77 quays": no two are alike, and a blank is in each. */
static struct str
table_of(struct arena *a, int rows, int columns)
{
	struct buf out = buf_new(a);

	buf_text(&out, "```\n");
	for (int i = 0; i <= rows; i++) {
		for (int k = 0; k < columns; k++)
			buf_printf(&out, k == 0 ? "灯 %02d  " : "%3d quays  ",
			    100 + i * columns + k);
		buf_byte(&out, '\n');
		if (i == 0)
			buf_repeat(&out, '-', 6 + 11 * (size_t)(columns - 1));
		buf_text(&out, i == 0 ? "\n" : "");
	}
	buf_text(&out, "```\n");
	return buf_view(&out);
}

/* However narrow the page, all lines fit; from where two columns have room a cell stands in one
   and is found once. */
static void
a_table_is_broken_between_its_columns(void **state)
{
	enum { ROWS = 4, COLUMNS = 9 };
	struct arena a = ARENA_INIT;
	struct brief b = { .title = STR("T"), .body = table_of(&a, ROWS, COLUMNS) };
	const struct doc *d = doc_parse(&a, b.body);

	(void)state;
	for (int cols = 2; cols < 130; cols++) {
		const struct page_options o = { .cols = cols, .one_column = true };
		const struct page *p = page_make(&a, &b, d, NULL, &o);
		const struct page_column *c = &p->column[0];
		struct buf out = buf_new(&a);

		print_page(&out, p, NULL);
		for (int cell = 1; cell < (ROWS + 1) * COLUMNS && cols >= 24; cell++) {
			struct buf text = buf_new(&a);

			buf_printf(&text, "%d quays", 100 + cell);
			assert_int_equal(str_has(buf_view(&out), buf_view(&text)),
			    cell % COLUMNS != 0);
			assert_int_equal(
			    page_search(&a, p, buf_view(&text)).n, cell % COLUMNS != 0);
		}
		assert_false(str_has(buf_view(&out), STR("↩")));
		if (cols >= 104) /* it stands out to the right: no second group */
			assert_int_equal(
			    str_find(buf_view(&out), STR("灯 100"),
				str_find(buf_view(&out), STR("灯 100"), 0) + 1),
			    STR_NONE);
		for (size_t i = 0; i < c->n; i++)
			for (size_t k = 0; k < c->lines[i].span_count; k++)
				assert_true(c->lines[i].spans[k].x +
						glyph_cols(c->lines[i].spans[k].text) <=
					    c->width);
	}
	arena_free(&a);
}

/* Cells wrap before columns part, and where two columns have no room rows are lists. */
static void
a_table_is_laid_out_for_its_room(void **state)
{
	static const struct {
		int cols;
		const char *want;
	} rows[] = {
		{ 60, "    Ship    Tons  What was said of her\n"
		      "    ────────────────────────────────────────────────\n"
		      "    Hanna  1,200  that she is old and slow and leaks\n"
		      "    Ida       90\n" },
		{ 40, "   Ship    Tons  What was said of her\n"
		      "   ────────────────────────────────────\n"
		      "   Hanna  1,200  that she is old and\n"
		      "                 slow and leaks\n\n"
		      "   Ida       90\n" },
		{ 20, "  Hanna\n"
		      "    Tons: 1,200\n"
		      "    What was said of\n"
		      "    her: that she is\n"
		      "    old and slow and\n"
		      "    leaks\n\n"
		      "  Ida\n"
		      "    Tons: 90\n" },
	};
	struct arena a = ARENA_INIT;
	const struct brief b = { .title = STR("T"),
		.body = STR("```\nShip    Tons  What was said of her\n"
			    "------------------------------------------------\n"
			    "Hanna  1,200  that she is old and slow and leaks\n"
			    "Ida       90\n```\n") };
	const struct doc *d = doc_parse(&a, b.body);

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct buf out = buf_new(&a);

		print_page(&out, body_page(&a, &b, d, rows[i].cols), NULL);
		assert_str(buf_view(&out), str_of(rows[i].want));
	}
	arena_free(&a);
}

/* "<1|words>" where spans belong to the second item. */
static void
put_with_items(struct buf *out, const struct page *p)
{
	for (size_t i = 0; i < p->column[0].n; i++) {
		const struct line *line = &p->column[0].lines[i];
		int x = 0;

		for (size_t k = 0; k < line->span_count; k++) {
			const struct span *s = &line->spans[k];

			buf_repeat(out, ' ', (size_t)(s->x - x));
			x = s->x + glyph_cols(s->text);
			if (s->item >= 0)
				buf_printf(out, "<%d|", (int)s->item);
			buf_str(out, s->text);
			buf_text(out, s->item >= 0 ? ">" : "");
		}
		buf_byte(out, '\n');
	}
}

/* Links of a table are where it says them, once where its columns come in groups, and the list
   has their words, since no number would fit. */
static void
a_table_has_links(void **state)
{
	static const struct {
		int cols;
		const char *want;
	} rows[] = {
		{ 60,
		    "    <1|Ida> Dahl  sails  from <2|York on the Ouse> to [script]\n" },
		{ 34, "   <1|Ida> Dahl  sails  from <2|York on>\n"
		      "                    <2|the Ouse> to\n"
		      "                    [script]\n" },
		{ 16, "  <1|Ida> Dahl\n    What: sails\n    Where: from\n    <2|York on "
		      "the>\n"
		      "    <2|Ouse> to\n    [script]\n" },
	};
	struct arena a = ARENA_INIT;
	const struct brief b = { .title = STR("T"),
		.body = STR("Of [her](https://x.example/ida).\n\n"
			    "```\nWho       What   Where\n"
			    "--------------------------------------------------\n"
			    "Ida Dahl  sails  from York on the Ouse to [script]\n"
			    "```\n\n[Ida](https://x.example/ida) · [York on the "
			    "Ouse](https://x.example/york) · [script](javascript:x)\n") };
	const struct doc *d = doc_parse(&a, b.body);

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct page *p = body_page(&a, &b, d, rows[i].cols);
		struct buf out = buf_new(&a);

		put_with_items(&out, p);
		if (!str_has(buf_view(&out), str_of(rows[i].want)))
			assert_str(buf_view(&out), str_of(rows[i].want));
		if (i == 0)
			assert_true(
			    str_has(buf_view(&out), STR("2 <2|https://x.example/york> "
							"·\u00a0York on the Ouse\n")));
	}
	arena_free(&a);
}

/* A row that shares its sentence's beginning with one further up has its first words, all of a
   name, and no number without what it counts. */
static void
first_words_say_what_they_are_of(void **state)
{
	static const struct {
		struct str above, text;
		const char *want;
	} rows[] = {
		{ STR("The North Sea Office for Harbours Norway will publish a "
		      "guide"),
		    STR("The North Sea Office for Harbours Norway will publish a "
			"guide and begin to look"),
		    "for Harbours Norway … and begin to" },
		{ STR("The fishermen landed 1,900 tonnes of herring in their own "
		      "harbour"),
		    STR("The fishermen landed 1,900 tonnes of herring in their own "
			"harbour and sold them in the city"),
		    "The fishermen landed … and sold" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct event events[] = {
			{ .date = STR("2024-05"), .text = rows[i].above, .para = 1 },
			{ .date = STR("2024-10"), .text = STR("a fair") },
			{ .date = STR("2025"), .text = rows[i].text, .para = 1 },
		};
		const struct brief b = { .title = STR("T"),
			.timeline = { events, LEN(events), LEN(events) } };
		const struct page_options o = {
			.cols = 90, .panes = PANE_BIT(PANE_TIMELINE), .one_column = true
		};
		struct buf out = buf_new(&a);

		put_with_items(
		    &out, page_make(&a, &b, doc_parse(&a, STR("x")), NULL, &o));
		if (!str_has(buf_view(&out), str_of(rows[i].want)))
			assert_str(buf_view(&out), str_of(rows[i].want));
	}
	arena_free(&a);
}

/* "He" has the name of the one person told of before; a sentence told twice is cut the second
   time. */
static void
rows_say_who_and_nothing_twice(void **state)
{
	struct arena a = ARENA_INIT;
	struct event events[] = {
		{ .date = STR("2019-05"),
		    .when = STR("in May"),
		    .text =
			STR("He met the crew in May and the mayor of the town in June"),
		    .para = 1 },
		{ .date = STR("2019-06"),
		    .when = STR("in June"),
		    .text =
			STR("He met the crew in May and the mayor of the town in June"),
		    .para = 1 },
		{ .date = STR("2019-07"), .text = STR("She left in July"), .para = 2 },
	};
	struct name people[] = { { .name = STR("Jon Berg") }, { .name = STR("Ana Holm") },
		{ .name = STR("Lea Moe") } };
	const struct brief b = { .title = STR("T"),
		.timeline = { events, LEN(events), LEN(events) },
		.people = { people, LEN(people), LEN(people) } };
	const struct page_options o = {
		.cols = 90, .panes = PANE_BIT(PANE_TIMELINE), .one_column = true
	};
	const struct doc *body =
	    doc_parse(&a, STR("Mr Berg came. He met the crew in May and the mayor of the "
			      "town in June.\n\n"
			      "Holm and Moe sang. She left in July."));
	static const char *const lines[] = { "He (Jon Berg) met the crew in May and",
		"● …and the mayor of the town in June", "● She left in July" };
	struct buf out = buf_new(&a);

	(void)state;
	put_with_items(&out, page_make(&a, &b, body, NULL, &o));
	for (size_t i = 0; i < LEN(lines); i++)
		if (!str_has(buf_view(&out), str_of(lines[i])))
			assert_str(buf_view(&out), str_of(lines[i]));
	arena_free(&a);
}

/* The date of a day stands at its first row, but where each row is a line. */
static void
a_day_is_said_once(void **state)
{
	static const struct {
		int cols;
		const char *want;
	} rows[] = {
		{ 60, "  2019-06-28  ● A crane fell.\n"
		      "              ● It rained.\n" },
		{ 0, "2019-06-28  ● A crane fell.\n2019-06-28  ● It rained.\n" },
	};
	struct arena a = ARENA_INIT;
	struct event events[] = {
		{ .date = STR("2019-06-28"), .text = STR("A crane fell.") },
		{ .date = STR("2019-06-28"), .text = STR("It rained.") },
	};
	const struct brief b = { .title = STR("T"),
		.timeline = { events, LEN(events), LEN(events) } };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct page_options o = { .cols = rows[i].cols,
			.panes = PANE_BIT(PANE_TIMELINE),
			.one_column = true };
		struct buf out = buf_new(&a);
		struct str got;

		print_page(&out, page_make(&a, &b, doc_new(&a), NULL, &o), NULL);
		got = buf_view(&out);
		(void)str_line(&got);
		assert_str(got, str_of(rows[i].want));
	}
	arena_free(&a);
}

/* From a height each event is one line, and says what is its own of a sentence it shares. */
static void
from_a_height_an_event_is_one_line_of_its_own(void **state)
{
	static const struct {
		int cols;
		const char *want;
	} rows[] = {
		{ 60, "  2019-09     ● Ministers had met in York in September…\n"
		      "              ● a fair\n"
		      "  2020-10     ● …in Oslo in October 2020\n" },
		{ 34, " 2019-09     ● Ministers had met…\n"
		      "             ● a fair\n"
		      " 2020-10     ● …in Oslo in…\n" },
	};
	struct arena a = ARENA_INIT;
	struct event events[] = {
		{ .date = STR("2019-09"),
		    .when = STR("in September 2019"),
		    .text = STR("Ministers had met in York in September 2019"),
		    .para = 1 },
		{ .date = STR("2019-09-30"), .when = STR("x"), .text = STR("a fair") },
		{ .date = STR("2020-10"),
		    .when = STR("in October 2020"),
		    .text = STR("Ministers had met in York in September 2019, in Oslo in "
				"October 2020"),
		    .para = 1 },
	};
	const struct brief b = { .title = STR("T"),
		.timeline = { events, LEN(events), LEN(events) } };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct page_options o = { .cols = rows[i].cols,
			.panes = PANE_BIT(PANE_TIMELINE),
			.zoom = ZOOM_MONTHS,
			.one_column = true };
		struct buf out = buf_new(&a);
		struct str got;

		print_page(&out, page_make(&a, &b, doc_new(&a), NULL, &o), NULL);
		got = buf_view(&out);
		assert_true(str_starts(str_line(&got), STR("  Timeline")) || i != 0);
		assert_str(got, str_of(rows[i].want));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_line_fits_its_column_and_no_spans_overlap),
		cmocka_unit_test(printed_lines_fit_and_hold_no_controls_but_ours),
		cmocka_unit_test(the_spans_of_a_paragraph_are_its_plain_text),
		cmocka_unit_test(items_know_their_lines_and_lines_their_items),
		cmocka_unit_test(marks_lie_on_the_words_they_are_for),
		cmocka_unit_test(a_search_finds_what_the_eye_finds),
		cmocka_unit_test(a_table_is_broken_between_its_columns),
		cmocka_unit_test(a_table_is_laid_out_for_its_room),
		cmocka_unit_test(a_table_has_links),
		cmocka_unit_test(first_words_say_what_they_are_of),
		cmocka_unit_test(rows_say_who_and_nothing_twice),
		cmocka_unit_test(a_day_is_said_once),
		cmocka_unit_test(from_a_height_an_event_is_one_line_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
