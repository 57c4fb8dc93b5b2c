/*
 * fields.h -- the keys of a brief as rows; reading, writing, checking follow them.
 *
 * A row says what a key holds and where it lies in its struct.  The order of the
 * rows is the order in a canonical file.  A new key is a new row (and a line in
 * briefs/FORMAT.md and the schema).
 */
#ifndef BRIEF_FIELDS_H
#define BRIEF_FIELDS_H

#include "brief/brief.h"
#include "data/yaml_tree.h"

enum field_kind {
	FIELD_LINE,   /* struct str, one line */
	FIELD_TEXT,   /* struct str, any */
	FIELD_WORDS,  /* struct strs, a list */
	FIELD_LINES,  /* struct strs, one line or a list */
	FIELD_NUMBER, /* long, from 1; 0 is none */
	FIELD_CHOICE, /* an enum with `names`; always written */
	FIELD_READER, /* bool, written as "reader" */
	FIELD_RECORD, /* `fields` of a struct at `at` */
	FIELD_LIST,   /* a VEC of structs of `item` bytes with `fields` */
	FIELD_PAIRS   /* a VEC of struct acronym: any key with a line */
};

enum field_flag {
	FLAG_QUOTED = 1,    /* always in quotes */
	FLAG_FLOW = 2,      /* [a, b] */
	FLAG_SHORT = 4,     /* an item of the list may be only its line at `main` */
	FLAG_BRIEF = 8,     /* and is written so when it has nothing else */
	FLAG_REQUIRED = 16, /* in its map */
	FLAG_APART = 32,    /* a blank line before it */
	FLAG_MADE = 64,     /* the converter's: hashed in made.hash */
	FLAG_HEAD = 128,    /* what a list shows: brief_peek() reads it */
	FLAG_VERBATIM = 256 /* an item's text stands in the paragraph it names */
};

/* What a value must be like; brief_check() says `wants` when it is not. */
struct rule {
	bool (*holds)(struct str);
	enum message id;
	const char *wants;
};

struct field {
	const char *key; /* NULL: the end of the table */
	enum field_kind kind;
	unsigned flags;
	size_t at;                  /* of the member in its struct */
	const struct field *fields; /* of a record or of the items of a list */
	size_t item, main, text;    /* a list: bytes of an item; see FLAG_SHORT; where the
				       whole list as one text lies, or 0 */
	const char *const *names;   /* of a choice; NULL after the last */
	const struct rule *rule;
};

extern const struct field brief_fields[]; /* the top level, without `format` */

/* The row of this key, or NULL. */
const struct field *field_find(const struct field *fields, struct str key);

/* Any VEC, seen without its type. */
struct list {
	void *at;
	size_t n, room;
};

struct list list_of(const void *vec);
void *list_push(struct arena *a, void *vec, size_t item_bytes);

/* One key with its value as canonical bytes; nothing when it is empty. */
void field_write(
    struct buf *out, const struct field *f, const void *record, size_t indent);

/* A document of a file with the tree it was read from. */
struct brief_doc {
	const struct yaml *root;
	struct brief *brief;
};
struct brief_docs {
	struct brief_doc *at;
	size_t n, room;
	bool markdown; /* front matter; the body stands below it */
	bool part;     /* not all of the file could be read */
};

/* What brief_read() does, keeping the trees. */
bool brief_docs_read(struct arena *a, struct str bytes, struct str name,
    struct brief_docs *out, struct diags *d);

/* The same, but what is wrong is said and left out.  False: nothing is left, or all was said
   that will be. */
bool brief_docs_read_all(struct arena *a, struct str bytes, struct str name,
    struct brief_docs *out, struct diags *d);

/*
 * The keys without a row become b->extra.  False when the lines of one hold a line end
 * that only libyaml sees as one, at byte *odd: they cannot be kept as they are.
 */
bool brief_extra(struct arena *a, const struct yaml *root, struct str bytes,
    struct brief *b, size_t *odd);

/* The id of the nth brief (from 0) of a file that names none: "d/a.yaml", 1: "a-2". */
struct str brief_id_from_name(struct arena *a, struct str name, size_t nth);

/* Says where in this part of the file are what git leaves behind when two sides changed the
   same lines; true when it is there. */
bool brief_conflict(struct str bytes, struct str part, struct str name, struct diags *d);

/* Says all of them; the part with the marks and the other side as blanks when there are
   *any. */
struct str brief_one_side(struct arena *a, struct str bytes, struct str part,
    struct str name, bool *any, struct diags *d);

/* Cuts front matter off: true when the file is Markdown with front matter.  *head ends
   before the closing line, *body begins after it. */
bool front_matter(struct str bytes, struct str name, struct str *head, struct str *body);

#endif
