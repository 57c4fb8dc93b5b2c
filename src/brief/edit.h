/*
 * edit.h -- changing a few bytes of a file: what a reader's edits are made of.
 *
 * An edit collects splices; edit_end() joins them with the
 * untouched rest and reads the result back: it must be the brief that was meant.
 */
#ifndef BRIEF_EDIT_H
#define BRIEF_EDIT_H

#include "base/buf.h"
#include "brief/fields.h"

/* Bytes [from, to) give way to `with`. */
struct splice {
	size_t from, to;
	struct str with;
};

struct edit {
	struct arena *a;
	struct str bytes, name;
	struct diags *d;
	const struct yaml *root;
	struct brief *brief; /* as it is to be after the edit: change it along */
	const char *eol;     /* of the file */
	bool markdown;       /* front matter: the body stands below it */
	VEC(struct splice) splices;
};

/* False with a message when the file is no brief that may be changed. */
bool edit_begin(struct edit *e, struct diags *d);

void edit_splice(struct edit *e, size_t from, size_t to, struct str with);

/* Whole lines go; of the blank lines on both sides one is enough. */
void edit_remove(struct edit *e, size_t from, size_t to);

/* `at`, or behind the blank lines there that would become part of a text which keeps its
   last blank lines, when it is put before them. */
size_t edit_end_of(const struct edit *e, struct str lines, size_t at);

/* Where a new key goes in a block map (of rows `fields`): behind the last one that a canonical
   file has before it. */
size_t edit_place(const struct edit *e, const struct field *fields,
    const struct yaml *map, const struct field *f);

/* Says that the layout is too odd; always false. */
bool edit_give_up(struct edit *e, const char *why);

/* A new key with canonical lines where a canonical file has it; in a file that is one
   flow map, `flow` is its value. */
void edit_add_key(struct edit *e, const char *key, struct str lines, struct str flow);

/* Canonical lines moved by `columns` (to the left when negative), with the file's line
   ends. */
struct str edit_lines(struct edit *e, struct str lines, long columns);

bool edit_end(struct edit *e, struct str *out);

#endif
