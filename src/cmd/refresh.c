/* refresh: the bodies of briefs digested again, as a newer converter or an edited body asks. */
#include "base/file.h"
#include "cmd/convey.h"
#include "cmd/intake.h"
#include "cmd/put.h"
#include "cmd/ref.h"
#include "cmd/world.h"

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
refresh_one(struct call *c, struct convey *v, struct convey_options *o, const char *typed,
    struct arena *a)
{
	struct put put = { .made_by = MADE_BY, .status = PUT_FAILED };
	struct briefs briefs = { 0 };
	struct str bytes;
	struct ref r;
	int status = ref_find(c, typed, &r);

	if (status == EXIT_DONE) {
		o->hints.file = str_of(r.path);
		status =
		    file_read(a, r.path, INPUT_MOST, &bytes, c->d) &&
			    convey(v, o, bytes, a, &briefs)
			? put_merged(c, r.path, briefs.at[0]->id, briefs.at[0], a, &put)
			: EXIT_TROUBLE;
	}
	put_tell(c, typed, &put);
	return status;
}

int
cmd_refresh(struct call *c)
{
	int status = EXIT_DONE;
	struct convey_options o;
	struct convey v;

	if (c->arg_count == 0)
		return call_usage(c, "refresh needs a brief");
	if (!read_options(c, &o) || !convey_open(&v, c))
		return EXIT_TROUBLE;
	c->verbatim = c->value[OPTION_DRY] != NULL;
	for (size_t i = 0; i < c->arg_count && !c->closed; i++) {
		struct arena a = ARENA_INIT;

		status = put_worse(status, refresh_one(c, &v, &o, c->args[i], &a));
		if (!call_flush(c))
			status = EXIT_TROUBLE;
		call_tell(c);
		arena_free(&a);
	}
	convey_close(&v);
	return status;
}
