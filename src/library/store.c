/* Opening, kept statements, and what is read at the start. */
#include "library/store.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "library/bytes.h"
#include "library/seal.h"

enum { BUSY_MS = 2000 };

static const char schema[] =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE file(name BLOB PRIMARY KEY, doc, mtime, size, inode) WITHOUT ROWID;"
    "CREATE TABLE entry(doc INTEGER PRIMARY KEY, book BLOB);"
    "CREATE TABLE words(doc INTEGER PRIMARY KEY, card BLOB);"
    "CREATE TABLE fresh(doc INTEGER PRIMARY KEY, card BLOB);"
    "CREATE TABLE dead(doc INTEGER PRIMARY KEY);"
    "CREATE TABLE term(key BLOB, id INTEGER, list BLOB, PRIMARY KEY(key, id)) WITHOUT "
    "ROWID;"
    "CREATE TABLE long(n INTEGER PRIMARY KEY, list BLOB);"
    "CREATE TABLE event(first INTEGER, last INTEGER, list BLOB);"
    "CREATE TABLE name(hash INTEGER, doc INTEGER, PRIMARY KEY(hash, doc)) WITHOUT ROWID;"
    "CREATE TABLE link(doc INTEGER, n INTEGER, id INTEGER, url INTEGER, title INTEGER,"
    " slug INTEGER, close INTEGER, text BLOB, PRIMARY KEY(doc, n)) WITHOUT ROWID;"
    "CREATE TABLE back(hash INTEGER, doc INTEGER, PRIMARY KEY(hash, doc)) WITHOUT ROWID;";

struct store *
store_new(void)
{
	struct arena self = ARENA_INIT;
	struct store *s = arena_new(&self, struct store);

	s->self = self;
	return s;
}

void
store_free(struct store *s)
{
	struct arena self = s->self;

	store_close(s);
	arena_free(&self);
}

bool
store_open(struct store *s, const char *path)
{
	*s = (struct store){ .self = s->self };
	return seal_register() &&
	       sql_open(&s->q, path, strcmp(path, ":memory:") == 0 ? NULL : SEAL_VFS,
		   BUSY_MS) &&
	       sql_do(&s->q, "PRAGMA cache_size = -2000", "");
}

void
store_close(struct store *s)
{
	for (size_t i = 0; i < ASK_COUNT; i++)
		(void)sqlite3_finalize(s->kept[i]);
	if (s->logged && s->q.trouble == 0) /* others may still need the log */
		(void)sql_do(&s->q, "PRAGMA journal_mode = DELETE", "");
	sql_close(&s->q);
	arena_free(&s->a);
	*s = (struct store){ .self = s->self, .q.trouble = s->q.trouble };
}

bool
store_create(struct store *s)
{
	if (!seal_new(s->q.db))
		s->q.trouble = SQLITE_NOMEM;
	for (const char *rest = schema; *rest != '\0' && s->q.trouble == 0;) {
		const char *end = strchr(rest, ';') + 1;
		struct arena scratch = ARENA_INIT;

		(void)sql_do(&s->q,
		    str_nul(&scratch, (struct str){ rest, (size_t)(end - rest) }), "");
		arena_free(&scratch);
		rest = end;
	}
	return s->q.trouble == 0;
}

static sqlite3_stmt *
kept(struct store *s, enum store_ask which)
{
#define STORE_TEXT(id, text) text,
	static const char *const texts[] = { STORE_ASKS(STORE_TEXT) };
#undef STORE_TEXT
	if (s->q.trouble == 0 && s->kept[which] == NULL)
		(void)sql_fine(
		    &s->q, sqlite3_prepare_v3(s->q.db, texts[which], -1,
			       SQLITE_PREPARE_PERSISTENT, &s->kept[which], NULL));
	return s->q.trouble == 0 ? s->kept[which] : NULL;
}

static sqlite3_stmt *
bind(struct store *s, enum store_ask which, const char *kinds, va_list values)
{
	sqlite3_stmt *row = kept(s, which);

	if (row == NULL)
		return NULL;
	(void)sqlite3_reset(row);
	for (int i = 0; kinds[i] != '\0'; i++) {
		if (kinds[i] == 'b') {
			const struct str v = va_arg(values, struct str);

			(void)sql_fine(
			    &s->q, sqlite3_bind_blob64(row, i + 1, v.n == 0 ? "" : v.p,
				       v.n, SQLITE_STATIC));
		} else {
			(void)sql_fine(&s->q,
			    sqlite3_bind_int64(row, i + 1, va_arg(values, int64_t)));
		}
	}
	return row;
}

