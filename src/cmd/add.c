/* add: articles into the library; one that is there already is left as it is. */
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
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
	} else if (c->value[OPTION_DRY] != NULL) {
		buf_printf(&c->out, "%-9s " STR_FMT "%s%s\n", status, STR_ARG(id),
		    id.n == 0 ? "" : "  ", path);
	} else if (id.n != 0) {
		buf_str(&c->out, id);
		buf_byte(&c->out, c->value[OPTION_NUL] != NULL ? '\0' : '\n');
	}
}

/* What --dry-run has promised so far: inputs by their hash, ids. */
struct promises {
	struct map inputs, ids;
	struct strs id; /* of the inputs, by their values from 1 */
};

static bool
is_taken(struct call *c, struct promises *p, struct str id, struct arena *a)
{
	struct buf name = buf_new(a);

	buf_str(&name, id);
	buf_text(&name, ".yaml");
	return map_get(&p->ids, id) != NULL ||
	       (c->library != NULL && library_id(c->library, id) != SIZE_MAX) ||
	       file_stat(path_join(a, world_library(c, true), buf_view(&name))).exists;
}

static struct str
promise(struct call *c, struct promises *p, const struct brief *b, struct arena *a)
{
	struct buf id = buf_new(c->a);

	buf_str(&id, b->id);
	for (int n = 2; is_taken(c, p, buf_view(&id), a); n++) {
		id.n = b->id.n;
		buf_printf(&id, "-%d", n);
	}
	*vec_push(c->a, &p->id) = buf_view(&id);
	*map_at(&p->inputs, str_dup(c->a, b->source.sha256)) = (uint32_t)p->id.n;
	(void)map_at(&p->ids, buf_view(&id));
	return buf_view(&id);
}

static bool
put_dry(struct call *c, struct promises *p, const char *path, const struct brief *b,
    struct arena *a)
{
	const uint32_t *before = map_get(&p->inputs, b->source.sha256);

	if (before != NULL)
		put_id(c, path, p->id.at[*before - 1], "same");
	else
		put_id(c, path, promise(c, p, b, a), "new");
	return true;
}

static bool
put_one(struct call *c, struct promises *p, const char *path, struct brief *b,
    struct arena *a)
{
	const size_t known =
	    c->library == NULL ? SIZE_MAX : library_input(c->library, b->source.sha256);
	struct str id;
	bool ok;

	if (known != SIZE_MAX) {
		put_id(c, path, library_at(c->library, known)->id, "same");
		return true;
	}
	if (c->value[OPTION_DRY] != NULL)
		return put_dry(c, p, path, b, a);
	ok = library_put(c->library, b, MADE_BY, a, &id, c->d);
	put_id(c, path, ok ? id : STR_NIL, ok ? "new" : "failed");
	return ok;
}

static bool
put_briefs(struct call *c, const char *path, const struct briefs *briefs, struct arena *a,
    void *promises)
{
	bool ok = true;

	if (briefs->n == 0)
		put_id(c, path, STR_NIL, "failed");
	for (size_t i = 0; i < briefs->n; i++)
		ok = put_one(c, promises, path, briefs->at[i], a) && ok;
	return call_flush(c) && ok;
}

/* A dry run makes no folder; without one nothing is known. */
static bool
open_library(struct call *c)
{
	const char *folder = world_library(c, true);

	if (folder == NULL)
		return false;
	if (c->value[OPTION_DRY] != NULL && !file_stat(folder).folder)
		return true;
	return folder_make(folder, c->d) && call_library(c);
}

int
cmd_add(struct call *c)
{
	struct promises p = { .inputs = map_new(c->a), .ids = map_new(c->a) };

	c->verbatim = c->value[OPTION_DRY] != NULL;
	return intake_all(c, open_library, put_briefs, &p);
}
