/* The only file that knows curses: cells become curses cells, bytes become keys. */
#define NCURSES_WIDECHAR 1
#include "shell/terminal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/file.h"
#include "shell/keys.h"
#include "text/utf8.h"

/* Bits of the signals that came and were not looked at yet. */
static volatile sig_atomic_t pending_signal;

static const int watched[] = { SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT };

static void
note_signal(int n)
{
	for (size_t i = 0; i < LEN(watched); i++)
		if (watched[i] == n)
			pending_signal |= 1 << i;
}

/* Handlers for all but what the parent said to ignore (nohup). */
static void
watch_signals(void)
{
	struct sigaction now, then = { .sa_handler = note_signal };
	sigset_t all;

	(void)sigemptyset(&all);
	for (size_t i = 0; i < LEN(watched); i++)
		(void)sigaddset(&all, watched[i]);
	then.sa_mask = all;
	for (size_t i = 0; i < LEN(watched); i++)
		if (sigaction(watched[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
			(void)sigaction(watched[i], &then, NULL);
	(void)sigprocmask(SIG_BLOCK, &all, NULL);
}

static void
unwatch_signals(void)
{
	sigset_t all;

	(void)sigemptyset(&all);
	for (size_t i = 0; i < LEN(watched); i++) {
		(void)sigaddset(&all, watched[i]);
		(void)signal(watched[i], SIG_DFL);
	}
	(void)sigprocmask(SIG_UNBLOCK, &all, NULL);
}

/* The plain locale says nothing about the terminal; today's are UTF-8. */
static void
choose_locale(void)
{
	const char *codes;

	if (setlocale(LC_CTYPE, "") == NULL)
		(void)setlocale(LC_CTYPE, "C");
	codes = nl_langinfo(CODESET);
	if (strcmp(codes, "ANSI_X3.4-1968") == 0)
		(void)setlocale(LC_CTYPE, "C.UTF-8");
}

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
	t->cols = COLS;
	t->rows = LINES;
}

/* Keys some terminals send that their terminfo entry does not name. */
static void
name_more_keys(void)
{
	static const struct {
		const char *bytes;
		int key;
	} more[] = { { "\033[H", KEY_HOME }, { "\033[F", KEY_END },
		{ "\033[1~", KEY_HOME }, { "\033[4~", KEY_END }, { "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
		{ "\033[Z", KEY_BTAB }, { "\033[11~", KEY_F(1) } };

	for (size_t i = 0; i < LEN(more); i++)
		if (key_defined(more[i].bytes) == 0)
			(void)define_key(more[i].bytes, more[i].key);
}

void
terminal_leave(void)
{
	if (stdscr != NULL && !isendwin())
		(void)endwin();
}

static void
put_back(const char *name, const char *was, bool is_set)
{
	if (is_set)
		(void)setenv(name, was, 1);
	else
		(void)unsetenv(name);
}

/*
 * The buffer that curses fills between two writes is as large as the screen it believes
 * in at the start; a flat and very wide one makes room for any frame.  The real size is
 * set after it.
 */
static bool
new_terminal(void)
{
	const char *high = getenv("LINES"), *wide = getenv("COLUMNS");
	const bool has_high = high != NULL, has_wide = wide != NULL;
	char was_high[16], was_wide[16];
	bool made;

	(void)snprintf(was_high, sizeof(was_high), "%s", has_high ? high : "");
	(void)snprintf(was_wide, sizeof(was_wide), "%s", has_wide ? wide : "");
	(void)setenv("LINES", "2", 1);
	(void)setenv("COLUMNS", "16000", 1);
	made = newterm(NULL, stdout, stdin) != NULL;
	put_back("LINES", was_high, has_high);
	put_back("COLUMNS", was_wide, has_wide);
	return made;
}

bool
terminal_open(struct terminal *t, struct diags *d)
{
	const char *term = getenv("TERM");

	if (term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0)
		return refuse(d, term == NULL ? "" : term, "cannot move its cursor");
	choose_locale();
	watch_signals(); /* before curses, which keeps off those that are taken */
	if (!new_terminal()) {
		unwatch_signals();
		return refuse(d, term, "is not known here");
	}
	if (cursor_address == NULL) {
		(void)endwin();
		unwatch_signals();
		return refuse(d, term, "cannot move its cursor");
	}
	die_set_hook(terminal_leave);
	(void)raw();
	(void)noecho();
	(void)nonl();
	(void)intrflush(stdscr, FALSE);
	(void)nodelay(stdscr, TRUE);
	(void)idlok(stdscr, TRUE);
	(void)leaveok(stdscr, TRUE);
	(void)set_escdelay(25);
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
	terminal_leave();
	die_set_hook(NULL);
	unwatch_signals();
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
	attr_t a = A_NORMAL;

	a |= k->attrs & ATTR_BOLD ? A_BOLD : 0;
	a |= k->attrs & ATTR_ITALIC ? A_ITALIC : 0;
	a |= k->attrs & ATTR_UNDERLINE ? A_UNDERLINE : 0;
	a |= k->attrs & ATTR_REVERSE ? A_REVERSE : 0;
	a |= k->attrs & ATTR_DIM ? A_DIM : 0;
	return a;
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

/*
 * One glyph as wide characters that every terminal takes for as many columns as the cell
 * has: joiners and variation selectors are left out, what the C library measures
 * otherwise becomes a stand-in.  Returns the columns curses will fill.
 */
static int
wide_of(const struct cell *c, wchar_t out[CCHARW_MAX + 1])
{
	struct str s = str_of(c->glyph);
	size_t n = 0;
	int cols;

	while (s.n != 0 && n < CCHARW_MAX) {
		const wchar_t w = (wchar_t)utf8_next(&s);

		if (n == 0 ||
		    (wcwidth(w) == 0 && w != 0x200d && (w < 0xfe00 || w > 0xfe0f)))
			out[n++] = w;
	}
	if (n == 0)
		out[n++] = L' ';
	out[n] = L'\0';
	cols = wcwidth(out[0]);
	if (cols >= 1 && cols <= c->width)
		return cols;
	out[0] = wcwidth(0xfffd) == 1 ? 0xfffd : L'?';
	out[1] = L'\0';
	return 1;
}

static void
put_cell(int x, int y, const struct cell *c, struct ink ink)
{
	wchar_t wide[CCHARW_MAX + 1];
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

void
terminal_paint(struct terminal *t, const struct cells *c, const struct theme *theme)
{
	struct ink inks[ROLE_COUNT];

	inks_of(t, theme, inks);
	if (t->shown.cols != c->cols || t->shown.rows != c->rows) {
		arena_free(&t->memory);
		t->shown = cells_new(&t->memory, c->cols, c->rows);
		cells_fill(&t->shown, ROLE_COUNT); /* like no frame */
	}
	for (int y = 0; y < c->rows; y++)
		put_row(y, c, &t->shown, inks);
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
	for (size_t i = 0; i < LEN(watched); i++) {
		if ((pending_signal & (1 << i)) == 0)
			continue;
		pending_signal &= ~(1 << i);
		*value = (uint32_t)watched[i];
		if (watched[i] == SIGWINCH)
			return read_size(t), EVENT_SIZE;
		return watched[i] == SIGTSTP ? EVENT_STOP : EVENT_GONE;
	}
	return EVENT_NOTHING;
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
key_event(uint32_t *value)
{
	wint_t w = 0;
	const int status = get_wch(&w);

	if (status == ERR)
		return EVENT_NOTHING;
	*value =
	    status == KEY_CODE_YES && w == KEY_MOUSE ? mouse_of() : key_of(status, w);
	return *value == KEY_NONE ? EVENT_NOTHING : EVENT_KEY;
}

enum event_of_terminal
terminal_next(struct terminal *t, long wait_ms, uint32_t *value)
{
	const struct timespec most = { wait_ms / 1000, wait_ms % 1000 * 1000000 };
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	enum event_of_terminal e = key_event(value); /* curses may hold some back */
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
		e = key_event(value);
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
	watch_signals();
}

void
terminal_stop(struct terminal *t, bool whole_job)
{
	terminal_leave();
	unwatch_signals();
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

int
terminal_settled_fd(void)
{
	const char *number = getenv("NUTGRAF_SETTLED_FD");
	long fd = -1;

	return number != NULL && str_int(str_of(number), &fd) && fd > 2 && fd < 1024
		   ? (int)fd
		   : -1;
}

const char *
terminal_browser(bool *graphic)
{
	const char *browser = getenv("BROWSER");

	*graphic = getenv("DISPLAY") != NULL || getenv("WAYLAND_DISPLAY") != NULL;
	return browser != NULL && browser[0] != '\0' ? browser : "xdg-open";
}
