/*
 * A table of names and, beside it, where each name is by its hash: both made by
 * tests/tools/gazetteer.py.
 */
#include "digest/gazetteer.h"

enum { GAZETTE_BYTES = 34 };

struct gazette {
	char name[GAZETTE_BYTES]; /* lower case; in place: nothing to relocate at start */
	uint16_t kinds;
};

#include "digest/tables/gazetteer.h"

static bool
is_name(const char *name, struct str key)
{
	for (size_t i = 0; i < key.n; i++)
		if (byte_lower(key.p[i]) != name[i])
			return false;
	return name[key.n] == '\0';
}

static const uint32_t fnv_start = 0x811c9dc5;

/* FNV-1a of more bytes. */
static uint32_t
hash_on(uint32_t hash, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)byte_lower(s.p[i])) * 0x01000193;
	return hash;
}

uint16_t
gazetteer_kinds_of(struct str name, uint32_t hash)
{
	if (name.n == 0 || name.n >= GAZETTE_BYTES)
		return 0;
	for (size_t i = hash % LEN(gazetteer_slots); gazetteer_slots[i] != 0;
	     i = (i + 1) % LEN(gazetteer_slots)) {
		const struct gazette *g = &gazetteer[(gazetteer_slots[i] & 0xffff) - 1];

		/* few others have the same upper half of the hash */
		if (gazetteer_slots[i] >> 16 == hash >> 16 && is_name(g->name, name))
			return g->kinds;
	}
	return 0;
}

uint16_t
gazetteer_kinds(struct str name)
{
	if (name.n >= GAZETTE_BYTES)
		return 0;
	return gazetteer_kinds_of(name, hash_on(fnv_start, name));
}

bool
gazetteer_begins(struct str word)
{
	size_t n = 0;
	uint32_t bit;

	while (n < word.n && byte_is_letter(word.p[n]))
		n++;
	bit = hash_on(fnv_start, str_cut(word, 0, n)) % (32 * LEN(gazetteer_beginnings));
	return (gazetteer_beginnings[bit / 32] >> bit % 32 & 1) != 0;
}

size_t
gazetteer_longest(struct str text, const size_t *lengths, size_t n, uint16_t *kinds)
{
	uint32_t hash = fnv_start;
	size_t at = 0, best = n;

	for (size_t k = 0; k < n && lengths[k] < GAZETTE_BYTES; k++) {
		uint16_t found;

		if (lengths[k] < at) { /* "Foo ' s" is shorter than "Foo '" */
			hash = fnv_start;
			at = 0;
		}
		hash = hash_on(hash, str_cut(text, at, lengths[k]));
		at = lengths[k];
		found = gazetteer_kinds_of(str_cut(text, 0, at), hash);
		if (found != 0) {
			*kinds = found;
			best = k;
		}
	}
	return best;
}
