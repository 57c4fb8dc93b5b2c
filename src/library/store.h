/*
 * library/store.h -- the index of one library: an SQLite file that can be deleted at any time.
 *
 * Documents have slots, never used twice.  Slots below `main_n` are in the lists of terms,
 * written when the index was made; later ones ("fresh") lie there as packed cards and are
 * read into a pile, until there are so many that the index is made anew.  A document
 * that changed gets a new slot; its old one is dead.
 *
 *   meta   format, main_n, slots, forms, languages; docs: the order of the main ones;
 *          stems: of each form its stem, and how many documents hold a stem
 *   file   name, slot, time, size, inode           entry  what a list shows
 *   words  the cards of main documents             fresh  packed cards of the others
 *   term   letter of the field + form: a list, or its number in `long`; 's' + stem: the
 *          forms that have it
 *   long   lists too long to stand among the keys, where every search would read them
 *   event  days of events by first day, in blocks  dead   slots below main_n that are gone
 *   name   hash of an id, address or title: slot; stale ones are passed over
 *   link   a stated link: the hashes of its four keys, and its title; back: hash to slot
 */
#ifndef LIBRARY_STORE_H
#define LIBRARY_STORE_H

#include "library/lists.h"
#include "library/pile.h"
#include "library/shelf.h"
#include "library/sql.h"

#define STEM_STOP 0x80000000u
enum { STORE_FORMAT = 6 };
enum { UNDATED = INT32_MIN };
#define NOWHERE UINT32_MAX

/* The list of a row of `term`, wherever it stands. */
#define STORE_LIST                                               \
	"CASE typeof(list) WHEN 'integer' THEN"                  \
	" (SELECT long.list FROM long WHERE long.n = term.list)" \
	" ELSE list END"

/* Statements that are kept prepared. */
#define STORE_ASKS(_)                                                                   \
	_(BEGIN, "BEGIN")                                                               \
	_(END, "COMMIT")                                                                \
	_(META, "SELECT value FROM meta WHERE key = ?")                                 \
	_(SET_META, "INSERT OR REPLACE INTO meta VALUES(?, ?)")                         \
	_(FILES, "SELECT name, doc, mtime, size, inode FROM file ORDER BY name")        \
	_(FILE, "SELECT name, doc, mtime, size, inode FROM file WHERE name = ?")        \
	_(ADD_FILE, "INSERT OR REPLACE INTO file VALUES(?, ?, ?, ?, ?)")                \
	_(DROP_FILE, "DELETE FROM file WHERE name = ?")                                 \
	_(ENTRY, "SELECT book FROM entry WHERE doc = ?")                                \
	_(ADD_ENTRY, "INSERT INTO entry VALUES(?, ?)")                                  \
	_(DROP_ENTRY, "DELETE FROM entry WHERE doc = ?")                                \
	_(WORDS, "SELECT card FROM words WHERE doc = ?")                                \
	_(ADD_WORDS, "INSERT INTO words VALUES(?, ?)")                                  \
	_(FRESH, "SELECT fresh.doc, card, book FROM fresh JOIN entry USING(doc)")       \
	_(ADD_FRESH, "INSERT INTO fresh VALUES(?, ?)")                                  \
	_(DROP_FRESH, "DELETE FROM fresh WHERE doc = ?")                                \
	_(DEAD, "SELECT doc FROM dead")                                                 \
	_(ADD_DEAD, "INSERT OR IGNORE INTO dead VALUES(?)")                             \
	_(TERM, "SELECT " STORE_LIST " FROM term WHERE key = ? AND id = ?")             \
	_(TERMS, "SELECT id, list FROM term WHERE key = ?")                             \
	_(TERM_RANGE, "SELECT id, " STORE_LIST " FROM term WHERE key >= ? AND key < ?") \
	_(TERM_LISTS, "SELECT key, list FROM term WHERE key >= ? AND key < ?")          \
	_(ADD_TERM, "INSERT INTO term VALUES(?, ?, ?)")                                 \
	_(ADD_LONG, "INSERT INTO long VALUES(?, ?)")                                    \
	_(STEMS, "SELECT key, id, list FROM term WHERE key >= x'73' AND key < x'74'")   \
	_(EVENTS, "SELECT list FROM event WHERE first <= ? AND last >= ?")              \
	_(ADD_EVENTS, "INSERT INTO event VALUES(?, ?, ?)")                              \
	_(NAME, "SELECT doc FROM name WHERE hash = ?")                                  \
	_(ADD_NAME, "INSERT OR IGNORE INTO name VALUES(?, ?)")                          \
	_(LINKS, "SELECT doc, id, url, title, slug, close, text FROM link")             \
	_(LINKS_OF,                                                                     \
	    "SELECT id,url,title,slug,close,text FROM link WHERE doc = ? ORDER BY n")   \
	_(FRESH_CARD, "SELECT card FROM fresh WHERE doc = ?")                           \
	_(ADD_LINK, "INSERT INTO link VALUES(?, ?, ?, ?, ?, ?, ?, ?)")                  \
	_(BACK, "SELECT doc FROM back WHERE hash = ?")                                  \
	_(ADD_BACK, "INSERT OR IGNORE INTO back VALUES(?, ?)")
