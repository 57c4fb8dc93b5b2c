/*
 * base/vec.h -- a growing array in an arena.
 *
 * Any struct with the members `type *at; size_t n, room;` is one, and all zero
 * is an empty one.  Growing leaves the old array behind in the arena (at most
 * as many bytes again), so pointers to items are not kept across a push.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)               \
	struct {                \
		type *at;       \
		size_t n, room; \
	}

/* Appends a zeroed item and gives its address: *vec_push(a, &v) = item; */
#define vec_push(a, v)                                                             \
	((v)->at = arena_grow((a), (v)->at, &(v)->room, (v)->n, sizeof(*(v)->at)), \
	    &(v)->at[(v)->n++])

#endif
