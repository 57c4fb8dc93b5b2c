/*
 * screen -- a terminal for tests: runs a program on a pty, shows what a person would see.
 *
 * usage: screen COLSxROWS PROGRAM [ARG...]
 *
 * Reads commands, one a line, from standard input; each answer ends with a line ".".
 *
 *   keys TEXT       one write of "r<Enter><C-o>", then waits for the frame; "bytes N writes N frames N us N"
 *   leave TEXT      one write, then waits until the alternate screen is left
 *   each TEXT       the same, key by key
 *   send TEXT       one write, and nothing is waited for
 *   stop US C R     resizes and, so many microseconds later, TSTP; waits for the stop
 *   unasked         waits for what is written without a key, and says no more than that
 *   text            the screen, a line a row
 *   styles          a letter a cell ("." is plain), then "LETTER = how it looks"
 *   resize C R      waits for the frame
 *   signal NAME     TSTP waits for the stop, CONT for the frame, others for the end
 *   close           hangs up: closes the terminal and waits for the end
 *   started         microseconds from the start of the program to its first frame
 *   state           "running", "stopped" or "exit N", then modes still set and whether keys
 *                   were left for who reads the terminal next, one a line
 *   raw             what the program wrote since the last time, in hexadecimal
 *   svg FILE        a picture of the screen
 *
 * Nothing sleeps: the program says on $NUTGRAF_SETTLED_FD that a frame is out and no key
 * waits, and a parent inside the pty's session reports stops and ends.  Writes are counted
 * by the kernel (/proc/PID/io).
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#include "svg.h"

enum { PATIENCE_MS = 20000, RAW_MOST = 1 << 22 };

static int cols, rows, master = -1, slave = -1, settled_fd, report_fd;
static pid_t parent, program;
static VTerm *vt;
static struct termios before;
static bool alternate, hidden, ended, stopped;
static int status_code, frames;
static double first_us;
static size_t bytes;
static unsigned char raw[RAW_MOST];
static size_t raw_n;

static void
fail(const char *why)
{
	fprintf(stderr, "screen: %s (%s)\n", why, strerror(errno));
	exit(2);
}

static int
on_property(VTermProp p, VTermValue *v, void *user)
{
	(void)user;
	if (p == VTERM_PROP_ALTSCREEN)
		alternate = v->boolean;
	if (p == VTERM_PROP_CURSORVISIBLE)
		hidden = !v->boolean;
	return 1;
}

/* What the terminal answers; with $SCREEN_ANSWERS=no it never does. */
static void
on_answer(const char *s, size_t n, void *user)
{
	(void)user;
	if (master >= 0 && write(master, s, n) != (ssize_t)n)
		fail("cannot answer");
}

static void
drain(void)
{
	unsigned char buf[65536];
	ssize_t n;

	while (master >= 0 && (n = read(master, buf, sizeof(buf))) > 0) {
		vterm_input_write(vt, (char *)buf, (size_t)n);
		bytes += (size_t)n;
		for (ssize_t i = 0; i < n && raw_n < RAW_MOST; i++)
			raw[raw_n++] = buf[i];
	}
}

/* "P pid", "S signal", "E status" from the parent inside the session. */
static void
take_report(void)
{
	char line[64];
	size_t n = 0;

	while (
	    n < sizeof(line) - 1 && read(report_fd, line + n, 1) == 1 && line[n] != '\n')
		n++;
	line[n] = '\0';
	if (line[0] == 'P')
		program = atoi(line + 1);
	stopped = line[0] == 'S';
	if (line[0] == 'E' || n == 0) {
		ended = true;
		status_code = n == 0 ? -1 : atoi(line + 1);
	}
}

