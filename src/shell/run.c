/* The loop on a terminal: all keys that wait, then one frame, then what was asked for. */
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/file.h"
#include "shell/state.h"
#include "shell/surroundings.h"
#include "shell/terminal.h"

enum { IDLE_MS = 400, MAKING_MS = 100, LOOK_MS = 1000 };

static void
paint(struct shell *sh, struct terminal *t, struct arena *frame)
{
	struct cells c;
	struct split split;

	shell_prepare(sh);
	arena_free(frame);
	c = cells_new(frame, sh->cols, sh->rows);
	shell_paint(sh, frame, &c);
	split = shell_split(sh);
	terminal_paint(t, &c, &split, sh->o->theme);
}

static void
resized(struct shell *sh, const struct terminal *t)
{
	shell_resize(sh, t->cols, t->rows);
}

static void
browse(struct shell *sh, struct terminal *t)
{
	bool graphic;
	const struct str browser = str_of(terminal_browser(&graphic));

	if (!graphic)
		terminal_leave();
	if (!child_run(&sh->scratch, browser, sh->effect_text, !graphic))
		shell_say(sh, true, "'" STR_FMT "' did not open it; set BROWSER",
		    STR_ARG(browser));
	if (!graphic)
		terminal_return(t);
	resized(sh, t);
}

static void
edit(struct shell *sh, struct terminal *t)
{
	const struct str editor = str_of(sh->o->editor);

	terminal_leave();
	if (!child_run(&sh->scratch, editor, sh->effect_text, true))
		shell_say(sh, true, "'" STR_FMT "' ended with an error", STR_ARG(editor));
	terminal_return(t);
	resized(sh, t);
	shell_renew_here(sh);
}

/* What a command wrote stays to be read; a signal ends the wait and is answered after it. */
static void
wait_for_enter(void)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	char byte = '\0';
	sigset_t none;

	(void)sigemptyset(&none);
	(void)fd_write(STDOUT_FILENO, STR("\nEnter returns to the reader "));
	while (byte != '\n' && byte != '\r' && ppoll(&in, 1, NULL, &none) == 1 &&
	       read(STDIN_FILENO, &byte, 1) == 1)
		;
}

static void
feed(struct shell *sh, struct terminal *t, bool pager)
{
	const struct str command =
	    pager ? str_of(sh->o->pager) : typed_str(&sh->input.line);
	const char *shell = pager ? NULL : sh->o->shell;
	bool ok;

	terminal_leave();
	ok = child_feed(&sh->scratch, command, shell, sh->effect_text);
	if (!pager)
		wait_for_enter();
	terminal_return(t);
	resized(sh, t);
	if (!ok)
		shell_say(
		    sh, true, "'" STR_FMT "' ended with an error", STR_ARG(command));
}

static void
perform(struct shell *sh, struct terminal *t)
{
	switch (sh->effect) {
	case EFFECT_NONE:
		break;
	case EFFECT_REDRAW:
		shell_renew(sh, STR_NIL, STR_NIL);
		terminal_redraw(t);
		break;
	case EFFECT_SUSPEND:
		reading_keep(sh, true);
		terminal_stop(t, true);
		resized(sh, t);
		break;
	case EFFECT_COPY:
		terminal_copy(&sh->scratch, sh->effect_text);
		break;
	case EFFECT_BROWSE:
		browse(sh, t);
		break;
	case EFFECT_EDIT:
		edit(sh, t);
		break;
	case EFFECT_MOUSE:
		terminal_mouse(sh->mouse);
		break;
	case EFFECT_PAGE:
	case EFFECT_PIPE:
		feed(sh, t, sh->effect == EFFECT_PAGE);
		break;
	}
	sh->effect = EFFECT_NONE;
}

/* False when the reader has to end. */
static bool
react(struct shell *sh, struct terminal *t, enum event_of_terminal e, uint32_t value)
{
	switch (e) {
	case EVENT_NOTHING:
		break;
	case EVENT_KEY:
		sh->kept.place = false;
		shell_key(sh, value);
		perform(sh, t);
		break;
	case EVENT_SIZE:
		resized(sh, t);
		break;
	case EVENT_STOP:
		reading_keep(sh, true);
		terminal_stop(t, false);
		resized(sh, t);
		break;
	case EVENT_GONE:
		sh->status = 128 + (int)value;
		return false;
	}
	return !sh->done;
}

