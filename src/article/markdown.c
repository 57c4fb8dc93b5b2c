/* Markdown: front matter, the first heading as the title, further reading at the end. */

#include <string.h>

#include "article/front.h"
#include "article/item.h"
#include "article/table.h"
#include "data/edtf.h"

/* A heading of the first level below a line or two: a badge's text, a motto. */
static void
late_title(struct job *j, struct doc *d)
{
	enum { LINES = 2 };
	struct block *b = d->first;

	for (int n = 0; n < LINES && b != NULL && b->next != NULL; n++, b = b->next)
		if (j->out->title.n == 0 && b->next->next != NULL &&
		    b->next->kind == BLOCK_HEADING && b->next->level == 1) {
			j->out->title = str_trim(doc_plain(j->a, b->next));
			blocks_drop_after(d, b);
		}
}

static void
head_blocks(struct job *j, struct doc *d)
{
	struct article *out = j->out;
	struct block *b = d->first;
	struct str text;

	if (b != NULL && b->next != NULL && b->kind == BLOCK_HEADING) {
		text = str_trim(doc_plain(j->a, b));
		if ((out->title.n == 0 && b->level <= 2) ||
		    str_eq_nocase(out->title, text)) {
			out->title = text;
			blocks_drop_first(d);
		}
	} else {
		late_title(j, d);
	}
	for (int most = 4; most > 0 && d->first != NULL && d->first->next != NULL;
	     most--) {
		text = str_trim(doc_plain(j->a, d->first));
		if (d->first->kind != BLOCK_RULE &&
		    (d->first->kind != BLOCK_PARA ||
			(!byline_read(j, text) && !dates_read(j, text))))
			return;
		blocks_drop_first(d);
	}
}

enum { JOINT = 12 }; /* bytes around a link among others: ", and " */

static bool
is_taken(const struct job *j, const struct run *r)
{
	for (size_t i = 0; i < j->out->related.n; i++)
		if (str_eq(j->out->related.at[i].url, r->url) &&
		    str_eq(j->out->related.at[i].title, str_trim(r->text)))
			return true;
	return false;
}

/* The links of a block; false: it has none. */
static bool
related_links(struct job *j, const struct block *b)
{
	bool linked = false;

	for (size_t i = 0; i < b->run_count; i++)
		if (b->runs[i].url.n != 0 && (b->runs[i].style & RUN_IMAGE) == 0) {
			if (!is_taken(j, &b->runs[i]))
				*vec_push(j->a, &j->out->related) =
				    (struct article_link){ str_trim(b->runs[i].text),
					    b->runs[i].url };
			linked = true;
		}
	return linked;
}

/* The links of a list or of lines of links; titles without a link as they stand. */
static void
related_blocks(struct job *j, const struct block *b)
{
	for (const struct block *at = b; at != NULL; at = doc_next(at, NULL))
		if (!related_links(j, at) && at->run_count != 0)
			related_add(j, str_trim(doc_plain(j->a, at)));
}

/* The heading of further reading, if nothing but short lines follow it. */
static const struct block *
related_block(struct job *j, const struct doc *d)
{
	const struct block *head = NULL;
	struct str rest;

	for (const struct block *b = d->first; b != NULL; b = b->next) {
		const bool text = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARA;
		const struct str plain = text ? str_trim(doc_plain(j->a, b)) : STR_NIL;

		if (text && plain.n < 60 && line_is_related(plain, &rest) && rest.n == 0)
			head = b;
		else if (b->kind != BLOCK_LIST && (!text || !line_is_title(plain)))
			head = NULL;
	}
	return head == NULL || head->next == NULL ? NULL : head;
}

static bool
is_related(const struct job *j, struct str title)
{
	for (size_t i = 0; i < j->out->related.n; i++)
		if (str_eq_nocase(j->out->related.at[i].title, title))
			return true;
	return false;
}

/* "See also: [The pact](…) and [the talks](…)." between other paragraphs: nothing but links. */
static bool
is_related_line(struct job *j, const struct block *b)
{
	const struct str text =
	    b->kind == BLOCK_PARA ? str_trim(doc_plain(j->a, b)) : STR_NIL;
	size_t linked = 0, links = 0;
	struct str rest;

	if (text.n == 0 || !line_is_related(text, &rest) || rest.n == 0)
		return false;
	for (size_t i = 0; i < b->run_count; i++)
		if (b->runs[i].url.n != 0 && (b->runs[i].style & RUN_IMAGE) == 0) {
			linked += b->runs[i].text.n;
			links++;
		}
	return links != 0 && linked <= rest.n && rest.n - linked <= links * JOINT;
}

