/* Naming briefs.  A path costs one open; only other names read the library. */
#include "cmd/ref.h"

#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "cmd/world.h"
#include "library/change.h"
#include "library/library.h"

enum { SHOWN_MOST = 8, WORDS_MOST = 12 };

static bool
is_path(const char *typed)
{
	const struct str s = str_of(typed);

	if (strcmp(typed, "-") == 0 || strchr(typed, '/') != NULL)
		return true;
	return (str_ends(s, STR(".yaml")) || str_ends(s, STR(".md"))) &&
	       file_stat(typed).exists;
}

/* Two files that claim one id are told apart by their paths. */
static struct str
name_of(const struct call *c, const struct found_list *found, size_t i)
{
	const struct entry *e = library_at(c->library, found->at[i]);

	for (size_t k = 0; k < found->n && k < SHOWN_MOST; k++)
		if (k != i && str_eq(library_at(c->library, found->at[k])->id, e->id))
			return str_of(e->path);
	return e->id;
}

static void
say_candidates(struct call *c, const char *typed, const struct found_list *found)
{
	struct buf names = buf_new(c->a);

	for (size_t i = 0; i < found->n && i < SHOWN_MOST; i++) {
		buf_text(&names, i == 0 ? "" : ", ");
		buf_str(&names, name_of(c, found, i));
	}
	if (found->n > SHOWN_MOST)
		buf_printf(&names, " and %zu more", found->n - SHOWN_MOST);
	say(c->d, SAY_REF_MANY, (struct place){ 0 }, "'%s' may be " STR_FMT, typed,
	    STR_ARG(buf_view(&names)));
}

static bool
is_file(const struct library *lib, size_t i, const char *path)
{
	const char *own = library_at(lib, i)->path;
	struct file_stat st;

	if (!str_eq(path_base(str_of(own)), path_base(str_of(path))))
		return false;
	st = file_stat(path);
	return st.exists && file_stat(own).inode == st.inode;
}

/* The brief whose file this is, however the path is written. */
static size_t
index_of_file(const struct library *lib, const char *path)
{
	const struct str base = path_base(str_of(path));
	const size_t named =
	    library_id(lib, str_cut(base, 0, str_find(base, STR(".yaml"), 0)));

	if (named != SIZE_MAX && is_file(lib, named, path))
		return named;
	for (size_t i = 0; !library_glanced(lib) && i < library_count(lib); i++)
		if (is_file(lib, i, path))
			return i;
	return SIZE_MAX;
}

/* ID.yaml, when it lies in the library and is no brief of it, because it is broken; or NULL. */
static const char *
left_out(struct call *c, struct str id)
{
	struct buf name = buf_new(c->a);
	const char *path;

	if (!brief_id_valid(id) || library_id(c->library, id) != SIZE_MAX)
		return NULL;
	buf_str(&name, id);
	buf_text(&name, ".yaml");
	path = path_join(c->a, library_folder(c->library), buf_view(&name));
	return file_stat(path).exists && index_of_file(c->library, path) == SIZE_MAX
		   ? path
		   : NULL;
}

int
ref_find(struct call *c, const char *typed, struct ref *out)
{
	struct found_list found = { 0 };
	const char *broken;

	*out = (struct ref){ typed, SIZE_MAX };
	if (is_path(typed))
		return EXIT_DONE;
	if (!call_library(c))
		return EXIT_TROUBLE;
	broken = left_out(c, str_of(typed));
	if (broken != NULL) {
		out->path = broken;
		return EXIT_DONE;
	}
	switch (library_find(c->library, c->a, str_of(typed), &found)) {
	case FOUND_ONE:
		out->index = found.at[0];
		out->path =
		    str_nul(c->a, str_of(library_at(c->library, out->index)->path));
		return EXIT_DONE;
	case FOUND_MANY:
		say_candidates(c, typed, &found);
		return EXIT_TROUBLE;
	case FOUND_NONE:
		break;
	}
	if (file_stat(typed).exists)
		say(c->d, SAY_REF_NONE, (struct place){ 0 },
		    "'%s' is a file and no brief; 'nutgraf add' makes one of it", typed);
	else
		say(c->d, SAY_REF_NONE, (struct place){ 0 },
		    "no brief is named '%s'; see 'nutgraf list'", typed);
	return EXIT_NOTHING;
}

static const char *
joined(struct call *c, size_t from)
{
	struct buf b = buf_new(c->a);

	for (size_t i = from; i < c->arg_count; i++) {
		buf_text(&b, i == from ? "" : " ");
		buf_text(&b, c->args[i]);
	}
	buf_byte(&b, '\0');
	return b.p;
}

