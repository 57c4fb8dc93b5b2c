/*
 * digest/timex_rules.h -- how a language's words, rules and resolvers fit together.
 *
 * A token has classes (bits) and a value; a rule is a row of elements, each asking for
 * a class or for a phrase (a number, a clock time, a year in words).  The longest match
 * whose resolver agrees wins.  A resolver reads the slots of the match and fills a
 * struct when; it may also move the match's ends.
 */
#ifndef DIGEST_TIMEX_RULES_H
#define DIGEST_TIMEX_RULES_H

#include "digest/timex.h"

/* What a token may be.  The order is of no meaning; at most 64. */
enum timex_class {
	MONTH,    /* value 1..12 */
	WEEKDAY,  /* value 0..6, Monday first */
	WEEKDAYS, /* Mondays */
	DAYNUM,   /* 1..31, 28th */
	YEAR,     /* four digits */
	NUMBER,   /* digits or a number word */
	ORDINAL,  /* first, 3rd */
	UNIT,     /* unit: year */
	UNITS,    /* unit: years */
	SEASON,   /* value 1..4 from spring */
	DAYPART,  /* value: enum daypart */
	DECADE,   /* 1990s, nineties; value 199 */
	THE,
	A,
	OF,
	IN,
	ON,
	AT,
	COMMA,
	DOT,
	HYPHEN,
	SLASH,
	COLON,
	QUOTE,
	LAST,    /* value: LAST_PLAIN, LAST_PREVIOUS, LAST_PAST */
	NEXT,    /* value: NEXT_PLAIN, NEXT_FOLLOWING, NEXT_COMING */
	THIS,    /* value: 1 this, 2 current */
	THAT,    /* value: 1 that, 2 same */
	EARLY,   /* value: enum mod */
	EARLIER, /* value -1 earlier, 1 later */
	EDGE,    /* end, beginning, rest: value enum mod */
	AGO,     /* ago; value -1 */
	VAGUE,   /* several, few, couple (value 2) */
	APPROX,  /* about, nearly */
	MORE,    /* more, less, fewer: before "than" */
	THAN,
	JOIN, /* value: 1 and, 2 or, 3 to, 4 through */
	HALF,
	EVERY,
	OTHER,
	DAILY, /* unit; value: how many */
	FISCAL,
	AMPM,    /* value: hours to add; 0 or 12 */
	ZONE,    /* value: minutes east of Greenwich */
	NOON,    /* value: hour */
	TODAY,   /* value: days from the document's */
	TONIGHT, /* value: 0 tonight, 1 overnight */
	REF,     /* value: enum ref */
	WHOLE,   /* entire, full, single, another */
	PAST,    /* verb form that tells of the past */
	FUTURE,  /* word that tells of what is to come */
	SAY,     /* said, announced: its date is not that of what is said */
	BE,      /* is, are */
	PREP,    /* stands before a date */
	COUNTED, /* percent, miles: the number before it is no year */
	OWNER,   /* its, his */
	PERIOD,  /* period, quarter of a report */
	ERA,     /* value: -1 BC, 1 AD */
	RECENT,
	HOLIDAY, /* value: row in the table of feasts */
	MARK,    /* other words that rules name; value says which */
	EVENT,   /* summit, conference */
	DOTTED,  /* 28.06.2019 */
	TITLE,   /* before a number that is a name: room, flight */
	TIMEX_CLASSES
};

_Static_assert(TIMEX_CLASSES <= 64, "classes are a set of bits");

#define BIT(class) (UINT64_C(1) << (class))

enum { LAST_PLAIN = 1, LAST_PREVIOUS, LAST_PAST };
enum { NEXT_PLAIN = 1, NEXT_FOLLOWING, NEXT_COMING };
enum { JOIN_AND = 1, JOIN_OR, JOIN_TO, JOIN_THROUGH };
enum daypart {
	PART_NONE,
	PART_MORNING,
	PART_AFTERNOON,
	PART_EVENING,
	PART_NIGHT,
	PART_MIDDAY
};
enum mod {
	MOD_NONE,
	MOD_EARLY,
	MOD_MID,
	MOD_LATE,
	MOD_START,
	MOD_END,
	MOD_REST,
	MOD_ABOUT,
	MOD_EARLIER,
	MOD_LATER
};
enum ref { REF_NONE, REF_PAST, REF_PRESENT, REF_FUTURE };
enum mark {
	MARK_OLD = 1,
	MARK_SO,
	MARK_NOW,
	MARK_AFTER,
	MARK_BEFORE,
	MARK_OCLOCK,
	MARK_S,
	MARK_ENDED,
	MARK_NEAR,
	MARK_LONG,
	MARK_FOR,
	MARK_FROM,
	MARK_DATE,
	MARK_ONCE,
	MARK_TIMES,
	MARK_EVE,
	MARK_NO,
	MARK_JUST,
	MARK_AS,
	MARK_POINT,
	MARK_OVER,
	MARK_WITHIN,
	MARK_THESE,
	MARK_UP,
	MARK_HAD,
	MARK_SET,
	MARK_ANNUAL,
	MARK_LEAST,
	MARK_PRESENT
};
enum unit {
	UNIT_NONE,
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_NIGHT,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_WEEKEND,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_SEASON,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_ABBR /* of months: a dot may follow */
};