#define STORE_ENUM(id, text) ASK_##id,
enum store_ask { STORE_ASKS(STORE_ENUM) ASK_COUNT };
#undef STORE_ENUM

struct doc_row {
	uint32_t slot;
	int32_t day; /* UNDATED */
	uint32_t length;
};

struct fresh {
	uint32_t slot;
	struct str card;
	struct book *book;
};

struct store {
	struct library *lib; /* that it belongs to */
	struct sql q;
	struct arena self; /* where it lies itself */
	struct arena a;    /* what was read */
	const char *folder;
	uint32_t main_n, slots, forms_n;
	struct strs languages;
	size_t n;         /* living documents, in the order of the library: */
	uint32_t *slot;   /* by place */
	uint32_t *place;  /* by slot; NOWHERE: dead */
	uint32_t *length; /* by slot, of main documents */
	int32_t *day;     /* the same */
	VEC(struct fresh) fresh;
	sqlite3_stmt *kept[ASK_COUNT];
	bool logged; /* changes go to a log first, until it is closed */
};

/* A store that is closed, and its end. */
struct store *store_new(void);
void store_free(struct store *s);

/* An existing index; false when there is none of ours.  `path` ":memory:" is empty. */
bool store_open(struct store *s, const char *path);
void store_close(struct store *s); /* may be opened again */

/* The tables, in a new database. */
bool store_create(struct store *s);

/* Reads what is held in memory.  False: the index cannot be used. */
bool store_load(struct store *s, struct library *lib);

/* Runs a kept statement with values ('b' struct str, 'i' int64_t); rows by store_next(),
   until it gives false.  What a row gives is borrowed until the next call. */
sqlite3_stmt *store_ask(struct store *s, enum store_ask which, const char *kinds, ...);
bool store_next(struct store *s, sqlite3_stmt *row);
void store_do(struct store *s, enum store_ask which, const char *kinds, ...);
struct str store_blob(sqlite3_stmt *row, int column);
int64_t store_int(sqlite3_stmt *row, int column);
struct str store_meta(struct store *s, struct arena *a, const char *key);

/* Around many questions: the file is locked once, not for each. */
void store_begin(struct store *s);       /* NULL is nothing */
bool store_begin_alone(struct store *s); /* false: it was begun already */
void store_end(struct store *s);

/* What a list shows of a document, in `a`; false, with *out as it was, when it is gone. */
bool store_book(struct store *s, uint32_t slot, const char *folder, struct arena *a,
    struct book *out);

/* The card of a living or dead main document, in `a`. */
void store_card(struct store *s, uint32_t slot, struct arena *a, struct card *out);

/* The places of all living documents with this hash. */
struct ids store_places(struct store *s, struct arena *a, uint64_t hash);

/* The first living document in the order of the library with this hash, as its place; or
   SIZE_MAX. */
size_t store_named(struct store *s, uint64_t hash);

/* The same for a link: the first of its four hashes, from this column of the row on, that
   is that of a document. */
size_t store_linked(struct store *s, sqlite3_stmt *row, int column);

/* The fresh documents, in slots from main_n on; gaps are empty cards. */
void store_pile(struct store *s, struct pile *p);

/*
 * Adds to times[slot] how often main documents hold a word that fits; `fits`, if not NULL,
 * has a byte for each form, which is set where it fits.
 */
void store_count(struct store *s, uint32_t field, const struct word_test *w,
    uint32_t *times, uint8_t *fits);

/* The same lists, one for each form of a stem, as they are. */
void store_lists(struct store *s, uint32_t field, struct str stem,
    void (*each)(void *ctx, struct str list), void *ctx);

#endif
