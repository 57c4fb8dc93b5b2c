/*
 * render/print.h -- a brief as bytes: as the pane shows it, and in other formats.
 *
 * All write to a buf; none can fail.  Whatever the brief contains, the text
 * outputs hold no control character but LF and the escapes made here.
 */
#ifndef RENDER_PRINT_H
#define RENDER_PRINT_H

#include "base/buf.h"
#include "render/page.h"
#include "render/theme.h"

/* How escapes are written: NULL is plain text. */
struct print_look {
	const struct theme *theme;
	int colours;     /* 16, 256 or 1 << 24; 0: attributes only */
	bool hyperlinks; /* OSC 8 */
};

/* The page, columns side by side, line by line. */
void print_page(struct buf *out, const struct page *p, const struct print_look *look);

/* One row of cells with its line feed; for lists and everything else that is painted. */
void print_cells(struct buf *out, const struct cells *c, const struct print_look *look);

void print_markdown(
    struct buf *out, const struct brief *b, const struct neighbours *related);
void print_html(struct buf *out, const struct brief *b, const struct doc *body,
    const struct neighbours *related);
void print_man(struct buf *out, const struct brief *b, const struct doc *body,
    const struct neighbours *related);

/* The page that leads to exported ones: each a file beside it. */
struct index_row {
	struct str date, source, title, href;
};
void print_markdown_index(
    struct buf *out, struct str title, const struct index_row *rows, size_t n);
void print_html_index(
    struct buf *out, struct str title, const struct index_row *rows, size_t n);

/* One line: an object as brief/json.h has it; `file` and `text` (plain text of the body, a
   line a block) are added when they are not empty; `related` is as print_json_neighbour()
   has it, from the file when that is NULL. */
void print_json(struct buf *out, const struct brief *b, const struct neighbours *related,
    struct str file, struct str text);

/* One object, with its kind, and of a computed one the score. */
struct json;
void print_json_neighbour(struct json *j, const struct neighbour *n);

#endif