/* Feeds the terminal until a frame is out (if `frame`), or the program stops or ends. */
static void
settle(bool frame)
{
	const bool was_stopped = stopped;

	for (;;) {
		struct pollfd p[3] = { { master, POLLIN, 0 }, { settled_fd, POLLIN, 0 },
			{ report_fd, POLLIN, 0 } };
		char byte;

		if (poll(p, 3, PATIENCE_MS) <= 0)
			fail("the program did not settle");
		if (p[0].revents & POLLIN)
			drain();
		if (p[2].revents & (POLLIN | POLLHUP)) {
			take_report();
			if (ended || (stopped && !was_stopped)) {
				drain();
				return;
			}
		}
		if (p[1].revents & POLLIN && read(settled_fd, &byte, 1) == 1) {
			frames++;
			if (frame) {
				drain();
				return;
			}
		}
	}
}

static int
utf8(unsigned u, char *o)
{
	if (u < 0x80)
		return o[0] = (char)u, 1;
	if (u < 0x800)
		return o[0] = (char)(0xc0 | u >> 6), o[1] = (char)(0x80 | (u & 63)), 2;
	if (u < 0x10000)
		return o[0] = (char)(0xe0 | u >> 12), o[1] = (char)(0x80 | (u >> 6 & 63)),
		       o[2] = (char)(0x80 | (u & 63)), 3;
	return o[0] = (char)(0xf0 | u >> 18), o[1] = (char)(0x80 | (u >> 12 & 63)),
	       o[2] = (char)(0x80 | (u >> 6 & 63)), o[3] = (char)(0x80 | (u & 63)), 4;
}

static void
show_text(void)
{
	VTermScreen *s = vterm_obtain_screen(vt);

	for (int y = 0; y < rows; y++) {
		char line[8192];
		size_t n = 0, end = 0;

		for (int x = 0; x < cols;) {
			VTermScreenCell c;

			vterm_screen_get_cell(s, (VTermPos){ y, x }, &c);
			if (c.chars[0] == 0)
				line[n++] = ' ';
			for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && c.chars[i]; i++)
				n += (size_t)utf8(c.chars[i], line + n);
			if (line[n - 1] != ' ')
				end = n;
			x += c.width > 0 ? c.width : 1;
		}
		printf("%.*s\n", (int)end, line);
	}
}

static void
colour_name(VTermColor c, char out[16])
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&c) || VTERM_COLOR_IS_DEFAULT_BG(&c))
		strcpy(out, "-");
	else if (VTERM_COLOR_IS_INDEXED(&c))
		sprintf(out, "%d", c.indexed.idx);
	else
		sprintf(out, "#%02x%02x%02x", c.rgb.red, c.rgb.green, c.rgb.blue);
}

static void
style_name(const VTermScreenCell *c, char out[96])
{
	char fg[16], bg[16];

	colour_name(c->fg, fg);
	colour_name(c->bg, bg);
	sprintf(out, "%s on %s%s%s%s%s", fg, bg, c->attrs.bold ? " bold" : "",
	    c->attrs.italic ? " italic" : "", c->attrs.underline ? " underline" : "",
	    c->attrs.reverse ? " reverse" : "");
}

static void
show_styles(void)
{
	static char legend[60][96];
	int n = 1;

	strcpy(legend[0], "- on -");
	for (int y = 0; y < rows; y++) {
		for (int x = 0, wide = 0; x < cols; x += wide) {
			VTermScreenCell c;
			char name[96];
			int i = 0;

			vterm_screen_get_cell(
			    vterm_obtain_screen(vt), (VTermPos){ y, x }, &c);
			style_name(&c, name);
			while (i < n && strcmp(legend[i], name) != 0)
				i++;
			if (i == n && n < 53)
				strcpy(legend[n++], name);
			wide = c.width > 1 && x + 1 < cols
				   ? 2
				   : 1; /* the right half has none */
			for (int n_th = 0; n_th < wide; n_th++)
				putchar(i == 0   ? '.'
					: i < 27 ? 'a' + i - 1
						 : 'A' + i - 27);
		}
		putchar('\n');
	}
	for (int i = 1; i < n; i++)
		printf("%c = %s\n", i < 27 ? 'a' + i - 1 : 'A' + i - 27, legend[i]);
}