/* Says to a test that the frame is out and no key waits. */
static bool
settled(int fd)
{
	return fd < 0 || write(fd, "", 1) == 1;
}

/* Somebody else may put briefs in, take them away or mark them while nothing is typed. */
static enum event_of_terminal
watch(struct shell *sh, struct terminal *t, uint32_t *value)
{
	enum event_of_terminal e;
	bool moved = false;

	do {
		e = terminal_next(t, LOOK_MS, value);
		moved = e == EVENT_NOTHING && library_moved(sh->o->library);
	} while (e == EVENT_NOTHING && !moved && !reading_refresh(sh));
	if (moved)
		making_begin(sh);
	sh->making.shown = e == EVENT_NOTHING;
	return e;
}

/* What this reader keeps is no news to it. */
static void
keep(struct shell *sh, bool place)
{
	reading_keep(sh, place);
	(void)reading_refresh(sh);
}

/* Nobody waits for the disk: the frame is out.  Where the keys pause for as long as it takes to
   look, the place is kept, whatever happens then; one transaction a pause. */
static enum event_of_terminal
idle(struct shell *sh, struct terminal *t, int settled_fd, uint32_t *value)
{
	enum event_of_terminal e = EVENT_NOTHING;

	keep(sh, false);
	if (sh->making.shown || settled(settled_fd))
		e = terminal_next(t, IDLE_MS, value);
	sh->making.shown = false;
	if (e != EVENT_NOTHING)
		return e;
	sh->making.shown = reading_refresh(sh);
	if (!sh->kept.place) /* two readers would answer each other for ever */
		keep(sh, true);
	sh->kept.place = true;
	if (sh->making.shown)
		return e;
	return watch(sh, t, value);
}

/* The same while an index is made: how far it is shows in frames that nobody asked for. */
static enum event_of_terminal
await(struct shell *sh, struct terminal *t, int settled_fd, uint32_t *value)
{
	enum event_of_terminal e = EVENT_NOTHING;
	bool news = making_on(sh); /* also when keys come without a pause */

	reading_keep(sh, false);
	if (!sh->making.shown && !settled(settled_fd))
		return EVENT_NOTHING;
	while (e == EVENT_NOTHING && !news) {
		e = terminal_next(t, MAKING_MS, value);
		news = e == EVENT_NOTHING && making_on(sh);
	}
	sh->making.shown = news;
	return e;
}

int
shell_run(const struct shell_options *o, struct diags *d)
{
	struct shell sh;
	struct terminal t = { 0 };
	struct arena frame = ARENA_INIT;
	enum event_of_terminal e;
	const int settled_fd = o->settled_fd >= 0 ? o->settled_fd : terminal_settled_fd();
	uint32_t value = 0;
	bool on = true, unchecked = o->unchecked;

	if (!terminal_open(&t, d))
		return 2;
	shell_begin(&sh, o, t.cols, t.rows, d);
	while (on) {
		paint(&sh, &t, &frame);
		e = terminal_next(&t, 0, &value);
		if (e == EVENT_NOTHING && unchecked) { /* the first frame did not wait */
			unchecked = false;
			making_begin(&sh);
			continue;
		}
		if (e == EVENT_NOTHING)
			e = sh.making.on ? await(&sh, &t, settled_fd, &value)
					 : idle(&sh, &t, settled_fd, &value);
		do
			on = react(&sh, &t, e, value);
		while (on && (e = terminal_next(&t, 0, &value)) != EVENT_NOTHING);
	}
	library_make_stop(o->library);
	reading_keep(&sh, true);
	terminal_close(&t); /* ends this program if the terminal is gone */
	value = (uint32_t)sh.status;
	shell_end(&sh);
	arena_free(&frame);
	return (int)value;
}