void
ref_join(struct call *c, size_t from)
{
	if (c->arg_count < from + 2)
		return;
	c->args[from] = joined(c, from);
	c->arg_count = from + 1;
}

void
ref_one(struct call *c)
{
	ref_join(c, 0);
}

bool
ref_words(struct call *c)
{
	struct found_list found = { 0 };

	if (c->arg_count < 2 || c->arg_count > WORDS_MOST)
		return true;
	for (size_t i = 0; i < c->arg_count; i++)
		if (is_path(c->args[i]))
			return true;
	if (!call_library(c))
		return false;
	for (size_t i = 0; i < c->arg_count; i++)
		if (library_id(c->library, str_of(c->args[i])) != SIZE_MAX)
			return true;
	if (library_find(c->library, c->a, str_of(joined(c, 0)), &found) != FOUND_NONE)
		ref_one(c);
	return true;
}

int
ref_library(struct call *c, const char *typed, size_t *index)
{
	struct ref r;
	const int status = ref_find(c, typed, &r);

	*index = r.index;
	if (status != EXIT_DONE || r.index != SIZE_MAX)
		return status;
	if (!call_library(c))
		return EXIT_TROUBLE;
	*index = index_of_file(c->library, r.path);
	if (*index != SIZE_MAX)
		return EXIT_DONE;
	say(c->d, SAY_REF_NONE, (struct place){ 0 },
	    "'%s' is no brief of the library; see 'nutgraf list'", typed);
	return EXIT_NOTHING;
}

void
ref_tell(struct call *c, const char *typed, size_t index)
{
	const struct str id =
	    index == SIZE_MAX ? STR_NIL : library_at(c->library, index)->id;

	if (id.n != 0 && !is_path(typed) && !str_starts(id, str_of(typed)))
		say(c->d, SAY_REF_TAKEN, (struct place){ 0 }, "'%s' is " STR_FMT, typed,
		    STR_ARG(id));
}

int
ref_change(struct call *c, const char *typed, size_t *index)
{
	const int status = ref_library(c, typed, index);

	if (status == EXIT_DONE)
		ref_tell(c, typed, *index);
	return status;
}

int
ref_changes(struct call *c, struct found_list *out)
{
	int status = EXIT_DONE;

	for (size_t i = 0; i < c->arg_count; i++) {
		size_t index;
		const int one = ref_change(c, c->args[i], &index);
		bool known = false;

		for (size_t k = 0; k < out->n; k++)
			known = known || out->at[k] == index;
		if (one == EXIT_DONE && !known)
			*vec_push(c->a, out) = index;
		status = one > status ? one : status;
	}
	return status;
}

struct brief *
ref_read(struct call *c, const struct ref *r, struct arena *a)
{
	struct briefs all = { 0 };
	struct str bytes;

	if (!file_read(a, r->path, BRIEF_MOST, &bytes, c->d) ||
	    !brief_read(a, bytes, str_of(r->path), &all, c->d))
		return NULL;
	if (all.n == 0)
		say(c->d, SAY_BRIEF_MISSING, (struct place){ .file = str_of(r->path) },
		    "'%s' holds no brief", r->path);
	return all.n == 0 ? NULL : all.at[0];
}

/* ID.yaml beside the file; an id that could name another folder is never looked for. */
static bool
lies_beside(const char *path, struct str id, struct arena *a)
{
	struct str folder = str_of(path);
	struct buf file = buf_new(a);

	if (!brief_id_valid(id) || strcmp(path, "-") == 0)
		return false;
	folder.n -= path_base(folder).n;
	buf_str(&file, folder);
	buf_str(&file, id);
	buf_text(&file, ".yaml");
	buf_byte(&file, '\0');
	return file_stat(file.p).exists;
}

static struct neighbours
stated(const struct ref *r, const struct brief *b, struct arena *a)
{
	const struct neighbours all = neighbours_stated(a, b);
	struct neighbours out = { 0 };

	for (size_t i = 0; i < all.n; i++) {
		struct neighbour n = all.at[i];

		if (n.id.n == 0 && str_starts(n.url, STR("mid:")))
			continue; /* who could fetch it? */
		if (!lies_beside(r->path, n.id, a))
			n.id = STR_NIL;
		*vec_push(a, &out) = n;
	}
	return out;
}

struct neighbours
ref_related(struct call *c, const struct ref *r, const struct brief *b, size_t most,
    struct arena *a)
{
	struct neighbours all;

	if (r->index == SIZE_MAX)
		return stated(r, b, a);
	all = library_related(c->library, r->index, b, most, a);
	return neighbours_fold(a, &all, b->id);
}
