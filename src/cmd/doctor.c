/* doctor: what works on this machine, row by row; nothing is asked of the terminal. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/run.h"
#include "cmd/sandbox.h"
#include "cmd/world.h"
#include "data/json.h"
#include "library/state.h"
#include "text/clean.h"

enum { FOUND_COLS = 16 };

/* One row: whether it works, and what was found. */
static void
put(struct call *c, const char *what, bool works, struct str found)
{
	struct json j = { .out = &c->out };
	struct buf clean = buf_new(c->a);

	if (c->value[OPTION_JSON] == NULL) {
		put_clean(&clean, found, false);
		buf_printf(&c->out, "%-10s %-4s ", what, works ? "yes" : "no");
		help_text(c, FOUND_COLS, buf_view(&clean));
		return;
	}
	json_open(&j, '{');
	json_key(&j, "what");
	json_str(&j, str_of(what));
	json_key(&j, "works");
	json_bool(&j, works);
	json_field(&j, "found", found);
	json_end(&j);
}

static void
put_library(struct call *c)
{
	const char *folder = world_library(c, false);
	const bool there = folder != NULL && file_stat(folder).folder;
	struct buf found = buf_new(c->a);

	buf_text(
	    &found, folder == NULL ? "no home folder; name one with --library" : folder);
	if (folder != NULL && !there)
		buf_text(&found, ", which is not there yet");
	else if (world_sampled(c))
		buf_text(&found, ", the samples; 'nutgraf add' begins your own");
	put(c, "library", there, buf_view(&found));
}

/* Where the index of a large library would lie; the first folder above it that there is. */
static void
put_index(struct call *c)
{
	const char *folder = world_cache(c);
	struct str at = folder == NULL ? STR_NIL : str_of(folder);
	struct buf found = buf_new(c->a);
	bool kept = false;

	while (at.n > 1 && !file_stat(str_nul(c->a, at)).exists)
		at.n -= path_base(at).n + 1;
	kept = at.n != 0 && access(str_nul(c->a, at), W_OK) == 0;
	buf_text(&found, folder == NULL ? "no home folder" : folder);
	if (!kept)
		buf_text(&found, ", which cannot be written; it is made again each time");
	put(c, "index", kept, buf_view(&found));
}

static void
serve_nothing(void *state, struct arena *a, struct str request, struct buf *answer)
{
	(void)state;
	(void)a;
	(void)request;
	(void)answer;
}

/* All layers must hold: this is what the exit status is about. */
static bool
put_sandbox(struct call *c)
{
	struct child child;
	const unsigned layers =
	    child_start(&child, (struct child_task){ NULL, serve_nothing, NULL })
		? child_layers(&child)
		: 0;
	const struct str missing = sandbox_missing(c->a, layers);
	struct buf found = buf_new(c->a);

	child_stop(&child);
	if (missing.n == 0)
		buf_str(&found, sandbox_missing(c->a, 0));
	else
		buf_printf(&found, "missing: " STR_FMT, STR_ARG(missing));
	put(c, "sandbox", missing.n == 0, buf_view(&found));
	return missing.n == 0;
}

/* Marks and places: kept, or why not (which was said). */
static void
put_state(struct call *c)
{
	const char *path = world_state(c);
	struct buf found = buf_new(c->a);
	const bool lasts = state_lasts(call_state(c));

	buf_printf(&found, "%s%s", path == NULL ? "no home folder" : path,
	    lasts ? "" : "; marks and places last for one run");
	put(c, "state", lasts, buf_view(&found));
}

/* The program's path as execvp() would find it, or NULL. */
static const char *
program(struct call *c, const char *name)
{
	const char *path = getenv("PATH");
	struct str rest = str_of(path == NULL ? "/bin:/usr/bin" : path);

	if (strchr(name, '/') != NULL)
		return access(name, X_OK) == 0 ? name : NULL;
	while (rest.n != 0) {
		const char *folder = str_nul(c->a, str_split(&rest, ':'));
		const char *full = path_join(c->a, folder, str_of(name));

		if (access(full, X_OK) == 0 && !file_stat(full).folder)
			return full;
	}
	return NULL;
}

/* A program by its command line, and what to do when it is not there. */
static void
put_program(struct call *c, const char *what, const char *command, const char *otherwise)
{
	char **argv = run_words(c->a, str_of(command), STR_NIL);
	const char *path = argv[0] == NULL ? NULL : program(c, argv[0]);
	struct buf found = buf_new(c->a);

	if (path != NULL)
		buf_text(&found, path);
	else
		buf_printf(&found, "'%s' is not there: %s", command, otherwise);
	put(c, what, path != NULL, buf_view(&found));
}

static const char *
set_or(const char *name, const char *otherwise)
{
	const char *value = world_env(name);

	return value == NULL ? otherwise : value;
}

static void
put_terminal(struct call *c)
{
	const char *term = set_or("TERM", "");
	const char *names = set_or("LC_ALL", set_or("LC_CTYPE", set_or("LANG", "none")));
	struct winsize size = { 0 };
	struct buf found = buf_new(c->a);
	const bool screen =
	    isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;

	if (screen)
		buf_printf(&found, "%dx%d, ", size.ws_col, size.ws_row);
	buf_printf(&found, "TERM=%s, COLORTERM=%s, locale %s%s%s", term,
	    set_or("COLORTERM", ""), names, world_ascii(c) ? " (text in ASCII)" : "",
	    screen ? "" : ", the output is no terminal");
	put(c, "terminal", term[0] != '\0' && strcmp(term, "dumb") != 0,
	    buf_view(&found));
}

int
cmd_doctor(struct call *c)
{
	bool whole;

	if (c->arg_count != 0)
		return call_usage(c, "doctor takes no argument");
	put(c, "nutgraf", true, STR(VERSION));
	put_library(c);
	put_state(c);
	put_index(c);
	whole = put_sandbox(c);
	put_program(c, "pdf", "pdftotext",
	    "install poppler-utils, and PDF files are read as text");
	put_program(c, "opener", set_or("BROWSER", "xdg-open"),
	    "set BROWSER or install xdg-utils, and links open");
	put_program(c, "pager", call_pager_name(false), "set PAGER or install less");
	put_program(c, "editor", world_editor(), "set VISUAL or EDITOR");
	put(c, "clipboard", true,
	    STR("OSC 52, by the terminal itself; in tmux: set -g set-clipboard on"));
	put_terminal(c);
	return whole ? EXIT_DONE : EXIT_NOTHING;
}