struct timex_word {
	const char *spelling;
	uint64_t classes;
	int16_t value;
	uint8_t unit;
};

/* Open addressing over the hash of the token; row 0 is "free". */
struct timex_slot {
	uint32_t hash;
	uint16_t row; /* of the words, from 1 */
};

/* A token as the rules see it. */
struct seen {
	uint64_t classes;
	int32_t value;
	uint8_t unit;
	bool owner; /* ends with 's, which belongs to no expression */
};

/* How fine a value is; the fields that count for each. */
enum grain {
	GRAIN_REF,      /* ref */
	GRAIN_CENTURY,  /* year / 100 */
	GRAIN_DECADE,   /* year / 10 */
	GRAIN_YEAR,     /* year */
	GRAIN_HALF,     /* year, month: 1..2 */
	GRAIN_QUARTER,  /* year, month: 1..4 */
	GRAIN_SEASON,   /* year, month: 1..4 from spring */
	GRAIN_MONTH,    /* year, month */
	GRAIN_WEEK,     /* year (of the week), month: the week */
	GRAIN_WEEKEND,  /* the same */
	GRAIN_DAY,      /* year, month, day */
	GRAIN_PART,     /* the day and part */
	GRAIN_CLOCK,    /* the day, hour, minute */
	GRAIN_DURATION, /* milli (-1: some) units */
};

struct when {
	enum grain grain;
	enum timex_type type;
	int year, month, day;
	int hour, minute, zone; /* zone: minutes east, or ZONE_NONE */
	enum daypart part;
	enum unit unit;
	long milli; /* thousandths of the unit */
	enum mod mod;
	enum ref ref;
	bool year_stated; /* the year comes from the text, not from the document's date */
	bool month_stated; /* so do the month and what is below it */
	bool unknown;      /* the year is not known; see weekday */
	int weekday;       /* 1..7 when only that is known */
};

enum { ZONE_NONE = 10000 };

enum element_kind { ELEMENT_END, ELEMENT_TOKEN, ELEMENT_PHRASE };
enum element_flag {
	ELEMENT_OPTIONAL = 1,
	ELEMENT_WITH = 2,  /* only when the element before it was there */
	ELEMENT_GLUED = 4, /* no blank before it */
	ELEMENT_AFTER = 8, /* must follow, but does not belong to the expression */
	ELEMENT_ABBR = 16, /* only after an abbreviation */
	ELEMENT_OWNED =
	    32 /* only after a word with 's, which may be followed by nothing else */
};

struct finder;
struct match;

/* Reads a phrase at token `i`; the number of its tokens, 0 for none. */
typedef size_t phrase_fn(const struct finder *f, size_t i, struct match *m);

struct element {
	uint64_t mask; /* of a phrase: what its first token may be */
	phrase_fn *phrase;
	int16_t want;              /* the value asked for, or ANY */
	uint8_t kind, flags, unit; /* unit: the one asked for, or UNIT_NONE */
};

enum { ANY = 999, ELEMENTS_MOST = 14, RULES_MOST = 192 };

enum quant {
	QUANT_NONE,
	QUANT_NUMBER,
	QUANT_VAGUE,
	QUANT_ARTICLE,
	QUANT_HALF,
	QUANT_WHOLE
};

struct match {
	size_t start;                /* the token it was tried at */
	size_t from, to;             /* tokens of the expression */
	size_t end;                  /* of all that was looked at */
	uint8_t slot[TIMEX_CLASSES]; /* by class: its token, counted from `start` + 1 */
	long milli;
	int year; /* of a year phrase, or 0 */
	int hour, minute, zone;
	enum quant quant;
	enum mod mod;
	int arg; /* of the rule */
};

typedef bool resolve_fn(struct finder *f, struct match *m, struct when *out);

/* `yes` is found whole by this row; in `no` the row finds nothing. */
struct timex_rule {
	const char *name;
	struct element row[ELEMENTS_MOST];
	resolve_fn *resolve;
	int arg;
	const char *yes, *no;
};

struct timex_language {
	const char *tag;
	const struct timex_word *words;
	size_t word_count;
	const struct timex_slot *slots;
	size_t slot_count; /* a power of two */
	const struct timex_rule *rules;
	size_t rule_count;
	bool english; /* months with capitals, names of nouns, -ed, 's */
};

extern const struct timex_language timex_english, timex_german, timex_french,
    timex_spanish, event_words;

/*
 * How far the rules look: at most half a window to either side.  A window instead of all
 * tokens keeps the working set in the cache however long the text is.
 */
