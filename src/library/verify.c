/* What the index says of itself, and whether the files say the same. */

#include "base/file.h"
#include "library/build.h"
#include "library/leaf.h"

static size_t
held_bytes(const struct library *lib)
{
	const struct pile *p = lib->pile;

	return lib->a.used + lib->words.a.used + lib->store->a.used +
	       lib->lent[0].a.used + lib->lent[1].a.used +
	       (lib->kin == NULL ? 0 : kin_bytes(lib->kin)) +
	       (p == NULL ? 0 : p->a.used + p->forms.a.used);
}

struct library_index
library_index(const struct library *lib)
{
	const struct store *s = lib->store;
	struct library_index out = { 0 };
	const char *file;

	if (s == NULL)
		return out;
	file = sqlite3_db_filename(s->q.db, "main");
	out.made = true;
	out.path = file == NULL || file[0] == '\0' ? NULL : file;
	out.briefs = s->n;
	out.fresh = s->fresh.n;
	out.dead = s->main_n + s->fresh.n - s->n;
	out.forms = s->forms_n;
	out.bytes = out.path == NULL ? 0 : file_stat(out.path).bytes;
	out.held = held_bytes(lib);
	return out;
}

static bool
is_sound(struct store *s, struct diags *d, const char *path)
{
	struct arena scratch = ARENA_INIT;
	sqlite3_stmt *row = sql_ask(&s->q, "PRAGMA integrity_check(1)", "");
	struct str found = STR_NIL;
	bool ok;

	while (sql_next(&s->q, row))
		found = sql_text(&scratch, row, 0);
	ok = s->q.trouble == 0 && str_eq(found, STR("ok"));
	if (!ok)
		say(d, SAY_INDEX, (struct place){ .file = str_of(path) },
		    "the index '%s' is damaged: %s", path,
		    s->q.trouble != 0 ? sqlite3_errstr(s->q.trouble)
				      : str_nul(&scratch, found));
	arena_free(&scratch);
	return ok;
}

/* The file is read again: what a list shows and how many words there are. */
static bool
says_the_same(struct library *lib, size_t place)
{
	struct arena a = ARENA_INIT;
	struct store *s = lib->store;
	const struct leaves l = leaves_of(lib, &a);
	struct diags unheard = { .a = &a };
	const struct book *held = shelf_book(lib, place);
	const struct brief *b = shelf_read(&a, held->entry.path, &unheard);
	struct buf have = buf_new(&a), want = buf_new(&a);
	struct forms forms;
	struct card card = { 0 };
	bool same = b != NULL;

	forms_open(&forms);
	if (b != NULL) {
		card_make(&card, &forms, &a, b);
		book_put(&have, held);
		book_put(&want, book_of(&a, b, held->entry.path));
		same = str_eq(buf_view(&have), buf_view(&want)) &&
		       card.length == leaf_length(&l, s->slot[place]);
	}
	forms_close(&forms);
	arena_free(&a);
	return same;
}

bool
library_verify(struct library *lib, struct diags *d)
{
	const struct library_index x = library_index(lib);
	const char *path = x.path == NULL ? "in memory" : x.path;
	bool ok = true;

	if (lib->store == NULL)
		return true;
	ok = is_sound(lib->store, d, path);
	for (size_t i = 0; ok && i < lib->n; i++) {
		if (says_the_same(lib, i))
			continue;
		ok = false;
		say(d, SAY_INDEX, (struct place){ .file = str_of(path) },
		    "the index '%s' is not what '%s' says", path,
		    shelf_book(lib, i)->entry.path);
	}
	return ok && lib->store->q.trouble == 0;
}
