/*
 * library/library.h -- a folder of briefs.
 *
 * Plain files are the truth; this room finds, lists, searches and relates them.
 * Opening reads only what a list shows; a whole brief is read when it is asked
 * for, and the words of all briefs only when searching or relating needs them, or
 * never when there is an index.
 *
 * A library handle owns its memory: library_close() ends all that it gave out,
 * except what was put into a caller's arena.  What it holds does not grow with the
 * questions asked; so an entry is lent, see library_at().
 */
#ifndef LIBRARY_LIBRARY_H
#define LIBRARY_LIBRARY_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/map.h"
#include "brief/brief.h"
#include "brief/neighbour.h"
#include "library/query.h"

struct library;

/*
 * With a cache a library of a hundred briefs or more is indexed there: made at the first
 * opening, then only files that changed are read.  The index can be deleted at any time; one
 * that is damaged or of another version is made anew; where none can be written, which is
 * tried once, it is kept in memory.  Either has one line of notice.
 */
struct library_options {
	const char *cache; /* the folder for indexes; NULL: nothing is kept on disk */
	size_t least;      /* files from which on there is an index; 0: a hundred */
	bool anew;         /* an index that is there is not used */
	bool unchecked;    /* take the index as it is: library_refresh() may follow */
	bool glance;       /* with it: no waiting for an index, see library_glanced() */
	bool lasting;      /* an index that cannot be kept is not made */
	void (*progress)(void *ctx, size_t done, size_t all); /* or NULL; of files read */
	void *ctx;
};

struct entry {
	struct str id, title, dek, source; /* as the file says */
	struct str author;                 /* the first */
	struct str published;              /* else when it was updated */
	struct strs tags, topics;
	const char *path;
};

/* What a list names beside the title: the source, of a mail or a note its author. */
static inline struct str
entry_from(const struct entry *e)
{
	return e->source.n != 0 ? e->source : e->author;
}

/* Files that cannot be read as briefs are said to `d`, which must outlive the library, and
   left out; false only when the folder itself cannot be read. */
bool library_open(const char *folder, const struct library_options *o,
    struct library **out, struct diags *d);

/* Looks at the folder again.  True when anything changed: then the numbers of briefs may
   be others; ids stay. */
bool library_refresh(struct library *lib, struct diags *d);

/* Whether files came, went or were replaced since it was looked at: one question to the
   system.  What is written into a file in its place is not noticed. */
bool library_moved(const struct library *lib);

/*
 * With the option `glance` nobody waits for an index to be made.  A large library without
 * one was opened at a glance: it is its files, the last name first, of which only those
 * that are looked at are read; nothing is found or related.  One of which very much
 * changed is stale when library_refresh() has looked: it is as it was.
 *
 * Then library_make() has an index made, by a process of its own that ends with this one;
 * when library_making() says that it goes on no more, library_refresh() takes it.
 * Meanwhile refreshing does nothing.
 */
bool library_glanced(const struct library *lib);
bool library_stale(const struct library *lib);
bool library_make(struct library *lib); /* false: no process can be had */
bool library_making(struct library *lib, size_t *done, size_t *all); /* files */
void library_make_stop(struct library *lib); /* before its time: nothing stays of it */

/* As library_refresh(), after one file of the folder was written, changed or removed. */
bool library_notice(struct library *lib, const char *path, struct diags *d);

/* The index behind the library, if there is one. */
struct library_index {
	bool made;        /* false: the library is small, or has no cache */
	const char *path; /* NULL: in memory */
	size_t briefs;
	size_t fresh, dead; /* not in its lists yet; in its lists, but gone or changed */
	size_t forms;       /* spellings of words and names */
	uint64_t bytes;     /* of the file */
	uint64_t held;      /* bytes of memory, SQLite's own left out */
};
struct library_index library_index(const struct library *lib);

/* Reads all of the index and all files again; false (said) when it is damaged or does not
   say what they say. */
bool library_verify(struct library *lib, struct diags *d);

void library_close(struct library *lib);

