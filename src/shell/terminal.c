/* The only file that knows curses: cells become curses cells, bytes become keys. */
#define NCURSES_WIDECHAR 1
#include "shell/terminal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/file.h"
#include "shell/keys.h"
#include "shell/margins.h"
#include "shell/signals.h"
#include "shell/surroundings.h"
#include "shell/wide.h"

enum {
	KEY_MARGINS = KEY_MAX + 1,
	KEY_NO_MARGINS,
	ESC_MS = 25,
	ASKED_ESC_MS = 250, /* an answer may come in pieces */
	ANSWER_MS = 100
};

/* How curses itself writes a byte of a frame: into its buffer.  Its public functions end
   in stdio or in a write of their own.  Without it there are no margins. */
extern int _nc_outch(int byte) __attribute__((weak));

static bool
refuse(struct diags *d, const char *term, const char *why)
{
	say(d, SAY_TERMINAL, (struct place){ 0 },
	    "the terminal '%s' %s; use 'nutgraf show', or set TERM", term, why);
	return false;
}

static int
colours_of(void)
{
	const char *no = getenv("NO_COLOR");

	if ((no != NULL && no[0] != '\0') || !has_colors() || start_color() == ERR)
		return 0;
	(void)use_default_colors();
	return COLORS > 256 ? 1 << 24 : COLORS == 256 ? 256 : COLORS >= 8 ? 16 : 0;
}

static void
read_size(struct terminal *t)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_col == 0 ||
	    ws.ws_row == 0)
		ws = (struct winsize){ .ws_row = 24, .ws_col = 80 };
	(void)resizeterm(LINES, ws.ws_col); /* new rows are not to be of the old width */
	(void)resizeterm(ws.ws_row, ws.ws_col);
	if (t->cols != COLS || t->rows != LINES)
		t->shown.rows = 0; /* curses cut what it was given, or added to it */
	t->cols = COLS;
	t->rows = LINES;
}

/* Keys some terminals send that their terminfo entry does not name, and answers. */
static void
name_more_keys(void)
{
	static const struct {
		const char *bytes;
		int key;
	} more[] = { { "\033[H", KEY_HOME }, { "\033[F", KEY_END },
		{ "\033[1~", KEY_HOME }, { "\033[4~", KEY_END }, { "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
		{ "\033[Z", KEY_BTAB }, { "\033[11~", KEY_F(1) },
		{ "\033[?69;1$y", KEY_MARGINS }, { "\033[?69;2$y", KEY_MARGINS },
		{ "\033[?69;0$y", KEY_NO_MARGINS }, { "\033[?69;3$y", KEY_NO_MARGINS },
		{ "\033[?69;4$y", KEY_NO_MARGINS }, { "\033[0n", KEY_NO_MARGINS } };

	for (size_t i = 0; i < LEN(more); i++)
		if (key_defined(more[i].bytes) == 0)
			(void)define_key(more[i].bytes, more[i].key);
}

/*
 * Asked when they would first help, and never waited for: the answer is a key whenever it
 * comes.  Every terminal answers the second question (is it well?), so one knows when the
 * first stays without.  Who prints a part of the question has it at the upper left, where
 * frames end; that row is painted anew.
 */
static void
ask_for_margins(struct terminal *t)
{
	t->margins = MARGINS_ASKED;
	(void)set_escdelay(ASKED_ESC_MS);
	(void)tputs("\033[?69$p\033[5n\r", 1, _nc_outch);
	(void)wredrawln(stdscr, 0, 1);
}

static void
answer_came(struct terminal *t, bool margins)
{
	if (t->margins != MARGINS_ASKED)
		return;
	t->margins = margins ? MARGINS_THERE : MARGINS_NONE;
	(void)set_escdelay(ESC_MS);
	(void)leaveok(stdscr, !margins);
}

/* An answer under way is not for who reads the terminal next. */
static void
forget_answer(const struct terminal *t)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };

	if (t->margins != MARGINS_ASKED)
		return;
	(void)poll(&in, 1, ANSWER_MS);
	(void)flushinp();
}

void
terminal_leave(void)
{
	if (stdscr != NULL && !isendwin())
		(void)endwin();
}

