/*
 * render/page.h -- a brief laid out at one width.
 *
 * The way of the data: brief + neighbours --page_make(cols)--> page
 * --page_paint(view)--> cells.  A page is one to three columns, each a stack of
 * panes; a column scrolls as a whole.  Every line knows its pane, the paragraph
 * it came from and the item it belongs to, so "jump", "show the source" and
 * "click" are look-ups, not second parses.
 *
 *   under 60 columns  one column; the caller asks for one pane at a time (`panes`)
 *   60 to 119         one column: header, summary, timeline, related, body
 *   120 to 199        panes left, header and body right
 *   from 200          summary and timeline, header and body, related
 *
 * The measure of running text is at most `measure` columns (66 to 72), ragged right.
 * Every line of a column is at most `width` columns.  A page of 1 column is laid
 * out as one of 2, and clipped.  0 columns: nothing is wrapped, a paragraph is a line.
 *
 * Text is borrowed from the brief, the document and the neighbours, which must live
 * as long as the page.  It may hold anything: whoever shows it goes through glyphs.
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "brief/brief.h"
#include "brief/neighbour.h"
#include "brief/story.h"
#include "doc/doc.h"
#include "render/cells.h"

enum pane {
	PANE_HEADER,
	PANE_SUMMARY,
	PANE_TIMELINE,
	PANE_RELATED,
	PANE_BODY,
	PANE_COUNT
};
extern const char *const pane_names[PANE_COUNT]; /* "header", "summary", … */
#define PANE_BIT(p) (1u << (p))
#define PANES_ALL ((1u << PANE_COUNT) - 1)

/* From which height the timeline is seen: every event whole with its day, or each on one
   line under its month or its year. */
enum timeline_zoom { ZOOM_DAYS, ZOOM_MONTHS, ZOOM_YEARS, ZOOM_COUNT };

struct page_options {
	int cols;         /* of the whole page; 0: one column, no wrapping */
	int measure;      /* 0: 72 */
	unsigned panes;   /* PANE_BITs to lay out; 0 is all */
	bool one_column;  /* stack everything whatever the width (printing) */
	bool ascii;       /* our marks and all text in ASCII; see glyph_ascii() */
	bool hide_future; /* leave out events to come */
	enum timeline_zoom zoom;
	const struct story *story; /* a timeline instead of the brief's own, or NULL */
	struct str today;          /* EDTF; empty: nothing is said about today */
};

/* A piece of a line: text of one role at column x of its column of the page. */
struct span {
	struct str text;
	int x;
	uint32_t source; /* see below, or UINT32_MAX: a sign of ours */
	int32_t item;    /* the link it belongs to, or -1 */
	uint8_t role;
};

/*
 * span.source is a byte offset of `text`: in the body into doc_plain() of the
 * paragraph, elsewhere into the text of the item or of the field it shows.  Between
 * the spans of one text only blanks at line breaks are missing; those of a table that is
 * wider than the text come column by column.
 */
struct line {
	struct span *spans;
	uint16_t span_count;
	uint8_t pane;
	bool more;    /* goes on with the text of the line before */
	int32_t para; /* paragraph of the body it shows or came from; 0: none */
	int32_t item; /* of page.items, or -1; those of the body are in the spans */
};

enum item_kind {
	ITEM_SENTENCE, /* of the summary: leads to its paragraph */
	ITEM_EVENT,    /* of the timeline: the same */
	ITEM_TELLER,   /* one more brief that tells an event of a merged timeline */
	ITEM_RELATED,  /* leads to a brief, or is wanted */
	ITEM_LINK      /* a link in the body */
};

struct item {
	enum item_kind kind;
	int column, line, lines; /* where it is */
	long para;               /* where it leads, for sentences and events; else 0 */
	struct str text;         /* the words to highlight there; a link's text */
	size_t index;   /* into the brief's list, or the neighbours when there are any */
	size_t teller;  /* of an ITEM_TELLER: which of the row's */
	struct str url; /* of a link */
};

struct page_column {
	int x, width; /* columns on the page */
	struct line *lines;
	size_t n, room;
	size_t pane_at[PANE_COUNT]; /* first line of each pane, or SIZE_MAX */
};

struct page {
	int cols, column_count;
	bool ascii; /* as it was asked for */
	struct page_column column[3];
	struct {
		struct item *at;
		size_t n, room;
	} items; /* in the order of the panes */
	struct {
		size_t *at;
		size_t n, room;
	} paras; /* the line where paragraph i + 1 begins, in the body's column */
	int body_column;
};

struct page *page_make(struct arena *a, const struct brief *b, const struct doc *body,
    const struct neighbours *related, const struct page_options *o);

/* The column and line where a paragraph begins (and how many lines it has); false: nowhere. */
bool page_para(const struct page *p, long para, int *column, size_t *line, size_t *lines);

/* A stretch of one line to highlight; x counts from the left of its column. */
struct mark {
	int column;
	size_t line;
	int x, cols;
	size_t hit; /* of a search, from 0; over a line break it has several marks */
};

struct marks {
	struct mark *at;
	size_t n, room;
};

/* The bytes from..to of the plain text of a paragraph of the body, in page order. */
struct marks page_mark(
    struct arena *a, const struct page *p, long para, size_t from, size_t to);

/* All places of a query that went through utf8_fold(), in page order, also over line
   breaks and styles; no two overlap.  A query of blanks is nowhere. */
struct marks page_search(struct arena *a, const struct page *p, struct str folded);

/* A part of a column on the cells: `rows` lines from `top`, their first column at (x, y). */
struct page_view {
	int column;
	size_t top;
	int rows, x, y;
};

void page_paint(const struct page *p, struct page_view v, struct cells *out);

/* A link may be followed: http, https or mailto, and nothing but printable ASCII. */
bool link_is_safe(struct str url);

#endif
