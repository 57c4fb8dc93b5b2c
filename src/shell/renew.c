/* The library is looked at again: numbers of briefs may change, ids lead from old to new. */
#include "shell/state.h"

/* Everything that was made from files may be another thing now. */
static void
forget_all(struct shell *sh)
{
	for (size_t i = 0; i < LOADED_MOST; i++) {
		sh->loaded[i].index = SIZE_MAX;
		sh->loaded[i].used = 0;
	}
	sh->preview_of.index = SIZE_MAX;
	sh->preview.of = NULL;
	sh->sheet.of = NULL;
	sh->find.stale = true;
	arena_free(&sh->list.folds);
	sh->list.folded = NULL;
	sh->list.stale = true;
}

/* Steps to briefs that are gone go too. */
static void
renumber(struct shell *sh, const struct str *ids)
{
	struct trail *t = &sh->trail;
	size_t n = 1, now = 0;

	for (size_t i = 1; i < t->n; i++) {
		struct step p = t->at[i];

		p.brief = library_id(sh->o->library, ids[i]);
		p.laid.cols = 0;
		if (i == t->now)
			now = p.brief == SIZE_MAX ? n - 1 : n;
		if (i == sh->resume)
			sh->resume = p.brief == SIZE_MAX ? n - 1 : n;
		if (p.brief != SIZE_MAX)
			t->at[n++] = p;
	}
	t->n = n;
	t->now = now;
}

static struct str
id_then(struct shell *sh, size_t index, struct str from, struct str to)
{
	const struct str id =
	    index == SIZE_MAX ? STR_NIL : library_at(sh->o->library, index)->id;

	return from.n != 0 && str_eq(id, from) ? to : str_dup(&sh->scratch, id);
}

/* All files, or the one at `path`. */
static bool
look_again(struct shell *sh, const char *path)
{
	return path == NULL ? library_refresh(sh->o->library, sh->d)
			    : library_notice(sh->o->library, path, sh->d);
}

static struct str
title_of(struct shell *sh, size_t index)
{
	return index == SIZE_MAX
		   ? STR_NIL
		   : str_dup(&sh->scratch, library_at(sh->o->library, index)->title);
}

/* The brief one was at is gone; what was said since tells why. */
static void
lose(struct shell *sh, struct str title, size_t since)
{
	const struct str why = str_dup(&sh->scratch, str_of(sh->message));

	sh->lost = true;
	shell_say(sh, true, "'" STR_FMT "' is not in the library any more%s" STR_FMT,
	    STR_ARG(title), sh->d->n > since ? ": " : "",
	    STR_ARG(sh->d->n > since ? why : STR_NIL));
}

static void
renew(struct shell *sh, const char *path, struct str from, struct str to)
{
	const size_t said = sh->d->n, here = brief_here(sh);
	struct str *ids = arena_many(&sh->scratch, struct str, sh->trail.n);
	const struct row *r = list_row(sh);
	const struct str cursor = id_then(sh, r == NULL ? SIZE_MAX : r->index, from, to);
	const struct str id = id_then(sh, here, from, to), title = title_of(sh, here);

	for (size_t i = 0; i < sh->trail.n; i++)
		ids[i] = id_then(sh, sh->trail.at[i].brief, from, to);
	if (!look_again(sh, path)) {
		shell_say_diag(sh, said);
		return;
	}
	forget_all(sh);
	renumber(sh, ids);
	list_refresh(sh);
	list_seek(sh, library_id(sh->o->library, cursor));
	shell_say_diag(sh, said);
	if (title.n != 0 && library_id(sh->o->library, id) == SIZE_MAX)
		lose(sh, title, said);
}

void
shell_renew(struct shell *sh, struct str from, struct str to)
{
	renew(sh, NULL, from, to);
}

/* What cannot be read now stays as it was, to be edited again. */
void
shell_renew_here(struct shell *sh)
{
	const size_t said = sh->d->n, here = brief_here(sh);
	const char *path =
	    str_nul(&sh->scratch, str_of(library_at(sh->o->library, here)->path));

	if (library_brief(sh->o->library, here, &sh->scratch, sh->d) == NULL)
		shell_say_diag(sh, said);
	else
		renew(sh, path, STR_NIL, STR_NIL);
}

/* What the list and the pages say is looked at again, and made beside if that takes long;
   without a process for it the reader has to wait. */
void
making_begin(struct shell *sh)
{
	struct library *lib = sh->o->library;

	if (!library_glanced(lib))
		shell_renew(sh, STR_NIL, STR_NIL);
	sh->making.on = (library_glanced(lib) || library_stale(lib)) && library_make(lib);
	if (!sh->making.on && (library_glanced(lib) || library_stale(lib)))
		shell_renew(sh, STR_NIL, STR_NIL);
}

int
making_percent(const struct shell *sh)
{
	return sh->making.all == 0 ? 0 : (int)(sh->making.done * 100 / sh->making.all);
}

bool
making_on(struct shell *sh)
{
	const int before = making_percent(sh);

	sh->making.on = library_making(sh->o->library, &sh->making.done, &sh->making.all);
	if (!sh->making.on)
		shell_renew(sh, STR_NIL, STR_NIL);
	return !sh->making.on || making_percent(sh) != before;
}
