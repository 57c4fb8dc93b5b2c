/*
 * brief/brief.h -- an article as a briefing, format 1, and its YAML file.
 *
 * The file format is described in briefs/FORMAT.md and brief-1.schema.json.  A
 * brief lives in the arena it was read into.  Lists are in file order.  Empty
 * strings and lists are keys that are not there.
 */
#ifndef BRIEF_BRIEF_H
#define BRIEF_BRIEF_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/source.h"

enum { BRIEF_MOST = 16 << 20 /* bytes of a file that is read as a brief */ };

struct extract {
	struct str text;
	long para; /* of the body, from 1; 0: not from the article, so not verbatim */
};

enum event_kind { EVENT_PAST, EVENT_SCHEDULED, EVENT_EXPECTED };
enum event_basis { BASIS_STATED, BASIS_RESOLVED, BASIS_GUESSED };

struct event {
	struct str date; /* EDTF, or empty */
	struct str when; /* the article's words for it, or empty */
	struct str text, place;
	long para;
	enum event_kind kind;
	enum event_basis basis;
};

struct name {
	struct str name, role, url;
	struct strs aka; /* other forms in the article */
};

struct acronym {
	struct str shorter, expansion;
};

/* A stated link: named by the article, or (by_reader) by the reader. */
struct link {
	struct str id, title, url, why;
	bool by_reader;
};

struct note {
	struct str text, at;
	long para;
};

/* A top-level key this program does not know, byte for byte. */
struct extra {
	struct str key, bytes;
};

struct name_list {
	struct name *at;
	size_t n, room;
};

struct brief {
	long format;
	struct str id, title, dek;
	struct source source;
	struct strs topics, tags, keep;
	VEC(struct extract) summary;
	VEC(struct event) timeline;
	struct name_list people, orgs, places;
	VEC(struct acronym) acronyms;
	VEC(struct link) related;
	struct str body;       /* CommonMark */
	struct str notes_text; /* notes as one text, or empty */
	VEC(struct note) notes;
	struct str made_by;
	VEC(struct acronym) made_hash; /* key, hash */
	VEC(struct extra) extra;
};

/*
 * Reads YAML, or Markdown with YAML front matter.  Errors are said with their
 * place and give false; warnings leave true.  `name` is for messages; the id is
 * the file's name without its ending when the file gives none.  A stream of
 * several documents gives several briefs in `out`, which is appended to.
 */
struct briefs {
	struct brief **at;
	size_t n, room;
};
bool brief_read(struct arena *a, struct str bytes, struct str name, struct briefs *out,
    struct diags *d);

/*
 * Only what a list shows: id, title, dek, source, topics, tags, at a hundredth of the
 * cost of brief_read().  Understands canonical files and small edits of them; false when
 * it cannot be sure and the whole file must be read.  Given the whole file, what it
 * says is what brief_read() would; given a head of a few KB, keys that somebody moved
 * behind it are not seen.
 */
bool brief_peek(struct arena *a, struct str head, struct str name, struct brief *out);

/* Canonical YAML with the modeline; reading it back gives an equal brief. */
void brief_write(const struct brief *b, struct buf *out);

/* The same with made.by and made.hash set from the other keys: what a converter writes.
   `made_by` empty: as it is, with the hashes it came with. */
void brief_write_made(struct brief *b, struct str made_by, struct buf *out);

/* Everything brief_read() says, also behind the first fault, and more: dates, paragraphs,
   verbatim texts, near-misspelt keys, order.  True when nothing is of level error. */
bool brief_check(struct arena *a, struct str bytes, struct str name, struct diags *d);

/* Mends what has one plain remedy (a value without its quotes, a tab, a misspelt key, no
   format, an entry of one line twice), each said to `d`; all other lines stay, and line ends,
   whichever of YAML's they are.  False: nothing was mended. */
bool brief_fix(
    struct arena *a, struct str bytes, struct str name, struct str *out, struct diags *d);

/* Edits by line: all other bytes stay (FORMAT, rule 2).  False with a message when the
   file cannot be read as a brief; *out is the new file. */
bool brief_tag(struct arena *a, struct str bytes, struct str name, struct str tag,
    bool add, struct str *out, struct diags *d);
bool brief_note(struct arena *a, struct str bytes, struct str name,
    const struct note *note, struct str *out, struct diags *d);

bool brief_set_id(struct arena *a, struct str bytes, struct str name, struct str id,
    struct str *out, struct diags *d);
/* The stated links with one id get another; *out is `bytes` when there are none. */
bool brief_relink(struct arena *a, struct str bytes, struct str name, struct str id,
    struct str to, struct str *out, struct diags *d);

/* "2019-07-01-india-japan-in-cyber-security-pact": date and slug, [a-z0-9._-], at most 120
   bytes; diacritics dropped; from the hash when a title has no such letters. */
struct str brief_make_id(struct arena *a, struct str title, struct str published);
/* An id without its date, whole or as in `published`: for a title that nobody changed the
   same as brief_make_id() without a date, but for a number at the end. */
struct str brief_id_words(struct str id, struct str published);
bool brief_id_valid(struct str id);

/* "en", "de-CH": what source.language may be. */
bool brief_language_valid(struct str s);
bool brief_sha256_valid(struct str s); /* 64 digits, a-f in lower case */

extern const char *const event_kind_names[];  /* "past", ... */
extern const char *const event_basis_names[]; /* "stated", ... */

#endif
