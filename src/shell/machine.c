/* The machine: a key goes to the view on top, its command changes the state. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "shell/state.h"

static void
say_diag(struct shell *sh, const struct diag *d)
{
	if (d->at.line != 0)
		shell_say(sh, true, STR_FMT ":%d: " STR_FMT,
		    STR_ARG(path_base(d->at.file)), d->at.line, STR_ARG(d->text));
	else
		shell_say(sh, true, STR_FMT, STR_ARG(d->text));
}

/* A configuration or a brief that cannot be read; all of it is said when the reader ends. */
static void
say_first(struct shell *sh)
{
	for (size_t i = 0; i < sh->d->n; i++)
		if (message_level(sh->d->at[i].id) != LEVEL_NOTE) {
			say_diag(sh, &sh->d->at[i]);
			return;
		}
}

void
shell_begin(
    struct shell *sh, const struct shell_options *o, int cols, int rows, struct diags *d)
{
	*sh = (struct shell){ .o = o, .d = d, .cols = cols, .rows = rows };
	sh->preview_of.index = SIZE_MAX;
	sh->find.now = SIZE_MAX;
	sh->list.stale = true;
	for (size_t i = 0; i < LOADED_MOST; i++)
		sh->loaded[i].index = SIZE_MAX;
	*vec_push(&sh->life, &sh->trail) = (struct step){ .brief = SIZE_MAX };
	say_first(sh);
	reading_begin(sh);
	if (o->open != SIZE_MAX)
		(void)trail_open(sh, o->open, false);
}

void
shell_end(struct shell *sh)
{
	for (size_t i = 0; i < LOADED_MOST; i++)
		arena_free(&sh->loaded[i].memory);
	arena_free(&sh->preview_of.memory);
	arena_free(&sh->sheet.memory);
	arena_free(&sh->preview.memory);
	arena_free(&sh->list.memory);
	arena_free(&sh->list.folds);
	arena_free(&sh->find.memory);
	arena_free(&sh->kept.memory);
	arena_free(&sh->kept.pending);
	arena_free(&sh->views.memory);
	arena_free(&sh->scratch);
	arena_free(&sh->life);
}

unsigned
shell_base(const struct shell *sh)
{
	return trail_here(sh)->brief == SIZE_MAX ? VIEW_LIST : VIEW_BRIEF;
}

unsigned
shell_view(const struct shell *sh)
{
	return sh->overlay != 0 ? sh->overlay : shell_base(sh);
}

/* Two bars from 10 rows on (where one is, and the keys), one from 3. */
int
shell_bar_rows(const struct shell *sh)
{
	return sh->rows >= 10 ? 2 : sh->rows >= 3;
}

int
shell_body_rows(const struct shell *sh)
{
	const int rows = sh->rows - shell_bar_rows(sh) - sheet_strip_rows(sh);

	return rows < 1 ? 1 : rows;
}

void
shell_say(struct shell *sh, bool error, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(sh->message, sizeof(sh->message), fmt, ap);
	va_end(ap);
	sh->message_is_error = error;
}

void
shell_say_diag(struct shell *sh, size_t since)
{
	if (sh->d->n > since)
		say_diag(sh, &sh->d->at[sh->d->n - 1]);
}

const struct keymap *
shell_keys(const struct shell *sh)
{
	return sh->o->keys != NULL ? sh->o->keys : &keys_usual;
}

void
shell_key(struct shell *sh, uint32_t key)
{
	const struct command *c = command_for(shell_keys(sh), shell_view(sh), key);
	const size_t before = sh->trail.now;
	const struct step left = *trail_here(sh);
	const bool lost = sh->lost;

	sh->message[0] = '\0';
	sh->effect = EFFECT_NONE;
	arena_free(&sh->scratch);
	if (shell_base(sh) == VIEW_BRIEF && !sheet_ready(sh))
		return;
	if (c != NULL)
		c->run(sh, c->arg);
	else if ((key & MOUSE_BIT) != 0)
		mouse_key(sh, key);
	else if (sh->overlay == VIEW_INPUT)
		input_key(sh, key);
	else if (sh->overlay == VIEW_HINTS)
		hints_key(sh, key);
	else if (sh->overlay == 0)
		shell_say(sh, false, "? shows the keys");
	if (lost)
		sh->lost = false;
	if (trail_here(sh)->brief != left.brief)
		reading_left(sh, &left);
	if (shell_base(sh) == VIEW_BRIEF && sheet_ready(sh) && before == sh->trail.now)
		spot_keep(sh);
}

void
shell_resize(struct shell *sh, int cols, int rows)
{
	sh->cols = cols < 1 ? 1 : cols;
	sh->rows = rows < 1 ? 1 : rows;
}

/* Everything a frame shows that a burst of keys need not make at each of them. */
void
shell_prepare(struct shell *sh)
{
	(void)reading_refresh(sh);
	if (shell_base(sh) == VIEW_BRIEF && sheet_ready(sh)) {
		(void)reading_marks(sh, trail_here(sh)->brief);
		find_refresh(sh);
		return;
	}
	list_refresh(sh);
	list_show(sh);
	for (size_t i = 0; i < list_page(sh) && sh->list.top + i < sh->list.rows.n; i++)
		(void)reading_marks(sh, sh->list.rows.at[sh->list.top + i].index);
	preview_refresh(sh);
}

/* The whole list again; the word that a hit was opened at is no longer sought. */
static void
clear_list(struct shell *sh)
{
	const size_t at = sh->list.cursor < sh->list.rows.n
			      ? sh->list.rows.at[sh->list.cursor].index
			      : 0;

	list_whole(&sh->list);
	list_refresh(sh);
	list_seek(sh, at);
	typed_set(&sh->find.pattern, STR_NIL);
	sh->find.stale = true;
}

void
shell_clear(struct shell *sh, int arg)
{
	(void)arg;
	if (shell_base(sh) == VIEW_LIST) {
		clear_list(sh);
		return;
	}
	typed_set(&sh->find.pattern, STR_NIL);
	sh->find.stale = true;
	trail_here(sh)->lit.para = 0;
}

void
shell_leave(struct shell *sh, int arg)
{
	(void)arg;
	if (list_is_part(&sh->list))
		clear_list(sh);
	else
		sh->done = true;
}

void
shell_quit(struct shell *sh, int status)
{
	sh->done = true;
	sh->status = status;
}
