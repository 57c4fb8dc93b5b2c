/* Fields of feeds: the best of each is kept, and a level becomes an item. */

#include "article/html.h"
#include "article/tables/feeds.h"

const struct feed_row *
feed_row_of(enum feed_ns ns, struct str name)
{
	if (ns == NS_ATOM)
		ns = NS_RSS;
	for (size_t i = 0; i < LEN(feed_rows); i++)
		if (feed_rows[i].ns == ns &&
		    str_eq_nocase(name, str_of(feed_rows[i].name)))
			return &feed_rows[i];
	return NULL;
}

static struct str
without_slash(struct str s)
{
	s = str_trim(s);
	return str_ends(s, STR("/")) ? str_cut(s, 0, s.n - 1) : s;
}

enum feed_ns
feed_ns_of(struct str prefix, struct str address)
{
	address = without_slash(address);
	for (size_t i = 0; i < LEN(feed_spaces) && address.n != 0; i++)
		if (str_eq_nocase(address, str_of(feed_spaces[i].address)))
			return feed_spaces[i].ns;
	for (size_t i = 0; i < LEN(feed_spaces) && prefix.n != 0; i++)
		if (str_eq_nocase(prefix, str_of(feed_spaces[i].prefix)))
			return feed_spaces[i].ns;
	return prefix.n == 0 ? NS_RSS : NS_OTHER;
}

static void
keep_authors(struct feed *f, struct feed_level *in, int rank, struct str names)
{
	struct strs found = { 0 };

	if (!item_author(f->a, &found, names, false)) {
		rank = 1; /* an address is better than nobody */
		(void)item_author(f->a, &found, names, true);
	}
	if (found.n == 0 || rank < in->author_rank)
		return;
	if (rank > in->author_rank)
		in->authors = (struct strs){ 0 };
	in->author_rank = rank;
	for (size_t i = 0; i < found.n; i++)
		(void)item_author(f->a, &in->authors, found.at[i], true);
}

static void
keep_keywords(
    struct feed *f, struct feed_level *in, const struct feed_row *row, struct str text)
{
	const bool list = row->ns == NS_MEDIA || row->ns == NS_ITUNES;

	while (text.n != 0 && list)
		item_keyword(f->a, &in->keywords, str_split(&text, ','));
	item_keyword(f->a, &in->keywords, text);
}

static bool
is_page(struct str url)
{
	return str_eq_nocase(str_cut(url, 0, 7), STR("http://")) ||
	       str_eq_nocase(str_cut(url, 0, 8), STR("https://"));
}

void
feed_keep(struct feed *f, struct feed_level *in, const struct feed_row *row,
    struct feed_text text)
{
	struct feed_text *where;

	if (text.text.n == 0)
		return;
	if (row->slot == SLOT_AUTHOR || row->slot == SLOT_KEYWORD) {
		if (row->slot == SLOT_AUTHOR)
			keep_authors(f, in, row->rank, text.text);
		else
			keep_keywords(f, in, row, text.text);
		return;
	}
	if (row->slot >= SLOT_COUNT)
		return;
	if (row->slot == SLOT_LINK && in == &f->channel && is_page(text.text))
		feed_keep(f, in,
		    &(struct feed_row){ row->ns, "", SLOT_HERE, row->rank, NULL }, text);
	where = &in->at[row->slot];
	text.rank = row->rank;
	if (text.rank <= where->rank)
		return;
	if (row->slot == SLOT_PUBLISHED || row->slot == SLOT_UPDATED)
		text.text = item_date(f->a, text.text);
	if (row->slot == SLOT_LINK && row->rank < 5 && !is_page(text.text) &&
	    !str_starts(text.text, STR("/")))
		return;
	if (text.text.n != 0)
		*where = text;
}

static struct str
plain_of(const struct feed *f, const struct feed_level *in, enum feed_slot slot)
{
	const struct feed_text *t = &in->at[slot];

	return item_plain(
	    f->a, t->text, t->form == ITEM_TEXT && f->names ? ITEM_GUESS : t->form);
}

static struct str
link_of(const struct feed *f, const struct feed_level *in, struct str base)
{
	const struct feed_text *t = &in->at[SLOT_LINK];

	return html_resolve(f->a, t->base.n != 0 ? t->base : base, t->text);
}

static struct item_text
text_of(const struct feed *f, const struct feed_text *t)
{
	const bool undone = t->form == ITEM_TEXT && f->names;

	return (struct item_text){ t->text, undone ? ITEM_GUESS : t->form };
}

/* A feed that only says when an entry was last touched says when it was published. */
static void
set_dates(struct item *it, const struct feed_level *in)
{
	it->source.published = in->at[SLOT_PUBLISHED].text;
	it->source.updated = in->at[SLOT_UPDATED].text;
	if (it->source.published.n == 0) {
		it->source.published = it->source.updated;
		it->source.updated = STR_NIL;
	}
	if (str_eq(it->source.published, it->source.updated))
		it->source.updated = STR_NIL;
}

struct item
feed_item(const struct feed *f, const struct feed_level *in)
{
	const struct feed_level *channel = &f->channel;
	const struct str here = f->home.n != 0 ? f->home : channel->at[SLOT_HERE].text;
	const struct str site = link_of(f, channel, here);
	const struct str home = site.n != 0 ? site : here;
	struct item it = { .bytes = str_cut(f->text, in->from, in->to) };
	const struct feed_text *content = &in->at[SLOT_CONTENT];

	it.title = plain_of(f, in, SLOT_TITLE);
	it.url = link_of(f, in, home);
	it.source.name = plain_of(f, channel, SLOT_TITLE);
	it.source.via = plain_of(f, in, SLOT_VIA);
	it.source.rights = plain_of(f, in, SLOT_RIGHTS);
	if (it.source.rights.n == 0)
		it.source.rights = plain_of(f, channel, SLOT_RIGHTS);
	it.source.language = item_language(f->a, in->at[SLOT_LANGUAGE].text);
	if (it.source.language.n == 0)
		it.source.language = item_language(f->a, channel->at[SLOT_LANGUAGE].text);
	it.source.author = in->authors;
	if (in->authors.n == 0 && f->atom)
		it.source.author = channel->authors;
	set_dates(&it, in);
	it.keywords = in->keywords;
	it.content = text_of(f, content);
	it.summary = text_of(f, &in->at[SLOT_SUMMARY]);
	it.base = content->rank != 0 ? content->base : in->at[SLOT_SUMMARY].base;
	if (it.base.n == 0)
		it.base = it.url.n != 0 ? it.url : home;
	return it;
}