/*
 * The buffer that curses fills between two writes is as large as the screen it believes
 * in at the start; a flat and very wide one makes room for any frame.  The real size is
 * set after it.
 */
static bool
new_terminal(void)
{
	static const char *const names[] = { "LINES", "COLUMNS" };
	static const char *const flat[] = { "2", "16000" };
	char was[LEN(names)][16];
	bool set[LEN(names)], made;

	for (size_t i = 0; i < LEN(names); i++) {
		const char *value = getenv(names[i]);

		set[i] = value != NULL;
		(void)snprintf(was[i], sizeof(was[i]), "%s", set[i] ? value : "");
		(void)setenv(names[i], flat[i], 1);
	}
	made = newterm(NULL, stdout, stdin) != NULL;
	for (size_t i = 0; i < LEN(names); i++)
		(void)(set[i] ? setenv(names[i], was[i], 1) : unsetenv(names[i]));
	return made;
}

bool
terminal_open(struct terminal *t, struct diags *d)
{
	const char *term = getenv("TERM");
	bool made;

	if (term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0)
		return refuse(d, term == NULL ? "" : term, "cannot move its cursor");
	terminal_locale();
	signals_watch(); /* before curses, which keeps off those that are taken */
	made = new_terminal();
	if (!made || cursor_address == NULL) {
		if (made)
			(void)endwin();
		signals_unwatch();
		return refuse(
		    d, term, made ? "cannot move its cursor" : "is not known here");
	}
	die_set_hook(terminal_leave);
	(void)raw();
	(void)noecho();
	(void)nonl();
	(void)intrflush(stdscr, FALSE);
	(void)nodelay(stdscr, TRUE);
	(void)idlok(stdscr, TRUE);
	t->margins =
	    _nc_outch != NULL && terminal_may_ask() ? MARGINS_UNASKED : MARGINS_NONE;
	(void)leaveok(
	    stdscr, t->margins == MARGINS_NONE); /* frames end at the upper left */
	(void)set_escdelay(ESC_MS);
	name_more_keys();
	t->colours = colours_of();
	t->pairs = false;
	read_size(t);
	/* ncurses 6.4 writes at every cursor move until it was left once. */
	(void)endwin();
	(void)refresh();
	(void)keypad(stdscr, TRUE); /* now: the first key would write it */
	(void)curs_set(0);
	return true;
}

void
terminal_close(struct terminal *t)
{
	arena_free(&t->memory);
	forget_answer(t);
	terminal_leave();
	die_set_hook(NULL);
	signals_unwatch();
}

/* A colour as curses wants it; bright ones of 8 colours become bold. */
static int
colour(int32_t c, attr_t *attrs)
{
	if (c == COLOUR_DEFAULT)
		return -1;
	if (c >= COLOUR_RGB)
		return c - COLOUR_RGB;
	if (c >= COLORS && c < 16) {
		*attrs |= A_BOLD;
		return c - 8;
	}
	return c;
}

/* Pair r + 1 holds role r; curses keeps the number, the attributes come from here. */
static attr_t
attrs_of(const struct look *k)
{
	return (k->attrs & ATTR_BOLD ? A_BOLD : 0) | (k->attrs & ATTR_DIM ? A_DIM : 0) |
	       (k->attrs & ATTR_ITALIC ? A_ITALIC : 0) |
	       (k->attrs & ATTR_UNDERLINE ? A_UNDERLINE : 0) |
	       (k->attrs & ATTR_REVERSE ? A_REVERSE : 0);
}

struct ink {
	attr_t attrs;
	short pair;
};

static void
inks_of(struct terminal *t, const struct theme *theme, struct ink inks[ROLE_COUNT])
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct look k = look_for(theme, (enum role)r, t->colours);
		int fg, bg;

		inks[r] = (struct ink){ attrs_of(&k), 0 };
		if (t->colours == 0 || (k.fg == COLOUR_DEFAULT && k.bg == COLOUR_DEFAULT))
			continue;
		fg = colour(k.fg, &inks[r].attrs);
		bg = colour(k.bg, &inks[r].attrs);
		inks[r].pair = (short)(r + 1);
		if (!t->pairs)
			(void)init_extended_pair(r + 1, fg, bg);
	}
	t->pairs = true;
}

