/*
 * All that is wrong: libyaml ends at the first fault, so the entry that holds it becomes
 * blanks of the same length and the text is read again, which keeps every place.
 */
#include "data/yaml.h"

#include <string.h>

#include "data/yaml_line.h"
#include "data/yaml_pass.h"
#include "data/yaml_plain.h"

enum { PASSES = 40, WORK_BYTES = 64 << 20 };

/* A line of the text, and its indentation. */
struct row {
	size_t from, to, next, indent;
};

static struct row
row_at(struct str s, size_t at)
{
	const struct yaml_line line = yaml_line_at(s, at);
	struct row r = { line.from, line.to, line.next, 0 };

	while (r.from + r.indent < r.to &&
	       (s.p[r.from + r.indent] == ' ' || s.p[r.from + r.indent] == '\t'))
		r.indent++;
	return r;
}

static bool
is_empty(struct row r)
{
	return r.from + r.indent == r.to;
}

static struct row
row_before(struct str s, struct row r)
{
	return row_at(s, r.from - 1);
}

/* The item of a list around the line, else the line itself. */
static struct row
entry_of(struct str s, struct row fault)
{
	size_t indent = s.p[fault.from + fault.indent] == '-' ? 0 : fault.indent;
	struct row at = fault;

	while (indent > 0 && at.from > 0) {
		at = row_before(s, at);
		if (is_empty(at) || at.indent >= indent)
			continue;
		if (s.p[at.from + at.indent] == '-')
			return at;
		indent = at.indent;
	}
	return fault;
}

/* The line and those below it that are indented deeper become blanks; how many bytes did. */
static size_t
blank_from(char *p, size_t n, struct row r)
{
	const bool tab = memchr(p + r.from, '\t', r.indent) != NULL;
	const size_t indent = tab ? n : r.indent; /* what it would be is not known */
	size_t changed = 0;

	do {
		for (size_t i = r.from; i < r.to; i++) {
			changed += p[i] != ' ';
			p[i] = ' ';
		}
		if (r.next >= n)
			break;
		r = row_at((struct str){ p, n }, r.next);
	} while (is_empty(r) || r.indent > indent);
	return changed;
}

/* The entry with the byte `at` becomes blanks, the second time all below its key; false when
   nothing was left of that. */
static bool
blank_entry(char *p, size_t n, size_t at)
{
	const struct str s = { p, n };
	struct row r = row_at(s, at < n || n == 0 ? at : n - 1);

	if (!is_empty(r) && blank_from(p, n, entry_of(s, r)) != 0)
		return true;
	while (r.from > 0 && (is_empty(r) || r.indent > 0))
		r = row_before(s, r);
	return blank_from(p, n, r) != 0;
}

/* Bytes that libyaml does not take become letters, each said. */
static bool
clean_all(struct yaml_text in, char *p, bool *other_breaks, struct diags *d)
{
	bool clean = true;
	size_t at = 0;

	while (d->n < FINDINGS_MOST && !yaml_is_clean(in, &at, d, other_breaks)) {
		clean = false;
		p[at++] = 'x';
		while (at < in.bytes.n && ((unsigned char)p[at] & 0xc0) == 0x80)
			p[at++] = 'x';
	}
	return clean;
}

bool
yaml_read_all(struct arena *a, struct str bytes, struct str name, struct yaml **out,
    bool *part, struct diags *d)
{
	const size_t mark = str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;
	const size_t n = bytes.n - mark, most = WORK_BYTES / (n + 1);
	char *p = arena_alloc(a, n + 1);
	struct yaml_text in = { { p, n }, bytes, mark, name };
	struct diags all = { .a = d->a };
	bool other_breaks = false;

	*out = NULL;
	*part = false;
	if (bytes.n > YAML_BYTES)
		return yaml_read(a, bytes, name, out, d);
	if (n != 0)
		memcpy(p, bytes.p + mark, n);
	if (clean_all(in, p, &other_breaks, &all) && !other_breaks)
		*out = yaml_plain(a, bytes, mark);
	*part = all.n >= FINDINGS_MOST;
	if (*out != NULL)
		return true;
	for (size_t pass = 0; all.n < FINDINGS_MOST; pass++) {
		struct diags found = { .a = d->a };

		if (yaml_pass(a, in, out, &found)) {
			say_again(&all, &found);
			break;
		}
		*part = true;
		*out = NULL;
		found =
		    (struct diags){ found.a, &found.at[found.n - 1], 1, 1, LEVEL_ERROR };
		say_again(&all, &found);
		if (pass >= PASSES || pass >= most ||
		    !blank_entry(p, n, place_byte(bytes, found.at[0].at) - mark))
			break;
	}
	say_again(d, &all);
	return all.n == 0;
}
