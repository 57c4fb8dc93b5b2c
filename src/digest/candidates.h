/*
 * digest/candidates.h -- the sentences a summary is chosen from, and what they hang on.
 *
 * The features of the candidates are left to features.c; both look at sentences in the
 * ways below.
 */
#ifndef DIGEST_CANDIDATES_H
#define DIGEST_CANDIDATES_H

#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/summary.h"

/* All whole sentences of the article in text order, without features. */
struct candidates candidates_find(struct arena *a, const struct reading *r);
/* Sets which are of the page, by what stands around them. */
void candidates_page(const struct reading *r, struct candidates *c);
/* Sets the lead and the start as well. */
void candidates_begin(const struct reading *r, struct candidates *c);

/* No mark, no stop word. */
static inline bool
topic_word(const struct reading *r, size_t token)
{
	return r->term_of[token] != TERM_NONE && !r->terms[r->term_of[token]].stop;
}
/* The byte so many bytes before the sentence's last one. */
bool sentence_byte(
    const struct reading *r, const struct passage *p, size_t from_end, char c);

/* Quotation marks that open or close and have no partner in the sentence. */
bool marks_half(const struct marks *m);

bool word_is_auxiliary(const struct reading *r, size_t token); /* "is", "would" */
bool word_is_many(const struct reading *r, size_t token);      /* "ships" */
bool word_does(const struct reading *r, size_t token);         /* "shows": many "show" */
/* "a man", "the minister", "two teachers": someone, by the word's form. */
static inline bool
word_is_someone(const struct reading *r, size_t token)
{
	return (r->kind_of[token] & NAME_TITLE) != 0 ||
	       (event_word(r, token, FORM_SOMEONE) && topic_word(r, token)) ||
	       (event_word(r, token, FORM_DOER) && topic_word(r, token) &&
		   !word_in(r, token, LIST_THING));
}
/* One of the tokens is the word. */
bool any_word(const struct reading *r, size_t from, size_t to, const char *word);
bool mark_parts(const struct reading *r, size_t token); /* not the hyphen of "well-off" */
/* The tokens from t on are these words; "," is any mark that parts. */
bool phrase_at(const struct reading *r, size_t t, size_t end, const char *phrase);
/* "Only then", "As a result,": hangs on the sentence before. */
bool phrase_opens(const struct reading *r, size_t t, size_t end);
/* "fell for a while": half of what is to be told. */
bool phrase_is_half(const struct reading *r, size_t t, size_t end);
/* The first word of the sentence, or its end. */
size_t first_word(const struct reading *r, const struct passage *p);
/* It cannot be understood without the sentence before it. */
bool sentence_hangs(const struct reading *r, const struct passage *p);
/* The same, by words anywhere in it. */
bool sentence_leans(const struct reading *r, const struct passage *p);
/* Who he or they are is to be told by the sentence before; this one may tell it. */
bool sentence_wants_someone(const struct reading *r, const struct passage *p);
bool sentence_holds_someone(const struct reading *r, const struct passage *p);
/* It holds a topic word of the title. */
bool sentence_of_title(const struct reading *r, const struct passage *p);
/* Of the page more than of the matter: none of a text.  Half a quotation is none either. */
bool sentence_of_page(
    const struct reading *r, const struct passage *p, bool first, const struct marks *m);
bool sentence_is_question(const struct reading *r, const struct passage *p);
/* The time of an entry of a live report stands in it: "12:21 pm:". */
bool sentence_has_clock(const struct reading *r, const struct passage *p);
bool sentence_has_verb(const struct reading *r, const struct passage *p);
/* No sentence for a summary, whatever stands before it. */
bool sentence_is_fragment(const struct reading *r, const struct passage *p);
/* Half a quotation; not one that it leads to. */
bool sentence_is_half(
    const struct reading *r, const struct passage *p, const struct marks *m);
/* Half a quotation that the sentence leads to: Ms Holm said it twice: "It is so. */
bool sentence_opens_quotation(
    const struct reading *r, const struct passage *p, const struct marks *m);
/* Words stick together in it, or it holds an address or the time of an entry. */
bool sentence_is_garbled(const struct reading *r, const struct passage *p);
/* It speaks of the page or to its reader: "Read more", "contributed to this report". */
bool sentence_is_aside(const struct reading *r, const struct passage *p);
/* It leads a reader through the page: "In this guide", "You'll find". */
bool sentence_guides(const struct reading *r, const struct passage *p);
/* Of each term. */
struct mentions {
	uint32_t *first;   /* token of the article that has it */
	uint32_t *last;    /* token before the sentence that is looked at */
	uint32_t *last_in; /* candidate that one is in, from 1 */
};

/* One more that has to be told; beyond NEEDS it is left out. */
void candidate_needs(struct candidate *c, struct need n);
/* Needs of the names in it. */
void sentence_names(const struct reading *r, const struct mentions *m,
    const struct passage *p, struct candidate *out);
/* Sets `needs` and `asks`. */
void sentence_refers(const struct reading *r, const struct mentions *m,
    const struct passage *p, struct candidate *out);

#endif
