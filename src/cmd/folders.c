/* Where the library lies: option, environment, configuration, XDG folder, samples. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/config.h"
#include "cmd/world.h"
#include "library/change.h"
#include "library/library.h"
#include "library/state.h"

const char *
world_env(const char *name)
{
	const char *value = getenv(name);

	return value == NULL || value[0] == '\0' ? NULL : value;
}

static const char *
joined(struct arena *a, const char *folder, const char *rest)
{
	return folder == NULL ? NULL : path_join(a, folder, str_of(rest));
}

/* $NAME/nutgraf, else under the home folder; the XDG base directory specification. */
static const char *
xdg(struct arena *a, const char *name, const char *under_home)
{
	const char *base = world_env(name);

	if (base == NULL || base[0] != '/')
		base = joined(a, world_env("HOME"), under_home);
	return joined(a, base, "nutgraf");
}

const char *
config_folder(struct arena *a)
{
	return xdg(a, "XDG_CONFIG_HOME", ".config");
}

/* ../briefs beside the executable (a build folder), or the installed one. */
const char *
world_samples(struct arena *a)
{
	char exe[PATH_MAX];
	const ssize_t n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);
	const char *beside;
	struct str folder = { exe, n < 0 ? 0 : (size_t)n };

	folder.n -= path_base(folder).n;
	beside = path_join(a, str_nul(a, folder), STR("../briefs"));
	return file_stat(beside).folder ? beside : DATADIR "/briefs";
}

const char *
world_library(struct call *c, bool to_write)
{
	const char *folder = c->value[OPTION_LIBRARY];

	if (folder == NULL)
		folder = world_env("NUTGRAF_LIBRARY");
	if (folder == NULL)
		folder = config_value(c, STR("library"));
	if (folder != NULL)
		return folder;
	folder = xdg(c->a, "XDG_DATA_HOME", ".local/share");
	if (to_write && folder == NULL)
		(void)call_usage(
		    c, "there is no home folder; name the library with --library DIR");
	if (to_write || (folder != NULL && file_stat(folder).folder))
		return folder;
	return world_samples(c->a);
}

bool
world_sampled(struct call *c)
{
	const char *folder = world_library(c, false);

	return folder != NULL && strcmp(folder, world_samples(c->a)) == 0;
}

/* From some thousand files on a person sees how far it is. */
static void
show_progress(void *ctx, size_t done, size_t all)
{
	enum { WORTH = 2000 };
	struct buf line = buf_new(ctx);

	if (all < WORTH || isatty(STDERR_FILENO) != 1)
		return;
	buf_printf(&line, "\rindexing %zu of %zu%s", done, all, done == all ? "\n" : "");
	(void)fd_write(STDERR_FILENO, buf_view(&line));
}

const char *
world_cache(struct call *c)
{
	return xdg(c->a, "XDG_CACHE_HOME", ".cache");
}

bool
call_library(struct call *c)
{
	const struct library_options o = { .cache = world_cache(c),
		.anew = c->value[OPTION_REBUILD] != NULL,
		.unchecked = c->value[OPTION_UNCHECKED] != NULL,
		.glance = c->glance,
		.progress = show_progress,
		.ctx = c->a };
	const char *folder;

	if (c->library != NULL)
		return true;
	folder = world_library(c, false);
	if (folder != NULL && library_is_torn(folder))
		(void)library_mend(folder, call_state(c), c->d);
	if (folder != NULL && !file_stat(folder).exists) {
		say(c->d, SAY_FILE_OPEN, (struct place){ .file = str_of(folder) },
		    "there is no library '%s'; 'nutgraf init DIR' makes one", folder);
		return false;
	}
	return folder != NULL && library_open(folder, &o, &c->library, c->d);
}

const char *
world_state(struct call *c)
{
	return joined(c->a, xdg(c->a, "XDG_STATE_HOME", ".local/state"), "state.db");
}

struct state *
call_state(struct call *c)
{
	if (c->state == NULL)
		c->state = state_open(world_state(c), world_library(c, false), c->d);
	return c->state;
}

const struct map *
call_marks(struct call *c)
{
	const char *path = world_state(c);

	if (c->marks != NULL)
		return c->marks;
	c->marks = arena_new(c->a, struct map);
	*c->marks = map_new(c->a);
	if (path != NULL && file_stat(path).exists)
		*c->marks = state_marks(call_state(c), c->a);
	return c->marks;
}

const char *
world_editor(void)
{
	const char *visual = world_env("VISUAL"), *editor = world_env("EDITOR");

	return visual != NULL ? visual : editor != NULL ? editor : "vi";
}

const char *
world_shell(void)
{
	const char *shell = world_env("SHELL");

	return shell != NULL ? shell : "/bin/sh";
}
