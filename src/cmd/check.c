/* check: what is wrong in briefs, on the standard output, with the line and a caret. */
#include "cmd/check.h"

#include <string.h>

#include "base/file.h"
#include "cmd/put.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "text/glyph.h"

#define NEW ".new" /* put_beside() */

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

static void
put(struct call *c, const struct diags *found)
{
	struct buf said = buf_new(c->a);

	for (size_t i = 0; i < found->n; i++)
		diag_once(c, &said, &found->at[i]);
	buf_str(&c->out,
	    world_ascii(c) ? glyph_ascii_all(c->a, buf_view(&said)) : buf_view(&said));
}

int
check_file(struct call *c, const char *path)
{
	struct arena a = ARENA_INIT;
	struct diags found = { .a = &a };
	struct str bytes;
	int status = EXIT_DONE;

	if (!file_read(&a, path, BRIEF_MOST, &bytes, c->d) ||
	    !mend(c, &a, path, &bytes, &found))
		status = EXIT_TROUBLE;
	else
		(void)brief_check(&a, bytes, str_of(path), &found);
	put(c, &found);
	if (found.worst > LEVEL_NOTE)
		status = EXIT_NOTHING;
	arena_free(&a);
	return status;
}

/* A fresh brief that put_beside() left; nothing else ever names it again. */
static int
check_beside(struct call *c, const char *path)
{
	struct diags found = { .a = c->a };
	const struct str file = str_of(path), of = path_base(file);

	say(&found, SAY_BRIEF_BESIDE, (struct place){ .file = file },
	    "'" STR_FMT "' could not take this; write into it what you want of it, then "
	    "delete this file",
	    STR_ARG(str_cut(of, 0, of.n - STR(NEW).n)));
	put(c, &found);
	return EXIT_NOTHING;
}

/* Every file of the library's folder, also those that cannot be opened as briefs. */
static int
check_library(struct call *c)
{
	const char *folder = world_library(c, false);
	struct strs names;
	int worst = EXIT_DONE;

	if (folder == NULL || !folder_list(c->a, folder,
				  STR(".yaml .md .yaml" NEW " .md" NEW), &names, c->d))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < names.n; i++) {
		const char *path = path_join(c->a, folder, names.at[i]);

		worst = put_worse(worst, str_ends(names.at[i], STR(NEW))
					     ? check_beside(c, path)
					     : check_file(c, path));
	}
	return worst;
}

/* A file, or a brief of the library by its name. */
static int
check_named(struct call *c, const char *typed)
{
	const struct str s = str_of(typed);
	struct ref r = { typed, SIZE_MAX };
	struct buf beside = buf_new(c->a);
	int status;

	if (strcmp(typed, "-") == 0 && c->value[OPTION_FIX] != NULL)
		return call_usage(c, "--fix needs a file; the standard input is none");
	if (!file_stat(typed).exists && !str_ends(s, STR(".yaml")) &&
	    !str_ends(s, STR(".md"))) {
		status = ref_find(c, typed, &r);
		if (status != EXIT_DONE)
			return status;
	}
	status = check_file(c, r.path);
	buf_printf(&beside, "%s" NEW, r.path);
	buf_byte(&beside, '\0');
	if (file_stat(beside.p).exists)
		status = put_worse(status, check_beside(c, beside.p));
	return status;
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
