/*
 * digest/summary.h -- the sentences that carry an article.
 *
 * A linear model: every sentence has features, each about 0 to 1; the weights
 * are a static table (tables/weights.h) learned by tests/tools/learn-summary.py.
 * Sentences are then taken one by one, best first, and given in article order:
 * less what the chosen ones already say and words that make the summary too
 * long, more for pairs of words that sentences share and none has told yet.
 * The first taken beside the lead is tried again with others; the best set of
 * those is the summary.  What cannot stand alone (a dangling "He" or "But",
 * half a quotation) is taken only after the sentence before it, or not at all;
 * "The tool" also after another that tells of a tool.  Who asks for a number has a sentence
 * that speaks of what is not told, or what another says, at a cost.  The first is the article's first that tells
 * whom it is about.  By default they are to read as one text: it begins as the article
 * does (with the second sentence, where the first has few words), three sentences
 * are taken rather near each other, each of them right behind another or with a topic word of
 * the title or of another, and more only right behind one of those: there a sentence rarely
 * asks for what was left out.  After Edmundson
 * (1969) and Carbonell and Goldstein (1998).
 */
#ifndef DIGEST_SUMMARY_H
#define DIGEST_SUMMARY_H

#include "brief/brief.h"
#include "digest/reading.h"
#include "digest/why.h"

/* A feature: its id, and what it says of a sentence that has much of it. */
/* clang-format off */
#define FEATURES(_) \
	_(EARLY,      "it stands near the start") \
	_(SECOND,     "it is the second or third sentence") \
	_(TITLE,      "it takes up the title") \
	_(CENTRAL,    "it is close to the article as a whole") \
	_(NUMBERS,    "it holds numbers") \
	_(QUOTE,      "it holds a quotation") \
	_(BRACKETS,   "it holds brackets") \
	_(LAST,       "it stands near the end") \
	_(FULL,       "few of its words are empty, and those are frequent") \
	_(THE,        "it begins with The") \
	_(DISTINCT,   "it repeats none of its words")
/* clang-format on */

#define FEATURE_ENUM(id, says) FEATURE_##id,
enum feature { FEATURES(FEATURE_ENUM) FEATURE_COUNT };
#undef FEATURE_ENUM

struct weights {
	double feature[FEATURE_COUNT];
	double redundancy; /* taken off for the share of words that were already said */
	double again;      /* for how many they are */
	double beyond;     /* for words beyond what a summary should have */
	double fresh;  /* added for pairs of words that others share and none has said */
	double faults; /* taken off for leaning on others, and for a piece, of no text */
};

/* Counted in one pass over the bytes of a sentence. */
struct marks {
	uint32_t straight, opened, closed; /* " “ ” */
};

/* One of the words must have been told for the reader to know what is spoken of. */
struct need {
	uint32_t words[2]; /* terms, or TERM_NONE */
	bool near;         /* or the sentence before stands right before it */
	uint32_t of;       /* not 0: nothing but this candidate, from 1, tells it */
};

enum { NEEDS = 8 };

struct candidate {
	uint32_t passage;
	struct marks marks;
	float feature[FEATURE_COUNT];
	bool barred; /* no sentence for a summary: a question, a call to action … */
	/* barred for nothing but that it is a piece of what someone says */
	bool piece;
	bool
	    loose; /* few words, or "also": rather behind what it adds to, and no fourth sentence */
	bool
	    weak; /* behind the article's first it had better not begin: loose, or of "the crane" */
	bool riddle; /* the article's first, and it keeps back what it is about */
	bool noise;  /* barred, and left out of what is shown whole: "Read more." */
	bool
	    page; /* of the page more than of the matter, or half a quotation: none of a text */
	bool slight;   /* few words, and not the first: only where nothing else is left */
	bool dangling; /* stands only behind the sentence before it */
	/* "The tool helps", "Park said": what must have been told before, all of it */
	struct need needs[NEEDS];
	uint32_t need_count;
	uint32_t words, pairs; /* all its words; those that begin a shared pair */
};

struct candidates {
	struct candidate *at; /* in text order */
	size_t n, room;
	size_t lead; /* what a summary begins with; n: nothing may */
	/* What one begins with that is to read as a text, and how many more go on from it,
	   right behind: they tell whom it means. */
	size_t start, start_run;
	/* of each token: the pair it makes with the word before it, from 1; 0 where the
	   pair stands in no other sentence */
	uint32_t *pair_of;
	size_t pair_count;
};

struct candidates summary_candidates(struct arena *a, const struct reading *r);

/*
 * Up to `most` of the candidates, as a flag for each.  Where they are to read as one `text`,
 * three near each other, and more only right behind one of those; else the best ones, and that
 * many whatever they lean on, as far as there are.  Linear in the text for each sentence chosen.
 */
bool *summary_choose(struct arena *a, const struct reading *r, const struct candidates *c,
    const struct weights *w, size_t most, bool text);

/* Notes why; `chosen` of each candidate, NULL when the article is shown whole. */
void explain_summary(const struct explain *x, const struct reading *r,
    const struct candidates *c, const bool *chosen, const struct weights *w);

/* Fills out->summary; `sentences` 0: by the article's length. */
void summary_find(struct arena *a, const struct reading *r, int sentences,
    const struct explain *x, struct brief *out);

#endif
