/*
 * text/utf8.h -- bytes of any origin turned into UTF-8, and what Unicode says of code points.
 *
 * Everything above this door works on valid UTF-8 in NFC with LF line ends;
 * utf8_import() makes it so.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

/* How many code points the string holds (a broken byte counts as one). */
size_t utf8_count(struct str s);

/*
 * Any text as clean UTF-8: the character set is taken from a byte order mark,
 * else it is UTF-8 if the bytes are valid, else what `declared` names (may be
 * empty), else Windows-1252 (iconv; undefined bytes become U+FFFD).  Marks
 * are dropped, CR LF and CR become LF, NUL and other C0 controls but TAB
 * and LF become U+FFFD, those of C1 what Windows-1252 has there, the text is normalised to NFC.
 */
struct str utf8_import(struct arena *a, struct str bytes, struct str declared);

/* The name of the set of bytes that are no UTF-8 and do not say what they are, if their
   script is not Latin; else nothing. */
struct str utf8_guess(struct str bytes);

/* The set of bytes that are no UTF-8: the declared one, unless they are UTF-8 but for a few, or
   are declared to be and are not; then a guess, which may be nothing. */
struct str utf8_set(struct str bytes, struct str declared);

/* Whether a character set has this name; what has none is read as windows-1252. */
bool utf8_knows(struct str charset);

/*
 * For a process that will open no more files: iconv's name of the set that `declared`
 * means when reading it takes files, else NULL; and getting them once and for all.
 */
const char *utf8_needs(struct str declared);
void utf8_prepare(const char *needed);

/* For searching and comparing: case folded, diacritics dropped (NFKD without Mn). */
struct str utf8_fold(struct arena *a, struct str s);

/* Classes of a code point, from the Unicode character database. */
bool utf8_is_upper(uint32_t code); /* Lu, Lt */
bool utf8_is_lower(uint32_t code);
bool utf8_is_letter(uint32_t code); /* L*, M* */
bool utf8_is_digit(uint32_t code);  /* Nd */
bool utf8_is_space(uint32_t code);  /* White_Space */

/* Lower case of the whole string, without dropping anything. */
struct str utf8_lower(struct arena *a, struct str s);

#endif
