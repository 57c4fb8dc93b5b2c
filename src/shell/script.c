/* The reader without a terminal: keys as text in, the last frame as text out. */
#include "shell/state.h"

struct str
shell_script(const struct shell_options *o, struct str keys, int cols, int rows,
    struct arena *a, struct diags *d)
{
	struct shell sh;
	struct arena frame = ARENA_INIT;
	struct cells c;
	struct str out;

	shell_begin(&sh, o, cols, rows, d);
	while (keys.n != 0 && !sh.done)
		shell_key(&sh, key_parse(&keys));
	reading_keep(&sh, false);
	shell_prepare(&sh);
	c = cells_new(&frame, sh.cols, sh.rows);
	shell_paint(&sh, &frame, &c);
	out = cells_dump(&c, a);
	reading_keep(&sh, true);
	arena_free(&frame);
	shell_end(&sh);
	return out;
}