sqlite3_stmt *
store_ask(struct store *s, enum store_ask which, const char *kinds, ...)
{
	sqlite3_stmt *row;
	va_list values;

	va_start(values, kinds);
	row = bind(s, which, kinds, values);
	va_end(values);
	return row;
}

bool
store_next(struct store *s, sqlite3_stmt *row)
{
	int code;

	if (row == NULL)
		return false;
	code = sqlite3_step(row);
	if (sql_fine(&s->q, code) && code == SQLITE_ROW)
		return true;
	(void)sqlite3_reset(row);
	return false;
}

void
store_do(struct store *s, enum store_ask which, const char *kinds, ...)
{
	sqlite3_stmt *row;
	va_list values;

	va_start(values, kinds);
	row = bind(s, which, kinds, values);
	va_end(values);
	while (store_next(s, row))
		;
}

void
store_begin(struct store *s)
{
	if (s != NULL)
		store_do(s, ASK_BEGIN, "");
}

bool
store_begin_alone(struct store *s)
{
	if (sqlite3_get_autocommit(s->q.db) == 0)
		return false;
	store_begin(s);
	return true;
}

void
store_end(struct store *s)
{
	if (s != NULL)
		store_do(s, ASK_END, "");
}

struct str
store_blob(sqlite3_stmt *row, int column)
{
	const void *p = sqlite3_column_blob(row, column);

	return p == NULL ? STR_NIL
			 : (struct str){ p, (size_t)sqlite3_column_bytes(row, column) };
}

int64_t
store_int(sqlite3_stmt *row, int column)
{
	return sqlite3_column_int64(row, column);
}

struct str
store_meta(struct store *s, struct arena *a, const char *key)
{
	sqlite3_stmt *row = store_ask(s, ASK_META, "b", str_of(key));
	struct str value = STR_NIL;

	while (store_next(s, row))
		value = str_dup(a, store_blob(row, 0));
	return value;
}

static int64_t
meta_int(struct store *s, const char *key)
{
	sqlite3_stmt *row = store_ask(s, ASK_META, "b", str_of(key));
	int64_t value = -1;

	while (store_next(s, row))
		value = store_int(row, 0);
	return value;
}

bool
store_book(
    struct store *s, uint32_t slot, const char *folder, struct arena *a, struct book *out)
{
	sqlite3_stmt *row = store_ask(s, ASK_ENTRY, "i", (int64_t)slot);
	bool found = false;

	while (store_next(s, row)) {
		book_take(out, a, folder, store_blob(row, 0));
		found = true;
	}
	return found;
}

void
store_card(struct store *s, uint32_t slot, struct arena *a, struct card *out)
{
	sqlite3_stmt *row = store_ask(s, ASK_WORDS, "i", (int64_t)slot);

	*out = (struct card){ 0 };
	while (store_next(s, row))
		card_take(out, a, store_blob(row, 0));
}

void
store_pile(struct store *s, struct pile *p)
{
	const struct brief empty = { 0 };

	for (size_t i = 0; i < s->languages.n; i++)
		(void)forms_tongue(&p->forms, s->languages.at[i]);
	for (size_t i = 0; i < s->fresh.n; i++) {
		while (p->cards.n + s->main_n < s->fresh.at[i].slot)
			pile_add(p, &empty);
		pile_add_packed(p, s->fresh.at[i].card);
	}
	while (p->cards.n + s->main_n < s->slots)
		pile_add(p, &empty);
}

static int
by_order(const void *pa, const void *pb)
{
	const struct fresh *a = pa, *b = pb;

	return book_newest_first(a->book, b->book);
}

static int
by_slot(const void *pa, const void *pb)
{
	const struct fresh *a = pa, *b = pb;

	return (a->slot > b->slot) - (a->slot < b->slot);
}

