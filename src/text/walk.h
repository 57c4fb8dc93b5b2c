/*
 * text/walk.h -- stops in running text, with what stands before and behind them.
 *
 * The reading half of sentence.c: no rule of a language is here.  Offsets are
 * bytes into the text.  Nothing looks further than the sentence and a bounded
 * piece behind it, or goes over the same bytes twice.
 */
#ifndef TEXT_WALK_H
#define TEXT_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum sort {
	SORT_NONE,
	SORT_DOT,
	SORT_STRONG,   /* ! ? and their kin */
	SORT_ELLIPSIS, /* also two dots or more */
	SORT_WIDE      /* CJK stops: no blank comes after them */
};

struct walk {
	struct str text, language;
	size_t start; /* of the sentence */
	size_t seen;  /* how far the next two know the sentence */
	bool wordy;   /* holds a letter or a digit */
	bool open;    /* a quotation in straight marks is */
	bool small;   /* the text lost its capitals */
};

struct stop {
	size_t at, end; /* the stops */
	size_t close;   /* behind what closes after them */
	enum sort sort;
	bool quoted, closed; /* a quotation mark, anything closes */
};

enum next {
	NEXT_NOTHING, /* the end of the paragraph or of the text */
	NEXT_LOWER,
	NEXT_UPPER, /* letters without case too */
	NEXT_DIGIT,
	NEXT_PAUSE, /* , ; : and stops */
	NEXT_OTHER
};

struct ahead {
	enum next kind;
	size_t word; /* where it begins */
	bool glued;  /* no blank before it */
	bool dash;   /* a dash before it */
};

/* The code point at `i`, and where the next one is; 0 at the end. */
uint32_t walk_code(struct str s, size_t i, size_t *next);

/* The code point that ends at `i`, and where it begins; 0 at the start. */
uint32_t walk_code_before(struct str s, size_t i, size_t *at);

bool walk_among(uint32_t code, const char *set); /* one of those in `set` */
size_t walk_blanks(struct str s, size_t i);      /* past white space */
bool walk_is_paragraph(
    struct str s, size_t i); /* this line feed is the last but blanks */
size_t walk_candidate(
    struct str s, size_t i);                 /* the next byte that may be a stop or LF */
enum next walk_kind(struct str s, size_t i); /* of the code point at `i` */

/* Brings what the walk knows of its sentence up to `to`. */
void walk_see(struct walk *w, size_t to);

/* The stops at `i` and what closes after them; SORT_NONE if there is none. */
struct stop walk_stop(struct walk *w, size_t i);

/* What comes behind a stop: blanks, quotes and dashes are passed over. */
struct ahead walk_ahead(const struct walk *w, size_t i);

/* Letters and digits at `i`, at most 32 bytes. */
struct str walk_word(struct str s, size_t i);

/* The word that ends at a stop, with dots, hyphens and apostrophes inside: "U.S", "J.-C". */
struct str walk_word_before(const struct walk *w, size_t stop);

#endif
