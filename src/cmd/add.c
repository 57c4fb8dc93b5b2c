/* add: articles into the library; one that is there already is left as it is. */
#include "base/file.h"
#include "cmd/intake.h"
#include "cmd/world.h"
#include "data/json.h"
#include "library/library.h"

static void
put_id(struct call *c, const char *path, struct str id, const char *status)
{
	if (c->value[OPTION_JSON] != NULL) {
		struct json j = { .out = &c->out };

		json_open(&j, '{');
		json_key(&j, "file");
		json_str(&j, str_of(path));
		json_field(&j, "id", id);
		json_field(&j, "status", str_of(status));
		json_close(&j, '}');
		buf_byte(&c->out, '\n');
	} else if (id.n != 0) {
		buf_str(&c->out, id);
		buf_byte(&c->out, c->value[OPTION_NUL] != NULL ? '\0' : '\n');
	}
}

static bool
put_one(struct call *c, const char *path, struct brief *b, struct arena *a)
{
	const size_t known = library_input(c->library, b->source.sha256);
	struct str id;
	bool ok;

	if (known != SIZE_MAX) {
		put_id(c, path, library_at(c->library, known)->id, "same");
		return true;
	}
	ok = library_put(c->library, b, MADE_BY, a, &id, c->d);
	put_id(c, path, ok ? id : STR_NIL, ok ? "new" : "failed");
	return ok;
}

static bool
put_briefs(struct call *c, const char *path, const struct briefs *briefs, struct arena *a,
    void *state)
{
	bool ok = true;

	(void)state;
	if (briefs->n == 0)
		put_id(c, path, STR_NIL, "failed");
	for (size_t i = 0; i < briefs->n; i++)
		ok = put_one(c, path, briefs->at[i], a) && ok;
	return call_flush(c) && ok;
}

static bool
open_library(struct call *c)
{
	const char *folder = world_library(c, true);

	return folder != NULL && folder_make(folder, c->d) && call_library(c);
}

int
cmd_add(struct call *c)
{
	return intake_all(c, open_library, put_briefs, NULL);
}
