/* Search in the page: all hits marked, one of them the one that n and N leave from. */
#include "shell/state.h"
#include "text/utf8.h"

/* Marks of another layout are void, but the number of the hit is kept. */
void
find_refresh(struct shell *sh)
{
	struct find *f = &sh->find;
	const struct lit *lit = &trail_here(sh)->lit;

	if (!f->stale && f->made == sh->sheet.made)
		return;
	arena_free(&f->memory);
	f->marks = page_search(
	    &f->memory, sh->sheet.page, utf8_fold(&f->memory, typed_str(&f->pattern)));
	f->lit = (struct marks){ 0 };
	if (lit->para != 0)
		f->lit =
		    page_mark(&f->memory, sh->sheet.page, lit->para, lit->from, lit->to);
	f->hits = f->marks.n == 0 ? 0 : f->marks.at[f->marks.n - 1].hit + 1;
	if (f->now >= f->hits)
		f->now = SIZE_MAX;
	f->made = sh->sheet.made;
	f->stale = false;
}

/* The cursor to a hit; the window follows. */
static void
go(struct shell *sh, size_t hit)
{
	struct find *f = &sh->find;
	struct spot *s = &trail_here(sh)->spot;

	for (size_t i = 0; i < f->marks.n; i++) {
		const struct mark *m = &f->marks.at[i];

		if (m->hit != hit)
			continue;
		f->now = hit;
		s->column = m->column;
		s->line = m->line;
		spot_show(sh);
		shell_say(sh, false, "hit %zu of %zu", hit + 1, f->hits);
		return;
	}
}

/* The first hit at or after the cursor, or SIZE_MAX. */
static size_t
hit_from(const struct shell *sh)
{
	const struct spot *s = &trail_here(sh)->spot;
	const struct marks *m = &sh->find.marks;

	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].column == s->column && m->at[i].line >= s->line)
			return m->at[i].hit;
	return SIZE_MAX;
}

void
find_from(struct shell *sh)
{
	size_t hit;

	find_refresh(sh);
	hit = hit_from(sh);
	if (sh->find.hits != 0)
		go(sh, hit == SIZE_MAX ? 0 : hit);
	else if (sh->find.pattern.n != 0)
		shell_say(sh, true,
		    "'" STR_FMT "' is not here; in the list / searches all briefs",
		    STR_ARG(typed_str(&sh->find.pattern)));
}

void
find_step(struct shell *sh, int by)
{
	struct find *f = &sh->find;
	size_t hit;

	find_refresh(sh);
	if (f->hits == 0) {
		shell_say(sh, false,
		    f->pattern.n == 0 ? "/ searches first" : "no hits in this view");
		return;
	}
	if (f->now == SIZE_MAX) {
		hit = hit_from(sh);
		hit = hit == SIZE_MAX ? 0 : hit;
		go(sh, by > 0 ? hit : (hit + f->hits - 1) % f->hits);
		return;
	}
	go(sh, (f->now + (by > 0 ? 1 : f->hits - 1)) % f->hits);
}