/* Newest publication first, undated last, ties by id; what was put later comes after.
   An entry is lent: until the next question (any call but library_count() and this one),
   and meanwhile for a hundred others.  Who keeps it longer copies it. */
size_t library_count(const struct library *lib);
const struct entry *library_at(const struct library *lib, size_t i);

/* Most of its newest briefs name their source: a list has a column for it. */
bool library_sourced(const struct library *lib);

/*
 * A brief by what a person types: its path, its id, a unique prefix of the id, or
 * a word (or words) of its id or title.  FOUND_MANY gives up to `most` candidates.
 */
enum found { FOUND_NONE, FOUND_ONE, FOUND_MANY };
struct found_list {
	size_t *at; /* indexes */
	size_t n, room;
};
enum found library_find(
    const struct library *lib, struct arena *a, struct str ref, struct found_list *out);

/* The brief with this very id, or SIZE_MAX. */
size_t library_id(const struct library *lib, struct str id);

/*
 * Whether two briefs are of the same source: made from the same input; else with the same
 * address and the same title or day; else, where neither has an address, with the same
 * title (or id), day and source's name.
 */
bool library_same_source(const struct brief *was, const struct brief *b);

/* The brief of the same source, or SIZE_MAX. */
size_t library_twin(const struct library *lib, const struct brief *b);

/* The whole brief, in the caller's arena; NULL with a message when the file is gone or bad. */
struct brief *library_brief(
    struct library *lib, size_t i, struct arena *a, struct diags *d);

/* Stated links (resolved by id, URL, then title), backlinks, then computed neighbours:
   at most `most` of the last.  For a brief that is not in the library, i is SIZE_MAX; for
   one that is, `b` may be NULL: then its links are taken as they were when first read. */
struct neighbours library_related(
    struct library *lib, size_t i, const struct brief *b, size_t most, struct arena *a);

/* For the screen: computed ones without a reason are left out; what has the same text as
   one before it is no row of its own, and that one says where else it stands.  `id`: the
   brief they are neighbours of. */
struct neighbours neighbours_fold(
    struct arena *a, const struct neighbours *n, struct str id);

/* An article that stated links name and the library does not have. */
struct wanted {
	struct str title; /* as one of them spells it; its address when it has no title */
	size_t times;     /* links that name it */
	size_t index;     /* the newest brief that does */
};
struct wanted_list {
	struct wanted *at;
	size_t n, room;
};

/* Most wanted first, ties by title.  When such an article arrives it is wanted no more, and
   the links lead to it. */
struct wanted_list library_wanted(struct library *lib, struct arena *a);

struct hit {
	size_t index;
	double score;
	struct str line; /* the line that matched, in the arena */
	long para;       /* where it stands; 0: in the title or the names */
	struct {
		size_t *at; /* pairs of byte offsets into `line`: from, to */
		size_t n, room;
	} marks;
};
struct hits {
	struct hit *at;
	size_t n, room;
	const uint32_t *rest; /* indexes of the hits after those */
	size_t rest_n;
};

/* How a query is answered; all zero is: all hits, best first, no lines. */
struct library_asking {
	size_t most;             /* hits; 0: all */
	size_t lines;            /* the first so many hits get their line */
	bool newest;             /* the library's order instead of the best first */
	bool brief;              /* hits without lines are given as `rest` only */
	const struct map *marks; /* id to MARK_ bits (library/state.h), or NULL */
};

/*
 * The briefs that fit the query (library/query.h): best first by BM25 over words, a word
 * of the title counting three times; ties in the order of the library.  What has no
 * words scores 0, so it comes in that order.
 */
struct hits library_ask(struct library *lib, const struct query *q,
    const struct library_asking *how, struct arena *a);

/* Of a query that nothing fits: the word of the library that its first unknown word, *typed,
   may be a mistyped form of (folded); or empty. */
struct str library_meant(
    struct library *lib, const struct query *q, struct arena *a, struct str *typed);

/* Writes a new brief as ID.yaml; an id that is taken gets "-2", "-3" …; *id is what it got. */
bool library_put(struct library *lib, struct brief *b, struct str made_by,
    struct arena *a, struct str *id, struct diags *d);

#endif
