/* What the dialects of feeds call things.  Sources: the specifications of RSS 0.90 to 2.0
   and RSS 1.0 with its modules, CDF, Atom 0.3 and RFC 4287, Media RSS, and the podcast tags;
   addresses are compared without the last slash. */
#ifndef ARTICLE_TABLES_FEEDS_H
#define ARTICLE_TABLES_FEEDS_H

#include "article/feed.h"

static const struct feed_space {
	const char *prefix; /* by custom, for feeds that do not declare it */
	enum feed_ns ns;
	const char *address;
} feed_spaces[] = {
	{ "rss", NS_RSS, "http://purl.org/rss/1.0" },
	{ "", NS_RSS, "http://my.netscape.com/rdf/simple/0.9" },
	{ "", NS_RSS, "http://channel.netscape.com/rdf/simple/0.9" },
	{ "", NS_RSS, "http://purl.org/net/rss1.1#" },
	{ "", NS_RSS, "http://backend.userland.com/rss" },
	{ "", NS_RSS, "http://backend.userland.com/rss2" },
	{ "", NS_RSS, "http://blogs.law.harvard.edu/tech/rss" },
	{ "", NS_RSS, "http://cyber.law.harvard.edu/rss" },
	{ "atom", NS_ATOM, "http://www.w3.org/2005/Atom" },
	{ "atom10", NS_ATOM, "https://www.w3.org/2005/Atom" },
	{ "atom03", NS_ATOM, "http://purl.org/atom/ns#" },
	{ "a10", NS_ATOM, "http://purl.org/atom/ns" },
	{ "dc", NS_DC, "http://purl.org/dc/elements/1.1" },
	{ "dc10", NS_DC, "http://purl.org/dc/elements/1.0" },
	{ "dcterms", NS_DCTERMS, "http://purl.org/dc/terms" },
	{ "content", NS_CONTENT, "http://purl.org/rss/1.0/modules/content" },
	{ "excerpt", NS_EXCERPT, "http://wordpress.org/export/1.2/excerpt" },
	{ "media", NS_MEDIA, "http://search.yahoo.com/mrss" },
	{ "itunes", NS_ITUNES, "http://www.itunes.com/dtds/podcast-1.0.dtd" },
	{ "xhtml", NS_XHTML, "http://www.w3.org/1999/xhtml" },
	{ "feedburner", NS_BURNER, "http://rssnamespace.org/feedburner/ext/1.0" },
	{ "rdf", NS_RDF, "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
	{ "prism", NS_PRISM, "http://prismstandard.org/namespaces/basic/2.0" },
	{ "prism", NS_PRISM, "http://prismstandard.org/namespaces/1.2/basic" },
};

/* The higher rank wins, the first among equals.  NS_RSS also stands for Atom's names,
   since feeds mix them. */
static const struct feed_row feed_rows[] = {
	{ NS_RSS, "title", SLOT_TITLE, 5, NULL },
	{ NS_DC, "title", SLOT_TITLE, 3, NULL },
	{ NS_MEDIA, "title", SLOT_TITLE, 1, NULL },
	{ NS_ITUNES, "title", SLOT_TITLE, 1, NULL },

	{ NS_BURNER, "origLink", SLOT_LINK, 9, NULL },
	{ NS_RSS, "link", SLOT_LINK, 7, NULL },
	{ NS_RSS, "guid", SLOT_LINK, 4, NULL },
	{ NS_RSS, "id", SLOT_LINK, 3, NULL },
	{ NS_DC, "identifier", SLOT_LINK, 2, NULL },
	{ NS_RSS, "enclosure", SLOT_LINK, 1, NULL },

	{ NS_CONTENT, "encoded", SLOT_CONTENT, 9, NULL },
	{ NS_RSS, "content", SLOT_CONTENT, 8, NULL },
	{ NS_XHTML, "body", SLOT_CONTENT, 8, NULL },
	{ NS_XHTML, "div", SLOT_CONTENT, 7, NULL },
	{ NS_RSS, "fulltext", SLOT_CONTENT, 6, NULL },
	{ NS_RSS, "fullitem", SLOT_CONTENT, 6, NULL },
	{ NS_RSS, "body", SLOT_CONTENT, 6, NULL },

	{ NS_RSS, "description", SLOT_SUMMARY, 8, NULL },
	{ NS_RSS, "summary", SLOT_SUMMARY, 8, NULL },
	{ NS_RSS, "abstract", SLOT_SUMMARY, 7, NULL },
	{ NS_EXCERPT, "encoded", SLOT_SUMMARY, 7, NULL },
	{ NS_DC, "description", SLOT_SUMMARY, 6, NULL },
	{ NS_DCTERMS, "abstract", SLOT_SUMMARY, 6, NULL },
	{ NS_ITUNES, "summary", SLOT_SUMMARY, 5, NULL },
	{ NS_MEDIA, "description", SLOT_SUMMARY, 4, NULL },
	{ NS_MEDIA, "text", SLOT_SUMMARY, 2, NULL },
	{ NS_RSS, "subtitle", SLOT_SUMMARY, 3, NULL },
	{ NS_RSS, "tagline", SLOT_SUMMARY, 3, NULL },
	{ NS_ITUNES, "subtitle", SLOT_SUMMARY, 1, NULL },

	{ NS_DC, "creator", SLOT_AUTHOR, 6, NULL },
	{ NS_RSS, "author", SLOT_AUTHOR, 5, "name" },
	{ NS_DC, "author", SLOT_AUTHOR, 4, NULL },
	{ NS_ITUNES, "author", SLOT_AUTHOR, 3, NULL },
	{ NS_MEDIA, "credit", SLOT_AUTHOR, 2, NULL },

	{ NS_RSS, "published", SLOT_PUBLISHED, 8, NULL },
	{ NS_RSS, "pubDate", SLOT_PUBLISHED, 8, NULL },
	{ NS_RSS, "issued", SLOT_PUBLISHED, 7, NULL },
	{ NS_DC, "date", SLOT_PUBLISHED, 6, NULL },
	{ NS_DCTERMS, "issued", SLOT_PUBLISHED, 5, NULL },
	{ NS_PRISM, "publicationDate", SLOT_PUBLISHED, 5, NULL },
	{ NS_RSS, "created", SLOT_PUBLISHED, 4, NULL },
	{ NS_DCTERMS, "created", SLOT_PUBLISHED, 4, NULL },
	{ NS_RSS, "date", SLOT_PUBLISHED, 3, NULL },

	{ NS_RSS, "updated", SLOT_UPDATED, 8, NULL },
	{ NS_RSS, "modified", SLOT_UPDATED, 7, NULL },
	{ NS_DCTERMS, "modified", SLOT_UPDATED, 6, NULL },
	{ NS_RSS, "lastBuildDate", SLOT_UPDATED, 1, NULL },

	{ NS_RSS, "category", SLOT_KEYWORD, 1, NULL },
	{ NS_DC, "subject", SLOT_KEYWORD, 1, NULL },
	{ NS_MEDIA, "keywords", SLOT_KEYWORD, 1, NULL },
	{ NS_ITUNES, "keywords", SLOT_KEYWORD, 1, NULL },

	{ NS_RSS, "language", SLOT_LANGUAGE, 5, NULL },
	{ NS_DC, "language", SLOT_LANGUAGE, 5, NULL },

	{ NS_RSS, "rights", SLOT_RIGHTS, 5, NULL },
	{ NS_RSS, "copyright", SLOT_RIGHTS, 5, NULL },
	{ NS_DC, "rights", SLOT_RIGHTS, 4, NULL },

	{ NS_RSS, "source", SLOT_VIA, 5, "title" },
	{ NS_DC, "source", SLOT_VIA, 3, NULL },

	{ NS_RSS, "image", SLOT_SKIP, 0, NULL },
	{ NS_RSS, "textinput", SLOT_SKIP, 0, NULL },
	{ NS_RSS, "textInput", SLOT_SKIP, 0, NULL },
	{ NS_RSS, "contributor", SLOT_SKIP, 0, NULL },
	{ NS_MEDIA, "comments", SLOT_SKIP, 0, NULL },
};

#endif
