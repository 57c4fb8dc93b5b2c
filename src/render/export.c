/* What the formats share: lists in the form all of them print. */
#include "render/export.h"

#include "render/timeline.h"
#include "text/utf8.h"

enum { DAY = 10 }; /* bytes of a date that are its day */

static void
add(struct arena *a, struct strs *list, const char *before, struct str s)
{
	struct buf b = buf_new(a);

	if (s.n == 0)
		return;
	buf_text(&b, before);
	buf_str(&b, s);
	*vec_push(a, list) = buf_view(&b);
}

bool
only_updated(const struct source *s)
{
	return s->updated.n != 0 && str_eq(s->updated, s->published);
}

/* Who may do what with it; that somebody has rights goes without saying. */
static struct str
licence_of(struct arena *a, const struct source *s)
{
	static const char *const grants[] = { "://", "cc-", "cc ", "cc0", "licen",
		"commons", "public domain" };
	const struct str rights = utf8_lower(a, s->rights);

	for (size_t i = 0; i < LEN(grants); i++)
		if (str_has(rights, str_of(grants[i])))
			return s->rights;
	return STR_NIL;
}

/* A publisher is named once. */
static struct str
authors_of(struct arena *a, const struct source *s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s->author.n; i++) {
		if (str_eq_nocase(s->author.at[i], s->name))
			continue;
		buf_text(&b, b.n == 0 ? "" : ", ");
		buf_str(&b, s->author.at[i]);
	}
	return buf_view(&b);
}

struct strs
source_line(struct arena *a, const struct source *s)
{
	struct strs list = { 0 };

	add(a, &list, "", s->name);
	add(a, &list, "", s->section);
	add(a, &list, only_updated(s) ? "updated " : "", edtf_show(a, s->published));
	if (!str_eq(str_cut(s->updated, 0, DAY), str_cut(s->published, 0, DAY)))
		add(a, &list, "updated ", edtf_show(a, s->updated));
	add(a, &list, "", authors_of(a, s));
	add(a, &list, "", s->place);
	add(a, &list, "via ", s->via);
	add(a, &list, "", licence_of(a, s));
	return list;
}

struct neighbours
related_of(struct arena *a, const struct brief *b, const struct neighbours *related)
{
	return related != NULL ? *related : neighbours_stated(a, b);
}

struct str
neighbour_title(const struct neighbour *n)
{
	if (n->title.n != 0)
		return n->title;
	return n->id.n != 0 ? n->id : n->url;
}

struct str
related_words(struct arena *a, const struct neighbour *n)
{
	const struct str parts[] = { neighbour_from(n), edtf_show(a, n->published),
		n->why };
	struct buf b = buf_new(a);

	for (size_t i = 0; i < LEN(parts); i++) {
		if (parts[i].n != 0 && b.n != 0)
			buf_text(&b, i == LEN(parts) - 1 ? "; " : ", ");
		buf_str(&b, parts[i]);
	}
	return buf_view(&b);
}

static struct event
published_event(struct arena *a, const struct brief *b, const struct rows *rows)
{
	const struct extract lead = timeline_lead(b);
	struct event e = { .date = b->source.published, .basis = BASIS_STATED };
	struct buf text = buf_new(a);

	buf_text(&text, only_updated(&b->source) ? "updated" : "published");
	if (lead.text.n != 0 && !timeline_tells(rows, lead.text)) {
		buf_text(&text, " · ");
		buf_str(&text, lead.text);
		e.para = lead.para;
	}
	e.text = buf_view(&text);
	return e;
}

struct events
events_of(struct arena *a, const struct brief *b)
{
	const struct page_options o = { 0 };
	struct layout l = { .a = a, .b = b, .o = &o };
	const struct rows rows = timeline_rows(&l);
	struct events list = { 0 };

	for (size_t i = 0; i < rows.n; i++)
		*vec_push(a, &list) = rows.at[i].group == GROUP_PUBLISHED
					  ? published_event(a, b, &rows)
					  : *rows.at[i].event;
	return list;
}

struct str
event_date(struct arena *a, const struct event *e)
{
	return e->date.n != 0 ? edtf_show(a, e->date) : e->when;
}

struct strs
notes_of(struct arena *a, const struct brief *b)
{
	struct strs list = { 0 };

	add(a, &list, "", b->notes_text);
	for (size_t i = 0; i < b->notes.n; i++)
		add(a, &list, "", b->notes.at[i].text);
	return list;
}
