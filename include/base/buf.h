/*
 * base/buf.h -- bytes being written, in an arena.
 *
 * A buf grows without limit (the end of memory is the end of the program), so
 * nothing here fails.  The text is `p[0] .. p[n-1]`; it moves when it grows.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/str.h"

struct buf {
	struct arena *a;
	char *p;
	size_t n, room; /* bytes */
};

struct buf buf_new(struct arena *a);
void buf_room(struct buf *b, size_t bytes); /* room for so much more, got at once */
void buf_byte(struct buf *b, char c);
void buf_repeat(struct buf *b, char c, size_t times);
void buf_str(struct buf *b, struct str s);
void buf_code(struct buf *b, uint32_t code); /* in UTF-8 */
void buf_text(struct buf *b, const char *nul_terminated);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* What was written so far, borrowed until the next write. */
struct str buf_view(const struct buf *b);

/* The same when nothing follows: room that is left goes back to the arena if it can. */
struct str buf_done(struct buf *b);

#endif
