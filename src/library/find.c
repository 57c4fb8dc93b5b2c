/* A brief by what a person types: of the ways of naming the strictest that finds something. */
#include "base/file.h"
#include "base/vec.h"
#include "library/glance.h"
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

/* The first way it is named in that is no looser than `most`; LEN(ways): none. */
static size_t
strictest(const struct book *b, struct str ref, size_t most, struct arena *scratch)
{
	for (size_t w = 0; w < LEN(ways) && w <= most; w++)
		if (ways[w](b, ref, scratch))
			return w;
	return LEN(ways);
}

static void
find(const struct library *lib, struct arena *a, struct str ref, struct found_list *out)
{
	struct arena scratch = ARENA_INIT;
	size_t whole, way = LEN(ways);

	*out = (struct found_list){ 0 };
	ref = str_trim(ref);
	whole = library_id(lib, ref);
	if (whole == SIZE_MAX && library_glanced(lib)) {
		whole = glance_prefix(lib, ref);
		if (whole == SIZE_MAX)
			return;
	}
	if (whole != SIZE_MAX) { /* without looking at every brief */
		*vec_push(a, out) = whole;
		return;
	}
	for (size_t i = 0; i < lib->n && ref.n != 0; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		const size_t w = strictest(shelf_book(lib, i), ref, way, &scratch);

		if (w < way)
			out->n = 0;
		if (w != LEN(ways) && w <= way)
			*vec_push(a, out) = i;
		way = w < way ? w : way;
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
