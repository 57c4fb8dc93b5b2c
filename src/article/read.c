/* Bytes in, articles out: the kind is found by a table of probes, the text cleaned, and
   what all readers leave to the end is done here: dateline, title, language. */
#include <string.h>

#include "article/html.h"
#include "article/item.h"
#include "base/sha256.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

enum {
	LOOK = 4096,   /* bytes a probe looks at */
	DEK_MORE = 40, /* bytes that say no more than the title before them */
	DEK_LOOK =
	    60, /* bytes by which a standfirst is known as the beginning of a block */
	DEK_BLOCKS = 3, /* that are looked at: lines above the text are blocks, too */
};

static bool
pdf_probe(struct str s)
{
	return str_starts(s, STR("%PDF-"));
}

static bool
any_probe(struct str s)
{
	(void)s;
	return true;
}

/* The first probe that says yes; a kind without a reader says what to do instead. */
static const struct kind {
	const char *name, *help;
	bool (*probe)(struct str bytes);
	bool (*read)(struct job *j, struct str text);
	struct str (*charset)(struct str bytes); /* that the input names itself */
	size_t most;                             /* bytes looked at */
	bool raw; /* the reader finds out the character set; it gives several articles */
} kinds[] = {
	{ "pdf", "a PDF, through pdftotext (poppler-utils) when it is there", pdf_probe,
	    pages_read, NULL, 16 << 20, true },
	{ "feed", "RSS and Atom: each item is an article", feed_probe, feed_read, NULL,
	    8 << 20, true },
	{ "html", "a web page: its main text and what it says of itself", html_probe,
	    html_read, html_charset, HTML_INPUT, false },
	{ "mail", "a mail or an mbox: each message is an article", mail_probe, mail_read,
	    NULL, 32 << 20, true },
	{ "json", "JSON Feed, exports of wallabag and Pocket, lists of articles",
	    json_probe, json_read, NULL, 16 << 20, true },
	{ "markdown",
	    "Markdown, with or without front matter; its tags or keywords become topics",
	    markdown_probe, markdown_read, NULL, TEXT_BYTES, false },
	{ "text", "plain text, as articles are copied or sent by agencies", any_probe,
	    text_read, NULL, TEXT_BYTES, false },
};

const char *
article_kind_name(size_t i)
{
	return i < LEN(kinds) ? kinds[i].name : NULL;
}

const char *
article_kind_help(size_t i)
{
	return i < LEN(kinds) ? kinds[i].help : NULL;
}

static const struct kind *
kind_of(struct str bytes, struct str from)
{
	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_cut(bytes, 3, bytes.n);
	for (size_t i = 0; i < LEN(kinds); i++)
		if (from.n != 0 ? str_eq(from, str_of(kinds[i].name))
				: kinds[i].probe(bytes))
			return &kinds[i];
	return NULL;
}

static bool
is_binary(struct str bytes)
{
	const struct str look = str_cut(bytes, 0, LOOK);

	return look.n != 0 && memchr(look.p, '\0', look.n) != NULL &&
	       !str_starts(look, STR("\xff\xfe")) && !str_starts(look, STR("\xfe\xff"));
}

/* What no reader knows, by its beginning: drawings, settings, word processors, the sources of
   papers, manual pages and programs; and what to do. */
static const char *
other_source(struct str bytes)
{
	static const char markup[] =
	    "markup that is no page and no feed; give the article's text";
	static const char latex[] =
	    "LaTeX is not read; make it Markdown first, as pandoc does";
	static const char roff[] =
	    "the source of a manual page is not read; pipe in what 'man -l' makes of it";
	static const struct {
		const char *start, *what;
	} sources[] = { { "<?xml", markup }, { "<svg", markup }, { "{\\rtf", markup },
		{ "\\documentclass", latex }, { "\\documentstyle", latex },
		{ ".TH ", roff }, { ".Dd ", roff }, { ".\\\" ", roff },
		{ "'\\\" ", roff }, { "#!/", "a program and no text" } };
	struct str text = str_trim(str_cut(bytes, 0, LOOK));

	while (str_starts(text, STR("%"))) { /* remarks of LaTeX */
		(void)str_line(&text);
		text = str_trim(text);
	}
	for (size_t i = 0; i < LEN(sources); i++)
		if (str_starts(text, str_of(sources[i].start)))
			return sources[i].what;
	return NULL;
}

/* A form feed ends a page, so also a paragraph; nothing else of it is text. */
static struct str
without_form_feeds(struct arena *a, struct str bytes)
{
	char *p;

	if (bytes.n == 0 || memchr(bytes.p, '\f', bytes.n) == NULL ||
	    memchr(bytes.p, '\0', bytes.n) != NULL)
		return bytes;
	p = arena_alloc(a, bytes.n);
	memcpy(p, bytes.p, bytes.n);
	for (size_t i = 0; i < bytes.n; i++)
		if (p[i] == '\f')
			p[i] = '\n';
	return (struct str){ p, bytes.n };
}

