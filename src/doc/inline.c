/* The runs of a paragraph in CommonMark.  Styles are opened and closed like brackets:
   what lasts longest is opened first.  A paragraph with emphasis is read back, and
   written with less of it when it was not read as meant. */
#include <string.h>

#include "doc/inner.h"

enum mark { MARK_EMPH, MARK_STRONG, MARK_LINK, MARKS };

struct pen {
	struct ink ink;
	enum mark open[MARKS]; /* outermost first */
	size_t n;
	struct str url; /* of the open link */
};

static bool
wants(const struct run *r, enum mark m, struct str url)
{
	switch (m) {
	case MARK_EMPH:
		return (r->style & RUN_EMPH) != 0;
	case MARK_STRONG:
		return (r->style & RUN_STRONG) != 0;
	case MARK_LINK:
		return (r->style & RUN_IMAGE) == 0 && r->url.n != 0 &&
		       str_eq(r->url, url);
	case MARKS:
		break;
	}
	return false;
}

static void
close_mark(struct pen *p)
{
	struct buf *out = p->ink.out;

	switch (p->open[--p->n]) {
	case MARK_EMPH:
		buf_byte(out, '*');
		break;
	case MARK_STRONG:
		buf_text(out, "**");
		break;
	case MARK_LINK:
		buf_text(out, "](");
		target_write(p->url, out);
		buf_byte(out, ')');
		p->url = STR_NIL;
		break;
	case MARKS:
		break;
	}
}

static void
open_mark(struct pen *p, enum mark m, struct str url)
{
	buf_text(p->ink.out, m == MARK_EMPH ? "*" : m == MARK_STRONG ? "**" : "[");
	p->open[p->n++] = m;
	p->ink.line_start = false;
	if (m == MARK_LINK)
		p->url = url;
}

static bool
is_open(const struct pen *p, enum mark m)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->open[i] == m)
			return true;
	return false;
}

/* How many runs from this one on have the mark; looked at no further than `most`. */
static size_t
lasts(const struct runs *v, size_t i, enum mark m)
{
	const struct str url = v->at[i].url;
	size_t n = 0;

	while (i + n < v->n && n < 64 && wants(&v->at[i + n], m, url))
		n++;
	return n;
}

/* A target that is its own text, and nothing a reader of `<...>` would stop at. */
static bool
is_autolink(const struct runs *v, size_t i)
{
	const struct run *r = &v->at[i];
	const struct str s = r->url;

	if ((r->style & (RUN_CODE | RUN_IMAGE)) != 0 || !str_eq(r->text, s) ||
	    lasts(v, i, MARK_LINK) != 1)
		return false;
	for (size_t k = 0; k < s.n; k++)
		if (strchr("<>&\\", s.p[k]) != NULL || (unsigned char)s.p[k] <= ' ' ||
		    s.p[k] == 127)
			return false;
	return str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
}

static void
close_marks(struct pen *p, const struct run *r)
{
	size_t keep = 0;

	while (r != NULL && keep < p->n && wants(r, p->open[keep], p->url))
		keep++;
	while (p->n > keep)
		close_mark(p);
}

/* Opens what the run wants, the longest lasting first. */
static void
open_marks(struct pen *p, size_t i)
{
	const struct runs *v = p->ink.runs;
	const struct run *r = &v->at[i];

	for (;;) {
		size_t most = 0;
		enum mark best = MARKS;

		for (enum mark m = MARK_EMPH; m < MARKS; m++) {
			const size_t n = is_open(p, m) ? 0 : lasts(v, i, m);

			if (n > most && (m != MARK_LINK || !is_autolink(v, i))) {
				most = n;
				best = m;
			}
		}
		if (best == MARKS)
			return;
		open_mark(p, best, r->url);
	}
}

static void
run_write(struct pen *p)
{
	const struct run *r = &p->ink.runs->at[p->ink.i];
	struct buf *out = p->ink.out;

	if ((r->style & RUN_IMAGE) != 0) {
		buf_text(out, "![");
		text_write(&p->ink);
		buf_text(out, "](");
		target_write(r->url, out);
		buf_byte(out, ')');
	} else if ((r->style & RUN_CODE) != 0) {
		code_write(&p->ink);
	} else if (r->url.n != 0 && !is_open(p, MARK_LINK)) {
		buf_printf(out, "<" STR_FMT ">", STR_ARG(r->url));
	} else {
		text_write(&p->ink);
	}
	p->ink.line_start = false;
}

static void
runs_emit(const struct block *b, const struct runs *v, struct buf *out)
{
	struct pen p = { .ink = { .out = out,
			     .runs = v,
			     .heading = b->kind == BLOCK_HEADING,
			     .line_start = true,
			     .first_line = true } };

	for (size_t i = 0; i < v->n; i++) {
		p.ink.i = i;
		if ((v->at[i].style & RUN_BREAK) != 0) {
			close_marks(&p, NULL);
			buf_text(out, "\\\n");
			p.ink.line_start = true;
			p.ink.first_line = false;
			continue;
		}
		close_marks(&p, &v->at[i]);
		open_marks(&p, i);
		run_write(&p);
	}
	close_marks(&p, NULL);
}

static bool
same_runs(const struct block *b, const struct runs *v)
{
	if (b == NULL || b->next != NULL || b->run_count != v->n)
		return false;
	for (size_t i = 0; i < v->n; i++)
		if (b->runs[i].style != v->at[i].style ||
		    !str_eq(b->runs[i].text, v->at[i].text) ||
		    !str_eq(b->runs[i].url, v->at[i].url))
			return false;
	return true;
}

static bool
reads_back(struct arena *a, const struct block *b, const struct runs *v, struct str text)
{
	struct buf doc = buf_new(a);

	buf_text(&doc, b->kind == BLOCK_HEADING ? "# " : "");
	buf_str(&doc, text);
	return same_runs(doc_parse(a, buf_view(&doc))->first, v);
}

static bool
has_emphasis(const struct block *b)
{
	for (size_t i = 0; i < b->run_count; i++)
		if ((b->runs[i].style & (RUN_EMPH | RUN_STRONG)) != 0)
			return true;
	return false;
}

void
runs_write(struct arena *scratch, const struct block *b, struct buf *out)
{
	enum emphasis keep = has_emphasis(b) ? EMPHASIS_ALL : EMPHASIS_NONE;
	struct runs v = runs_writable(scratch, b, keep);

	for (; keep < EMPHASIS_NONE; v = runs_writable(scratch, b, ++keep)) {
		struct buf text = buf_new(scratch);

		runs_emit(b, &v, &text);
		if (reads_back(scratch, b, &v, buf_view(&text))) {
			buf_str(out, buf_view(&text));
			return;
		}
	}
	runs_emit(b, &v, out);
}
