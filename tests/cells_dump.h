/* A screen as plain text: a line a row, spaces at line ends dropped. */
#ifndef TESTS_CELLS_DUMP_H
#define TESTS_CELLS_DUMP_H

#include "base/buf.h"
#include "render/cells.h"

static struct str
cells_dump(const struct cells *c, struct arena *a)
{
	struct buf b = buf_new(a);

	for (int y = 0; y < c->rows; y++) {
		size_t blanks = 0;

		for (int x = 0; x < c->cols; x++) {
			const struct cell *cell = &cells_row(c, y)[x];

			if (cell->glyph[0] == '\0') {
				blanks += cell->width;
				continue;
			}
			buf_repeat(&b, ' ', blanks);
			buf_text(&b, cell->glyph);
			blanks = 0;
		}
		buf_byte(&b, '\n');
	}
	return buf_view(&b);
}

#endif
