/* Look-ups by key: from a word of a query to the lists of its forms, from a hash to briefs. */
#include <string.h>

#include "library/store.h"

static struct str
key_of(struct arena *a, char letter, struct str text)
{
	struct buf b = buf_new(a);

	buf_byte(&b, letter);
	buf_str(&b, text);
	return buf_view(&b);
}

static void
count_row(struct store *s, sqlite3_stmt *row, uint32_t *times, uint8_t *fits)
{
	const int64_t id = store_int(row, 0);

	list_count(store_blob(row, 1), 0, times, s->main_n);
	if (fits != NULL && id >= 0 && id < s->forms_n)
		fits[id] = 1;
}

static void
count_prefix(struct store *s, char letter, const struct word_test *w, struct arena *a,
    uint32_t *times, uint8_t *fits)
{
	const struct str from = key_of(a, letter, w->folded);
	struct str to;
	char *last = arena_many(a, char, from.n + 1);
	sqlite3_stmt *row;

	memcpy(last, from.p, from.n);
	to = (struct str){ last, from.n };
	last[from.n - 1]++; /* folded UTF-8 has no byte 0xff */
	row = store_ask(s, ASK_TERM_RANGE, "bb", from, to);
	while (store_next(s, row))
		count_row(s, row, times, fits);
}

static void
count_form(struct store *s, struct str key, uint32_t form, uint32_t *times, uint8_t *fits)
{
	sqlite3_stmt *row = store_ask(s, ASK_TERM, "bi", key, (int64_t)form);

	if (fits != NULL && form < s->forms_n)
		fits[form] = 1;
	while (store_next(s, row))
		list_count(store_blob(row, 0), 0, times, s->main_n);
}

/* The forms of a stem; copied, for a second statement reads their lists. */
struct stem_forms {
	struct strs texts;
	struct ids forms;
};

static struct stem_forms
forms_of(struct store *s, struct str stem, struct arena *a)
{
	struct stem_forms out = { 0 };
	sqlite3_stmt *row = store_ask(s, ASK_TERMS, "b", key_of(a, 's', stem));

	while (store_next(s, row)) {
		const struct str text = store_blob(row, 1);

		*vec_push(a, &out.forms) = (uint32_t)store_int(row, 0);
		*vec_push(a, &out.texts) = text.n == 0 ? stem : str_dup(a, text);
	}
	return out;
}

static void
count_stem(struct store *s, char letter, const struct word_test *w, struct str stem,
    uint32_t *times, uint8_t *fits)
{
	struct arena scratch = ARENA_INIT;
	const struct stem_forms f = forms_of(s, stem, &scratch);

	for (size_t i = 0; i < f.texts.n; i++)
		if (!w->prefix ||
		    !str_starts(f.texts.at[i], w->folded)) /* else counted */
			count_form(s, key_of(&scratch, letter, f.texts.at[i]),
			    f.forms.at[i], times, fits);
	arena_free(&scratch);
}

void
store_lists(struct store *s, uint32_t field, struct str stem,
    void (*each)(void *ctx, struct str list), void *ctx)
{
	struct arena scratch = ARENA_INIT;
	const struct stem_forms f = forms_of(s, stem, &scratch);

	for (size_t i = 0; i < f.texts.n; i++) {
		const struct str key =
		    key_of(&scratch, (char)('a' + (int)field), f.texts.at[i]);
		sqlite3_stmt *row =
		    store_ask(s, ASK_TERM, "bi", key, (int64_t)f.forms.at[i]);

		while (store_next(s, row))
			each(ctx, store_blob(row, 0));
	}
	arena_free(&scratch);
}

void
store_count(struct store *s, uint32_t field, const struct word_test *w, uint32_t *times,
    uint8_t *fits)
{
	struct arena scratch = ARENA_INIT;
	const char letter = (char)('a' + (int)field);

	if (w->prefix)
		count_prefix(s, letter, w, &scratch, times, fits);
	for (size_t i = 0; i < w->stems.n && (!w->prefix || w->typing); i++) {
		bool again = false;

		for (size_t k = 0; k < i; k++)
			again |= str_eq(w->stems.at[k], w->stems.at[i]);
		if (!again)
			count_stem(s, letter, w, w->stems.at[i], times, fits);
	}
	arena_free(&scratch);
}

struct ids
store_places(struct store *s, struct arena *a, uint64_t hash)
{
	sqlite3_stmt *row = store_ask(s, ASK_NAME, "i", (int64_t)hash);
	struct ids places = { 0 };

	while (store_next(s, row)) {
		const int64_t slot = store_int(row, 0);

		if (slot >= 0 && slot < s->slots && s->place[slot] != NOWHERE)
			*vec_push(a, &places) = s->place[slot];
	}
	return places;
}

size_t
store_named(struct store *s, uint64_t hash)
{
	struct arena scratch = ARENA_INIT;
	const struct ids places = store_places(s, &scratch, hash);
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < places.n; i++)
		best = places.at[i] < best ? places.at[i] : best;
	arena_free(&scratch);
	return best;
}

size_t
store_linked(struct store *s, sqlite3_stmt *row, int column)
{
	size_t place = SIZE_MAX;

	for (int k = 0; k < KEY_COUNT && place == SIZE_MAX; k++)
		if (store_int(row, column + k) != 0)
			place = store_named(s, (uint64_t)store_int(row, column + k));
	return place;
}
