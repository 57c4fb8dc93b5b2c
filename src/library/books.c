/* The books of the shelf: made of files, looked up, and added to. */
#include <limits.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "library/glance.h"
#include "library/held.h"
#include "library/shelf.h"

enum { HEAD_BYTES = 4096, ID_TRIES = 10000, NEWEST = 32 };

static struct strs
dup_all(struct arena *a, const struct strs *from)
{
	struct strs to = { 0 };

	for (size_t i = 0; i < from->n; i++)
		*vec_push(a, &to) = str_dup(a, from->at[i]);
	return to;
}

long
book_day(struct str published)
{
	struct edtf e;

	return edtf_parse(published, &e) && !e.no_year ? e.from : LONG_MIN;
}

struct book *
book_of(struct arena *a, const struct brief *b, const char *path)
{
	struct book *book = arena_new(a, struct book);
	const struct str day =
	    b->source.published.n != 0 ? b->source.published : b->source.updated;

	*book = (struct book){
		.entry = { .id = str_dup(a, b->id),
		    .title = str_dup(a, b->title),
		    .dek = str_dup(a, b->dek),
		    .source = str_dup(a, b->source.name),
		    .author = b->source.author.n == 0
				  ? STR_NIL
				  : str_dup(a, b->source.author.at[0]),
		    .published = str_dup(a, day),
		    .tags = dup_all(a, &b->tags),
		    .topics = dup_all(a, &b->topics),
		    .path = path },
		.url = str_dup(a, b->source.url),
		.input = b->source.sha256.n == 0 ? 0 : hash_bytes(b->source.sha256),
		.day = book_day(day),
	};
	return book;
}

/* A page in Markdown about the folder, no brief. */
static bool
is_page(struct str path, struct str bytes)
{
	return str_ends(path, STR(".md")) && !str_starts(bytes, STR("---"));
}

const struct brief *
shelf_read(struct arena *a, const char *path, struct diags *d)
{
	struct briefs whole = { 0 };
	struct str bytes;

	if (!file_read(a, path, BRIEF_MOST, &bytes, d) || is_page(str_of(path), bytes) ||
	    !brief_read(a, bytes, str_of(path), &whole, d) || whole.n == 0)
		return NULL;
	return whole.at[0];
}

static void
lay(struct library *lib, struct book *b)
{
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
	*vec_push(&lib->a, lib) = b;
}

const struct brief *
shelf_peek(struct arena *a, const char *path, struct diags *d)
{
	const struct str name = str_of(path);
	struct brief *head = arena_new(a, struct brief);
	struct str bytes;

	if (!file_peek(a, path, HEAD_BYTES, &bytes, d) || is_page(name, bytes))
		return NULL;
	return brief_peek(a, bytes, name, head) ? head : shelf_read(a, path, d);
}

int
book_newest_first(const struct book *a, const struct book *b)
{
	int c = (a->day < b->day) - (a->day > b->day);

	if (c == 0)
		c = str_cmp(b->entry.published, a->entry.published);
	if (c == 0)
		c = str_cmp(a->entry.id, b->entry.id);
	return c != 0 ? c : str_cmp(str_of(a->entry.path), str_of(b->entry.path));
}

static int
newest_first(const void *pa, const void *pb)
{
	struct book *const *a = pa, *const *b = pb;

	return book_newest_first(*a, *b);
}

static struct str
input_key(const uint64_t *input)
{
	return (struct str){ (const char *)input, sizeof(*input) };
}

void
tell_double(struct diags *d, const char *first, const char *second, struct str id)
{
	say(d, SAY_DUPLICATE_ID, (struct place){ 0 },
	    "'%s' and '%s' have the same id '" STR_FMT "'; give one of them another",
	    first, second, STR_ARG(id));
}

static void
enter(struct library *lib, size_t i, struct diags *d)
{
	const struct book *b = lib->at[i];
	uint32_t *id = map_at(&lib->ids, b->entry.id);

	if (*id == 0)
		*id = (uint32_t)i + 1;
	else if (d != NULL)
		tell_double(d, lib->at[*id - 1]->entry.path, b->entry.path, b->entry.id);
	if (b->input != 0)
		*map_at(&lib->inputs, input_key(&b->input)) = (uint32_t)i + 1;
}

