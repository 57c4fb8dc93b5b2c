/*
 * The faults of a hand edit that have one plain remedy, mended line by line.  A remedy is
 * tried and kept only when less is wrong with the file then.
 */
#include "brief/brief.h"
#include "data/yaml_line.h"
#include "data/yamlout.h"

enum { TRIALS_MOST = 300, FILE_MOST = 1 << 20, HIDING = 1000 };

struct fixing {
	struct arena *a;
	struct str bytes, name;
	struct diags *d;
	int trials;
};

/* The line of what is wrong. */
static struct yaml_line
row_of(const struct fixing *f, const struct diag *g)
{
	return yaml_line_at(f->bytes, place_byte(f->bytes, g->at));
}

static struct str
spliced(struct arena *a, struct str s, struct yaml_line r, struct str with)
{
	struct buf out = buf_new(a);

	buf_room(&out, s.n + with.n + 1);
	buf_str(&out, str_cut(s, 0, r.from));
	buf_str(&out, with);
	buf_str(&out, str_cut(s, r.to, s.n));
	return buf_view(&out);
}

/* Where the value of "key: value" or "- value" begins; STR_NONE: there is none. */
static size_t
value_at(struct str line)
{
	size_t i = 0, colon;

	while (i < line.n && (line.p[i] == ' ' || (line.p[i] == '-' && i + 1 < line.n &&
						      line.p[i + 1] == ' ')))
		i++;
	colon = str_find(line, STR(": "), i);
	if (colon != STR_NONE && !str_has(str_cut(line, i, colon), STR(" ")))
		i = colon + 2;
	else if (colon != STR_NONE || !str_has(str_cut(line, 0, i), STR("-")))
		return STR_NONE;
	i += str_indent(str_cut(line, i, line.n));
	return i < line.n ? i : STR_NONE;
}

static const char *
quote(struct fixing *f, const struct diag *g, struct str *out)
{
	struct yaml_line r = row_of(f, g);
	const struct str line = str_cut(f->bytes, r.from, r.to);
	const size_t value = value_at(line);
	struct buf quoted = buf_new(f->a);
	size_t comment;

	if (value == STR_NONE || line.p[value] == '"' || line.p[value] == '\'' ||
	    line.p[value] == '|' || line.p[value] == '>')
		return NULL;
	comment = str_find(line, STR(" #"), value);
	yaml_quoted(&quoted, str_trim(str_cut(line, value, comment)));
	r.to = comment == STR_NONE ? r.to : r.from + comment;
	r.from += value;
	*out = spliced(f->a, f->bytes, r, buf_view(&quoted));
	return "put in quotes";
}

/* The blanks and tabs a line begins with become so many blanks. */
static const char *
indent(struct fixing *f, struct yaml_line r, size_t blanks, struct str *out)
{
	struct buf with = buf_new(f->a);
	bool tab = false;

	for (r.to = r.from; r.to < f->bytes.n; r.to++) {
		if (f->bytes.p[r.to] != ' ' && f->bytes.p[r.to] != '\t')
			break;
		tab |= f->bytes.p[r.to] == '\t';
	}
	buf_repeat(&with, ' ', blanks != 0 ? blanks : 2 * (r.to - r.from));
	*out = spliced(f->a, f->bytes, r, buf_view(&with));
	return tab ? "blanks in place of tabs" : NULL;
}

/* As the key of the line above, which may stand behind "- ". */
static const char *
align(struct fixing *f, const struct diag *g, struct str *out)
{
	const struct yaml_line r = row_of(f, g);
	struct yaml_line above;
	size_t i;

	if (r.from == 0)
		return NULL;
	above = yaml_line_at(f->bytes, r.from - 1);
	i = above.from;
	while (i < above.to && (f->bytes.p[i] == ' ' || f->bytes.p[i] == '-'))
		i++;
	return i > above.from ? indent(f, r, i - above.from, out) : NULL;
}

static const char *
untab(struct fixing *f, const struct diag *g, struct str *out)
{
	return indent(f, row_of(f, g), 0, out);
}

