/*
 * base/map.h -- strings to numbers: open addressing, power-of-two tables.
 *
 * Keys are borrowed: they must live as long as the map.  Nothing is removed.
 * The order of insertion is kept in `keys`, so walking a map is deterministic.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct map {
	struct arena *a;
	uint32_t *slots; /* index into keys + 1; 0 is free */
	size_t slot_count;
	struct map_key {
		struct str key;
		uint32_t hash;
		uint32_t value;
	} * keys; /* in order of insertion */
	size_t n, room;
};

struct map map_new(struct arena *a);

/* The value of the key, which is inserted with 0 when it is new. */
uint32_t *map_at(struct map *m, struct str key);

/* The value of the key, or NULL. */
const uint32_t *map_get(const struct map *m, struct str key);

/* FNV-1a, 64 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
uint64_t hash_bytes(struct str s);

#endif
