/* Lines around the text that say who wrote it, when, where and for whom. */
#include <string.h>

#include "article/html_meta.h"
#include "article/inner.h"
#include "text/utf8.h"

/* Particles may be small. */
bool
name_is_person(struct str name)
{
	static const char *const particles[] = { "de", "van", "von", "der", "den", "bin",
		"al", "la", "le", "del", "della", "da", "di", "dos", "el", "ibn", "ter",
		"du", "y" };
	static const char *const offices[] = { "writer", "correspondent", "reporter",
		"editor", "bureau", "staff", "press", "news", "agency", "service", "desk",
		"chief", "analyst", "contributor", "columnist", "team", "board" };
	const size_t words = line_words(name);
	struct str rest = name;

	if (words < 2 || words > 5 || name.n > 60)
		return false;
	while (rest.n != 0) {
		const struct str w = str_split(&rest, ' ');
		struct str first = w;
		const uint32_t code = w.n == 0 ? ' ' : utf8_next(&first);

		if (w.n != 0 && !utf8_is_upper(code) &&
		    !str_is_any(w, particles, LEN(particles)))
			return false;
		if (str_is_any(w, offices, LEN(offices)))
			return false;
		for (size_t i = 0; i < w.n; i++)
			if (strchr("0123456789!?:;()/\"", w.p[i]) != NULL)
				return false;
	}
	return true;
}

struct str
name_calm(struct arena *a, struct str name)
{
	struct buf b = buf_new(a);
	bool inside = false;

	if (!line_is_caps(name) || name.n < 4)
		return name;
	for (size_t i = 0; i < name.n; i++) {
		const char c = name.p[i];
		const bool letter = c >= 'A' && c <= 'Z';

		buf_byte(&b, (char)(letter && inside ? c | 32 : c));
		inside = letter || (c & 0x80) != 0;
	}
	return buf_view(&b);
}

static struct str
cut_before(struct str s, const char *const *seps, size_t n, struct str *rest)
{
	size_t at = s.n, skip = 0;

	for (size_t i = 0; i < n; i++) {
		const size_t hit = str_find(s, str_of(seps[i]), 0);

		if (hit < at) {
			at = hit;
			skip = strlen(seps[i]);
		}
	}
	*rest = str_trim(str_cut(s, at + skip, s.n));
	return str_trim(str_cut(s, 0, at));
}

static void
set_if_empty(struct str *where, struct str value)
{
	if (where->n == 0)
		*where = value;
}

/* "Associated Press Writer" works for the Associated Press. */
static struct str
employer_of(struct str office)
{
	size_t n = office.n;

	while (n > 0 && office.p[n - 1] != ' ')
		n--;
	return agency_of(str_trim(str_cut(office, 0, n)));
}

/* "Jane Doe", "JANE DOE and John Roe", "Reuters"; false when it is nobody's name. */
static bool
names_read(struct job *j, struct str names)
{
	static const char *const seps[] = { ",", " and ", " & ", ";", " und ", " et ",
		" y " };
	static const char *const staff[] = { "staff", "our correspondent", "staff writer",
		"staff reporter", "our staff reporter", "special correspondent",
		"news desk", "web desk", "agencies" };
	bool any = false;

	while (names.n != 0) {
		struct str rest;
		const struct str name = cut_before(names, seps, LEN(seps), &rest);
		const struct str agency = agency_of(name);

		if (agency.n != 0)
			set_if_empty(&j->out->source.name, agency);
		else if (name_is_person(name) && !str_is_any(name, staff, LEN(staff)))
			author_add(j, name_calm(j->a, name));
		else if (!str_is_any(name, staff, LEN(staff))) {
			if (any) /* what follows a name is an office */
				set_if_empty(&j->out->source.name, employer_of(name));
			return any;
		}
		any = true;
		names = rest;
	}
	return any;
}