bool
shelf_files(struct arena *a, const char *folder, struct strs *out, struct diags *d)
{
	return folder_list(a, folder, STR(".yaml .md"), out, d);
}

void
shelf_lay(struct library *lib, const struct strs *names, struct diags *d)
{
	struct arena scratch = ARENA_INIT;

	for (size_t i = 0; i < names->n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		const char *path = path_join(&lib->a, lib->folder, names->at[i]);
		const struct brief *head;

		head = shelf_peek(&scratch, path, d);
		if (head != NULL)
			lay(lib, book_of(&lib->a, head, path));
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
	if (lib->n > 1)
		qsort(lib->at, lib->n, sizeof(struct book *), newest_first);
	for (size_t i = 0; i < lib->n; i++)
		enter(lib, i, d);
}

size_t
library_count(const struct library *lib)
{
	return lib->n;
}

const struct book *
shelf_book(const struct library *lib, size_t i)
{
	static const struct book none = { .entry.path = "", .day = LONG_MIN };

	if (i >= lib->n)
		return &none; /* of an index that could not be mended */
	if (lib->at[i] == NULL ||
	    (lib->at[i]->turn != 0 && lib->at[i]->turn != lib->turn))
		lib->at[i] =
		    lib->glance != NULL ? glance_book(lib, i) : held_book(lib, i);
	return lib->at[i];
}

long
shelf_day(const struct library *lib, size_t i)
{
	return lib->at[i] == NULL && lib->store != NULL ? held_day(lib, i)
							: shelf_book(lib, i)->day;
}

const struct entry *
library_at(const struct library *lib, size_t i)
{
	const struct book *b = shelf_book(lib, i);

	return held_mend(lib) ? &shelf_book(lib, i)->entry : &b->entry;
}

bool
library_sourced(const struct library *lib)
{
	const size_t n = lib->n < NEWEST ? lib->n : NEWEST;
	size_t with = 0;

	for (size_t i = 0; i < n; i++)
		with += entry_from(library_at(lib, i)).n != 0;
	return with * 2 >= n;
}

static size_t
looked_up(const struct map *m, struct str key)
{
	const uint32_t *v = key.n == 0 ? NULL : map_get(m, key);

	return v == NULL ? SIZE_MAX : *v - 1;
}

static size_t
ask_id(const struct library *lib, struct str id)
{
	const size_t i = looked_up(&lib->ids, id);

	if (i == SIZE_MAX && lib->glance != NULL)
		return glance_id(lib, id);
	return i == SIZE_MAX && lib->store != NULL ? held_id(lib, id) : i;
}

size_t
library_id(const struct library *lib, struct str id)
{
	const size_t i = ask_id(lib, id);

	return held_mend(lib) ? ask_id(lib, id) : i;
}

static size_t
ask_input(const struct library *lib, uint64_t input)
{
	const size_t i = looked_up(&lib->inputs, input_key(&input));

	return i == SIZE_MAX && lib->store != NULL ? held_input(lib, input) : i;
}

size_t
library_input(const struct library *lib, struct str sha256)
{
	const uint64_t input = hash_bytes(sha256);
	const size_t i = sha256.n == 0 ? SIZE_MAX : ask_input(lib, input);

	return held_mend(lib) ? ask_input(lib, input) : i;
}

struct brief *
library_brief(struct library *lib, size_t i, struct arena *a, struct diags *d)
{
	const char *path = shelf_book(lib, i)->entry.path;
	struct briefs all = { 0 };
	struct str bytes;

	if (!file_read(a, path, BRIEF_MOST, &bytes, d) ||
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
			lay(lib, book_of(&lib->a, b, path));
			enter(lib, lib->n - 1, NULL);
			*id = b->id;
			return true;
		}
		if (!exists)
			return false;
	}
	return false;
}
