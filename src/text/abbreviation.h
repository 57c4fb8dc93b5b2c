/*
 * text/abbreviation.h -- what the sentence rules know of single words.
 *
 * Words come without the dot behind them, in any case.  Lists are per language
 * (a BCP 47 tag, its first part counts); others get the English ones.
 */
#ifndef TEXT_ABBREVIATION_H
#define TEXT_ABBREVIATION_H

#include <stdbool.h>

#include "base/str.h"

/* What a dot behind the word means before a capital. */
enum abbreviation {
	ABBREVIATION_NONE,   /* the end */
	ABBREVIATION_TITLE,  /* never the end: "Dr." */
	ABBREVIATION_MIDDLE, /* never the end: "e.g." */
	ABBREVIATION_NUMBER, /* the end unless a number follows: "No." */
	ABBREVIATION_EITHER, /* the end if a function word follows: "U.S. The" */
	ABBREVIATION_END     /* the end unless a zone or a day follows: "p.m. EST" */
};

/* Single letters and words with dots inside are EITHER where no list knows them. */
enum abbreviation abbreviation_of(struct str word, struct str language);

/* A word that with a capital begins a sentence rather than a name: "The", "He". */
bool word_starts_sentence(struct str word, struct str language);

bool word_is_speech_verb(struct str word); /* said, asked: English */
bool word_follows_hour(struct str word);   /* EST, Monday, Jan */
bool word_is_domain(struct str word);      /* com, org, html */
bool word_has_bang(struct str word);       /* Yahoo! */

bool language_is(struct str tag, const char *primary);

#endif
