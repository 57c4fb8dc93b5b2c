/* Room doubles; the newest block of an arena grows in place. */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/utf8.h"

struct buf
buf_new(struct arena *a)
{
	return (struct buf){ a, NULL, 0, 0 };
}

static char *
reserve(struct buf *b, size_t more)
{
	size_t room = b->room < 64 ? 64 : b->room;

	if (b->p != NULL && more <= b->room - b->n)
		return b->p + b->n; /* nearly always */
	if (more > SIZE_MAX / 4 || b->n > SIZE_MAX / 4)
		die("out of memory: %zu bytes asked", more);
	while (room - b->n < more)
		room *= 2;
	if (room != b->room)
		b->p = arena_extend(b->a, b->p, b->room, room);
	b->room = room;
	return b->p + b->n;
}

void
buf_room(struct buf *b, size_t bytes)
{
	(void)reserve(b, bytes);
}

void
buf_byte(struct buf *b, char c)
{
	*reserve(b, 1) = c;
	b->n++;
}

void
buf_repeat(struct buf *b, char c, size_t times)
{
	memset(reserve(b, times), c, times);
	b->n += times;
}

void
buf_str(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	memcpy(reserve(b, s.n), s.p, s.n);
	b->n += s.n;
}

void
buf_code(struct buf *b, uint32_t code)
{
	b->n += utf8_put(reserve(b, 4), code);
}

void
buf_text(struct buf *b, const char *nul_terminated)
{
	buf_str(b, str_of(nul_terminated));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		die("cannot format '%s'", fmt);
	(void)vsnprintf(reserve(b, (size_t)n + 1), (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

struct str
buf_done(struct buf *b)
{
	if (arena_trim(b->a, b->p, b->room, b->n))
		b->room = b->n;
	return buf_view(b);
}

struct str
buf_view(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}
