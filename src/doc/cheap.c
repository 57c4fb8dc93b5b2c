/* What cmark may cost, told by one look at the bytes, and the reading without it.
   Measured with cmark 0.30.2: open containers times lines is the one product left
   (20 ns each), and a special character costs up to 370 bytes, a line 290. */
#include <string.h>

#include "doc/inner.h"

enum {
	COST_BYTES = 64 << 20,         /* of memory */
	COST_STEPS = 20 * 1000 * 1000, /* containers passed at line starts */
	COST_NESTED = 100,             /* containers of an honest text, twice over */
	SPECIAL_BYTES = 370,
	LINE_BYTES = 290
};

/* The length of a list marker with its blank at `i`, or 0. */
static size_t
marker_at(struct str line, size_t i)
{
	size_t n = i;

	if (n < line.n && strchr("-+*", line.p[n]) != NULL)
		n++;
	else
		while (n < line.n && byte_is_digit(line.p[n]))
			n++;
	if (n == i || n >= line.n)
		return 0;
	if (line.p[n] == '.' || line.p[n] == ')')
		n++;
	return n < line.n && line.p[n] != ' ' && line.p[n] != '\t' ? 0 : n - i;
}

/* At most so many containers are open after the line. */
static size_t
containers_of(struct str line)
{
	size_t i = 0, cols = 0, marks = 0;

	while (i < line.n) {
		const size_t n = line.p[i] == '>' ? 1 : marker_at(line, i);

		if (line.p[i] == ' ' || line.p[i] == '\t') {
			cols += line.p[i] == ' ' ? 1 : 4;
			i++;
			continue;
		}
		if (n == 0)
			break;
		marks++;
		i += n;
	}
	return marks == 0 ? 0 : marks + cols / 2;
}

bool
parse_is_cheap(struct str commonmark)
{
	static const char specials[] = "*_[]!<&\\`";
	size_t lines = 0, most = 0, special = 0;
	bool is_special[256] = { false };

	for (const char *s = specials; *s != '\0'; s++)
		is_special[(unsigned char)*s] = true;
	for (struct str rest = commonmark; rest.n != 0; lines++) {
		const struct str line = str_line(&rest);
		const size_t n = containers_of(line);

		most = n > most ? n : most;
		for (size_t i = 0; i < line.n; i++)
			special += is_special[(unsigned char)line.p[i]];
	}
	if (special > COST_BYTES / SPECIAL_BYTES || lines > COST_BYTES / LINE_BYTES)
		return false;
	return special * SPECIAL_BYTES + lines * LINE_BYTES < COST_BYTES &&
	       (most <= COST_NESTED || most * lines < COST_STEPS);
}

static void
unescape_line(struct str line, struct buf *out)
{
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\' && i + 1 < line.n && byte_is_punct(line.p[i + 1]))
			i++;
		if (line.p[i] != '\0')
			buf_byte(out, line.p[i]);
	}
}

struct doc *
parse_flat(struct arena *a, struct str commonmark)
{
	struct doc *d = doc_new(a);
	struct buf text = buf_new(a);
	struct str rest = commonmark;

	while (rest.n != 0) {
		const struct str line = str_trim(str_line(&rest));

		if (line.n != 0 && text.n != 0)
			buf_byte(&text, ' ');
		unescape_line(line, &text);
		if (text.n != 0 && (line.n == 0 || rest.n == 0)) {
			block_run(a, doc_add(a, d, NULL, BLOCK_PARA),
			    (struct run){ buf_view(&text), STR_NIL, 0, 0 });
			text = buf_new(a);
		}
	}
	return d;
}