/* The bytes a terminal in application mode sends for a key as written. */
static size_t
key_bytes(const char **s, char *out)
{
	static const struct {
		const char *name, *bytes;
	} named[] = { { "Enter", "\r" }, { "Tab", "\t" }, { "S-Tab", "\033[Z" },
		{ "Esc", "\033" }, { "BS", "\177" }, { "Space", " " }, { "lt", "<" },
		{ "Up", "\033OA" }, { "Down", "\033OB" }, { "Right", "\033OC" },
		{ "Left", "\033OD" }, { "Home", "\033OH" }, { "End", "\033OF" },
		{ "PgUp", "\033[5~" }, { "PgDn", "\033[6~" }, { "F1", "\033OP" } };
	const char *end = **s == '<' ? strchr(*s, '>') : NULL;
	const size_t n = end == NULL ? 0 : (size_t)(end - *s) - 1;

	for (size_t i = 0; n != 0 && i < sizeof(named) / sizeof(*named); i++)
		if (strlen(named[i].name) == n &&
		    strncmp(named[i].name, *s + 1, n) == 0) {
			*s = end + 1;
			strcpy(out, named[i].bytes);
			return strlen(out);
		}
	if (n == 3 && (*s)[1] == 'C' && (*s)[2] == '-') {
		out[0] = (char)((*s)[3] & 0x1f);
		*s = end + 1;
		return 1;
	}
	out[0] = *(*s)++;
	return 1;
}

/* The program waits: a call that told us something is over and counted.  It is about to. */
static void
until_it_waits(void)
{
	char path[64], line[256];

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)program);
	for (int tries = 0; tries < 1000000; tries++) {
		FILE *f = fopen(path, "r");
		const char *end = f != NULL && fgets(line, sizeof(line), f) != NULL
				      ? strrchr(line, ')')
				      : NULL;

		if (f != NULL)
			fclose(f);
		if (end == NULL || end[2] != 'R')
			return;
		sched_yield();
	}
}

static double
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
resize_to(int c, int r)
{
	struct winsize ws = { .ws_col = (unsigned short)c, .ws_row = (unsigned short)r };

	cols = c;
	rows = r;
	vterm_set_size(vt, r, c);
	ioctl(master, TIOCSWINSZ, &ws);
}

static void
stop_amid(int us, int c, int r)
{
	const double until = now_us() + us;

	resize_to(c, r);
	while (now_us() < until)
		;
	kill(program, SIGTSTP);
	settle(false);
}

static void
send_only(const char *s)
{
	char out[1024];
	size_t n = 0;

	while (*s != '\0' && n < sizeof(out) - 16)
		n += key_bytes(&s, out + n);
	if (write(master, out, n) != (ssize_t)n)
		fail("cannot send keys");
}

/* Keys that lead out of the screen, to another program. */
static void
leave_by(const char *s)
{
	send_only(s);
	while (alternate) {
		struct pollfd p = { master, POLLIN, 0 };

		if (poll(&p, 1, PATIENCE_MS) <= 0)
			fail("the screen is not left");
		drain();
	}
}

/* How many write() calls the program has made. */
static long
writes_so_far(void)
{
	char path[64], line[128];
	long n = 0;
	FILE *f;

	until_it_waits();
	snprintf(path, sizeof(path), "/proc/%d/io", (int)program);
	f = fopen(path, "r");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "syscw: %ld", &n) == 1)
			break;
	if (f != NULL)
		fclose(f);
	return n;
}

