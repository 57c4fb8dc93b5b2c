/* Enter does what the thing under the cursor is; references and letters lead to things. */
#include <string.h>

#include "shell/state.h"

/* On a line of text with several links: the one last stepped to, else the first. */
static const struct item *
link_on_line(const struct shell *sh, const struct line *l)
{
	const struct page *p = sh->sheet.page;
	const size_t chosen = trail_here(sh)->spot.link;
	const struct item *first = NULL;

	for (size_t i = 0; i < l->span_count; i++) {
		if (l->spans[i].item < 0)
			continue;
		if ((size_t)l->spans[i].item == chosen)
			return &p->items.at[chosen];
		if (first == NULL)
			first = &p->items.at[l->spans[i].item];
	}
	return first;
}

const struct item *
follow_item(const struct shell *sh)
{
	const struct spot *s = &trail_here(sh)->spot;
	const struct page_column *c = spot_column(sh);
	const struct line *l;

	if (s->line >= c->n)
		return NULL;
	l = &c->lines[s->line];
	return l->item >= 0 ? &sh->sheet.page->items.at[l->item] : link_on_line(sh, l);
}

const struct neighbour *
follow_neighbour(const struct shell *sh, const struct item *it)
{
	const struct neighbours *r = &sh->sheet.of->related;

	if (it->kind == ITEM_RELATED)
		return &r->at[it->index];
	for (size_t i = 0; it->kind == ITEM_LINK && i < r->n; i++)
		if (r->at[i].id.n != 0 && str_eq(r->at[i].url, it->url))
			return &r->at[i];
	return NULL;
}

/* The words in their paragraph; all of it when they do not stand there. */
static struct lit
lit_of(struct shell *sh, long para, struct str text)
{
	const struct block *b = doc_para(sh->sheet.of->body, para);
	const struct str plain = b == NULL ? STR_NIL : doc_plain(&sh->scratch, b);
	const size_t at = text.n == 0 ? STR_NONE : str_find(plain, text, 0);

	if (at == STR_NONE)
		return (struct lit){ para, 0, plain.n };
	return (struct lit){ para, at, at + text.n };
}

/* What can be seen already stays where it is; else it comes to a third of the screen. */
static void
go_to(struct shell *sh, int column, size_t line)
{
	const size_t rows = (size_t)shell_body_rows(sh);
	const size_t top = trail_here(sh)->spot.top[column];
	const bool seen = line >= top && line < top + rows * 4 / 5;

	spot_go(sh, column, line, (int)(seen ? line - top : rows / 3));
}

void
follow_source(struct shell *sh, long para, struct str text)
{
	const struct lit lit = lit_of(sh, para, text);
	struct step *p = trail_here(sh);
	struct marks m;
	int column;
	size_t line, lines;

	p->lit = lit;
	p->spot.pane = PANE_BODY;
	p->laid.cols = 0;
	sh->find.stale = true;
	if (!sheet_ready(sh))
		return;
	m = page_mark(&sh->scratch, sh->sheet.page, para, lit.from, lit.to);
	if (m.n != 0)
		go_to(sh, m.at[0].column, m.at[0].line);
	else if (page_para(sh->sheet.page, para, &column, &line, &lines))
		go_to(sh, column, line);
	spot_keep(sh);
}

/* An article that was not there may have come since. */
static void
follow_wanted(struct shell *sh, const struct neighbour *n)
{
	struct link link = { .title = str_dup(&sh->scratch, n->title),
		.url = str_dup(&sh->scratch, n->url) };
	const struct brief asking = { .related = { &link, 1, 1 } };
	struct neighbours now;

	spot_keep(sh);
	shell_renew(sh, STR_NIL, STR_NIL);
	now = library_related(sh->o->library, SIZE_MAX, &asking, 0, &sh->scratch);
	if (now.n != 0 && now.at[0].id.n != 0)
		(void)trail_open(sh, library_id(sh->o->library, now.at[0].id), false);
	else
		shell_say(sh, false,
		    "wanted: no article with this title is in the library yet");
}

static void
follow_related(struct shell *sh, const struct neighbour *n)
{
	const size_t index = n->id.n == 0 ? SIZE_MAX : library_id(sh->o->library, n->id);

	if (index != SIZE_MAX)
		(void)trail_open(sh, index, false);
	else if (n->id.n != 0)
		shell_say(sh, true, "'" STR_FMT "' is not in the library any more",
		    STR_ARG(n->id));
	else
		follow_wanted(sh, n);
}

static void
follow(struct shell *sh, const struct item *it)
{
	const struct neighbour *n = follow_neighbour(sh, it);
	const struct str text = str_dup(&sh->scratch, it->text);
	const long para = it->para;

	if (n != NULL) {
		follow_related(sh, n);
	} else if (sh->sheet.of->is_story) {
		story_follow(sh, it);
	} else if (it->kind == ITEM_LINK) {
		shell_say(sh, false, STR_FMT "  (o opens it in a browser, y copies it)",
		    STR_ARG(it->url));
	} else if (doc_para(sh->sheet.of->body, para) == NULL) {
		shell_say(sh, false, "this does not come from a paragraph of the text");
	} else {
		spot_keep(sh);
		trail_step(sh);
		follow_source(sh, para, text);
	}
}

