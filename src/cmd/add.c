/* add: articles into the library; one whose source is there already refreshes its brief. */
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "cmd/intake.h"
#include "cmd/put.h"
#include "cmd/world.h"
#include "library/library.h"

/* What --dry-run has promised so far: inputs by their hash, ids. */
struct promises {
	struct map inputs, ids;
	struct strs id; /* of the inputs, by their values from 1 */
};

static const char *
path_of(struct call *c, struct str id, struct arena *a)
{
	struct buf name = buf_new(a);

	buf_str(&name, id);
	buf_text(&name, ".yaml");
	return path_join(a, world_library(c, true), buf_view(&name));
}

static bool
is_taken(struct call *c, struct promises *p, struct str id, struct arena *a)
{
	return map_get(&p->ids, id) != NULL ||
	       (c->library != NULL && library_id(c->library, id) != SIZE_MAX) ||
	       file_stat(path_of(c, id, a)).exists;
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

static int
put_dry(struct call *c, struct promises *p, const struct brief *b, struct arena *a,
    struct put *out)
{
	const uint32_t *before = map_get(&p->inputs, b->source.sha256);

	out->status = before != NULL ? PUT_SAME : PUT_NEW;
	out->id = before != NULL ? p->id.at[*before - 1] : promise(c, p, b, a);
	return EXIT_DONE;
}

/* A file with this id that the library has not: unreadable then, or written since. */
static bool
put_over(struct call *c, const char *path, struct brief *b, struct arena *a,
    struct put *out, int *status)
{
	struct diags quiet = { .a = a };
	struct briefs there = { 0 };
	struct str bytes;

	if (c->library == NULL || library_id(c->library, b->id) != SIZE_MAX ||
	    !file_stat(path).exists)
		return false;
	out->id = b->id;
	if (!file_read(a, path, INPUT_MOST, &bytes, &quiet) ||
	    !brief_read(a, bytes, str_of(path), &there, &quiet))
		*status = put_beside(c, path, b, "cannot be read", a, out);
	else if (library_same_source(there.at[0], b))
		*status = put_merged(c, path, b->id, b, a, out);
	else
		return false;
	return true;
}

static int
put_new(
    struct call *c, struct promises *p, struct brief *b, struct arena *a, struct put *out)
{
	int status = EXIT_DONE;

	if (!brief_id_valid(b->id))
		b->id = brief_make_id(a, b->title, b->source.published);
	out->status = PUT_FAILED;
	if (put_over(c, path_of(c, b->id, a), b, a, out, &status))
		return status;
	if (c->value[OPTION_DRY] != NULL)
		return put_dry(c, p, b, a, out);
	if (!library_put(c->library, b, out->made_by, a, &out->id, c->d))
		return EXIT_TROUBLE;
	out->status = PUT_NEW;
	return EXIT_DONE;
}

static int
put_one(
    struct call *c, struct promises *p, struct brief *b, struct arena *a, struct put *out)
{
	const size_t twin = c->library == NULL ? SIZE_MAX : library_twin(c->library, b);
	const struct entry *e;

	if (twin == SIZE_MAX)
		return put_new(c, p, b, a, out);
	e = library_at(c->library, twin);
	return put_merged(c, str_nul(a, str_of(e->path)), str_dup(a, e->id), b, a, out);
}

static int
put_briefs(struct call *c, const struct intake *in, struct arena *a, void *promises)
{
	const struct put failed = { .status = PUT_FAILED };
	int status = EXIT_DONE;

	if (in->briefs->n == 0)
		put_tell(c, in->path, &failed);
	for (size_t i = 0; i < in->briefs->n; i++) {
		struct put put = { .made_by = in->made_by };

		status =
		    put_worse(status, put_one(c, promises, in->briefs->at[i], a, &put));
		put_tell(c, in->path, &put);
	}
	return call_flush(c) ? status : EXIT_TROUBLE;
}

/* A dry run makes no folder; without one nothing is known.  Where the first articles went is said,
   unless the person has just said where. */
static bool
open_library(struct call *c)
{
	const char *folder = world_library(c, true);
	bool there;

	if (folder == NULL)
		return false;
	if (c->value[OPTION_DRY] != NULL)
		return !file_stat(folder).folder || call_library(c);
	there = file_stat(folder).folder;
	folder_sweep(folder);
	if (!folder_make(folder, c->d))
		return false;
	if (!there && c->value[OPTION_LIBRARY] == NULL)
		say(c->d, SAY_LIBRARY_MADE, (struct place){ 0 },
		    "the library is now '%s'", folder);
	return call_library(c);
}

int
cmd_add(struct call *c)
{
	struct promises p = { .inputs = map_new(c->a), .ids = map_new(c->a) };

	c->verbatim = c->value[OPTION_DRY] != NULL;
	return intake_all(c, open_library, put_briefs, &p);
}