static const char *const tags[] = { "en", "de", "fr", "es", "it", "nl",
	"pt" }; /* as word_stops() */

/* The language whose function words are clearly the commonest, or nothing. */
static struct str
language_of(struct arena *a, const struct doc *d)
{
	size_t hits[LEN(tags)] = { 0 }, words = 0, best = 0, second = 0;

	for (const struct block *b = d->first; b != NULL && words < 3000; b = b->next) {
		const struct tokens t =
		    tokens_of(a, utf8_lower(a, str_cut(doc_plain(a, b), 0, 20000)));

		for (size_t i = 0; i < t.n; i++) {
			const bool word = t.at[i].kind == TOKEN_WORD;
			const unsigned stops =
			    word ? word_stops(token_text(&t, i), t.at[i].hash) : 0;

			words += word;
			for (size_t k = 0; stops != 0 && k < LEN(tags); k++)
				hits[k] += stops >> k & 1;
		}
	}
	for (size_t k = 1; k < LEN(tags); k++)
		best = hits[k] > hits[best] ? k : best;
	for (size_t k = 0; k < LEN(tags); k++)
		second = k != best && hits[k] > second ? hits[k] : second;
	if (words < 8 || hits[best] * 5 < words || hits[best] * 10 < second * 13)
		return STR_NIL;
	return str_of(tags[best]);
}

static void
hints_set(struct article *out, const struct article_hints *h)
{
	out->title = h->title;
	out->source.published = h->published;
	out->source.language = h->language;
	out->source.url = h->url;
}

struct str
article_file_stem(struct str file)
{
	struct str stem = file;

	while (file.n != 0)
		stem = str_split(&file, '/');
	for (size_t i = stem.n; i-- > 1 && stem.p[i] != ' ';)
		if (stem.p[i] == '.')
			return str_cut(stem, 0, i);
	return stem;
}

/* "2019-06-28-crane.md": the day that diaries and generators of sites have in a note's name. */
static void
day_from_name(struct job *j)
{
	const struct str stem = article_file_stem(j->hints->file),
			 day = str_cut(stem, 0, 10);
	struct source *s = &j->out->source;

	if (s->published.n == 0 && day.n == 10 && day.p[4] == '-' && day.p[7] == '-' &&
	    (stem.n == 10 || strchr("-_ ,", stem.p[10]) != NULL) &&
	    item_date(j->a, day).n == 10)
		s->published = item_date(j->a, day);
}

/* What the text is written in; a page in German that its template calls English is German. */
static void
set_language(struct job *j)
{
	struct str *said = &j->out->source.language;
	const bool known = str_is_any(str_cut(*said, 0, 2), tags, LEN(tags));
	struct str seen;

	if (j->hints->language.n != 0 || (said->n != 0 && !known))
		return;
	seen = language_of(j->a, j->out->body);
	if (seen.n != 0 && !str_eq(str_cut(*said, 0, 2), seen))
		*said = seen;
}

/* A standfirst that only says the title again or how one of the first blocks begins. */
static bool
dek_repeats(struct arena *a, const struct article *out)
{
	const struct str title = utf8_lower(a, out->title);
	struct str dek = utf8_lower(a, out->dek);
	const struct block *b = out->body->first;

	while (str_ends(dek, STR(".")) || str_ends(dek, STR("…")))
		dek = str_cut(dek, 0, dek.n - (str_ends(dek, STR(".")) ? 1 : STR("…").n));
	if (str_starts(title, dek) ||
	    (str_starts(dek, title) && dek.n < title.n + DEK_MORE))
		return true;
	dek = str_cut(dek, 0, DEK_LOOK);
	for (int i = 0; b != NULL && i < DEK_BLOCKS; i++, b = b->next) {
		const struct str text = str_trim(doc_plain(a, b));

		if (str_starts(utf8_lower(a, str_cut(text, 0, 4 * DEK_LOOK)), dek))
			return true;
	}
	return false;
}

/* What came before the publication, or with it, is no update. */
static bool
is_later(struct str updated, struct str published)
{
	enum { DAY = 10, SECOND = 19 };
	const struct str day = str_cut(updated, 0, DAY);
	const int way = str_cmp(day, str_cut(published, 0, DAY));

	if (str_eq(updated, published) || (way < 0 && published.n >= DAY && day.n == DAY))
		return false;
	return way != 0 || updated.n <= SECOND || updated.n != published.n ||
	       !str_eq(str_cut(updated, SECOND, updated.n),
		   str_cut(published, SECOND, published.n)) ||
	       str_cmp(updated, published) > 0;
}

