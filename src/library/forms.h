/*
 * library/forms.h -- the spellings of all words, numbered.
 *
 * A form is a word as it is spelt, folded (case and diacritics dropped), with its stem
 * in the language of the text; the same spelling with another stem, or as a function
 * word, is another form.
 * Numbers begin at 1 in the order of meeting; 0 is the break between two texts.
 */
#ifndef LIBRARY_FORMS_H
#define LIBRARY_FORMS_H

#include "base/map.h"
#include "base/vec.h"
#include "text/stem.h"
#include "text/word.h"

struct form {
	struct str text, stem;
	uint32_t lead; /* the first form with this stem: the stem's number */
	uint32_t next; /* another form with this stem, or 0 */
	bool stop;     /* a function word, or a single letter */
};

/* The words met in one language. */
struct tongue {
	struct str language;
	struct stemmer *stemmer;
	struct map spelt; /* spelling as it stands to form */
};

struct forms {
	struct arena a;
	VEC(struct form) at;
	struct map known; /* text, a NUL byte, stem, a NUL byte for stop words: to form */
	struct map stems; /* to the first form */
	VEC(struct tongue) tongues;
};

void forms_open(struct forms *f); /* `f` stays where it is */
void forms_close(struct forms *f);

/* Borrowed until the next call with a language that is new. */
struct tongue *forms_tongue(struct forms *f, struct str language);

/* The number of a spelling, new ones added. */
uint32_t forms_id(struct forms *f, struct tongue *t, struct str spelling);

/* The number of a form that is known by its parts; copies them when it is new. */
uint32_t forms_add(struct forms *f, struct str text, struct str stem, bool stop);

/* One word of a query: what a form must be to fit. */
struct word_test {
	struct str folded;
	struct strs stems; /* of the word, in every language of the library */
	bool prefix, typing;
};
struct word_test word_test_of(
    struct forms *f, struct arena *a, struct str word, bool prefix, bool typing);
bool word_fits(const struct word_test *w, const struct form *form);

#endif