static void
put_cell(int x, int y, const struct cell *c, struct ink ink)
{
	wchar_t wide[WIDE_MOST + 1];
	const int cols = wide_of(c, wide);
	cchar_t cc;

	if (setcchar(&cc, wide, ink.attrs, ink.pair, NULL) == ERR)
		(void)setcchar(&cc, L"?", ink.attrs, ink.pair, NULL);
	(void)mvadd_wch(y, x, &cc);
	if (cols < c->width) {
		(void)setcchar(&cc, L" ", ink.attrs, ink.pair, NULL);
		(void)mvadd_wch(y, x + 1, &cc);
	}
}

static void
put_row(int y, const struct cells *c, struct cells *shown, const struct ink *inks)
{
	const struct cell *row = cells_row(c, y);
	const size_t bytes = (size_t)c->cols * sizeof(*row);

	if (memcmp(row, cells_row(shown, y), bytes) == 0)
		return;
	memcpy(cells_row(shown, y), row, bytes);
	for (int x = 0; x < c->cols; x++)
		if (row[x].width != 0)
			put_cell(x, y, &row[x], inks[row[x].role]);
}

/* Curses is told that its screen has the box moved: what is new there is blank and plain.
   wredrawln() makes it forget the rows it knew, or it would scroll them once more. */
static bool
move_belief(const struct scroll *s)
{
	WINDOW *there = derwin(curscr, s->rows, s->cols, s->y, s->x);
	WINDOW *ours = derwin(stdscr, s->rows, s->cols, s->y, s->x);
	WINDOW *moved = there == NULL ? NULL : dupwin(there);
	const bool made = ours != NULL && moved != NULL;

	if (made) {
		(void)scrollok(moved, TRUE);
		(void)wscrl(moved, s->n);
		(void)wredrawln(ours, 0, s->rows);
		(void)copywin(moved, there, 0, 0, 0, 0, s->rows - 1, s->cols - 1, FALSE);
		(void)touchline(newscr, s->y, s->rows); /* all is compared */
	}
	(void)delwin(moved);
	(void)delwin(ours);
	(void)delwin(there);
	return made;
}

static void
move_box(const struct scroll *s)
{
	char bytes[96];

	if (!move_belief(s))
		return;
	(void)vid_puts(A_NORMAL, 0, NULL, _nc_outch);
	(void)snprintf(bytes, sizeof(bytes),
	    "\033[?69h\033[%d;%dr\033[%d;%ds\033[%d%c\033[s\033[?69l\033[r\033[H",
	    s->y + 1, s->y + s->rows, s->x + 1, s->x + s->cols, abs(s->n),
	    s->n > 0 ? 'S' : 'T');
	(void)tputs(bytes, 1, _nc_outch);
}

static void
use_margins(struct terminal *t, const struct scroll *s)
{
	if (t->margins == MARGINS_UNASKED)
		ask_for_margins(t);
	else if (t->margins == MARGINS_THERE)
		move_box(s);
}

void
terminal_paint(struct terminal *t, const struct cells *c, const struct split *split,
    const struct theme *theme)
{
	struct scroll s;
	struct ink inks[ROLE_COUNT];

	inks_of(t, theme, inks);
	if (t->shown.cols != c->cols || t->shown.rows != c->rows) {
		arena_free(&t->memory);
		t->shown = cells_new(&t->memory, c->cols, c->rows);
		cells_fill(&t->shown, ROLE_COUNT); /* like no frame */
	} else if (t->margins != MARGINS_NONE) {
		for (int i = 0; i < split->n; i++)
			if (margins_find(&t->shown, c, split, i, &s))
				use_margins(t, &s);
	}
	for (int y = 0; y < c->rows; y++)
		put_row(y, c, &t->shown, inks);
	(void)move(0, 0);
	(void)refresh();
}

void
terminal_redraw(struct terminal *t)
{
	t->shown.rows = 0;
	(void)clearok(stdscr, TRUE);
}

static enum event_of_terminal
signal_event(struct terminal *t, uint32_t *value)
{
	const int n = signals_next();

	if (n == 0)
		return EVENT_NOTHING;
	*value = (uint32_t)n;
	if (n == SIGWINCH)
		return read_size(t), EVENT_SIZE;
	return n == SIGTSTP ? EVENT_STOP : EVENT_GONE;
}

