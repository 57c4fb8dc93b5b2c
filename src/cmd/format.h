/*
 * cmd/format.h -- the formats of a brief, one row each: --text, --md, --html and so on.
 */
#ifndef CMD_FORMAT_H
#define CMD_FORMAT_H

#include "cmd/call.h"
#include "render/print.h"

/* How many computed neighbours are shown. */
enum { RELATED_MOST = 6 };

struct showing {
	struct page_options page;
	const struct print_look *look; /* NULL: plain */
	const struct brief *brief;
	struct neighbours related;
	struct arena *a; /* of what is made for one brief */
	bool begun;      /* something was printed before */
};

struct format {
	enum option_id option;
	const char *ending; /* of its files */
	bool related;       /* neighbours are shown */
	void (*show)(struct buf *out, const struct showing *s);
	/* A page that leads to all others, or NULL. */
	void (*index)(
	    struct buf *out, struct str title, const struct index_row *rows, size_t n);
};

/* The format asked for, else `otherwise`. */
const struct format *format_of(const struct call *c, enum option_id otherwise);

#endif
