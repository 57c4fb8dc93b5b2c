/*
 * library/build.h -- making an index: documents one after the other, then the lists.
 */
#ifndef LIBRARY_BUILD_H
#define LIBRARY_BUILD_H

#include "base/file.h"
#include "library/store.h"

/* What the index keeps of one file. */
struct parcel {
	struct str name; /* of the file */
	struct file_stat stat;
	struct book *book;
	struct str links; /* as links_put() writes them */
	struct str language;
};

/* Two slots with one id. */
struct doubled {
	uint32_t first, second;
};

struct builder {
	struct arena a;
	struct store *store; /* new and empty */
	struct forms forms;
	struct lists lists;
	VEC(struct sorted_doc {
		struct book *book; /* what the order needs of it */
		uint32_t length;
	})
	docs;
	VEC(struct hashed {
		uint64_t hash;
		uint32_t slot;
	})
	names;
	VEC(struct hashed) backs;
	VEC(struct dated {
		struct days days;
		uint32_t slot;
	})
	events;
	VEC(uint32_t) holders; /* by stem: documents */
	VEC(uint32_t) last;    /* by stem: the last of them, + 1 */
	struct map ids;        /* to slot + 1 */
	VEC(struct doubled) doubles;
	struct strs languages;
	int64_t longs; /* lists in a table of their own */
};

void builder_open(struct builder *b, struct store *s);
void builder_close(struct builder *b);

/* A parcel, with its card in the numbers of the builder's forms. */
void builder_add(struct builder *b, const struct parcel *p, struct card *c);

/* The lists and all else; the store is whole then. */
void builder_end(struct builder *b);

/* The rows of one document that are the same in a new index and in a grown one. */
void store_add(struct store *s, const struct parcel *p, uint32_t slot);

/* Adds a copy to a set, if it is new. */
void strs_add(struct arena *a, struct strs *set, struct str s);

/* The hashes of its names: id, address, titles, input; 0 is none. */
enum { NAME_KEYS = KEY_COUNT + 1 };
void book_hashes(const struct book *b, struct stemmer *en, uint64_t out[NAME_KEYS]);

/* The table of languages and the number of slots, as they are now. */
void store_set(struct store *s, const struct strs *languages, uint32_t slots);

/* Links as bytes: for each the hashes of its keys and its title. */
struct link_row {
	uint64_t hash[KEY_COUNT];
	struct str title;
};
void links_put(struct buf *out, const struct brief *b, struct stemmer *en);
bool links_take(struct str *rest, struct link_row *out);

#endif
