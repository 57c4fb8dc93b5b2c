/* Diagnostics as a person reads them: the place, the level, the line and a caret under it. */
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/call.h"
#include "cmd/world.h"
#include "text/glyph.h"

enum { CARET_MOST = 120, LINE_MOST = 160 }; /* columns */

/* "FILE:LINE:COL: ", or the program's name where no file is meant or the text names it. */
static void
put_place(struct buf *out, const struct diag *g)
{
	const struct str file = g->at.file;

	if (file.n == 0 || (g->at.line == 0 && str_has(g->text, file))) {
		buf_text(out, "nutgraf: ");
		return;
	}
	buf_str(out, glyph_safe(out->a, file, false));
	if (g->at.line != 0)
		buf_printf(out, ":%d", g->at.line);
	if (g->at.line != 0 && g->at.col != 0)
		buf_printf(out, ":%d", g->at.col);
	buf_text(out, ": ");
}

/* The line and a caret under the display column of the byte. */
static void
put_caret(struct buf *out, const struct diag *g)
{
	const size_t bytes = (size_t)(g->at.col - 1);
	const int cols = glyph_cols(str_cut(g->at.text, 0, bytes));

	if (cols > CARET_MOST)
		return; /* it would wrap and point nowhere */
	buf_text(out, "    ");
	buf_str(
	    out, glyph_safe(out->a,
		     str_cut(g->at.text, 0, glyph_fit(g->at.text, LINE_MOST)), false));
	buf_text(out, "\n    ");
	buf_repeat(out, ' ', (size_t)cols);
	buf_text(out, "^\n");
}

void
diag_put(struct buf *out, const struct diag *g)
{
	put_place(out, g);
	buf_printf(out, "%s: ", level_names[message_level(g->id)]);
	buf_str(out, glyph_safe(out->a, g->text, false));
	buf_printf(out, " [%s]\n", message_id(g->id));
	if (g->at.line != 0 && g->at.col != 0 && g->at.text.n != 0)
		put_caret(out, g);
}

void
diag_once(struct call *c, struct buf *out, const struct diag *g)
{
	struct buf text = buf_new(c->a);
	uint32_t *times;

	diag_put(&text, g);
	times = map_at(&c->told_lines, buf_view(&text));
	if ((*times)++ == 0)
		buf_str(out, buf_view(&text));
}

void
call_tell(struct call *c)
{
	struct buf out = buf_new(c->a);

	for (; c->told < c->d->n; c->told++) {
		const struct diag *g = &c->d->at[c->told];

		if (c->value[OPTION_QUIET] == NULL || message_level(g->id) == LEVEL_ERROR)
			diag_once(c, &out, g);
	}
	(void)fd_write(STDERR_FILENO,
	    world_ascii(c) ? glyph_ascii_all(c->a, buf_view(&out)) : buf_view(&out));
}

void
call_progress(size_t i, size_t n, long started)
{
	char line[80];

	if (n < 2 || clock_ticks() - started < 500 || isatty(STDERR_FILENO) != 1)
		return;
	(void)snprintf(line, sizeof(line), "\r%zu of %zu%s", i, n,
	    i == n ? "\r                    \r" : "");
	(void)fd_write(STDERR_FILENO, str_of(line));
}
