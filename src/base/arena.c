/* A chain of blocks; the newest one is cut from the front. */
#include "base/arena.h"

#include <assert.h>
#include <malloc.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/die.h"
#include "base/sanitized.h"

#ifndef ARENA_BLOCK
#define ARENA_BLOCK 65536 /* tests build with 64 to reach every seam */
#endif

/* The first block is small and each is twice the one before: many arenas hold little,
   and all of it is zeroed. */
enum { FIRST_BLOCK = ARENA_BLOCK / 16 };

/* From this size on a block is the system's own, and its again when it is freed: between
   small ones it would leave a hole that stays.  Sanitizers look after what is malloc's. */
#if SANITIZED
#define LARGE_BLOCK SIZE_MAX
#define SPARES 0
#else
#define LARGE_BLOCK ((size_t)256 << 10)
/* So many blocks a rewind keeps: given back, the system takes and gives the same pages anew
   for each of many articles, a tenth of the time of their digest. */
#define SPARES 8
#endif

struct arena_block {
	struct arena_block *older;
	size_t room; /* bytes in data */
	size_t fill; /* bytes handed out */
	alignas(max_align_t) unsigned char data[];
};

static size_t
round_up(size_t n)
{
	const size_t unit = alignof(max_align_t);

	if (n > SIZE_MAX - unit)
		die("out of memory: %zu bytes asked", n);
	return (n + unit - 1) / unit * unit;
}

static size_t
usual_room(const struct arena *a)
{
	if (a->head == NULL)
		return FIRST_BLOCK;
	return a->head->room < ARENA_BLOCK / 2 ? a->head->room * 2 : ARENA_BLOCK;
}

static bool
is_large(size_t room)
{
	return room >= LARGE_BLOCK;
}

/* Zeroed, or NULL. */
static struct arena_block *
get_block(size_t room)
{
	const size_t bytes = sizeof(struct arena_block) + room;
	void *p;

	if (!is_large(room))
		return calloc(1, bytes);
	p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p == MAP_FAILED ? NULL : p;
}

static void
drop_block(struct arena_block *b)
{
	if (is_large(b->room))
		(void)munmap(b, sizeof(*b) + b->room);
	else
		free(b);
}

/* Those of the usual size are kept, zeroed. */
static void
leave_block(struct arena *a, struct arena_block *b)
{
	if (b->room != ARENA_BLOCK || a->spares == SPARES) {
		drop_block(b);
		return;
	}
	memset(b->data, 0, b->fill);
	b->fill = 0;
	b->older = a->spare;
	a->spare = b;
	a->spares++;
}

static void
push_block(struct arena *a, size_t least)
{
	const size_t usual = usual_room(a);
	const size_t room = least > usual ? least : usual;
	struct arena_block *b = a->spare;

	if (room > SIZE_MAX - sizeof(*b))
		die("out of memory: %zu bytes asked", room);
	if (b != NULL && room == ARENA_BLOCK) {
		a->spare = b->older;
		a->spares--;
	} else {
		b = get_block(room);
	}
	if (b == NULL)
		die("out of memory: %zu bytes asked", room);
	b->older = a->head;
	b->room = room;
	a->head = b;
}

void *
arena_alloc(struct arena *a, size_t bytes)
{
	const size_t n = round_up(bytes);
	void *p;

	if (a->head == NULL || a->head->room - a->head->fill < n)
		push_block(a, n);
	p = a->head->data + a->head->fill;
	a->head->fill += n;
	a->used += n;
	return p;
}

void *
arena_array(struct arena *a, size_t count, size_t bytes_each)
{
	if (bytes_each != 0 && count > SIZE_MAX / bytes_each)
		die("out of memory: %zu items of %zu bytes asked", count, bytes_each);
	return arena_alloc(a, count * bytes_each);
}

static bool
was_cut_last(const struct arena *a, const void *p, size_t n)
{
	const struct arena_block *b = a->head;

	return p != NULL && b != NULL && n <= b->fill &&
	       (const unsigned char *)p == b->data + b->fill - n;
}

bool
arena_trim(struct arena *a, void *p, size_t bytes_now, size_t bytes_then)
{
	const size_t now = round_up(bytes_now), then = round_up(bytes_then);

	assert(bytes_then <= bytes_now);
	if (!was_cut_last(a, p, now))
		return false;
	a->head->fill -= now - then;
	a->used -= now - then;
	memset(a->head->data + a->head->fill, 0, now - then);
	return true;
}

void *
arena_extend(struct arena *a, void *p, size_t bytes_now, size_t bytes_then)
{
	const size_t now = round_up(bytes_now), then = round_up(bytes_then);
	struct arena_block *b = a->head;
	void *copy;

	assert(bytes_now <= bytes_then);
	if (was_cut_last(a, p, now) && then - now <= b->room - b->fill) {
		b->fill += then - now;
		a->used += then - now;
		return p;
	}
	copy = arena_alloc(a, bytes_then);
	if (bytes_now != 0)
		memcpy(copy, p, bytes_now);
	return copy;
}

void *
arena_grow(struct arena *a, void *p, size_t *room, size_t count, size_t bytes_each)
{
	const size_t more = *room == 0 ? 8 : *room * 2;

	if (count < *room)
		return p;
	if (more > SIZE_MAX / bytes_each)
		die("out of memory: %zu items of %zu bytes asked", more, bytes_each);
	p = arena_extend(a, p, *room * bytes_each, more * bytes_each);
	*room = more;
	return p;
}

struct arena_mark
arena_mark(const struct arena *a)
{
	const struct arena_mark m = { a->head, a->head == NULL ? 0 : a->head->fill,
		a->used };

	return m;
}

void
arena_rewind(struct arena *a, struct arena_mark m)
{
	while (a->head != m.block) {
		struct arena_block *b = a->head;

		a->head = b->older;
		leave_block(a, b);
	}
	if (a->head != NULL) {
		memset(a->head->data + m.fill, 0, a->head->fill - m.fill);
		a->head->fill = m.fill;
	}
	a->used = m.used;
}

void
arena_free(struct arena *a)
{
	const struct arena_mark empty = { NULL, 0, 0 };

	arena_rewind(a, empty);
	while (a->spare != NULL) {
		struct arena_block *b = a->spare;

		a->spare = b->older;
		drop_block(b);
	}
	a->spares = 0;
}

void
arena_settle(void)
{
#ifdef __GLIBC__
	(void)malloc_trim(0);
#endif
}