enum { WINDOW = 1024 };

/* All that is known while the text is read. */
struct finder {
	const struct tokens *t;
	struct seen
	    *w;      /* the tokens around the one being read: by index, modulo WINDOW */
	size_t seen; /* how many are classified */
	const struct timex_language *language;
	struct civil doc; /* any date when has_doc is false */
	long doc_day;
	bool has_doc, narrative;
	size_t *steps;    /* counted here, for tests */
	struct when told; /* the last, were it only a measure: "that year" */
	struct when last; /* the last date mentioned; a reference when there is none */
	struct when last_day;             /* the last one that is a day */
	size_t para, last_para, day_para; /* paragraphs, counted from 1 */
	size_t last_to;                   /* the token after the last expression */
	int last_year;                    /* 0: none */
	int told_year[12]
		     [31]; /* of the days told with a year, by month and day; 0: none */
	long told_weekday[7];  /* the day that was told with it; 0: none */
	int said_year[12][31]; /* the year that a day told without one got first */
	long ahead_weekday[7]; /* the day to come that it was; 0: none */
	struct when last_quarter;
	size_t last_quarter_at; /* token */
	bool has_quarter;
};

/* By the first part of the tag; English where there is no other. */
const struct timex_language *timex_tables(struct str tag);
/* The row of a word, or NULL; and what a token is, digits included. */
const struct timex_word *timex_word_of(
    const struct timex_language *l, struct str spelling, uint32_t token_hash);
struct seen timex_classify(
    const struct timex_language *l, const struct tokens *t, size_t i);
static inline const struct seen *
seen_at(const struct finder *f, size_t i)
{
	return &f->w[i % WINDOW];
}
static inline bool
is(const struct finder *f, size_t i, enum timex_class c)
{
	return i < f->t->n && (seen_at(f, i)->classes & BIT(c)) != 0;
}
/* The token before `i` in the same paragraph has the class. */
bool timex_before(const struct finder *f, size_t i, enum timex_class c);
bool timex_mark(const struct finder *f, size_t i, enum mark mark);
/* No blank between tokens i - 1 and i. */
bool timex_glued(const struct finder *f, size_t i);

/* Eight years or more, three quarters of them long before the document, and few weekdays,
   which are news: a history. */
bool timex_is_narrative(const struct finder *f);

/* Tense of the clause around a match: -1 past, 1 to come, 0 not told. */
int timex_tense(const struct finder *f, const struct match *m);
/* "had filed by Friday", "stayed until Friday", of the word "by" or "until" at token i. */
bool timex_over(const struct finder *f, size_t i);
/* The "to" of what was agreed, voted or promised: "agreed to look at it in October". */
bool timex_plan(const struct finder *f, size_t i);
/* ", who": what follows tells of somebody, perhaps of another time. */
bool timex_who(const struct finder *f, size_t i);
/* "desselben Jahres", "de ese año" begins at the token, and a year was told. */
bool timex_of_that_year(const struct finder *f, size_t i);
/* The word tells of what is to come: not "did not meet". */
bool timex_future(const struct finder *f, size_t i);
/* The date is only what another is measured by. */
bool timex_compared(const struct finder *f, const struct match *m);
/* The sentence around it says "will", "is to", "are due". */
bool timex_will(const struct finder *f, const struct match *m);
/* "On 14 January a house burned": it opens its sentence, which has no word of what is to come. */
bool timex_happened(const struct finder *f, const struct match *m);
/* "He wrote it on 3 June": the verb before it is past, and no plan. */
bool timex_did(const struct finder *f, const struct match *m);
/* Nothing stands before it in its sentence but a preposition. */
bool timex_opens(const struct finder *f, const struct match *m);

/* "But", "and" at token i begin a sentence: it goes on from the one before it. */
bool timex_joins(const struct finder *f, size_t i);
/* "India votes in April", where nothing tells of another time. */
bool timex_present(const struct finder *f, const struct match *m);
bool timex_sentence_start(const struct finder *f, size_t i);
/* No paragraph begins with one of the tokens from..to. */
bool timex_same_paragraph(const struct finder *f, size_t from, size_t to);

/* Phrases. */
phrase_fn phrase_or_so, phrase_hour, phrase_number, phrase_quant, phrase_approx,
    phrase_year, phrase_part, phrase_clock;

/* Values. */
void timex_print(const struct when *w, const struct civil *doc, struct timex *out);
/* The four digits of a year 0 to 9999, and a NUL. */
static inline void
year_digits(int year, char out[5])
{
	for (int i = 4; i-- > 0; year /= 10)
		out[i] = (char)('0' + year % 10);
	out[4] = '\0';
}
void timex_print_edtf(
    const struct when *w, const struct civil *doc, char *out, size_t room);
struct when when_day(long day);
struct when when_shift(long day, int count, enum unit unit);
bool when_first_day(const struct when *w, long *day);

#endif