/* The heading that a text without a title begins with is its title. */
static void
take_heading(struct job *j)
{
	struct doc *d = j->out->body;

	if (j->out->title.n != 0 || d->first->kind != BLOCK_HEADING ||
	    d->first->level != 1 || d->first->next == NULL)
		return;
	j->out->title = str_trim(doc_plain(j->a, d->first));
	blocks_drop_first(d);
}

void
article_finish(struct job *j)
{
	struct article *out = j->out;
	const struct block *first;
	struct str text;

	take_heading(j);
	first = out->body->first;
	text = str_trim(doc_plain(j->a, first));
	if (first->kind == BLOCK_PARA)
		dateline_read(j, text);
	if (out->title.n == 0)
		out->title = title_make(j->a, out->body);
	if (out->title.n == 0)
		out->title = article_file_stem(j->hints->file);
	dated_read(j);
	set_language(j);
	if (out->dek.n != 0 && dek_repeats(j->a, out))
		out->dek = STR_NIL;
	if (!j->kept && !is_later(out->source.updated, out->source.published))
		out->source.updated = STR_NIL;
}

/* The first bytes as a probe sees them: UTF-16 as UTF-8. */
static struct str
look_at(struct arena *a, struct str bytes)
{
	if (!str_starts(bytes, STR("\xff\xfe")) && !str_starts(bytes, STR("\xfe\xff")))
		return bytes;
	return utf8_import(a, str_cut(bytes, 0, (size_t)8 * LOOK), STR_NIL);
}

static bool
kind_refused(const struct kind *kind, struct str bytes, const struct job *j)
{
	const struct place at = { .file = j->hints->file };

	if (kind == NULL)
		say(j->d, SAY_ARTICLE_KIND, at,
		    "unknown kind '" STR_FMT "', see --help for the kinds",
		    STR_ARG(j->hints->from));
	else if (kind->read == NULL)
		say(j->d, SAY_ARTICLE_KIND, at, "'%s' cannot be read: %s", kind->name,
		    kind->help);
	else if (!kind->raw && is_binary(bytes))
		say(j->d, SAY_ARTICLE_KIND, at,
		    "binary data and no text; give the article's text, or a PDF of it");
	else if ((kind->read == text_read || kind->read == markdown_read) &&
		 j->hints->from.n == 0 && other_source(bytes) != NULL)
		say(j->d, SAY_ARTICLE_KIND, at, "%s", other_source(bytes));
	else
		return false;
	return true;
}

/* At most what the kind looks at, up to the end of a character. */
static struct str
cut_to(struct job *j, const struct kind *kind, struct str bytes)
{
	if (bytes.n <= kind->most)
		return bytes;
	j->cut = true;
	bytes.n = kind->most;
	while (bytes.n > kind->most - 3 && (bytes.p[bytes.n] & 0xc0) == 0x80)
		bytes.n--;
	if (kind->read != html_read)
		say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
		    "the input is larger than the %zu KiB that are read, its end is "
		    "left out",
		    kind->most >> 10);
	return bytes;
}

static struct str
clean_text(struct job *j, const struct kind *kind, struct str bytes)
{
	struct str charset = j->hints->charset;

	if (kind->raw)
		return bytes;
	if (str_eq_nocase(charset, STR("utf-8")) && utf8_invalid(bytes) != STR_NONE)
		say(j->d, SAY_ARTICLE_CHARSET, (struct place){ .file = j->hints->file },
		    "the input is not UTF-8, read as Windows-1252");
	if (charset.n == 0)
		charset = utf8_set(
		    bytes, kind->charset != NULL ? kind->charset(bytes) : STR_NIL);
	return utf8_import(j->a, without_form_feeds(j->a, bytes), charset);
}

static bool
has_error(const struct diags *d, size_t from)
{
	for (size_t i = from; i < d->n; i++)
		if (message_level(d->at[i].id) == LEVEL_ERROR)
			return true;
	return false;
}

bool
article_read(struct arena *a, struct str bytes, const struct article_hints *h,
    struct articles *out, struct diags *d)
{
	const struct kind *kind = kind_of(look_at(a, bytes), h->from);
	const size_t before = out->n;
	const size_t said = d->n;
	struct article made = { 0 };
	struct job j = { .a = a,
		.hints = h,
		.out = &made,
		.d = d,
		.titled = h->title.n != 0,
		.all = out };

	if (kind_refused(kind, bytes, &j))
		return false;
	hints_set(&made, h);
	made.source.sha256 = h->sha256.n != 0 ? h->sha256 : sha256_hex(a, bytes);
	bytes = cut_to(&j, kind, bytes);
	if (!kind->read(&j, clean_text(&j, kind, bytes))) {
		if (!has_error(d, said))
			say(d, SAY_ARTICLE_EMPTY, (struct place){ .file = h->file },
			    "no text in the input, nothing to convert");
		return false;
	}
	if (kind->read == markdown_read)
		day_from_name(&j);
	if (out->n == before) {
		article_finish(&j);
		*vec_push(a, out) = made;
	}
	return true;
}