/* From a hit of the library search to the paragraph it was found in. */
static void
open_row(struct shell *sh)
{
	const struct row *r = list_row(sh);
	struct str line, word;

	if (r == NULL || !trail_open(sh, r->index, false) || !sheet_ready(sh))
		return;
	if (r->hit == NULL || r->hit->para == 0)
		return;
	line = r->hit->line;
	word = r->hit->marks.n < 2
		   ? STR_NIL
		   : str_cut(line, r->hit->marks.at[0], r->hit->marks.at[1]);
	typed_set(&sh->find.pattern, word);
	follow_source(sh, r->hit->para, line);
	trail_here(sh)->lit.para = 0;
}

void
follow_cursor(struct shell *sh, int arg)
{
	const struct item *it;

	(void)arg;
	if (shell_base(sh) == VIEW_LIST) {
		open_row(sh);
		return;
	}
	it = follow_item(sh);
	if (it != NULL)
		follow(sh, it);
	else
		shell_say(
		    sh, false, "nothing to open on this line; r goes to related reading");
}

/* The item one steps from: the one under the cursor, else the last before its line (or
   the one after that, for stepping back). */
static size_t
item_near(const struct page *p, const struct spot *s, const struct item *here, int by)
{
	const size_t n = p->items.n;
	size_t at = by > 0 && n != 0 ? n - 1 : 0;

	if (here != NULL)
		return (size_t)(here - p->items.at);
	for (size_t i = 0; i < n && p->items.at != NULL; i++)
		if (p->items.at[i].column == s->column &&
		    (size_t)p->items.at[i].line < s->line)
			at = by > 0 ? i : (i + 1) % n;
	return at;
}

void
follow_reference(struct shell *sh, int by)
{
	const struct page *p = sh->sheet.page;
	struct spot *s = &trail_here(sh)->spot;
	const size_t n = p->items.n;
	size_t at = item_near(p, s, follow_item(sh), by);
	const struct item *it;

	for (size_t tried = 0; tried < n; tried++) {
		at = (at + (by > 0 ? 1 : n - 1)) % n;
		it = &p->items.at[at];
		if (it->kind != ITEM_RELATED && it->kind != ITEM_LINK)
			continue;
		s->column = it->column;
		s->line = (size_t)it->line;
		s->link = at;
		spot_show(sh);
		return;
	}
	shell_say(sh, false, "nothing here leads elsewhere");
}

/* Everything to open that begins in a window, in page order. */
static bool
in_window(const struct shell *sh, const struct item *it)
{
	const size_t top = trail_here(sh)->spot.top[it->column];

	return (size_t)it->line >= top &&
	       (size_t)it->line < top + (size_t)shell_body_rows(sh);
}

static size_t
hints_count(const struct shell *sh)
{
	const struct page *p = sh->sheet.page;
	size_t n = 0;

	for (size_t i = 0; i < p->items.n; i++)
		n += in_window(sh, &p->items.at[i]);
	return n;
}

bool
hints_at(const struct shell *sh, size_t n, const struct item **it, char letters[3])
{
	static const char order[] = "asdfghjklqwertyuiopzxcvbnm";
	const struct page *p = sh->sheet.page;
	const size_t two = hints_count(sh) > sizeof(order) - 1;
	size_t at = 0, i;

	for (i = 0; i < p->items.n; i++)
		if (in_window(sh, &p->items.at[i]) && at++ == n)
			break;
	if (i == p->items.n || n / 26 >= 26)
		return false;
	*it = &p->items.at[i];
	letters[0] = order[two ? n / 26 : n];
	letters[1] = letters[2] = '\0';
	if (two)
		letters[1] = order[n % 26];
	return true;
}

void
hints_begin(struct shell *sh, int arg)
{
	(void)arg;
	sh->letters.n = 0;
	if (hints_count(sh) != 0)
		sh->overlay = VIEW_HINTS;
	else
		shell_say(sh, false, "nothing on the screen can be opened");
}

void
hints_key(struct shell *sh, uint32_t key)
{
	struct hint_letters *h = &sh->letters;
	const struct item *it;
	char letters[3];
	bool some = false;

	h->typed[h->n++] = (char)(key & 0x7f);
	for (size_t i = 0; hints_at(sh, i, &it, letters); i++) {
		if (letters[0] != h->typed[0] || (h->n == 2 && letters[1] != h->typed[1]))
			continue;
		some = true;
		if (h->n == strlen(letters)) {
			sh->overlay = 0;
			trail_here(sh)->spot.column = it->column;
			trail_here(sh)->spot.line = (size_t)it->line;
			trail_here(sh)->spot.link =
			    (size_t)(it - sh->sheet.page->items.at);
			follow(sh, it);
			return;
		}
	}
	if (!some || h->n == 2)
		sh->overlay = 0;
}
