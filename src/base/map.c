/* Linear probing at a load of at most one half. */
#include "base/map.h"

uint64_t
hash_bytes(struct str s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return h;
}

static uint32_t
hash32(struct str s)
{
	const uint64_t h = hash_bytes(s);

	return (uint32_t)(h ^ h >> 32);
}

struct map
map_new(struct arena *a)
{
	return (struct map){ .a = a };
}

static uint32_t *
slot_of(const struct map *m, struct str key, uint32_t hash)
{
	size_t i = hash & (m->slot_count - 1);

	for (; m->slots[i] != 0; i = (i + 1) & (m->slot_count - 1)) {
		const struct map_key *k = &m->keys[m->slots[i] - 1];

		if (k->hash == hash && str_eq(k->key, key))
			break;
	}
	return &m->slots[i];
}

static void
rehash(struct map *m)
{
	m->slot_count = m->slot_count == 0 ? 16 : m->slot_count * 2;
	m->slots = arena_many(m->a, uint32_t, m->slot_count);
	for (size_t i = 0; i < m->n; i++)
		*slot_of(m, m->keys[i].key, m->keys[i].hash) = (uint32_t)i + 1;
}

uint32_t *
map_at(struct map *m, struct str key)
{
	const uint32_t hash = hash32(key);
	uint32_t *slot;

	if (m->n * 2 >= m->slot_count)
		rehash(m);
	slot = slot_of(m, key, hash);
	if (*slot != 0)
		return &m->keys[*slot - 1].value;
	m->keys = arena_grow(m->a, m->keys, &m->room, m->n, sizeof(*m->keys));
	m->keys[m->n++] = (struct map_key){ key, hash, 0 };
	*slot = (uint32_t)m->n;
	return &m->keys[m->n - 1].value;
}

const uint32_t *
map_get(const struct map *m, struct str key)
{
	uint32_t slot;

	if (m->slot_count == 0)
		return NULL;
	slot = *slot_of(m, key, hash32(key));
	return slot == 0 ? NULL : &m->keys[slot - 1].value;
}