static void
send_keys(const char *s, bool one_by_one)
{
	static char out[1 << 16];
	const long writes = writes_so_far();
	const double start = now_us();
	double took;

	bytes = 0;
	frames = 0;
	while (*s != '\0' && !ended) {
		size_t n = key_bytes(&s, out);

		while (*s != '\0' && !one_by_one && n < sizeof(out) - 16)
			n += key_bytes(&s, out + n);
		if (write(master, out, n) != (ssize_t)n)
			fail("cannot send keys");
		settle(true);
	}
	took = now_us() - start;
	printf("bytes %zu writes %ld frames %d us %.0f\n", bytes,
	    ended ? 0 : writes_so_far() - writes - frames, frames, took);
}

static void
resize(int c, int r)
{
	resize_to(c, r);
	settle(true);
}

static void
send_signal(const char *name)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = { { "TSTP", SIGTSTP }, { "CONT", SIGCONT }, { "TERM", SIGTERM },
		{ "HUP", SIGHUP }, { "INT", SIGINT }, { "QUIT", SIGQUIT },
		{ "WINCH", SIGWINCH }, { "KILL", SIGKILL } };

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		if (strcmp(signals[i].name, name) == 0) {
			if (signals[i].number == SIGCONT) {
				tcsetpgrp(slave, program);
				stopped = false;
			}
			kill(program, signals[i].number);
			settle(signals[i].number == SIGCONT ||
			       signals[i].number == SIGWINCH);
			return;
		}
	fail("unknown signal");
}

/* Looks without waiting for the end of a line. */
static bool
keys_left(void)
{
	struct termios now, look;
	int n = 0;

	if (slave < 0 || tcgetattr(slave, &now) != 0)
		return false;
	look = now;
	look.c_lflag &= ~(tcflag_t)ICANON;
	tcsetattr(slave, TCSANOW, &look);
	ioctl(slave, FIONREAD, &n);
	tcsetattr(slave, TCSANOW, &now);
	return n != 0;
}

static void
show_state(void)
{
	struct termios now = before;

	if (slave >= 0)
		tcgetattr(slave, &now);
	printf(ended ? "exit %d\n" : stopped ? "stopped\n" : "running\n", status_code);
	if (alternate)
		puts("alternate screen");
	if (hidden)
		puts("cursor hidden");
	if (now.c_lflag != before.c_lflag || now.c_iflag != before.c_iflag ||
	    now.c_oflag != before.c_oflag)
		puts("terminal modes");
	if (ended && keys_left())
		puts("keys left");
}

static void
hang_up(void)
{
	close(slave);
	close(master);
	master = slave = -1;
	settle(false);
}

/* What comes by itself is no frame that anybody counts. */
static void
wait_unasked(void)
{
	struct pollfd p = { master, POLLIN, 0 };

	if (poll(&p, 1, PATIENCE_MS) <= 0)
		fail("nothing came by itself");
	drain();
}

static void
obey(char *line)
{
	char *arg = strchr(line, ' ');
	int c, r, us;

	line[strcspn(line, "\n")] = '\0';
	if (arg != NULL)
		*arg++ = '\0';
	else
		arg = line + strlen(line);
	if (strcmp(line, "keys") == 0 || strcmp(line, "each") == 0)
		send_keys(arg, line[0] == 'e');
	else if (strcmp(line, "send") == 0)
		send_only(arg);
	else if (strcmp(line, "leave") == 0)
		leave_by(arg);
	else if (strcmp(line, "stop") == 0 && sscanf(arg, "%d %d %d", &us, &c, &r) == 3)
		stop_amid(us, c, r);
	else if (strcmp(line, "unasked") == 0)
		wait_unasked();
	else if (strcmp(line, "text") == 0)
		show_text();
	else if (strcmp(line, "styles") == 0)
		show_styles();
	else if (strcmp(line, "resize") == 0 && sscanf(arg, "%d %d", &c, &r) == 2)
		resize(c, r);
	else if (strcmp(line, "signal") == 0)
		send_signal(arg);
	else if (strcmp(line, "close") == 0)
		hang_up();
	else if (strcmp(line, "state") == 0)
		show_state();
	else if (strcmp(line, "started") == 0)
		printf("%.0f\n", first_us);
	else if (strcmp(line, "svg") == 0)
		svg_write(arg, vt, cols, rows);
	else if (strcmp(line, "raw") == 0)
		for (size_t i = 0; i < raw_n; i++)
			printf("%02x%s", raw[i], i + 1 == raw_n ? "\n" : "");
	else
		printf("unknown command '%s'\n", line);
	if (strcmp(line, "raw") == 0)
		raw_n = 0;
	puts(".");
	fflush(stdout);
}