static bool
one_date(struct job *j, struct str s)
{
	static const struct {
		const char *start;
		bool updated;
	} rows[] = { { "published on ", false }, { "published at ", false },
		{ "published ", false }, { "posted on ", false }, { "posted ", false },
		{ "first published ", false }, { "last updated on ", true },
		{ "last updated ", true }, { "updated on ", true }, { "updated ", true },
		{ "modified ", true } };
	struct str *where = &j->out->source.published, date;
	struct str key, value;

	s = str_trim(s);
	if (field_split(s, &key, &value) && field_known(key) &&
	    date_of(j->a, value).n != 0)
		return field_set(j, key, value);
	for (size_t i = 0; i < LEN(rows); i++)
		if (line_starts(s, rows[i].start)) {
			s = str_cut(s, strlen(rows[i].start), s.n);
			where = rows[i].updated ? &j->out->source.updated : where;
			break;
		}
	date = date_of(j->a, s);
	if (date.n < 7) { /* a bare year is a number */
		const struct day day = day_alone(j->a, s);

		if (day.kind == DAY_NONE)
			return false;
		date = day.date;
		where = day.kind == DAY_UPDATED ? &j->out->source.updated : where;
	}
	set_if_empty(where, date);
	return true;
}

/* "Jane Doe, 28 June 2019": the line without the day at its end. */
static struct str
day_take(struct job *j, struct str line)
{
	static const char *const seps[] = { ", ", " | ", " - ", " – ", " — ", " · ",
		" • ", " (", " on ", " am " };

	for (size_t at = 1; at < line.n; at++)
		for (size_t i = 0; i < LEN(seps); i++) {
			const size_t n = strlen(seps[i]);

			if (str_eq(str_cut(line, at, at + n), str_of(seps[i])) &&
			    one_date(j, str_cut(line, at + n, line.n)))
				return str_cut(line, 0, at);
		}
	return line;
}

/* "Jane Doe | The Paper", "Jane Doe for The Paper", "Jane Doe in Tokyo". */
static bool
credit_read(struct job *j, struct str line)
{
	static const char *const seps[] = { " | ", " / ", " for ", " in ", " at ", " - ",
		" – ", " — ", " (" };
	struct source *s = &j->out->source;
	const struct str published = s->published, updated = s->updated;
	struct str rest;
	const struct str names = cut_before(day_take(j, line), seps, LEN(seps), &rest);

	if (!names_read(j, names)) {
		s->published = published;
		s->updated = updated;
		return false;
	}
	while (rest.n != 0 && strchr(")|/- ", rest.p[rest.n - 1]) != NULL)
		rest.n--;
	if (agency_of(rest).n != 0)
		set_if_empty(&j->out->source.name, agency_of(rest));
	else if (rest.n != 0 && rest.n < 50 && str_has(line, STR(" | ")))
		set_if_empty(&j->out->source.name, rest);
	return true;
}

bool
byline_read(struct job *j, struct str line)
{
	static const char *const starts[] = { "by ", "by: ", "written by ", "story by ",
		"text by ", "reported by ", "words by ", "von ", "von: ", "par ",
		"por " };
	const size_t bar = str_find(line, STR(" | "), 0);

	if (line.n > 160 || line_ends_sentence(line))
		return false;
	for (size_t i = 0; i < LEN(starts); i++)
		if (line_starts(line, starts[i]))
			return credit_read(
			    j, str_trim(str_cut(line, strlen(starts[i]), line.n)));
	return bar != STR_NONE && line_words(line) <= 12 &&
	       name_is_person(str_trim(str_cut(line, 0, bar))) && credit_read(j, line);
}

bool
dates_read(struct job *j, struct str line)
{
	static const char *const seps[] = { " | ", " • ", " · " };
	struct str rest = line;
	bool any = false;

	if (line.n > 120)
		return false;
	while (rest.n != 0) {
		struct str after;
		const struct str part = cut_before(rest, seps, LEN(seps), &after);

		if (!one_date(j, part))
			return any;
		any = true;
		rest = after;
	}
	return any;
}

/* "(Reporting by Jane Doe in Tokyo; Editing by John Roe)" */
static bool
reporting_read(struct job *j, struct str line)
{
	static const char *const seps[] = { ";", ")", " in ", "," };
	static const char *const starts[] = { "(reporting by ", "reporting by ",
		"(additional reporting by ", "(writing by ", "(editing by ",
		"editing by ", "(compiled by ", "(with reporting by " };
	struct str rest;

	for (size_t i = 0; i < LEN(starts) && line.n < 300; i++)
		if (line_starts(line, starts[i])) {
			if (i < 2 && j->out->source.author.n == 0)
				(void)names_read(j,
				    cut_before(str_cut(line, strlen(starts[i]), line.n),
					seps, LEN(seps), &rest));
			return true;
		}
	return false;
}