static uint32_t
key_of(int status, wint_t w)
{
	static const struct {
		int curses;
		uint32_t key;
	} keys[] = { { KEY_UP, KEY_CURSOR_UP }, { KEY_DOWN, KEY_CURSOR_DOWN },
		{ KEY_LEFT, KEY_CURSOR_LEFT }, { KEY_RIGHT, KEY_CURSOR_RIGHT },
		{ KEY_HOME, KEY_FIRST }, { KEY_END, KEY_LAST },
		{ KEY_PPAGE, KEY_PAGE_UP }, { KEY_NPAGE, KEY_PAGE_DOWN },
		{ KEY_BTAB, KEY_BACK_TAB }, { KEY_F(1), KEY_HELP_F1 },
		{ KEY_BACKSPACE, KEY_BACKSPACE_CODE }, { KEY_ENTER, KEY_CODE_ENTER } };

	if (status == OK)
		return w == '\n' ? KEY_CODE_ENTER : w == '\b' ? KEY_BACKSPACE_CODE : w;
	for (size_t i = 0; i < LEN(keys); i++)
		if (keys[i].curses == (int)w)
			return keys[i].key;
	return KEY_NONE;
}

void
terminal_mouse(bool on)
{
	(void)mouseinterval(0); /* a click is where it begins, nothing waits */
	(void)mousemask(
	    on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

static uint32_t
mouse_of(void)
{
	static const mmask_t bits[] = { BUTTON1_PRESSED, BUTTON4_PRESSED,
		BUTTON5_PRESSED }; /* as in enum mouse_kind */
	MEVENT m;

	if (getmouse(&m) == OK && m.x >= 0 && m.y >= 0)
		for (uint32_t i = 0; i < LEN(bits); i++)
			if ((m.bstate & bits[i]) != 0)
				return MOUSE_KEY(i, m.x, m.y);
	return KEY_NONE;
}

/* Takes one key that has come; EVENT_NOTHING: none, or one without a meaning. */
static enum event_of_terminal
key_event(struct terminal *t, uint32_t *value)
{
	wint_t w = 0;
	const int status = get_wch(&w);

	if (status == ERR)
		return EVENT_NOTHING;
	if (status == KEY_CODE_YES && (w == KEY_MARGINS || w == KEY_NO_MARGINS)) {
		answer_came(t, w == KEY_MARGINS);
		return EVENT_NOTHING;
	}
	*value =
	    status == KEY_CODE_YES && w == KEY_MOUSE ? mouse_of() : key_of(status, w);
	return *value == KEY_NONE ? EVENT_NOTHING : EVENT_KEY;
}

enum event_of_terminal
terminal_next(struct terminal *t, long wait_ms, uint32_t *value)
{
	const struct timespec most = { wait_ms / 1000, wait_ms % 1000 * 1000000 };
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	enum event_of_terminal e = key_event(t, value); /* curses may hold some back */
	sigset_t none;
	int n, bytes = 0;

	(void)sigemptyset(&none);
	while (e == EVENT_NOTHING) {
		n = ppoll(&in, 1, wait_ms < 0 ? NULL : &most, &none);
		e = signal_event(t, value);
		if (e != EVENT_NOTHING || n == 0)
			break;
		if (n <= 0)
			continue;
		if ((in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0 ||
		    ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0) {
			*value = SIGHUP;
			return EVENT_GONE;
		}
		e = key_event(t, value);
	}
	return e;
}

void
terminal_return(struct terminal *t)
{
	(void)clearok(stdscr, TRUE);
	(void)refresh();
	(void)keypad(stdscr, TRUE);
	read_size(t);
	signals_watch();
}

void
terminal_stop(struct terminal *t, bool whole_job)
{
	forget_answer(t);
	terminal_leave();
	signals_unwatch();
	(void)kill(whole_job ? 0 : getpid(), SIGTSTP);
	terminal_return(t);
}

void
terminal_copy(struct arena *a, struct str text)
{
	struct buf b = buf_new(a);

	buf_text(&b, "\033]52;c;");
	base64(&b, text);
	buf_byte(&b, '\a');
	(void)fd_write(STDOUT_FILENO, buf_view(&b));
}
