/* The end of making an index: what was sorted comes kind by kind and goes to its table. */
#include <stdlib.h>

#include "library/build.h"
#include "library/bytes.h"

#ifdef ARENA_BLOCK /* tests cross every seam */
enum { EVENT_BLOCK = 3, LIST_MOST = 4 };
#else
enum { EVENT_BLOCK = 512, LIST_MOST = 400 };
#endif
enum { DAY_MOST = 5000000 /* beyond all years; an open end */ };

/* What is not written yet, because more of it may come. */
struct finish {
	struct builder *b;
	struct arena a;
	struct buf key, list; /* a list, and its key in the runs */
	uint64_t next;        /* documents before it are in the list */
	struct dated {
		struct days days;
		uint32_t slot;
	} block[EVENT_BLOCK];
	size_t block_n;
	struct doc_row *rows;
	size_t rows_n;
	struct buf id; /* the last one, and its first document */
	uint32_t id_slot;
};

static void
write_term(
    struct builder *b, char letter, struct str text, uint32_t form, struct str value)
{
	struct arena scratch = ARENA_INIT;
	struct buf key = buf_new(&scratch);

	buf_byte(&key, letter);
	buf_str(&key, text);
	if (letter != KIND_STEM && value.n > LIST_MOST) {
		store_do(b->store, ASK_ADD_LONG, "ib", ++b->longs, value);
		store_do(b->store, ASK_ADD_TERM, "bii", buf_view(&key), (int64_t)form,
		    b->longs);
	} else {
		store_do(
		    b->store, ASK_ADD_TERM, "bib", buf_view(&key), (int64_t)form, value);
	}
	arena_free(&scratch);
}

static void
end_list(struct finish *f)
{
	const struct str key = buf_view(&f->key);
	uint32_t form;

	if (key.n == 0)
		return;
	form = key_take_slot(key);
	write_term(
	    f->b, key.p[0], f->b->forms.at.at[form].text, form, buf_view(&f->list));
	f->key.n = f->list.n = 0;
	f->next = 0;
}

/* Lists of one form and field go on where the one before ended. */
static void
take_list(struct finish *f, struct str key, struct str value)
{
	const uint64_t next = take_number(&value);
	const uint64_t step = take_number(&value);

	if (!str_eq(buf_view(&f->key), key))
		end_list(f);
	if (f->key.n == 0)
		buf_str(&f->key, key);
	put_number(&f->list, (((step >> 1) - f->next) << 1) | (step & 1));
	buf_str(&f->list, value);
	f->next = next;
}

static void
take_stem(struct finish *f, struct str key, struct str value)
{
	const uint32_t number = key_take_slot(key);
	const struct form *form = &f->b->forms.at.at[number];

	(void)value;
	write_term(f->b, KIND_STEM, form->stem, number,
	    str_eq(form->text, form->stem) ? STR_NIL : form->text);
}

static void
take_hash(struct finish *f, struct str key, struct str value)
{
	(void)value;
	store_do(f->b->store, key.p[0] == KIND_NAME ? ASK_ADD_NAME : ASK_ADD_BACK, "ii",
	    key_take_number(key, 1), (int64_t)key_take_slot(key));
}

static long
within(long day)
{
	return day < -DAY_MOST ? -DAY_MOST : day > DAY_MOST ? DAY_MOST : day;
}

static void
end_block(struct finish *f)
{
	struct arena scratch = ARENA_INIT;
	struct buf list = buf_new(&scratch);
	long day = 0, last = -DAY_MOST;

	for (size_t i = 0; i < f->block_n; i++) {
		const long from = within(f->block[i].days.from),
			   to = within(f->block[i].days.to);

		put_signed(&list, from - day);
		put_signed(&list, to - from);
		put_number(&list, f->block[i].slot);
		day = from;
		last = to > last ? to : last;
	}
	if (f->block_n != 0)
		store_do(f->b->store, ASK_ADD_EVENTS, "iib",
		    (int64_t)within(f->block[0].days.from), (int64_t)last,
		    buf_view(&list));
	f->block_n = 0;
	arena_free(&scratch);
}

static void
take_event(struct finish *f, struct str key, struct str value)
{
	f->block[f->block_n++] =
	    (struct dated){ { (long)key_take_number(key, 1), (long)take_signed(&value) },
		    key_take_slot(key) };
	if (f->block_n == EVENT_BLOCK)
		end_block(f);
}

