/* A brief by what a person types: each way of naming is tried on the whole list, strictest first. */
#include "base/file.h"
#include "base/vec.h"
#include "library/held.h"
#include "library/shelf.h"
#include "text/utf8.h"

typedef bool fits(const struct book *b, struct str ref, struct arena *scratch);

static bool
is_path(const struct book *b, struct str ref, struct arena *scratch)
{
	const struct str path = str_of(b->entry.path);

	(void)scratch;
	return str_eq(path, ref) || str_eq(path_base(path), ref);
}

static bool
starts_id(const struct book *b, struct str ref, struct arena *scratch)
{
	(void)scratch;
	return str_starts(b->entry.id, ref);
}

static bool
is_title(const struct book *b, struct str ref, struct arena *scratch)
{
	return str_eq(utf8_fold(scratch, b->entry.title), utf8_fold(scratch, ref));
}

/* Every word of the reference stands in the id or the title. */
static bool
has_words(const struct book *b, struct str ref, struct arena *scratch)
{
	const struct str title = utf8_fold(scratch, b->entry.title);
	struct str rest = utf8_fold(scratch, ref);

	while (rest.n != 0) {
		const struct str word = str_split(&rest, ' ');

		if (!str_has(title, word) && !str_has(b->entry.id, word))
			return false;
	}
	return true;
}

static fits *const ways[] = { is_path, starts_id, is_title, has_words };

static void
find(const struct library *lib, struct arena *a, struct str ref, struct found_list *out)
{
	struct arena scratch = ARENA_INIT;
	size_t whole;

	*out = (struct found_list){ 0 };
	ref = str_trim(ref);
	whole = library_id(lib, ref);
	if (whole != SIZE_MAX) { /* without looking at every brief */
		*vec_push(a, out) = whole;
		return;
	}
	for (size_t w = 0; w < LEN(ways) && out->n == 0 && ref.n != 0; w++)
		for (size_t i = 0; i < lib->n; i++) {
			const struct arena_mark m = arena_mark(&scratch);

			if (ways[w](shelf_book(lib, i), ref, &scratch))
				*vec_push(a, out) = i;
			arena_rewind(&scratch, m);
		}
	arena_free(&scratch);
}

enum found
library_find(
    const struct library *lib, struct arena *a, struct str ref, struct found_list *out)
{
	find(lib, a, ref, out);
	if (held_mend(lib))
		find(lib, a, ref, out);
	if (out->n == 0)
		return FOUND_NONE;
	return out->n == 1 ? FOUND_ONE : FOUND_MANY;
}
