/*
 * library/runs.h -- sorting more than memory should hold.
 *
 * Pairs of a key and a value are collected; whenever there is enough of them they are
 * sorted and written, as a run, to a file without a name, which ends with the program.  At
 * the end the runs are merged: pairs come in the order of their keys (as bytes), those of
 * one key in the order they were put (an external merge sort; Knuth, volume 3, 5.4).
 *
 * Where no such file can be had everything stays in memory.  A write that fails (a full
 * disk) is kept in `failed` as errno; then nothing comes out.
 */
#ifndef LIBRARY_RUNS_H
#define LIBRARY_RUNS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/* A run being read: its piece of the file, and the pair at hand. */
struct run {
	uint64_t at, end; /* bytes of the file that were not read yet */
	struct str rest;  /* read, and not taken yet */
	char *room;
	size_t bytes;
	struct str key, value;
};

struct runs {
	int fd;               /* -1: all stays in memory */
	struct arena a;       /* of what is not written yet */
	struct buf pairs;     /* sizes, key, value */
	VEC(uint32_t) starts; /* of them, in `pairs` */
	struct arena of_runs; /* of what follows */
	VEC(struct run) run;
	VEC(size_t) heap; /* of runs, the one with the least key first */
	uint64_t written; /* bytes of the file */
	bool given;       /* a pair: the first run of the heap is to go on */
	size_t most;      /* bytes that were held at once, for tests */
	int failed;       /* errno, or 0 */
};

/* `folder`: where the file is made; NULL: nowhere. */
void runs_open(struct runs *r, const char *folder);
void runs_close(struct runs *r);

void runs_put(struct runs *r, struct str key, struct str value);

/* From now on pairs are taken: each is borrowed until the next call.  False: no more. */
void runs_sort(struct runs *r);
bool runs_next(struct runs *r, struct str *key, struct str *value);

/* Keys of which the order as bytes is the order of what they are made of: texts upwards
   and downwards, numbers. */
void key_rising(struct buf *key, struct str s);
void key_falling(struct buf *key, struct str s);
void key_number(struct buf *key, int64_t v);
void key_slot(struct buf *key, uint32_t v);

/* The number that begins at a byte of a key, and the slot at its end. */
int64_t key_take_number(struct str key, size_t at);
uint32_t key_take_slot(struct str key);

#endif
