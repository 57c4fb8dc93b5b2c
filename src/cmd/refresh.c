/* refresh: the bodies of briefs digested again, as a newer converter or an edited body asks. */
#include <string.h>

#include "base/file.h"
#include "cmd/convey.h"
#include "cmd/intake.h"
#include "cmd/put.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/library.h"

static bool
read_options(struct call *c, struct convey_options *o)
{
	long sentences;

	*o = (struct convey_options){ .again = true };
	if (!call_number(c, OPTION_SENTENCES, 1, 0, &sentences))
		return false;
	o->digest.sentences = (int)sentences;
	o->digest.explain = c->value[OPTION_EXPLAIN] != NULL;
	return true;
}

static int
refresh_path(struct call *c, struct convey *v, struct convey_options *o,
    const char *typed, const char *path)
{
	struct put put = { .made_by = MADE_BY, .status = PUT_FAILED };
	struct arena a = ARENA_INIT;
	struct briefs briefs = { 0 };
	int status = EXIT_TROUBLE;
	struct str bytes;

	o->hints.file = str_of(path);
	if (file_read(&a, path, INPUT_MOST, &bytes, c->d) &&
	    convey(v, o, bytes, &a, &briefs))
		status = put_merged(c, path, briefs.at[0]->id, briefs.at[0], &a, &put);
	put_tell(c, typed, &put);
	if (!call_flush(c))
		status = EXIT_TROUBLE;
	call_tell(c);
	arena_free(&a);
	return status;
}

static int
refresh_ref(struct call *c, struct convey *v, struct convey_options *o, const char *typed)
{
	const struct put failed = { .status = PUT_FAILED };
	struct ref r;
	int status = ref_find(c, typed, &r);

	if (status == EXIT_DONE && strcmp(r.path, "-") == 0)
		status = call_usage(c, "refresh changes a file; '-' is none");
	if (status == EXIT_DONE)
		return refresh_path(c, v, o, typed, r.path);
	put_tell(c, typed, &failed);
	return status;
}

static int
refresh_library(struct call *c, struct convey *v, struct convey_options *o)
{
	int status = EXIT_DONE;

	if (!call_library(c))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < library_count(c->library) && !c->closed; i++) {
		const char *path = library_at(c->library, i)->path;

		status = put_worse(status, refresh_path(c, v, o, path, path));
	}
	return status;
}

int
cmd_refresh(struct call *c)
{
	const bool all = c->value[OPTION_ALL] != NULL;
	int status = EXIT_DONE;
	struct convey_options o;
	struct convey v;

	if ((c->arg_count == 0) != all)
		return call_usage(c, "refresh needs a brief, or --all");
	if (!read_options(c, &o) || !convey_open(&v, c))
		return EXIT_TROUBLE;
	c->verbatim = c->value[OPTION_DRY] != NULL;
	if (all)
		status = refresh_library(c, &v, &o);
	for (size_t i = 0; i < c->arg_count && !c->closed; i++)
		status = put_worse(status, refresh_ref(c, &v, &o, c->args[i]));
	convey_close(&v);
	return status;
}
