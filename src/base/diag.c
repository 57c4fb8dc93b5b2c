/* One table row per message; the list is an arena array. */
#include "base/diag.h"

#include <stdarg.h>

#include "base/buf.h"
#include "base/vec.h"

enum { LINE_MOST = 4096 }; /* bytes of a line that are kept */

#define MESSAGE_ROW(id, level, help) [SAY_##id] = { LEVEL_##level, #id, help },
static const struct {
	enum level level;
	const char *id, *help;
} messages[] = { MESSAGES(MESSAGE_ROW) };

const char *const level_names[] = { "note", "warning", "error" };

enum level
message_level(enum message id)
{
	return messages[id].level;
}

const char *
message_id(enum message id)
{
	return messages[id].id;
}

const char *
message_help(enum message id)
{
	return messages[id].help;
}

void
say(struct diags *d, enum message id, struct place at, const char *fmt, ...)
{
	struct buf text = buf_new(d->a);
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	at.file = str_dup(d->a, at.file);
	at.text = str_dup(d->a, str_cut(at.text, 0, LINE_MOST));
	*vec_push(d->a, d) = (struct diag){ id, at, buf_done(&text) };
	if (messages[id].level > d->worst)
		d->worst = messages[id].level;
}

void
say_again(struct diags *d, const struct diags *from)
{
	for (size_t i = 0; i < from->n; i++)
		*vec_push(d->a, d) = from->at[i];
	if (from->worst > d->worst)
		d->worst = from->worst;
}

struct place
place_in(struct str file, struct str text, size_t offset)
{
	struct place at = { file, 1, 1, STR_NIL };
	struct str rest = text;
	size_t start = 0;

	if (offset > text.n)
		offset = text.n;
	for (;;) {
		const struct str line = str_split(&rest, '\n');

		if (offset <= start + line.n || rest.n == 0) {
			at.text = line;
			at.col = (int)(offset - start) + 1;
			return at;
		}
		start += line.n + 1;
		at.line++;
	}
}

size_t
place_byte(struct str text, struct place at)
{
	struct str rest = text;

	for (int line = 1; line < at.line && rest.n != 0; line++)
		(void)str_split(&rest, '\n');
	return text.n - rest.n + (size_t)(at.col > 0 ? at.col - 1 : 0);
}
