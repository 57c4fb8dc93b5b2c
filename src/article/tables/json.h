/* What programs call the parts of an article; the first that is there wins.  Sources: JSON
   Feed 1.1, the exports of wallabag 2 and Pocket, schema.org, WordPress. */
#ifndef ARTICLE_TABLES_JSON_H
#define ARTICLE_TABLES_JSON_H

#include "article/json.h"

static const struct json_row json_rows[] = {
	{ "title", JSON_TITLE, ITEM_GUESS },
	{ "resolved_title", JSON_TITLE, ITEM_GUESS },
	{ "given_title", JSON_TITLE, ITEM_GUESS },
	{ "headline", JSON_TITLE, ITEM_GUESS },

	{ "home_page_url", JSON_URL, ITEM_TEXT },
	{ "url", JSON_URL, ITEM_TEXT },
	{ "canonical_url", JSON_URL, ITEM_TEXT },
	{ "resolved_url", JSON_URL, ITEM_TEXT },
	{ "given_url", JSON_URL, ITEM_TEXT },
	{ "link", JSON_URL, ITEM_TEXT },
	{ "permalink", JSON_URL, ITEM_TEXT },
	{ "href", JSON_URL, ITEM_TEXT },
	{ "external_url", JSON_URL, ITEM_TEXT },
	{ "id", JSON_URL, ITEM_GUESS }, /* if it looks like one */

	{ "date_published", JSON_PUBLISHED, ITEM_TEXT },
	{ "published_at", JSON_PUBLISHED, ITEM_TEXT },
	{ "publishedAt", JSON_PUBLISHED, ITEM_TEXT },
	{ "datePublished", JSON_PUBLISHED, ITEM_TEXT },
	{ "published", JSON_PUBLISHED, ITEM_TEXT },
	{ "publication_date", JSON_PUBLISHED, ITEM_TEXT },
	{ "pubDate", JSON_PUBLISHED, ITEM_TEXT },
	{ "date", JSON_PUBLISHED, ITEM_TEXT },

	{ "date_modified", JSON_UPDATED, ITEM_TEXT },
	{ "dateModified", JSON_UPDATED, ITEM_TEXT },
	{ "updated", JSON_UPDATED, ITEM_TEXT },
	{ "modified", JSON_UPDATED, ITEM_TEXT },

	{ "time_added", JSON_RETRIEVED, ITEM_TEXT },
	{ "created_at", JSON_RETRIEVED, ITEM_TEXT },
	{ "saved_at", JSON_RETRIEVED, ITEM_TEXT },
	{ "savedAt", JSON_RETRIEVED, ITEM_TEXT },

	{ "content_html", JSON_CONTENT, ITEM_HTML },
	{ "content_markdown", JSON_CONTENT, ITEM_MARKDOWN },
	{ "content", JSON_CONTENT, ITEM_GUESS },
	{ "body", JSON_CONTENT, ITEM_GUESS },
	{ "html", JSON_CONTENT, ITEM_HTML },
	{ "markdown", JSON_CONTENT, ITEM_MARKDOWN },
	{ "articleBody", JSON_CONTENT, ITEM_TEXT },
	{ "article", JSON_CONTENT, ITEM_GUESS },
	{ "content_text", JSON_CONTENT, ITEM_TEXT },
	{ "text", JSON_CONTENT, ITEM_TEXT },
	{ "full_text", JSON_CONTENT, ITEM_TEXT },

	{ "summary", JSON_SUMMARY, ITEM_GUESS },
	{ "excerpt", JSON_SUMMARY, ITEM_GUESS },
	{ "description", JSON_SUMMARY, ITEM_GUESS },
	{ "dek", JSON_SUMMARY, ITEM_GUESS },

	{ "authors", JSON_AUTHOR, ITEM_GUESS },
	{ "author", JSON_AUTHOR, ITEM_GUESS },
	{ "published_by", JSON_AUTHOR, ITEM_GUESS },
	{ "byline", JSON_AUTHOR, ITEM_GUESS },
	{ "creator", JSON_AUTHOR, ITEM_GUESS },

	{ "tags", JSON_KEYWORD, ITEM_GUESS },
	{ "keywords", JSON_KEYWORD, ITEM_GUESS },
	{ "labels", JSON_KEYWORD, ITEM_GUESS },
	{ "categories", JSON_KEYWORD, ITEM_GUESS },
	{ "topics", JSON_KEYWORD, ITEM_GUESS },

	{ "language", JSON_LANGUAGE, ITEM_TEXT },
	{ "lang", JSON_LANGUAGE, ITEM_TEXT },

	{ "site_name", JSON_NAME, ITEM_GUESS },
	{ "publication", JSON_NAME, ITEM_GUESS },
	{ "publisher", JSON_NAME, ITEM_GUESS },
	{ "source", JSON_NAME, ITEM_GUESS },
	{ "domain_name", JSON_NAME, ITEM_GUESS },

	{ "section", JSON_SECTION, ITEM_GUESS },
	{ "rights", JSON_RIGHTS, ITEM_GUESS },
	{ "license", JSON_RIGHTS, ITEM_GUESS },
};

/* Under which of its keys a whole file keeps its articles. */
static const char *const json_lists[] = { "items", "articles", "entries", "list", "posts",
	"results", "documents" };

#endif
