/*
 * digest/timex_row.h -- how rows of token classes are written down.
 *
 * T is a token of a class, O one that may be missing, W one that may follow only what is
 * there before it; the V forms ask for a value too.  P and OP are phrases.  AFTER must
 * follow, outside of the expression.
 */
#ifndef DIGEST_TIMEX_ROW_H
#define DIGEST_TIMEX_ROW_H

#define ELEMENT_(m, p, v, k, fl)                                                    \
	{                                                                           \
		.mask = (m), .phrase = (p), .want = (v), .kind = (k), .flags = (fl) \
	}
#define T(c) ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, 0)
#define OWNED3(c, d, e) \
	ELEMENT_(BIT(c) | BIT(d) | BIT(e), 0, ANY, ELEMENT_TOKEN, ELEMENT_OWNED)
#define T2(c, d) ELEMENT_(BIT(c) | BIT(d), 0, ANY, ELEMENT_TOKEN, 0)
#define T3(c, d, e) ELEMENT_(BIT(c) | BIT(d) | BIT(e), 0, ANY, ELEMENT_TOKEN, 0)
#define U(u)                                                                       \
	{                                                                          \
		.mask = BIT(UNIT), .want = ANY, .kind = ELEMENT_TOKEN, .unit = (u) \
	}
#define UU(u)                                                                       \
	{                                                                           \
		.mask = BIT(UNITS), .want = ANY, .kind = ELEMENT_TOKEN, .unit = (u) \
	}
#define G(c) ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, ELEMENT_GLUED)
#define TV(c, v) ELEMENT_(BIT(c), 0, v, ELEMENT_TOKEN, 0)
#define O(c) ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, ELEMENT_OPTIONAL)
#define O2(c, d) ELEMENT_(BIT(c) | BIT(d), 0, ANY, ELEMENT_TOKEN, ELEMENT_OPTIONAL)
#define OV(c, v) ELEMENT_(BIT(c), 0, v, ELEMENT_TOKEN, ELEMENT_OPTIONAL)
#define W(c) ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, ELEMENT_OPTIONAL | ELEMENT_WITH)
#define ABBR                                      \
	ELEMENT_(BIT(DOT), 0, ANY, ELEMENT_TOKEN, \
	    ELEMENT_OPTIONAL | ELEMENT_GLUED | ELEMENT_ABBR)
#define AFTER(c) ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, ELEMENT_AFTER)
#define OAFTER(c) \
	ELEMENT_(BIT(c), 0, ANY, ELEMENT_TOKEN, ELEMENT_AFTER | ELEMENT_OPTIONAL)
#define AFTER2(c, d) ELEMENT_(BIT(c) | BIT(d), 0, ANY, ELEMENT_TOKEN, ELEMENT_AFTER)
#define AFTERV(c, v) ELEMENT_(BIT(c), 0, v, ELEMENT_TOKEN, ELEMENT_AFTER)

#define P_(f, m, fl) ELEMENT_(m, f, ANY, ELEMENT_PHRASE, fl)
#define NUMBER_MASK BIT(NUMBER)
#define QUANT_MASK (BIT(NUMBER) | BIT(A) | BIT(VAGUE) | BIT(HALF) | BIT(WHOLE) | BIT(THE))
#define APPROX_MASK (BIT(APPROX) | BIT(MORE) | BIT(AT) | BIT(MARK))
#define YEAR_MASK (BIT(YEAR) | BIT(NUMBER))
#define PART_MASK (BIT(EARLY) | BIT(EARLIER) | BIT(THE) | BIT(EDGE))
#define CLOCK_MASK (BIT(NUMBER) | BIT(NOON))
#define COUNT P_(phrase_number, NUMBER_MASK, 0)
#define QUANT P_(phrase_quant, QUANT_MASK, 0)
#define OAPPROX P_(phrase_approx, APPROX_MASK, ELEMENT_OPTIONAL)
#define YEARS P_(phrase_year, YEAR_MASK, 0)
#define OYEAR P_(phrase_year, YEAR_MASK, ELEMENT_OPTIONAL)
#define OYEAR_AFTER P_(phrase_year, YEAR_MASK, ELEMENT_OPTIONAL | ELEMENT_AFTER)
#define YEAR_AFTER P_(phrase_year, YEAR_MASK, ELEMENT_AFTER)
#define OPART P_(phrase_part, PART_MASK, ELEMENT_OPTIONAL)
#define PARTS P_(phrase_part, PART_MASK, 0)
#define OR_SO P_(phrase_or_so, BIT(JOIN), ELEMENT_OPTIONAL)
#define DAY_CLOCK P_(phrase_hour, BIT(NUMBER), 0)
#define CLOCK P_(phrase_clock, CLOCK_MASK, 0)

/* A row of `rules`: a text it finds, the expression in brackets, and one in which it finds
   nothing; then its elements. */
#define RULE(name, resolve, arg, yes, no, ...)               \
	{                                                    \
		name, { __VA_ARGS__ }, resolve, arg, yes, no \
	}

/* A language's three tables in its file, by their names. */
#define TIMEX_TABLES                                              \
	.words = words, .word_count = LEN(words), .slots = slots, \
	.slot_count = LEN(slots), .rules = rules, .rule_count = LEN(rules)

#endif
