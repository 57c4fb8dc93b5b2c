/* The steps that led here, and the last few briefs kept in memory. */
#include <string.h>

#include "shell/state.h"

static bool
load(struct shell *sh, struct loaded *l, size_t index, bool with_related)
{
	const size_t said = sh->d->n;

	arena_free(&l->memory);
	*l = (struct loaded){ .index = SIZE_MAX };
	l->brief = library_brief(sh->o->library, index, &l->memory, sh->d);
	if (l->brief == NULL) {
		shell_say_diag(sh, said);
		return false;
	}
	l->body = doc_parse(&l->memory, l->brief->body);
	if (with_related)
		l->related = library_related(
		    sh->o->library, index, l->brief, RELATED_MOST, &l->memory);
	l->related = neighbours_fold(&l->memory, &l->related, l->brief->id);
	l->index = index;
	return true;
}

const struct loaded *
loaded_get(struct shell *sh, size_t index, bool story)
{
	struct loaded *oldest = &sh->loaded[0];

	for (size_t i = 0; i < LOADED_MOST; i++) {
		struct loaded *l = &sh->loaded[i];

		if (l->index == index && l->is_story == story) {
			l->used = ++sh->loads;
			return l;
		}
		if (l->used < oldest->used)
			oldest = l;
	}
	if (sh->sheet.of == oldest)
		sh->sheet.of = NULL;
	if (story ? !story_load(sh, oldest, index) : !load(sh, oldest, index, true))
		return NULL;
	oldest->used = ++sh->loads;
	return oldest;
}

bool
preview_load(struct shell *sh, size_t index)
{
	if (sh->preview_of.index == index)
		return true;
	sh->preview.of = NULL;
	return load(sh, &sh->preview_of, index, false);
}

struct step *
trail_here(const struct shell *sh)
{
	return &sh->trail.at[sh->trail.now];
}

/* A step after this one; what lay forward is gone, and at the limit the oldest brief. */
static void
push(struct shell *sh, struct step p)
{
	struct trail *t = &sh->trail;

	t->n = t->now + 1;
	if (t->n == TRAIL_MOST) {
		memmove(&t->at[1], &t->at[2], (t->n - 2) * sizeof(*t->at));
		t->n--;
	}
	*vec_push(&sh->life, t) = p;
	t->now = t->n - 1;
}

/* A step to where the brief was left. */
static struct step
step_to(struct shell *sh, size_t index, bool story)
{
	struct step p = { .brief = index, .is_story = story };

	reading_place(sh, &p);
	if (!story)
		reading_opened(sh, index);
	sh->find.stale = true;
	return p;
}

bool
trail_open(struct shell *sh, size_t index, bool story)
{
	if (loaded_get(sh, index, story) == NULL)
		return false;
	push(sh, step_to(sh, index, story));
	sh->resume = 0;
	return true;
}

void
trail_step(struct shell *sh)
{
	push(sh, *trail_here(sh));
}

void
trail_back(struct shell *sh, int arg)
{
	(void)arg;
	if (sh->trail.now == 0)
		return;
	sh->trail.now--;
	sh->find.stale = true;
}

void
trail_forward(struct shell *sh, int arg)
{
	(void)arg;
	if (sh->trail.now + 1 == sh->trail.n) {
		shell_say(sh, false, "nothing lies forward");
		return;
	}
	sh->trail.now = sh->resume != 0 ? sh->resume : sh->trail.now + 1;
	sh->resume = 0;
	sh->find.stale = true;
}

static size_t
row_of(const struct shell *sh, size_t index)
{
	for (size_t i = 0; i < sh->list.rows.n; i++)
		if (sh->list.rows.at[i].index == index)
			return i;
	return SIZE_MAX;
}

/* Takes the place of this step, so that back leads where it led before. */
void
trail_beside(struct shell *sh, int by)
{
	struct list *l = &sh->list;
	size_t row;

	list_refresh(sh);
	row = row_of(sh, trail_here(sh)->brief);
	if (row == SIZE_MAX && l->rows.n != 0)
		row = by > 0 ? SIZE_MAX : l->rows.n;
	if (l->rows.n == 0 || (by < 0 && row == 0) || (by > 0 && row + 1 == l->rows.n)) {
		shell_say(sh, false, "no brief %s this one in the list",
		    by > 0 ? "after" : "before");
		return;
	}
	row += by > 0 ? 1 : SIZE_MAX;
	if (loaded_get(sh, l->rows.at[row].index, false) == NULL)
		return;
	*trail_here(sh) = step_to(sh, l->rows.at[row].index, false);
	if (sh->trail.now == 1)
		l->cursor = row;
}