static void
take_doc(struct finish *f, struct str key, struct str value)
{
	const int32_t day = (int32_t)take_signed(&value);

	if (f->rows_n < f->b->n)
		f->rows[f->rows_n++] = (struct doc_row){ key_take_slot(key), day,
			(uint32_t)take_number(&value) };
}

static void
take_id(struct finish *f, struct str key, struct str value)
{
	const struct str id = str_cut(key, 0, key.n - sizeof(uint32_t));
	const uint32_t slot = key_take_slot(key);

	(void)value;
	if (str_eq(buf_view(&f->id), id)) {
		*vec_push(&f->b->a, &f->b->doubles) =
		    (struct doubled){ f->id_slot, slot };
		return;
	}
	f->id.n = 0;
	buf_str(&f->id, id);
	f->id_slot = slot;
}

static void
take(struct finish *f, struct str key, struct str value)
{
	static const struct {
		char from, to;
		void (*take)(struct finish *f, struct str key, struct str value);
	} kinds[] = { { KIND_BACK, KIND_BACK, take_hash },
		{ KIND_DOC, KIND_DOC, take_doc }, { KIND_EVENT, KIND_EVENT, take_event },
		{ KIND_ID, KIND_ID, take_id }, { KIND_NAME, KIND_NAME, take_hash },
		{ KIND_LIST, KIND_LIST + FIELD_NAME, take_list },
		{ KIND_STEM, KIND_STEM, take_stem } };

	for (size_t i = 0; i < LEN(kinds); i++)
		if (key.p[0] >= kinds[i].from && key.p[0] <= kinds[i].to)
			kinds[i].take(f, key, value);
}

static void
put_stems(struct builder *b)
{
	struct arena scratch = ARENA_INIT;

	for (uint32_t i = 1; i < b->forms.at.n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct buf key = buf_new(&scratch);

		buf_byte(&key, KIND_STEM);
		key_rising(&key, b->forms.at.at[i].stem);
		key_slot(&key, i);
		runs_put(&b->runs, buf_view(&key), STR_NIL);
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
}

/* Of each form its stem's number, with the top bit for function words; then of each
   stem how many documents hold it. */
static void
write_stems(struct builder *b)
{
	struct arena scratch = ARENA_INIT;
	const size_t n = b->forms.at.n;
	uint32_t *rows = arena_many(&scratch, uint32_t, 2 * n);

	for (size_t i = 0; i < n; i++) {
		rows[i] =
		    b->forms.at.at[i].lead | (b->forms.at.at[i].stop ? STEM_STOP : 0);
		rows[n + i] = i < b->holders.n ? b->holders.at[i] : 0;
	}
	store_do(b->store, ASK_SET_META, "bb", STR("stems"),
	    (struct str){ (const char *)rows, 2 * n * sizeof(*rows) });
	arena_free(&scratch);
}

static void
write_meta(struct finish *f)
{
	struct builder *b = f->b;
	const struct {
		const char *key;
		int64_t value;
	} numbers[] = { { "format", STORE_FORMAT }, { "main_n", (int64_t)b->n },
		{ "forms", (int64_t)b->forms.at.n } };

	store_do(b->store, ASK_SET_META, "bb", STR("docs"),
	    (struct str){ (const char *)f->rows, f->rows_n * sizeof(*f->rows) });
	write_stems(b);
	store_set(b->store, &b->languages, b->n);
	for (size_t i = 0; i < LEN(numbers); i++)
		store_do(b->store, ASK_SET_META, "bi", str_of(numbers[i].key),
		    numbers[i].value);
}

static int
by_second(const void *pa, const void *pb)
{
	const struct doubled *a = pa, *b = pb;

	return (a->second > b->second) - (a->second < b->second);
}

void
builder_end(struct builder *b)
{
	struct finish f = { .b = b };
	struct str key, value;

	f.key = buf_new(&f.a);
	f.list = buf_new(&f.a);
	f.id = buf_new(&f.a);
	f.rows = arena_many(&f.a, struct doc_row, b->n + 1);
	builder_spill(b);
	put_stems(b);
	runs_sort(&b->runs);
	while (b->store->q.trouble == 0 && runs_next(&b->runs, &key, &value))
		take(&f, key, value);
	end_list(&f);
	end_block(&f);
	if (b->doubles.n > 1)
		qsort(b->doubles.at, b->doubles.n, sizeof(*b->doubles.at), by_second);
	write_meta(&f);
	if (b->runs.failed != 0 && b->store->q.trouble == 0)
		b->store->q.trouble = SQLITE_FULL;
	arena_free(&f.a);
}
