/* Feeds: bytes to items, items to articles; what is no well-formed XML is mended first. */
#include "article/feed.h"

#include <string.h>

#include "text/utf8.h"

enum { LOOK = 16384 };

static struct place
place_of(const struct job *j)
{
	return (struct place){ .file = j->hints->file };
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* The name of the element that begins at `at`, without its prefix. */
static struct str
name_at(struct str s, size_t at)
{
	size_t from = at, to = at;

	for (; to < s.n && (is_letter(s.p[to]) || strchr("0123456789:", s.p[to]) != NULL);
	     to++)
		if (s.p[to] == ':')
			from = to + 1;
	return to < s.n && strchr(" \t\r\n>/", s.p[to]) != NULL ? str_cut(s, from, to)
								: STR_NIL;
}

static bool
has_tag(struct str s, const char *const *names)
{
	for (size_t at = 0; (at = str_find(s, STR("<"), at)) != STR_NONE; at++)
		for (const char *const *name = names; *name != NULL; name++)
			if (str_eq_nocase(name_at(s, at + 1), str_of(*name)))
				return true;
	return false;
}

static bool
names_feed(struct str s)
{
	static const char *const roots[] = { "rss", "feed", "rdf", "opml", NULL };
	static const char *const channel[] = { "channel", NULL };

	return has_tag(s, roots) || (str_starts(s, STR("<?xml")) && has_tag(s, channel));
}

/* An entry alone is a feed when it says what it is. */
static bool
is_root(struct str name, struct str head)
{
	static const char *const roots[] = { "rss", "feed", "rdf", "opml", "channel" };

	for (size_t i = 0; i < LEN(roots); i++)
		if (str_eq_nocase(name, str_of(roots[i])))
			return true;
	return str_eq_nocase(name, STR("entry")) &&
	       (str_has(head, STR("w3.org/2005/Atom")) ||
		   str_has(head, STR("purl.org/atom/ns")));
}

/* After the XML declaration, comments and the document type. */
static struct str
after_prolog(struct str s)
{
	for (s = str_trim(s); str_starts(s, STR("<?")) || str_starts(s, STR("<!"));) {
		const bool comment = str_starts(s, STR("<!--"));
		const size_t end =
		    str_find(s, comment ? STR("-->") : STR(">"), comment ? 4 : 0);

		if (end == STR_NONE || str_starts(s, STR("<![")))
			break;
		s = str_trim(str_cut(s, end + (comment ? 3 : 1), s.n));
	}
	return s;
}

/* What a server's program printed before the feed is not looked at. */
bool
feed_probe(struct str s)
{
	const struct str all = str_trim(s);
	const struct str after = after_prolog(all);
	struct str head = str_cut(all, 0, LOOK);
	size_t at;

	if (head.n > 4 && (head.p[0] == '\0' || head.p[1] == '\0')) { /* UTF-16 */
		struct arena a = ARENA_INIT;
		bool mended;
		const bool yes = names_feed(feed_import(&a, head, STR_NIL, &mended));

		arena_free(&a);
		return yes;
	}
	if (str_starts(after, STR("<")) && is_root(name_at(after, 1), head))
		return true;
	if (has_tag(head, (const char *const[]){ "html", "svg", NULL }) ||
	    str_eq_nocase(name_at(after, 1), STR("html")))
		return false;
	if (str_starts(head, STR("<")) &&
	    (names_feed(head) || names_feed(str_cut(after, 0, 200))))
		return true;
	at = str_find(head, STR("<?xml"), 0);
	if (at == STR_NONE)
		at = str_find(head, STR("<rss"), 0);
	return at != STR_NONE && at < 2048 && str_ends(all, STR(">")) &&
	       names_feed(str_cut(head, at, head.n));
}

static void
say_mended(struct job *j, const struct feed *f)
{
	struct place at = place_in(j->hints->file, f->text, f->fault_at);

	at.text = STR_NIL; /* a line of a feed is often all of it */
	say(j->d, SAY_FEED_MENDED, at,
	    "ill-formed XML: %s; read as far as it can be understood", f->fault);
}

static bool
say_list(struct job *j, const struct feed *f)
{
	struct buf b = buf_new(j->a);

	for (size_t i = 0; i < f->listed.n; i++)
		buf_printf(&b, "%s'" STR_FMT "' " STR_FMT, i == 0 ? ": " : ", ",
		    STR_ARG(f->listed.at[i].title), STR_ARG(f->listed.at[i].url));
	say(j->d, SAY_FEED_LIST, place_of(j),
	    "a list of feeds (%zu%s), not articles" STR_FMT
	    "; save a feed of them and give that",
	    f->listed.n, f->cut ? " and more" : "", STR_ARG(buf_view(&b)));
	return false;
}

static void
parse(struct job *j, struct feed *f, bool bytes_mended)
{
	struct feed second = { .a = f->a, .home = f->home };

	if (feed_parse(f)) {
		if (bytes_mended)
			say(j->d, SAY_FEED_MENDED, place_of(j),
			    "bytes that are no text of the character set it names; read "
			    "as far as they can be understood");
		return;
	}
	say_mended(j, f);
	second.text = feed_mend(f->a, f->text, &second.cut);
	second.names = true;
	if (second.cut)
		say(j->d, SAY_ARTICLE_CUT, place_of(j),
		    "the feed is mostly broken, its end is left out");
	second.cut = false;
	(void)feed_parse(&second);
	*f = second;
}

bool
feed_read(struct job *j, struct str bytes)
{
	struct feed f = { .a = j->a, .home = j->hints->url };
	bool mended, any = false;

	f.text = feed_import(j->a, bytes, j->hints->charset, &mended);
	parse(j, &f, mended);
	if (f.list)
		return say_list(j, &f);
	for (size_t i = 0; i < f.items.n; i++) {
		const struct item it = feed_item(&f, &f.items.at[i]);

		any = item_add(j, &it) || any;
	}
	if (f.short_field)
		say(j->d, SAY_ARTICLE_CUT, place_of(j),
		    "an item is larger than is read, its end is left out");
	if (f.cut)
		say(j->d, SAY_ARTICLE_CUT, place_of(j),
		    "more than %d items, the rest is left out", FEED_ITEMS);
	return any;
}
