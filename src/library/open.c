/* Opening reads the head of every file; a file whose head is not enough is read whole. */
#include <limits.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "library/shelf.h"

enum { HEAD_BYTES = 4096, FILE_MOST = 16 << 20, ID_TRIES = 10000 };

static struct strs
dup_all(struct arena *a, const struct strs *from)
{
	struct strs to = { 0 };

	for (size_t i = 0; i < from->n; i++)
		*vec_push(a, &to) = str_dup(a, from->at[i]);
	return to;
}

static long
day_of_text(struct str published)
{
	struct edtf e;

	return edtf_parse(published, &e) && !e.no_year ? e.from : LONG_MIN;
}

/* What stays of a brief on the shelf; nothing of it borrows from `b`. */
static void
shelve(struct library *lib, const struct brief *b, const char *path)
{
	struct arena *a = &lib->a;
	const struct book book = {
		.entry = { .id = str_dup(a, b->id),
		    .title = str_dup(a, b->title),
		    .dek = str_dup(a, b->dek),
		    .source = str_dup(a, b->source.name),
		    .published = str_dup(a, b->source.published),
		    .tags = dup_all(a, &b->tags),
		    .topics = dup_all(a, &b->topics),
		    .path = path },
		.url = str_dup(a, b->source.url),
		.sha256 = str_dup(a, b->source.sha256),
		.day = day_of_text(b->source.published),
	};

	*vec_push(a, lib) = book;
}

static void
read_one(struct library *lib, const char *path, struct arena *scratch, struct diags *d)
{
	const struct str name = str_of(path);
	struct briefs whole = { 0 };
	struct brief head = { 0 };
	struct str bytes;

	if (!file_peek(scratch, path, HEAD_BYTES, &bytes, d))
		return;
	if (str_ends(name, STR(".md")) && !str_starts(bytes, STR("---")))
		return; /* a page about the folder, no brief */
	if (brief_peek(scratch, bytes, name, &head)) {
		shelve(lib, &head, path);
		return;
	}
	if (file_read(scratch, path, FILE_MOST, &bytes, d) &&
	    brief_read(scratch, bytes, name, &whole, d) && whole.n != 0)
		shelve(lib, whole.at[0], path);
}

static int
newest_first(const void *pa, const void *pb)
{
	const struct book *a = pa, *b = pb;
	int c = (a->day < b->day) - (a->day > b->day);

	if (c == 0)
		c = str_cmp(b->entry.published, a->entry.published);
	if (c == 0)
		c = str_cmp(a->entry.id, b->entry.id);
	return c != 0 ? c : str_cmp(str_of(a->entry.path), str_of(b->entry.path));
}

static void
enter(struct library *lib, size_t i)
{
	const struct book *b = &lib->at[i];
	uint32_t *id = map_at(&lib->ids, b->entry.id);

	if (*id == 0)
		*id = (uint32_t)i + 1;
	if (b->sha256.n != 0)
		*map_at(&lib->inputs, b->sha256) = (uint32_t)i + 1;
}

/* The files that may be briefs. */
static bool
list_files(struct library *lib, struct strs *out, struct diags *d)
{
	const struct str endings[] = { STR(".yaml"), STR(".md") };

	for (size_t i = 0; i < LEN(endings); i++) {
		struct strs names;

		if (!folder_list(&lib->a, lib->folder, endings[i], &names, d))
			return false;
		for (size_t k = 0; k < names.n; k++)
			*vec_push(&lib->a, out) = names.at[k];
	}
	return true;
}

bool
library_open(const char *folder, struct library **out, struct diags *d)
{
	struct arena own = ARENA_INIT, scratch = ARENA_INIT;
	struct library *lib = arena_new(&own, struct library);
	struct strs names = { 0 };

	lib->a = own;
	lib->folder = str_nul(&lib->a, str_of(folder));
	lib->ids = map_new(&lib->a);
	lib->inputs = map_new(&lib->a);
	lib->names = map_new(&lib->a);
	if (!list_files(lib, &names, d)) {
		library_close(lib);
		return false;
	}
	for (size_t i = 0; i < names.n; i++) {
		const struct arena_mark m = arena_mark(&scratch);

		read_one(lib, path_join(&lib->a, lib->folder, names.at[i]), &scratch, d);
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
	if (lib->n != 0)
		qsort(lib->at, lib->n, sizeof(*lib->at), newest_first);
	for (size_t i = 0; i < lib->n; i++)
		enter(lib, i);
	*out = lib;
	return true;
}

void
library_close(struct library *lib)
{
	struct arena a;

	if (lib == NULL)
		return;
	if (lib->index != NULL)
		index_close(lib->index);
	if (lib->pile != NULL)
		pile_close(lib->pile);
	a = lib->a; /* the handle itself lies in it */
	arena_free(&a);
}

size_t
library_count(const struct library *lib)
{
	return lib->n;
}

const struct entry *
library_at(const struct library *lib, size_t i)
{
	return &lib->at[i].entry;
}

static size_t
looked_up(const struct map *m, struct str key)
{
	const uint32_t *v = key.n == 0 ? NULL : map_get(m, key);

	return v == NULL ? SIZE_MAX : *v - 1;
}

size_t
library_id(const struct library *lib, struct str id)
{
	return looked_up(&lib->ids, id);
}

size_t
library_input(const struct library *lib, struct str sha256)
{
	return looked_up(&lib->inputs, sha256);
}

struct brief *
library_brief(struct library *lib, size_t i, struct arena *a, struct diags *d)
{
	const char *path = lib->at[i].entry.path;
	struct briefs all = { 0 };
	struct str bytes;

	if (!file_read(a, path, FILE_MOST, &bytes, d) ||
	    !brief_read(a, bytes, str_of(path), &all, d) || all.n == 0)
		return NULL;
	return all.at[0];
}

/* The id, or with "-2", "-3" … when n > 1. */
static struct str
numbered(struct arena *a, struct str id, int n)
{
	struct buf b = buf_new(a);

	buf_str(&b, id);
	if (n > 1)
		buf_printf(&b, "-%d", n);
	return buf_view(&b);
}

/* Writes under the first id that is free in the list and on the disk. */
bool
library_put(struct library *lib, struct brief *b, struct str made_by, struct arena *a,
    struct str *id, struct diags *d)
{
	const struct str wanted = brief_id_valid(b->id)
				      ? b->id
				      : brief_make_id(a, b->title, b->source.published);

	for (int n = 1; n < ID_TRIES; n++) {
		struct buf name = buf_new(a), bytes = buf_new(a);
		const char *path;
		bool exists = true;

		b->id = numbered(a, wanted, n);
		buf_str(&name, b->id);
		buf_text(&name, ".yaml");
		if (library_id(lib, b->id) != SIZE_MAX)
			continue;
		path = path_join(&lib->a, lib->folder, buf_view(&name));
		brief_write_made(b, made_by, &bytes);
		if (file_create(path, buf_view(&bytes), &exists, d)) {
			shelve(lib, b, path);
			enter(lib, lib->n - 1);
			*id = b->id;
			return true;
		}
		if (!exists)
			return false;
	}
	return false;
}
