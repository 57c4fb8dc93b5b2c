/* Ids: a date, and the words of the title as far as a-z and 0-9 can say them. */
#include "base/buf.h"
#include "base/file.h"
#include "base/sha256.h"
#include "brief/fields.h"
#include "text/utf8.h"

enum { ID_BYTES = 120, SLUG_BYTES = 60, HASH_BYTES = 12, DAY_BYTES = 10 };

/* Letters that have no diacritic to drop, and marks that join a word. */
static const struct {
	uint32_t code;
	const char *as;
} spellings[] = { { 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" },
	{ 0xfe, "th" }, { 0x111, "d" }, { 0x127, "h" }, { 0x131, "i" }, { 0x142, "l" },
	{ 0x153, "oe" }, { '\'', "" }, { 0x2019, "" }, { 0x2bc, "" } };

static bool
is_word(uint32_t code)
{
	return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
}

/* What a code point adds to the slug; NULL: it ends a word. */
static const char *
spell(uint32_t code, char room[2])
{
	if (is_word(code)) {
		room[0] = (char)code;
		room[1] = '\0';
		return room;
	}
	for (size_t i = 0; i < LEN(spellings); i++)
		if (code == spellings[i].code)
			return spellings[i].as;
	return NULL;
}

/* Up to the word in which the SLUG_BYTESth letter is: what a title ends with is seldom missed. */
static void
put_slug(struct buf *out, struct str folded)
{
	bool gap = false;

	while (folded.n != 0) {
		char room[2];
		const char *as = spell(utf8_next(&folded), room);

		if (as == NULL) {
			if (out->n >= SLUG_BYTES)
				return;
			gap = true;
		} else if (as[0] != '\0') {
			if (gap && out->n != 0)
				buf_byte(out, '-');
			buf_text(out, as);
			gap = false;
		}
	}
}

/* The day, month or year an EDTF date begins with; nothing when it has no year. */
static struct str
date_part(struct str published)
{
	size_t n = 0;

	while (n < published.n && n < DAY_BYTES &&
	       (published.p[n] == '-' || byte_is_digit(published.p[n])))
		n++;
	while (n > 0 && published.p[n - 1] == '-')
		n--;
	return n < 4 || published.p[0] == '-' ? STR_NIL : str_cut(published, 0, n);
}

/* At most ID_BYTES, cut between words where there are any. */
static struct str
shorten(struct str id)
{
	size_t n = ID_BYTES;

	if (id.n <= ID_BYTES)
		return id;
	while (n > ID_BYTES / 2 && id.p[n] != '-')
		n--;
	return str_cut(id, 0, id.p[n] == '-' ? n : ID_BYTES);
}

struct str
brief_make_id(struct arena *a, struct str title, struct str published)
{
	const struct str date = date_part(published);
	struct buf slug = buf_new(a), out = buf_new(a);

	put_slug(&slug, utf8_fold(a, title));
	buf_str(&out, date);
	if (date.n != 0)
		buf_byte(&out, '-');
	buf_str(&out,
	    slug.n != 0 ? buf_view(&slug) : str_cut(sha256_hex(a, title), 0, HASH_BYTES));
	return shorten(buf_view(&out));
}

/* It begins with the date, and has something after it. */
static bool
is_dated(struct str id, struct str date)
{
	return date.n != 0 && id.n > date.n + 1 && id.p[date.n] == '-' &&
	       str_starts(id, date);
}

struct str
brief_id_words(struct str id, struct str published)
{
	const struct str day = date_part(id), date = date_part(published);

	if (day.n == DAY_BYTES && is_dated(id, day))
		return str_cut(id, day.n + 1, id.n);
	return is_dated(id, date) ? str_cut(id, date.n + 1, id.n) : id;
}

bool
brief_id_valid(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!is_word((unsigned char)id.p[i]) &&
		    (i == 0 || (id.p[i] != '.' && id.p[i] != '_' && id.p[i] != '-')))
			return false;
	return id.n > 0 && id.n <= ID_BYTES;
}

struct str
brief_id_from_name(struct arena *a, struct str name, size_t nth)
{
	const struct str base = path_base(name);
	struct buf out = buf_new(a);
	size_t dot = base.n;

	for (size_t i = 1; i < base.n; i++)
		if (base.p[i] == '.')
			dot = i;
	buf_str(&out, str_cut(base, 0, dot));
	if (nth > 0)
		buf_printf(&out, "-%zu", nth + 1);
	return buf_view(&out);
}
