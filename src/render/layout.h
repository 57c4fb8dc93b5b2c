/*
 * render/layout.h -- how the panes put lines on a page; private to the room.
 *
 * A pane gathers pieces of text (piece_*) and lets them flow into the space from
 * `left`, `cols` wide; margins stand to the left of it on every line: bullets, bars,
 * dates, the rail.  Everything is clipped to the column, nothing is ever half a glyph.
 */
#ifndef RENDER_LAYOUT_H
#define RENDER_LAYOUT_H

#include "base/map.h"
#include "base/vec.h"
#include "render/page.h"

enum { NO_ITEM = -1, WIDE = 1 << 24 };

/* Our own signs, and what stands for them in ASCII. */
/* clang-format off */
#define SIGNS(_) \
	_(BULLET,    "•", "*") \
	_(BULLET_IN, "◦", "-") \
	_(BAR,       "│", "|") \
	_(NOTE,      "▎", "|") \
	_(RAIL,      "│", "|") \
	_(PAST,      "●", "*") \
	_(PUBLISHED, "◆", "+") \
	_(FUTURE,    "○", "o") \
	_(GUESS,     "◌", "~") \
	_(RULE,      "─", "-") \
	_(DOTTED,    "┄", "-") \
	_(DOT,       " ·\u00a0", " - ") \
	_(PARA,      "\u00a0¶", "\u00a0p") \
	_(STATED,    "→", ">") \
	_(BACKLINK,  "←", "<") \
	_(COMPUTED,  "≈", "~") \
	_(BREAK,     "·  ·  ·", "*  *  *") \
	_(TELLER,    "≡", "=") \
	_(CUT,       "…", "...") \
	_(CONTINUED, "↩", "\\")
/* clang-format on */
#define SIGN_ENUM(id, utf8, ascii) SIGN_##id,
enum sign { SIGNS(SIGN_ENUM) SIGN_COUNT };
#undef SIGN_ENUM

/* Text that flows: one role, one link, one place in the plain text. */
struct piece {
	struct str text;
	uint32_t source;
	int32_t item;
	uint8_t role;
	bool line_break; /* no text: what follows begins a new line */
};

/* What stands left of the text: `first` on its first lines, `rest` on the others. */
struct margin {
	const struct str *first;
	size_t n, used;
	struct str rest;
	int x;
	uint8_t role, rest_role;
};

enum { MARGINS_MOST = DOC_DEPTH + 8 };

/* An address in the list: the first item that has it, and whether its words must be said,
   since no number stands behind them. */
struct link_row {
	int32_t item;
	bool named;
};

/* The links of a block of code; an item is made when one is put. */
struct linked_code {
	struct code_links all;
	int32_t *items;  /* of each, or NO_ITEM */
	struct str text; /* of the code */
	size_t source;   /* where the code begins in the paragraph */
};

struct layout {
	struct arena *a; /* the page's */
	const struct brief *b;
	const struct doc *body;
	const struct neighbours *related;
	const struct page_options *o;
	struct page *p;
	int column; /* being filled */
	enum pane pane;
	int32_t para, item;
	int left, cols; /* the space text flows into */
	int edge;       /* the right end of the column's text */
	bool nowrap;
	bool more;        /* the next line goes on with a text */
	bool blank;       /* nothing stands above in this pane but a gap */
	struct str rule;  /* the longest rule */
	struct str right; /* for the right end of the next line */
	struct margin margins[MARGINS_MOST];
	size_t margin_count;
	VEC(struct span) spans;   /* of the line being made */
	VEC(struct piece) pieces; /* of the text being gathered */
	struct buf joined;        /* their texts, when there is more than one */
	struct map links;         /* addresses of the body, numbered */
	VEC(struct link_row) link_rows;
	struct linked_code code; /* of the block that is put */
};

struct str sign(const struct layout *l, enum sign s);

/* The line being made: a span, its end, an empty one unless there is one already. */
void line_begin(struct layout *l); /* the margins */
void line_put(struct layout *l, int x, struct str text, enum role r);
void line_source(struct layout *l, int x, struct str text, enum role r, size_t source);
void line_end(struct layout *l);
void line_gap(struct layout *l);
void line_rule(struct layout *l, int x, int to, enum sign s);

/* A margin at the left edge of the text, which moves right by `cols` unless there is
   no room; margin_pop() takes the last one off and gives its room back. */
void margin_push(struct layout *l, struct margin m, int cols);
void margin_pop(struct layout *l, int left);

/* Gathers text: plain, with its place in a longer text, in the role. */
void piece_sign(struct layout *l, struct str s, enum role r);
void piece_text(struct layout *l, struct str s, enum role r, size_t source);
void piece_para(struct layout *l, long para); /* " ¶3" */

/* Text of code, with the links in it, if `source` is known. */
void line_linked(struct layout *l, int x, struct str s, enum role r, size_t source);
void piece_linked(struct layout *l, struct str s, enum role r, size_t source);

/* The item is seen on the line that is being made. */
void item_seen(struct layout *l, int32_t item);

/* Lets what was gathered flow, and forgets it. */
void flow(struct layout *l);

/* Code that is a table, in the room there is; false (nothing is put): it is none.  `source`
   is where it begins in the paragraph. */
bool table_put(struct layout *l, struct str text, size_t source);

/* The lines from here to item_close() belong to the item. */
void item_open(struct layout *l, struct item i);
void item_close(struct layout *l);

/* The panes; each writes nothing when there is nothing to show. */
void pane_name(struct layout *l, const char *name);
void pane_header(struct layout *l);
void pane_summary(struct layout *l);
void pane_timeline(struct layout *l);
void pane_related(struct layout *l);
void pane_body(struct layout *l);

/* The runs of a paragraph or a heading, gathered; `source` is where its text begins. */
void body_runs(struct layout *l, const struct block *b, enum role base, size_t source);
/* Links of code are put with it from here on, `source` is where its text begins. */
void code_links_begin(struct layout *l, const struct block *code, size_t source);
void body_links(struct layout *l); /* the list of addresses under the body */

#endif
