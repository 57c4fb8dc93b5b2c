/* A page of our own: its parts, and what the reader makes of it. */
#ifndef TESTS_HTML_PAGE_H
#define TESTS_HTML_PAGE_H

#include "check.h"

#include "article/article.h"
#include "article/html_meta.h"

#define TEXT                                                                             \
	"<p>The harbour board met on Tuesday to decide whether the old crane, which has" \
	" stood on the north quay since 1911, should be taken down before winter.</p>"   \
	"<p>Its keeper said the crane had lifted more than ten thousand boats, and that" \
	" she would rather see it painted than melted into rails.</p>"
#define H "<h1>Crane to go before winter</h1>"

static struct article
read_page(struct arena *a, const char *head, const char *body)
{
	const struct article_hints hints = { .from = STR("html"),
		.file = STR("page.html") };
	struct diags d = { .a = a };
	struct articles out = { 0 };
	struct buf page = buf_new(a);

	buf_printf(&page,
	    "<!DOCTYPE html><html lang=en><head>%s</head><body>%s</body></html>", head,
	    body);
	assert_true(article_read(a, buf_view(&page), &hints, &out, &d));
	return out.at[0];
}

#endif
