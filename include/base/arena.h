/*
 * base/arena.h -- memory that lives and dies together.
 *
 * Everything that belongs to one document is cut from one arena; nothing in
 * it is freed on its own.  Memory is zeroed and aligned for any object.
 * Running out of memory ends the program (see base/die.h), so no function
 * here can fail and no caller checks.
 *
 * Ownership: the arena owns every pointer it hands out.  arena_free() and
 * arena_rewind() invalidate them.  An arena is used by one thread.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *head;  /* newest block, or NULL */
	size_t used;               /* bytes handed out, for tests and statistics */
	struct arena_block *spare; /* what a rewind left, for what is cut next */
	size_t spares;
};

#define ARENA_INIT               \
	{                        \
		NULL, 0, NULL, 0 \
	}

/* A place to return to: all that was cut after it is dropped by rewind. */
struct arena_mark {
	struct arena_block *block;
	size_t fill; /* bytes used in that block */
	size_t used;
};

void *arena_alloc(struct arena *a, size_t bytes);
void *arena_array(struct arena *a, size_t count, size_t bytes_each);
struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark m);
void arena_free(struct arena *a);

/* Gives what was freed back to the system: after something large, for it takes a while. */
void arena_settle(void);

/*
 * The same bytes with more room: in place when they were cut last, otherwise a
 * copy.  New bytes are zero.  `p` may be NULL if `bytes_now` is 0.
 */
void *arena_extend(struct arena *a, void *p, size_t bytes_now, size_t bytes_then);

/* Gives back the end of bytes that were cut last, and says so; others stay as they are. */
bool arena_trim(struct arena *a, void *p, size_t bytes_now, size_t bytes_then);

/* Doubles `*room` (items) when `count` has reached it; see base/vec.h. */
void *arena_grow(struct arena *a, void *p, size_t *room, size_t count, size_t bytes_each);

#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_many(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))

#endif