/* "Economic Times:", "CNET:  Reuters:": where the text is from. */
static bool
source_line(struct job *j, struct str line)
{
	static const char *const no_names[] = { "contact", "contacts", "note", "notes",
		"references", "sources", "media contact", "links", "tags", "comments",
		"share", "ends" };
	const struct str name = str_trim(str_cut(line, 0, str_find(line, STR(":"), 0)));
	struct str more =
	    str_trim(str_cut(line, str_find(line, STR(":"), 0) + 1, line.n));
	struct source *s = &j->out->source;

	if (line.n == 0 || line.p[line.n - 1] != ':' || line_words(line) > 10 ||
	    !line_is_title_case(name) || str_is_any(name, no_names, LEN(no_names)))
		return false;
	if (more.n != 0)
		more = str_trim(str_cut(more, 0, str_find(more, STR(":"), 0)));
	if (s->name.n != 0 && !str_eq(s->name, name))
		return false;
	s->name = name;
	set_if_empty(&s->via, more);
	return true;
}

bool
signoff_read(struct job *j, struct str line)
{
	struct str key, value, agency;

	if (reporting_read(j, line) || source_line(j, line))
		return true;
	if (field_split(line, &key, &value) && value.n != 0 && value.n < 200 &&
	    (str_eq_nocase(key, STR("source")) || str_eq_nocase(key, STR("via")) ||
		str_eq_nocase(key, STR("url")) || str_eq_nocase(key, STR("tags")) ||
		str_eq_nocase(key, STR("keywords")) ||
		str_eq_nocase(key, STR("author"))) &&
	    !line_ends_sentence(value))
		return field_set(j, key, value);
	while (line.n != 0 && strchr("-( ", line.p[0]) != NULL)
		line = str_cut(line, 1, line.n);
	while (str_starts(line, STR("—")) || str_starts(line, STR("–")))
		line = str_trim(str_cut(line, 3, line.n));
	while (line.n != 0 && strchr(") ", line.p[line.n - 1]) != NULL)
		line.n--;
	agency = agency_of(line);
	if (agency.n != 0)
		set_if_empty(&j->out->source.name, agency);
	return agency.n != 0;
}

static struct str
without_colon(struct str s)
{
	s = str_trim(s);
	while (s.n != 0 && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == ' '))
		s.n--;
	return s;
}

/* The address at the end of a line, with what may stand around it. */
static struct str
address_in(struct str line, struct str *title)
{
	size_t at = str_find(line, STR("https://"), 0);
	size_t end;

	if (at == STR_NONE)
		at = str_find(line, STR("http://"), 0);
	*title = line;
	if (at == STR_NONE)
		return STR_NIL;
	for (end = at; end < line.n && strchr(" \t>)]\"", line.p[end]) == NULL;)
		end++;
	*title = str_trim(str_cut(line, 0, at));
	while (title->n != 0 && strchr("(<[-:| \t", title->p[title->n - 1]) != NULL)
		title->n--;
	while (str_ends(*title, STR("–")) || str_ends(*title, STR("—")))
		*title = str_trim(str_cut(*title, 0, title->n - 3));
	return str_cut(line, at, end);
}

void
related_add(struct job *j, struct str line)
{
	const struct str item = line_bullet(line);
	struct article_link link = { 0 }, *last;
	struct str title;

	link.url = address_in(item.n == 0 ? line : item, &title);
	link.title = without_colon(title);
	if (link.title.n > 2 && link.title.p[0] == '[' && str_ends(link.title, STR("]")))
		link.title = str_cut(link.title, 1, link.title.n - 1);
	last = j->out->related.n == 0 ? NULL : &j->out->related.at[j->out->related.n - 1];
	if (link.title.n == 0 && link.url.n != 0 && last != NULL && last->url.n == 0)
		last->url = link.url;
	else if (link.title.n != 0 || link.url.n != 0)
		*vec_push(j->a, &j->out->related) = link;
}