/* Inside the session: starts the program as the foreground job, reports what becomes of it. */
static void
be_parent(char **argv, int reports, int settled)
{
	static const int ignored[] = { SIGTTOU, SIGTTIN, SIGTSTP, SIGINT, SIGQUIT,
		SIGHUP };
	char number[16];
	int status;
	pid_t pid;

	for (size_t i = 0; i < sizeof(ignored) / sizeof(*ignored); i++)
		signal(ignored[i], SIG_IGN);
	pid = fork();
	if (pid == 0) {
		setpgid(0, 0);
		tcsetpgrp(0, getpid());
		for (size_t i = 0; i < sizeof(ignored) / sizeof(*ignored); i++)
			signal(ignored[i], SIG_DFL);
		close(reports);
		snprintf(number, sizeof(number), "%d", settled);
		setenv("NUTGRAF_SETTLED_FD", number, 1);
		if (getenv("SCREEN_TERM") == NULL)
			setenv("TERM", "xterm-256color", 1);
		else
			setenv("TERM", getenv("SCREEN_TERM"), 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	close(settled);
	setpgid(pid, pid);
	dprintf(reports, "P%d\n", (int)pid);
	while (waitpid(pid, &status, WUNTRACED) == pid) {
		if (WIFSTOPPED(status)) {
			dprintf(reports, "S%d\n", WSTOPSIG(status));
			continue;
		}
		dprintf(reports, "E%d\n",
		    WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
		break;
	}
	_exit(0);
}

static void
start(char **argv)
{
	struct winsize ws = { .ws_col = (unsigned short)cols,
		.ws_row = (unsigned short)rows };
	int settled[2], reports[2];

	if (pipe(settled) != 0 || pipe(reports) != 0 ||
	    openpty(&master, &slave, NULL, NULL, &ws) != 0)
		fail("no pty");
	tcgetattr(slave, &before);
	parent = fork();
	if (parent == 0) {
		close(settled[0]);
		close(reports[0]);
		close(master);
		login_tty(slave);
		be_parent(argv, reports[1], settled[1]);
	}
	close(settled[1]);
	close(reports[1]);
	settled_fd = settled[0];
	report_fd = reports[0];
	fcntl(master, F_SETFL, O_NONBLOCK);
	fcntl(master, F_SETFD, FD_CLOEXEC);
}

int
main(int argc, char **argv)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_property };
	static char line[1 << 16];

	if (argc < 3 || sscanf(argv[1], "%dx%d", &cols, &rows) != 2)
		fail("usage: screen COLSxROWS PROGRAM [ARG...]");
	signal(SIGPIPE, SIG_IGN);
	vt = vterm_new(rows, cols);
	vterm_set_utf8(vt, 1);
	if (getenv("SCREEN_ANSWERS") == NULL)
		vterm_output_set_callback(vt, on_answer, NULL);
	vterm_screen_set_callbacks(vterm_obtain_screen(vt), &callbacks, NULL);
	vterm_screen_enable_altscreen(vterm_obtain_screen(vt), 1);
	vterm_screen_reset(vterm_obtain_screen(vt), 1);
	first_us = now_us();
	start(argv + 2);
	while (program == 0)
		take_report();
	settle(true);
	first_us = now_us() - first_us;
	puts(".");
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin) != NULL)
		obey(line);
	if (!ended)
		kill(program, SIGKILL);
	waitpid(parent, NULL, 0);
	vterm_free(vt);
	return 0;
}