static bool
last_block(struct job *j, const struct block *b)
{
	const struct str text =
	    b->kind == BLOCK_PARA ? str_trim(doc_plain(j->a, b)) : STR_NIL;
	struct str rest;

	if (b->kind == BLOCK_RULE)
		return true;
	if (text.n == 0 || text.n > 300)
		return false;
	if (is_related_line(j, b))
		return related_links(j, b);
	if (line_is_related(text, &rest) && rest.n != 0 && line_is_title(rest)) {
		if (!is_related(j, rest) && !related_links(j, b))
			related_add(j, rest);
		return true;
	}
	if (line_is_rights(text)) {
		if (j->out->source.rights.n == 0)
			j->out->source.rights = text;
		return true;
	}
	return line_is_separator(text) || line_is_boilerplate(text) ||
	       signoff_read(j, text);
}

/* It stays where it is: other paragraphs go on behind it. */
static void
inner_blocks(struct job *j, const struct doc *d)
{
	for (const struct block *b = d->first; b != NULL && b->next != NULL; b = b->next)
		if (is_related_line(j, b))
			(void)related_links(j, b);
}

static void
foot_blocks(struct job *j, struct doc *d)
{
	const struct block *related = related_block(j, d);

	if (related != NULL && related != d->first) {
		related_blocks(j, related->next);
		blocks_drop_from(d, related);
	}
	inner_blocks(j, d);
	for (int most = 8; most > 0 && d->first != d->last && last_block(j, d->last);
	     most--)
		blocks_drop_from(d, d->last);
}

/* A note is called like its file, if a person named it: "The old crane.md", "Crane.md"; not
   "crane.md", "README.md", "Untitled 2.md". */
static struct str
name_of_note(struct str stem)
{
	static const char *const none[] = { "Untitled", "Unbenannt", "Sans titre",
		"Sin título", "Senza titolo", "Index", "Readme", "Changelog", "License",
		"Contributing", "Note", "Notes", "New note", "Inbox", "Article",
		"Document", "Draft", "Test" };
	size_t end = stem.n, small = 0;

	while (end > 0 && (byte_is_digit(stem.p[end - 1]) || stem.p[end - 1] == ' '))
		end--;
	for (size_t i = 0; i < stem.n; i++)
		small +=
		    (stem.p[i] & 0x80) != 0 || (stem.p[i] >= 'a' && stem.p[i] <= 'z');
	if (end == 0 || small == 0 ||
	    str_is_any(str_cut(stem, 0, end), none, LEN(none)) ||
	    str_has(stem, STR("_")) ||
	    (!str_has(stem, STR(" ")) &&
		(str_has(stem, STR("-")) || (stem.p[0] >= 'a' && stem.p[0] <= 'z') ||
		    byte_is_digit(stem.p[0]))))
		return STR_NIL;
	return stem;
}

/* Without the day that it begins with, which is read elsewhere. */
static void
title_from_name(struct job *j)
{
	const struct str file = j->hints->file;
	struct str stem = article_file_stem(file);
	const struct str day = str_cut(stem, 0, 10);

	if (j->out->title.n != 0 || j->titled ||
	    (!str_ends(file, STR(".md")) && !str_ends(file, STR(".markdown"))))
		return;
	if (day.n == 10 && day.p[4] == '-' && day.p[7] == '-' &&
	    item_date(j->a, day).n == 10)
		stem = str_trim(str_cut(stem, 10, stem.n));
	while (stem.n != 0 && strchr("-– ", stem.p[0]) != NULL)
		stem = str_cut(stem, 1, stem.n);
	j->out->title = str_dup(j->a, name_of_note(stem));
}

/* A line without the marks of a list, of bold words and of a break. */
static struct str
bare_line(struct arena *a, struct str line)
{
	struct buf b = buf_new(a);

	line = str_trim(line);
	if (str_starts(line, STR("- ")) || str_starts(line, STR("* ")))
		line = str_cut(line, 2, line.n);
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != '\\' && line.p[i] != '*')
			buf_byte(&b, line.p[i]);
	return str_trim(buf_view(&b));
}

