/*
 * digest/names.h -- people, organisations and places: found, folded, told apart.
 *
 * Spans of capitalised words are cut into mentions (spans.c); mentions with one
 * spelling, and short forms with their long one, become an entity (fold.c); what it
 * is, or that it is no name, is told by evidence from all its mentions, a weighted
 * sum for each kind (tables/senses.h, learned by tests/tools/learn-names.py): one
 * sense per article.  Tables of facts are in digest/gazetteer.h.
 */
#ifndef DIGEST_NAMES_H
#define DIGEST_NAMES_H

#include "brief/brief.h"
#include "digest/gazetteer.h"
#include "digest/reading.h"
#include "digest/why.h"

/* clang-format off */
#define EVIDENCE(_) \
	_(ANY,        "every name") \
	/* the whole is in the gazetteer */ \
	_(COUNTRY,    "a country") \
	_(CITY,       "a city") \
	_(REGION,     "a region") \
	_(AGENCY,     "a known organisation") \
	_(DEMONYM,    "people of a place or faith") \
	_(FIRST,      "a given name") \
	_(SURNAME,    "a family name") \
	_(COMMON,     "a common word") \
	_(ORGWORD,    "a single word of organisations") \
	_(PLACEWORD,  "a single word of places") \
	_(EVENTWORD,  "a single word of events") \
	/* parts of longer ones */ \
	_(HAS_FIRST,  "begins with a given name") \
	_(HAS_SURNAME,"ends with a family name") \
	_(ENDS_ORG,   "ends with a word of organisations") \
	_(STARTS_ORG, "begins with a word of organisations") \
	_(HOLDS_ORG,  "holds a word of organisations") \
	_(ENDS_PLACE, "ends with a word of places") \
	_(STARTS_PLACE, "begins with a word of places") \
	_(HOLDS_EVENT,"holds a word of events") \
	_(HOLDS_PLACE,"holds a known place") \
	_(HOLDS_DEMONYM, "holds a demonym") \
	_(HOLDS_AGENCY, "holds a known organisation") \
	_(HOLDS_COMMON, "holds a common word") \
	_(ONE,        "one word") \
	_(TWO,        "two words") \
	_(THREE,      "three words") \
	_(MORE,       "four words or more") \
	_(UPPER,      "all capitals") \
	_(LETTER,     "holds an initial") \
	_(PARTICLE,   "holds de, van, bin …") \
	_(AND,        "holds &") \
	_(OF,         "holds of") \
	_(HYPHEN,     "holds a hyphen") \
	_(CAMEL,      "holds a capital inside a word") \
	_(NUMERAL,    "ends with a single letter") \
	_(CODE,       "holds a part of capitals or digits behind a hyphen") \
	_(LIKE_PLACE, "sounds like a place") \
	_(LIKE_PERSON,"sounds like a person") \
	/* around it */ \
	_(TITLE,      "a title before it") \
	_(ROLE,       "a role in small letters before it") \
	_(BEHIND_ORG, "behind a small word for organisations") \
	_(BEFORE_ORG, "before a small word for organisations") \
	_(BEHIND_PLACE, "behind a small word for places") \
	_(BEFORE_PLACE, "before a small word for places") \
	_(IN,         "after in") \
	_(AT,         "after at") \
	_(FROM,       "after from or to") \
	_(BY,         "after by or with") \
	_(OFTEN_OF,   "after of or for") \
	_(THE,        "after the") \
	_(AFTER_DEMONYM, "after a demonym") \
	_(SAYS,       "before or after said") \
	_(VERB,       "before a word in small letters") \
	_(AGE,        "before an age") \
	_(WITH_PLACE, "before a comma and a place") \
	_(OWNS,       "with 's") \
	_(BRACKET,    "alone in brackets") \
	_(PLACE_BRACKET, "before a place in brackets") \
	_(SHORT_BRACKET, "before capitals in brackets") \
	_(NUMBER,     "before a number") \
	_(RANK,       "after a number") \
	_(DATELINE,   "opens the article in capitals") \
	_(BETWEEN_COMMAS, "in a list") \
	_(INITIAL,    "only at the start of sentences") \
	_(LOWER,      "also in small letters") \
	_(TWICE,      "more than once") \
	_(CAPS,       "only in lines of capitals") \
	_(ROW,        "only in rows without verbs") \
	/* what kind of article */ \
	_(SPORT,      "in a report of sport") \
	_(SPORT_CITY, "a city in a report of sport") \
	_(SPORT_REGION, "a region in a report of sport") \
	_(SPORT_COUNTRY, "a country in a report of sport") \
	_(SPORT_UNKNOWN, "an unknown word in a report of sport") \
	_(SPORT_NUMBER, "before a number in a report of sport") \
	_(UNKNOWN,    "one unknown word")
/* clang-format on */

#define EVIDENCE_ENUM(id, says) EVIDENCE_##id,
enum evidence_id { EVIDENCE(EVIDENCE_ENUM) EVIDENCE_COUNT };
#undef EVIDENCE_ENUM

enum sense { SENSE_NONE, SENSE_PERSON, SENSE_ORG, SENSE_PLACE, SENSE_COUNT };

struct evidence {
	uint64_t bits[2];
};

/* One place where a name stands. */
struct mention {
	uint32_t from, to; /* tokens */
	struct str text;   /* without 's */
	struct str role;   /* words that say what the person is, or empty */
	uint32_t passage;
	bool initial; /* opens its sentence */
	bool caps;    /* in a line of capitals or a heading */
	bool row;     /* in a line without words in small letters */
	struct evidence e;
};

struct mentions {
	struct mention *at; /* in text order, but those in lines of capitals last */
	size_t n, room;
};

struct entity {
	struct str name, role;
	struct strs aka;
	struct evidence e;
	uint32_t at;    /* byte of its first mention */
	uint32_t count; /* mentions */
	uint32_t words;
	uint32_t first, last;    /* hashes of its first and last token */
	uint32_t into;           /* index + 1 of the entity it is a short form of, or 0 */
	uint16_t kinds;          /* of the whole name */
	bool initial, caps, row; /* so are all its mentions */
	enum sense sense;
};

struct entities {
	struct entity *at; /* in order of discovery */
	size_t n, room;
};

static inline void
evidence_set(struct evidence *e, enum evidence_id id)
{
	e->bits[id / 64] |= UINT64_C(1) << (id % 64);
}
static inline bool
evidence_has(const struct evidence *e, enum evidence_id id)
{
	return (e->bits[id / 64] >> (id % 64) & 1) != 0;
}

struct mentions spans_find(struct arena *a, const struct reading *r);
struct entities names_fold(struct arena *a, const struct reading *r, struct mentions m);
void names_weigh(const struct reading *r, struct entities *all);

/* Notes the evidence that most speaks for the entity's sense. */
void explain_name(const struct explain *x, const struct entity *e,
    const short weights[EVIDENCE_COUNT][SENSE_COUNT]);

/* Fills people, orgs and places of the brief. */
void names_find(
    struct arena *a, const struct reading *r, const struct explain *x, struct brief *out);

/* Fills out->acronyms: "Long Form (LF)" and "LF (Long Form)"; after Schwartz, Hearst (2003). */
void acronyms_find(struct arena *a, const struct reading *r, struct brief *out);

#endif
