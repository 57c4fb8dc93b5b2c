/*
 * doc/inner.h -- what the files of this room share.
 */
#ifndef DOC_INNER_H
#define DOC_INNER_H

#include "base/vec.h"
#include "doc/doc.h"

/* Whether cmark can read it in about a second and 100 MB: decided by counting the
   containers it may open, its lines and its special characters. */
bool parse_is_cheap(struct str commonmark);

/* The reading of what is not cheap: paragraphs between blank lines, escapes undone. */
struct doc *parse_flat(struct arena *a, struct str commonmark);

/* Tells the paragraphs with links of code from others. */
void links_tell(struct arena *scratch, struct doc *d);

/* Whether a block below this one (NULL: at top level) is within DOC_DEPTH, and text in it. */
bool block_fits(const struct block *parent, enum block_kind kind);

/* A fence that is open at column 0, outside of lists and quotes. */
struct fence {
	char mark;
	size_t n; /* marks that close it; 0: none is open */
};

/* What the line does to it. */
void fence_line(struct fence *f, struct str line);

/* A text piece by piece, with a letter for each paragraph without marks, and these. */
struct plain {
	struct str rest;    /* still to come */
	bool whole;         /* it may be no UTF-8, or not be cut: nothing is done */
	bool fenced;        /* there are fences */
	struct fence fence; /* the one that is open */
	struct buf defs;    /* of links, with an empty line */
	size_t def_lines;
	struct str text;    /* of this piece, till the next one is taken */
	struct buf reduced; /* holds it */
	size_t next;        /* of the paragraphs, free for the caller */
	struct plain_paras {
		struct plain_para {
			size_t line; /* of `text`, from 1 */
			struct str lines;
		} * at;
		size_t n, room;
	} paras;
};
void plain_begin(struct arena *a, struct str text, struct plain *out);
bool plain_next(struct arena *a, struct plain *p); /* false: all was taken */

/* Takes the definitions; false if the text cannot be cut. */
bool seams_find(struct plain *p, struct str text);

/* Whether neighbours are one run: the same style and target, no break, no picture. */
bool run_same(const struct run *x, const struct run *y);

/* More text at a run's end, line ends made blanks. */
void run_append(struct arena *a, struct run *r, struct str text);

/*
 * The runs of a paragraph or heading as CommonMark.  A hard break is a backslash
 * and a line feed: the writer of blocks puts the containers' prefix after it.
 * What it takes from `scratch` it leaves there.
 */
void runs_write(struct arena *scratch, const struct block *b, struct buf *out);

/* Runs in order, as they will be written: what cannot be is already gone. */
struct runs {
	struct run *at;
	size_t n, room;
};

/*
 * The runs without what `runs_write` cannot write: no breaks at the ends, no blanks
 * at the edges of emphasis, which stays everywhere, only between words, or nowhere.
 */
enum emphasis { EMPHASIS_ALL, EMPHASIS_SAFE, EMPHASIS_NONE };
struct runs runs_writable(struct arena *a, const struct block *b, enum emphasis keep);

/* One run's text, escaped where it would be read otherwise. */
struct ink {
	struct buf *out;
	const struct runs *runs;
	size_t i;        /* the run being written */
	bool heading;    /* a line's start means nothing in one */
	bool line_start; /* nothing stands on this line yet */
	bool first_line;
};
void text_write(struct ink *k);
void code_write(struct ink *k);

/* A link's target, and the info of code, with what must be escaped. */
void target_write(struct str url, struct buf *out);
void info_write(struct str info, struct buf *out);

bool byte_is_punct(char c); /* of ASCII */

#endif
