/*
 * library/shelf.h -- what the files of this room share: the handle and its parts.
 *
 * A small library is read as it is, in layers made when first asked for: the shelf (what a
 * list shows, from the head of every file), the titles (which stated link means which
 * brief), the pile (cards for searching; pile.h) and the weights for relating (kin.h).
 * A larger one has a store (store.h): then books are fetched from there one by one, and
 * the pile holds only what is fresher than the store's lists.
 */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "base/map.h"
#include "library/forms.h"
#include "library/library.h"

struct glance;
struct kin;
struct pile;
struct store;

/* Books of the store that are given out before the ones before them are taken back, and
   bytes of words met in questions before they are forgotten. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { LENT_MOST = 6, AHEAD = 2, WORDS_MOST = 20000 };
#else
enum { LENT_MOST = 500, AHEAD = 8, WORDS_MOST = 3 << 20 };
#endif

struct book {
	struct entry entry;
	struct str url;
	uint64_t input; /* hash_bytes() of the input's SHA-256; 0: none */
	long day;       /* the first day of `published`; LONG_MIN when undated */
	uint64_t turn;  /* of the lending; 0: it is not lent */
};

struct lent {
	struct arena a;
	uint32_t place[LENT_MOST];
	size_t n;
};

struct library {
	struct arena a;
	const char *folder;
	const char *index; /* the file of the index; NULL: not asked for yet */
	struct library_options o;
	struct diags *d;  /* of who opened it */
	struct book **at; /* NULL: still in the store */
	size_t n, room;
	int64_t seen;      /* when the folder changed last, as of the last look at it */
	struct map ids;    /* to index + 1: of a small library, and of what was put */
	struct map inputs; /* hash as eight bytes, to index + 1 */
	struct map names;  /* urls and titles in plain form, to index + 1 */
	bool named;        /* `names` is filled */
	bool laid;         /* a small library was read, when its files had this print: */
	uint64_t print;
	struct kin *kin;     /* NULL until needed: relating */
	struct pile *pile;   /* NULL until needed */
	size_t pile_bytes;   /* of its forms, when it was made */
	struct forms words;  /* of lines that were looked at; empty until needed */
	struct store *store; /* NULL: a small library, or only glanced at: */
	struct glance *glance;
	struct making {
		long process; /* that makes an index beside; 0: none */
		int fd;       /* how far it is */
		size_t done, all;
		bool stale; /* the index at hand is to be made anew */
		bool made;  /* another one was made */
	} making;
	struct unkept {
		const char
		    *why; /* an index cannot be kept; NULL: it can, or none was made */
		bool said;
	} unkept;
	struct lent lent[2]; /* out of the store: these, and the ones before */
	uint64_t turn;       /* counts how often these became the ones before */
	size_t next;         /* the place after the last one that was fetched */
};

/* What stands at a place; never NULL.  Good until LENT_MOST others are looked at. */
const struct book *shelf_book(const struct library *lib, size_t i);

/* Its day, without fetching it; LONG_MIN: none. */
long shelf_day(const struct library *lib, size_t i);

/* The brief made from an input with this SHA-256 (64 hexadecimal digits), or SIZE_MAX. */
size_t library_input(const struct library *lib, struct str sha256);

/* The shelf's row of a brief, copied. */
struct book *book_of(struct arena *a, const struct brief *b, const char *path);
long book_day(struct str published); /* LONG_MIN: none */
int book_newest_first(const struct book *a, const struct book *b);

/* As bytes; the path is given by the folder. */
struct buf;
void book_put(struct buf *out, const struct book *b);
void book_take(struct book *out, struct arena *a, const char *folder, struct str bytes);

/* Says that two files have one id. */
void tell_double(struct diags *d, const char *first, const char *second, struct str id);

/* A whole file as a brief of the library; NULL (said) when it is none; a page in Markdown
   without front matter is none and nothing is said. */
const struct brief *shelf_read(struct arena *a, const char *path, struct diags *d);

/* The same of what a list shows: mostly its head is enough. */
const struct brief *shelf_peek(struct arena *a, const char *path, struct diags *d);

/* The names of the files that may be briefs, sorted. */
bool shelf_files(struct arena *a, const char *folder, struct strs *out, struct diags *d);

/* Reads these files and lays their rows, newest first. */
void shelf_lay(struct library *lib, const struct strs *names, struct diags *d);

/* What they hold besides their place in the library's arena. */
void pile_close(struct pile *p);
void kin_close(struct kin *k);
size_t kin_bytes(const struct kin *k);
void library_forget(struct library *lib); /* all that was made on demand */

/* The words of lines that were looked at, if they take more than so many bytes. */
void words_forget(struct library *lib, size_t bytes);

/* The keys by which a link can mean a brief: id, address, title, the words an id has of a
   title that was changed, and the title's stems.  An empty key is none.  Keys of different
   kinds are never equal.  A mail (its address, RFC 2392) is meant by its address only: those
   of a thread have one title.  None of it is wanted, for nobody can fetch it. */
enum link_key { KEY_ID, KEY_URL, KEY_TITLE, KEY_SLUG, KEY_CLOSE, KEY_COUNT };
struct stemmer;
bool is_mail(struct str url);
void link_keys(
    struct arena *a, struct stemmer *en, const struct link *l, struct str out[KEY_COUNT]);
void book_keys(
    struct arena *a, struct stemmer *en, const struct book *b, struct str out[KEY_COUNT]);

/* Without scheme, "www.", fragment and a slash at the end. */
struct str url_bare(struct str url);

/* The brief that a stated link means, the newest of several; or SIZE_MAX. */
size_t shelf_resolve(struct library *lib, const struct link *link, struct arena *scratch);

#endif