/* "… did you mean 'summary'?" */
static const char *
respell(struct fixing *f, const struct diag *g, struct str *out)
{
	const struct str before = STR("did you mean '");
	const size_t at = str_find(g->text, before, 0);
	struct str wanted =
	    at == STR_NONE ? STR_NIL : str_cut(g->text, at + before.n, g->text.n);
	struct yaml_line r = row_of(f, g);
	size_t end;

	r.from = place_byte(f->bytes, g->at);
	end = str_find(f->bytes, STR(":"), r.from);
	wanted = str_split(&wanted, '\'');
	if (wanted.n == 0 || end == STR_NONE || end > r.to)
		return NULL;
	r.to = end;
	*out = spliced(f->a, f->bytes, r, wanted);
	return "the key is spelt as it should be";
}

static const char *
begin(struct fixing *f, const struct diag *g, struct str *out)
{
	struct yaml_line r = row_of(f, g);
	struct buf with = buf_new(f->a);

	buf_text(&with, "format: 1");
	buf_str(&with, r.next == r.to ? STR("\n") : str_cut(f->bytes, r.to, r.next));
	r.from = place_byte(f->bytes, g->at); /* behind a byte order mark */
	r.to = r.from;
	*out = spliced(f->a, f->bytes, r, buf_view(&with));
	return "'format: 1' is there";
}

/* An entry of one line; of a longer one the rest would go to the entry before. */
static const char *
drop(struct fixing *f, const struct diag *g, struct str *out)
{
	struct yaml_line r = row_of(f, g);
	const struct str line = str_cut(f->bytes, r.from, r.to);
	struct yaml_line next = { 0, 0, r.next };
	struct str below = STR_NIL;

	while (next.next < f->bytes.n && str_trim(below).n == 0) {
		next = yaml_line_at(f->bytes, next.next);
		below = str_cut(f->bytes, next.from, next.to);
	}
	if (!str_starts(str_trim(line), STR("- ")) ||
	    (str_trim(below).n != 0 && str_indent(below) > str_indent(line)))
		return NULL;
	r.to = r.next;
	*out = spliced(f->a, f->bytes, r, STR_NIL);
	return "the repeated entry is gone";
}

/* Tried in this order. */
static const struct {
	enum message id;
	const char *(*mend)(struct fixing *f, const struct diag *g, struct str *out);
} remedies[] = { { SAY_YAML_SYNTAX, align }, { SAY_YAML_SYNTAX, untab },
	{ SAY_YAML_SYNTAX, quote }, { SAY_YAML_FEATURE, quote },
	{ SAY_BRIEF_KEY, respell }, { SAY_BRIEF_FORMAT, begin },
	{ SAY_BRIEF_REPEAT, drop } };

/* What hinders reading weighs more: behind it others may hide. */
static size_t
faults(const struct diags *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++) {
		const bool hides =
		    d->at[i].id == SAY_YAML_SYNTAX || d->at[i].id == SAY_YAML_FEATURE;

		n += hides ? HIDING : message_level(d->at[i].id) > LEVEL_NOTE;
	}
	return n;
}

/* One remedy that leaves less wrong than there was. */
static bool
mend_one(struct fixing *f, const struct diags *found)
{
	const size_t before = faults(found);

	for (size_t i = 0; i < found->n; i++) {
		const struct diag *g = &found->at[i];

		for (size_t k = 0; k < LEN(remedies) && f->trials < TRIALS_MOST; k++) {
			struct diags left = { .a = f->a };
			struct str mended;
			const char *what;

			if (remedies[k].id != g->id || g->at.line == 0)
				continue;
			what = remedies[k].mend(f, g, &mended);
			f->trials += what != NULL;
			if (what == NULL)
				continue;
			(void)brief_check(f->a, mended, f->name, &left);
			if (faults(&left) >= before)
				continue;
			say(f->d, SAY_FIXED,
			    (struct place){ .file = f->name, .line = g->at.line }, "%s",
			    what);
			f->bytes = mended;
			return true;
		}
	}
	return false;
}

bool
brief_fix(
    struct arena *a, struct str bytes, struct str name, struct str *out, struct diags *d)
{
	struct fixing f = { a, bytes, name, d, 0 };
	bool again = bytes.n <= FILE_MOST;

	while (again) {
		struct diags found = { .a = a };

		(void)brief_check(a, f.bytes, name, &found);
		again = mend_one(&f, &found);
	}
	*out = f.bytes;
	return f.bytes.p != bytes.p;
}
