/* Colour, theme and width: options beat the environment, which beats the terminal. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/config.h"
#include "cmd/world.h"

enum { COLS_OTHERWISE = 80, COLS_MOST = 100000, THEME_MOST = 1 << 16 };

/* https://bixense.com/clicolors/: anything but "0" forces colour. */
static bool
forces(const char *name)
{
	const char *value = world_env(name);

	return value != NULL && strcmp(value, "0") != 0;
}

static bool
term_is(const char *what)
{
	const char *term = world_env("TERM");

	return term != NULL && strstr(term, what) != NULL;
}

/* --color beats NO_COLOR beats CLICOLOR_FORCE and FORCE_COLOR beats the terminal. */
static bool
wants_colour(struct call *c, bool *out)
{
	const char *when = c->value[OPTION_COLOR];

	*out = false;
	if (when == NULL || strcmp(when, "auto") == 0)
		*out =
		    world_env("NO_COLOR") == NULL &&
		    (forces("CLICOLOR_FORCE") || forces("FORCE_COLOR") ||
			(c->terminal && world_env("TERM") != NULL && !term_is("dumb")));
	else if (strcmp(when, "always") == 0)
		*out = true;
	else if (strcmp(when, "never") != 0)
		return call_usage(c,
			   "option '--color' is auto, always or never, not '%s'", when),
		       false;
	return true;
}

static int
colours(void)
{
	const char *depth = world_env("COLORTERM");

	if (depth != NULL &&
	    (strcmp(depth, "truecolor") == 0 || strcmp(depth, "24bit") == 0))
		return 1 << 24;
	return term_is("256color") ? 256 : 16;
}

/* A file of one's own in the configuration folder comes before a built-in theme. */
bool
world_theme(struct call *c, struct theme *out)
{
	const char *name = c->value[OPTION_THEME], *folder = config_folder(c->a), *path;
	struct buf file = buf_new(c->a);
	struct str bytes;

	if (name == NULL)
		name = config_value(c, STR("theme"));
	if (name == NULL)
		name = "auto";
	buf_printf(&file, "themes/%s.yaml", name);
	path = folder == NULL || strchr(name, '/') != NULL
		   ? NULL
		   : path_join(c->a, folder, buf_view(&file));
	if (path != NULL && file_stat(path).exists)
		return file_read(c->a, path, THEME_MOST, &bytes, c->d) &&
		       theme_read(c->a, bytes, str_of(path), out, c->d);
	if (theme_builtin(c->a, str_of(name), out, c->d))
		return true;
	(void)call_usage(c, "there is no theme '%s'; see 'nutgraf themes'", name);
	return false;
}

bool
world_look(struct call *c, struct print_look *look, const struct print_look **out)
{
	struct theme *theme;
	bool wanted;

	*out = NULL;
	if (!wants_colour(c, &wanted))
		return false;
	if (!wanted && c->value[OPTION_THEME] == NULL)
		return true;
	theme = arena_new(c->a, struct theme);
	if (!world_theme(c, theme))
		return false;
	if (!wanted)
		return true;
	*look = (struct print_look){ .theme = theme,
		.colours = colours(),
		.hyperlinks = c->terminal && !term_is("linux") };
	*out = look;
	return true;
}

bool
world_width(struct call *c, long *cols)
{
	struct winsize size = { 0 };
	const char *columns = world_env("COLUMNS");

	if (c->value[OPTION_WIDTH] != NULL)
		return call_number(c, OPTION_WIDTH, 0, 0, cols);
	if (c->terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col != 0)
		*cols = size.ws_col;
	else if (columns == NULL || !str_int(str_of(columns), cols) || *cols < 1 ||
		 *cols > COLS_MOST)
		*cols = COLS_OTHERWISE;
	return true;
}

static bool
is_utf8(const char *locale)
{
	return strcasestr(locale, "utf-8") != NULL || strcasestr(locale, "utf8") != NULL;
}

/* Where the locale names another set of characters; C and POSIX do.  Where none is named it is UTF-8. */
bool
world_ascii(const struct call *c)
{
	const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < LEN(names) && c->value[OPTION_ASCII] == NULL; i++)
		if (world_env(names[i]) != NULL)
			return !is_utf8(world_env(names[i]));
	return c->value[OPTION_ASCII] != NULL;
}