/* Whether the line says who or when as fields do; sets them when `j` is not NULL. */
static bool
field_line(struct arena *a, struct job *j, struct str line, bool *known)
{
	const struct str bare = bare_line(a, line);
	struct str key, value;

	*known = date_of(a, bare).n >= 10;
	if (*known) {
		if (j != NULL)
			(void)dates_read(j, bare);
		return true;
	}
	if (!field_split(bare, &key, &value) || !field_fits(a, key, value))
		return false;
	*known = field_known(key);
	if (j != NULL)
		(void)field_set(j, key, value);
	return true;
}

static struct str
after_blanks(struct str s)
{
	struct str rest = s;

	while (s.n != 0 && str_trim(str_line(&rest)).n == 0)
		s = rest;
	return s;
}

/* A field that is none of ours is the text's, an item of a list. */
static void
keep_field(struct arena *a, struct buf *text, struct str line)
{
	const struct str bare = bare_line(a, line);

	buf_text(text, "- ");
	buf_str(text, bare);
	buf_byte(text, '\n');
}

/* "Date: 2024-03-01", "Tags: a, b" right below the heading, as notes have them: the text without
   these lines.  All are fields, and a third of them known. */
static struct str
fields_below(struct job *j, struct str text)
{
	const struct str top = after_blanks(text);
	struct str rest = top, line = str_line(&rest), lines;
	size_t n = 0, known = 0;
	struct buf b = buf_new(j->a);
	bool is;

	if (!str_starts(line, STR("# ")))
		return text;
	buf_str(&b, line);
	lines = rest = after_blanks(rest);
	while (rest.n != 0 && str_trim(line = str_line(&rest)).n != 0) {
		if (!field_line(j->a, NULL, line, &is))
			return text;
		n++;
		known += is;
	}
	if (known * 3 < n || known == 0 || after_blanks(rest).n == 0)
		return text;
	buf_text(&b, "\n\n");
	while (n-- > 0) {
		line = str_line(&lines);
		(void)field_line(j->a, j, line, &is);
		if (!is)
			keep_field(j->a, &b, line);
	}
	buf_byte(&b, '\n');
	buf_str(&b, rest);
	return buf_view(&b);
}

bool
markdown_read(struct job *j, struct str all)
{
	const struct str text = text_within(j, all);
	const struct front m = front_of(text);
	struct str body = str_cut(text, m.end, text.n);

	front_read(j, &m);
	if (m.end != 0)
		body = shortcodes_off(j->a, body);
	body = fields_below(j, markup_off(j->a, body));
	j->out->body = doc_parse(j->a, table_fenced(j->a, wiki_links(j, body)));
	head_blocks(j, j->out->body);
	foot_blocks(j, j->out->body);
	title_from_name(j);
	return j->out->body->first != NULL;
}

/* A mark of Markdown on this line, by weight. */
static int
weight(struct str line)
{
	size_t n = 0;
	int sum = 0;

	while (n < line.n && line.p[n] == '#')
		n++;
	if (n >= 1 && n <= 6 && n < line.n && line.p[n] == ' ')
		sum++;
	if (str_starts(line, STR("```")) || str_starts(line, STR("~~~")))
		sum += 2;
	if (str_has(line, STR("](http")) || str_has(line, STR("](/")) ||
	    str_has(line, STR("]: http")))
		sum += 2;
	n = str_find(line, STR("**"), 0);
	if (n != STR_NONE && str_find(line, STR("**"), n + 3) != STR_NONE)
		sum++;
	return sum;
}

/* "2024-03-01" or "2024-03-01T12:00:00Z". */
static bool
is_iso_day(struct str s)
{
	struct edtf e;

	return s.n >= 10 && edtf_parse(str_cut(s, 0, 10), &e) && e.grain == EDTF_DAY;
}

bool
markdown_probe(struct str text)
{
	const struct front m = front_of(text);
	struct str rest = str_cut(text, m.end, text.n), key, value;
	struct str first = m.text;
	int sum = 0;

	if (m.end != 0 &&
	    (m.kind != FRONT_YAML || field_split(str_line(&first), &key, &value)))
		return true;
	first = str_trim(rest);
	if (str_starts(first, STR("# ")) && !line_ends_sentence(str_line(&first))) {
		const struct str second = str_trim(str_line(&first));

		if (second.n == 0 || is_iso_day(second) ||
		    (field_split(second, &key, &value) && field_known(key)))
			return true;
	}
	for (int lines = 0; rest.n != 0 && lines < 500 && sum < 2; lines++)
		sum += weight(str_line(&rest));
	return sum >= 2;
}
