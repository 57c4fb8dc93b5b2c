/*
 * library/build.h -- making an index: documents one after the other, then the lists.
 */
#ifndef LIBRARY_BUILD_H
#define LIBRARY_BUILD_H

#include "base/file.h"
#include "library/runs.h"
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

/* The first byte of what is sorted (runs.h): lists have the letter of their field. */
enum builder_kind {
	KIND_BACK = 'B',
	KIND_DOC = 'D',
	KIND_EVENT = 'E',
	KIND_ID = 'I',
	KIND_NAME = 'N',
	KIND_LIST = 'a',
	KIND_STEM = 's'
};

struct builder {
	struct arena a;
	struct store *store; /* new and empty */
	struct forms forms;
	struct arena of_lists;
	struct lists lists;    /* of the documents since they were last written */
	struct runs runs;      /* all that is not written in the order of documents */
	uint32_t n;            /* documents */
	VEC(uint32_t) holders; /* by stem: documents */
	VEC(uint32_t) last;    /* by stem: the last of them, + 1 */
	VEC(struct doubled) doubles; /* known at the end, by the second slot */
	struct strs languages;
	int64_t longs; /* lists in a table of their own */
	size_t most;   /* bytes held at once, the words left out */
};

/* `folder`: for what memory does not hold; NULL: it has to. */
void builder_open(struct builder *b, struct store *s, const char *folder);
void builder_close(struct builder *b);

/* A parcel, with its card in the numbers of the builder's forms. */
void builder_add(struct builder *b, const struct parcel *p, struct card *c);

/* The lists and all else; the store is whole then.  What was sorted may have met a full
   disk: that is the store's trouble. */
void builder_end(struct builder *b);

/* The lists so far, to be merged with those of later documents. */
void builder_spill(struct builder *b);

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
