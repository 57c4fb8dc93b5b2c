/* check: what is wrong in briefs, on the standard output, with the line and a caret. */
#include "cmd/check.h"
#include "base/file.h"
#include "cmd/call.h"
#include "cmd/world.h"
#include "library/library.h"

enum { BRIEF_MOST = 16 << 20 };

int
check_file(struct call *c, const char *path)
{
	struct arena a = ARENA_INIT;
	struct diags found = { .a = &a };
	struct str bytes;
	int status = EXIT_DONE;

	if (!file_read(&a, path, BRIEF_MOST, &bytes, c->d))
		status = EXIT_TROUBLE;
	else
		(void)brief_check(&a, bytes, str_of(path), &found);
	for (size_t i = 0; i < found.n; i++)
		diag_put(&c->out, &found.at[i]);
	if (found.worst > LEVEL_NOTE)
		status = EXIT_NOTHING;
	arena_free(&a);
	return status;
}

/* Every file of the library's folder, also those that cannot be opened as briefs. */
static int
check_library(struct call *c)
{
	const struct str endings[] = { STR(".yaml"), STR(".md") };
	const char *folder = world_library(c, false);
	int worst = EXIT_DONE;

	for (size_t e = 0; e < LEN(endings); e++) {
		struct strs names;

		if (folder == NULL ||
		    !folder_list(c->a, folder, endings[e], &names, c->d))
			return EXIT_TROUBLE;
		for (size_t i = 0; i < names.n; i++) {
			const int status =
			    check_file(c, path_join(c->a, folder, names.at[i]));

			worst = status > worst ? status : worst;
		}
	}
	return worst;
}

int
cmd_check(struct call *c)
{
	int worst = EXIT_DONE;

	if (c->arg_count == 0)
		return check_library(c);
	for (size_t i = 0; i < c->arg_count; i++) {
		const int status = check_file(c, c->args[i]);

		worst = status > worst ? status : worst;
	}
	return worst;
}