static void
load_fresh(struct store *s)
{
	sqlite3_stmt *row = store_ask(s, ASK_FRESH, "");

	while (store_next(s, row)) {
		struct fresh f = { (uint32_t)store_int(row, 0),
			str_dup(&s->a, store_blob(row, 1)),
			arena_new(&s->a, struct book) };

		book_take(f.book, &s->a, s->folder, store_blob(row, 2));
		if (f.slot >= s->main_n && f.slot < s->slots)
			*vec_push(&s->a, &s->fresh) = f;
	}
}

/* Does the fresh one come before the main one?  Their days mostly say. */
static bool
comes_before(struct store *s, const struct fresh *f, const struct doc_row *d)
{
	struct arena scratch = ARENA_INIT;
	const long day = d->day == UNDATED ? LONG_MIN : d->day;
	struct book book;
	bool before = f->book->day > day;

	if (f->book->day != day)
		return before;
	if (store_book(s, d->slot, s->folder, &scratch, &book))
		before = book_newest_first(f->book, &book) < 0;
	arena_free(&scratch);
	return before;
}

static void
put_place(struct store *s, uint32_t slot)
{
	s->place[slot] = (uint32_t)s->n;
	s->slot[s->n++] = slot;
}

/* Main documents in their order, the fresh ones between them. */
static void
merge(struct store *s, const struct doc_row *docs)
{
	size_t f = 0;

	assert(docs != NULL || s->main_n == 0);
	if (s->fresh.n > 1)
		qsort(s->fresh.at, s->fresh.n, sizeof(*s->fresh.at), by_order);
	for (size_t i = 0; i < s->main_n; i++) {
		if (docs[i].slot >= s->main_n)
			continue;
		s->length[docs[i].slot] = docs[i].length;
		s->day[docs[i].slot] = docs[i].day;
		if (s->place[docs[i].slot] != 0)
			continue; /* dead */
		while (f < s->fresh.n && comes_before(s, &s->fresh.at[f], &docs[i]))
			put_place(s, s->fresh.at[f++].slot);
		put_place(s, docs[i].slot);
	}
	while (f < s->fresh.n)
		put_place(s, s->fresh.at[f++].slot);
	if (s->fresh.n > 1)
		qsort(s->fresh.at, s->fresh.n, sizeof(*s->fresh.at), by_slot);
}

static void
lay_order(struct store *s, const struct doc_row *rows)
{
	sqlite3_stmt *row;

	s->slot = arena_many(&s->a, uint32_t, s->slots + 1);
	s->place = arena_many(&s->a, uint32_t, s->slots + 1);
	s->length = arena_many(&s->a, uint32_t, s->main_n + 1);
	s->day = arena_many(&s->a, int32_t, s->main_n + 1);
	for (size_t i = s->main_n; i < s->slots; i++)
		s->place[i] = NOWHERE;
	row = store_ask(s, ASK_DEAD, "");
	while (store_next(s, row))
		if (store_int(row, 0) < s->main_n)
			s->place[store_int(row, 0)] = NOWHERE;
	load_fresh(s);
	merge(s, rows);
}

static void
load_order(struct store *s)
{
	struct arena scratch = ARENA_INIT;
	const struct str docs = store_meta(s, &scratch, "docs");

	if (docs.n == s->main_n * sizeof(struct doc_row)) /* aligned: its own piece */
		lay_order(s, (const struct doc_row *)(const void *)docs.p);
	else
		(void)sql_fine(&s->q, SQLITE_CORRUPT);
	arena_free(&scratch);
}

bool
store_load(struct store *s, struct library *lib)
{
	struct str languages;
	int64_t slots;

	s->lib = lib;
	s->folder = lib->folder;
	if (meta_int(s, "format") != STORE_FORMAT)
		return false;
	slots = meta_int(s, "slots");
	s->main_n = (uint32_t)meta_int(s, "main_n");
	s->forms_n = (uint32_t)meta_int(s, "forms");
	s->slots = (uint32_t)slots;
	if (s->q.trouble != 0 || slots < 0 || slots >= NOWHERE || s->main_n > s->slots)
		return false;
	languages = store_meta(s, &s->a, "languages");
	while (languages.n != 0)
		*vec_push(&s->a, &s->languages) = take_text(&languages);
	load_order(s);
	return s->q.trouble == 0;
}
