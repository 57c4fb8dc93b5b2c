/* check: what is wrong in briefs, on the standard output, with the line and a caret. */
#include "cmd/check.h"

#include <string.h>

#include "base/file.h"
#include "cmd/put.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "text/glyph.h"

/* With --fix the file is written before it is looked at. */
static bool
mend(struct call *c, struct arena *a, const char *path, struct str *bytes,
    struct diags *found)
{
	if (c->value[OPTION_FIX] == NULL ||
	    !brief_fix(a, *bytes, str_of(path), bytes, found))
		return true;
	return file_write(path, *bytes, c->d);
}

int
check_file(struct call *c, const char *path)
{
	struct arena a = ARENA_INIT;
	struct diags found = { .a = &a };
	struct buf said = buf_new(&a);
	struct str bytes;
	int status = EXIT_DONE;

	if (!file_read(&a, path, BRIEF_MOST, &bytes, c->d) ||
	    !mend(c, &a, path, &bytes, &found))
		status = EXIT_TROUBLE;
	else
		(void)brief_check(&a, bytes, str_of(path), &found);
	for (size_t i = 0; i < found.n; i++)
		diag_once(c, &said, &found.at[i]);
	buf_str(&c->out,
	    world_ascii(c) ? glyph_ascii_all(&a, buf_view(&said)) : buf_view(&said));
	if (found.worst > LEVEL_NOTE)
		status = EXIT_NOTHING;
	arena_free(&a);
	return status;
}

/* Every file of the library's folder, also those that cannot be opened as briefs. */
static int
check_library(struct call *c)
{
	const char *folder = world_library(c, false);
	struct strs names;
	int worst = EXIT_DONE;

	if (folder == NULL || !folder_list(c->a, folder, STR(".yaml .md"), &names, c->d))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < names.n; i++)
		worst =
		    put_worse(worst, check_file(c, path_join(c->a, folder, names.at[i])));
	return worst;
}

/* A file, or a brief of the library by its name. */
static int
check_named(struct call *c, const char *typed)
{
	const struct str s = str_of(typed);
	struct ref r = { typed, SIZE_MAX };
	int status;

	if (strcmp(typed, "-") == 0 && c->value[OPTION_FIX] != NULL)
		return call_usage(c, "--fix needs a file; the standard input is none");
	if (!file_stat(typed).exists && !str_ends(s, STR(".yaml")) &&
	    !str_ends(s, STR(".md"))) {
		status = ref_find(c, typed, &r);
		if (status != EXIT_DONE)
			return status;
	}
	return check_file(c, r.path);
}

int
cmd_check(struct call *c)
{
	int worst = EXIT_DONE;

	if (c->arg_count == 0)
		return check_library(c);
	for (size_t i = 0; i < c->arg_count; i++)
		worst = put_worse(worst, check_named(c, c->args[i]));
	return worst;
}
