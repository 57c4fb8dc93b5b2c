/* What mailing programs put around a newsletter's text, taken off: above by phrase, below
   from the first phrase after which little follows. */
#include <string.h>

#include "article/html_meta.h"
#include "article/mail.h"
#include "article/tables/mail.h"

enum { SHORT = 400, FOOT_LINES = 60, TOPS = 6, CLOSING = 80 };

static bool
has_any(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (html_has_nocase(s, list[i]))
			return true;
	return false;
}

static bool
is_rule(struct str line)
{
	size_t n = 0;

	while (n < line.n && (line.p[n] == '_' || line.p[n] == '-'))
		n++;
	return n >= 20 && n == line.n;
}

/* The lines from the end on are looked at, up to a number of them. */
struct str
mail_without_footer(struct str s)
{
	size_t end = s.n, cut = s.n;

	for (int lines = 0; end > 0 && lines < FOOT_LINES; lines++) {
		size_t from = end - 1;
		struct str line, below;

		while (from > 0 && s.p[from - 1] != '\n')
			from--;
		line = str_cut(s, from, s.p[end - 1] == '\n' ? end - 1 : end);
		below = str_cut(s, end, end + 600);
		if (str_eq(line, STR("-- ")) ||
		    (is_rule(str_trim(line)) &&
			(html_has_nocase(below, "mailing list") ||
			    has_any(below, mail_ends, LEN(mail_ends)))))
			cut = from;
		end = from;
	}
	return str_trim(str_cut(s, 0, cut)).n == 0 ? s : str_cut(s, 0, cut);
}

/* "-----Original Message-----" */
static bool
is_answered(struct str line)
{
	size_t from = 0, to = line.n;

	while (from < to && line.p[from] == '-')
		from++;
	while (to > from && line.p[to - 1] == '-')
		to--;
	return from >= 3 && line.n - to >= 3 &&
	       str_is_any(
		   str_trim(str_cut(line, from, to)), mail_answered, LEN(mail_answered));
}

/* Of the fields there the first is kept: who wrote it. */
static void
add_writer(struct buf *b, struct str *rest)
{
	struct str key, value, after = *rest;
	bool first = true;

	for (struct str line = str_line(&after); field_split(line, &key, &value);
	     line = str_line(&after)) {
		const struct str name =
		    str_trim(str_cut(value, 0, str_find(value, STR(" <"), 0)));

		if (first && name.n != 0) {
			buf_text(b, "> ");
			buf_str(b, name);
			buf_text(b, ":\n>\n");
		}
		first = false;
		*rest = after;
	}
}

struct str
mail_quoted(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);
	struct str rest = s;
	bool text = false, answered = false;

	while (rest.n != 0) {
		const struct str line = str_line(&rest);

		if (!answered && text && is_answered(str_trim(line))) {
			answered = true;
			buf_byte(&b, '\n');
			add_writer(&b, &rest);
			continue;
		}
		text = text || str_trim(line).n != 0;
		buf_text(&b, answered ? "> " : "");
		buf_str(&b, line);
		buf_byte(&b, '\n');
	}
	return answered ? buf_view(&b) : s;
}

static bool
is_top(struct job *j, const struct block *b)
{
	const struct str text = doc_plain(j->a, b);

	return text.n < 200 && has_any(text, mail_tops, LEN(mail_tops));
}

/* Among the first blocks, where a title or a logo's text may stand before them. */
static void
drop_tops(struct job *j, struct doc *d)
{
	struct block *b;

	while (d->first != d->last && is_top(j, d->first))
		blocks_drop_first(d);
	b = d->first;
	for (int n = 0; n < TOPS && b != d->last && d->count > 2; n++) {
		if (is_top(j, b->next))
			blocks_drop_after(d, b);
		else
			b = b->next;
	}
}

/* The two dashes above a name, which some programs write without the blank behind them. */
static bool
is_signature(struct str text)
{
	return str_starts(text, STR("--")) &&
	       (text.n == 2 || text.p[2] == ' ' || text.p[2] == '\n');
}

/* "Best regards," and no more than a name. */
static bool
is_closing(struct str text)
{
	for (size_t i = 0; text.n < CLOSING && i < LEN(mail_closings); i++) {
		const struct str words = str_of(mail_closings[i]);
		const struct str rest = str_cut(text, words.n, text.n);

		if (str_eq_nocase(str_cut(text, 0, words.n), words) &&
		    (rest.n == 0 || strchr(",\n!", rest.p[0]) != NULL))
			return true;
	}
	return false;
}

void
mail_trim(struct job *j)
{
	struct doc *d = j->out->body;
	size_t all = 0, before = 0;

	j->out->letter = true;
	drop_tops(j, d);
	for (const struct block *b = d->first; b != NULL; b = b->next)
		all += doc_plain(j->a, b).n;
	for (const struct block *b = d->first; b != NULL; b = b->next) {
		const struct str text = doc_plain(j->a, b);

		if (b != d->first && text.n < SHORT &&
		    ((all - before < SHORT && (is_signature(text) || is_closing(text))) ||
			(all - before < 1200 + all / 8 &&
			    has_any(text, mail_ends, LEN(mail_ends))))) {
			blocks_drop_from(d, b);
			return;
		}
		before += text.n;
	}
}
