/* Rows that come in the order of documents are written at once, all others sorted at the end. */
#include "library/build.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "library/bytes.h"

#ifdef ARENA_BLOCK /* tests cross every seam */
enum { EVENT_BLOCK = 3, LIST_MOST = 4 };
#else
enum { EVENT_BLOCK = 512, LIST_MOST = 400 };
#endif
enum { DAY_MOST = 5000000 /* beyond all years; an open end */ };

void
book_hashes(const struct book *b, struct stemmer *en, uint64_t out[NAME_KEYS])
{
	struct arena scratch = ARENA_INIT;
	struct str keys[KEY_COUNT];

	link_keys(&scratch, en, b->entry.id, b->url, b->entry.title, keys);
	for (size_t i = 0; i < KEY_COUNT; i++)
		out[i] = keys[i].n == 0 ? 0 : hash_bytes(keys[i]);
	out[KEY_COUNT] = b->input;
	arena_free(&scratch);
}

void
links_put(struct buf *out, const struct brief *b, struct stemmer *en)
{
	struct arena scratch = ARENA_INIT;

	for (size_t i = 0; i < b->related.n; i++) {
		const struct link *l = &b->related.at[i];
		struct str keys[KEY_COUNT];

		link_keys(&scratch, en, l->id, l->url, l->title, keys);
		for (size_t k = 0; k < KEY_COUNT; k++)
			put_number(out, keys[k].n == 0 ? 0 : hash_bytes(keys[k]));
		put_text(out, l->title);
	}
	arena_free(&scratch);
}

bool
links_take(struct str *rest, struct link_row *out)
{
	if (rest->n == 0)
		return false;
	for (size_t k = 0; k < KEY_COUNT; k++)
		out->hash[k] = take_number(rest);
	out->title = take_text(rest);
	return true;
}

void
store_add(struct store *s, const struct parcel *p, uint32_t slot)
{
	struct arena scratch = ARENA_INIT;
	struct buf book = buf_new(&scratch);
	struct str rest = p->links;
	struct link_row l;

	store_do(s, ASK_ADD_FILE, "biiii", p->name, (int64_t)slot,
	    (int64_t)p->stat.mtime_ns, (int64_t)p->stat.bytes, (int64_t)p->stat.inode);
	book_put(&book, p->book);
	store_do(s, ASK_ADD_ENTRY, "ib", (int64_t)slot, buf_view(&book));
	for (int64_t n = 0; links_take(&rest, &l); n++)
		store_do(s, ASK_ADD_LINK, "iiiiiib", (int64_t)slot, n,
		    (int64_t)l.hash[KEY_ID], (int64_t)l.hash[KEY_URL],
		    (int64_t)l.hash[KEY_TITLE], (int64_t)l.hash[KEY_CLOSE], l.title);
	arena_free(&scratch);
}

void
strs_add(struct arena *a, struct strs *set, struct str s)
{
	for (size_t i = 0; i < set->n; i++)
		if (str_eq(set->at[i], s))
			return;
	*vec_push(a, set) = str_dup(a, s);
}

void
builder_open(struct builder *b, struct store *s)
{
	*b = (struct builder){ .store = s };
	b->lists.a = &b->a;
	b->ids = map_new(&b->a);
	forms_open(&b->forms);
}

void
builder_close(struct builder *b)
{
	forms_close(&b->forms);
	arena_free(&b->a);
}

/* What the order of the library looks at. */
static struct book *
brief_book(struct arena *a, const struct book *b)
{
	struct book *own = arena_new(a, struct book);

	own->day = b->day;
	own->entry.id = str_dup(a, b->entry.id);
	own->entry.published = str_dup(a, b->entry.published);
	own->entry.path = str_nul(a, str_of(b->entry.path));
	return own;
}

static void
add_hashes(struct builder *b, const struct parcel *p, struct stemmer *en, uint32_t slot)
{
	uint64_t names[NAME_KEYS];
	struct str rest = p->links;
	struct link_row l;

	book_hashes(p->book, en, names);
	for (size_t i = 0; i < NAME_KEYS; i++)
		if (names[i] != 0)
			*vec_push(&b->a, &b->names) = (struct hashed){ names[i], slot };
	while (links_take(&rest, &l))
		for (size_t k = 0; k < KEY_COUNT; k++)
			if (l.hash[k] != 0)
				*vec_push(&b->a, &b->backs) =
				    (struct hashed){ l.hash[k], slot };
}

/* One more document holds this stem, unless this one was counted. */
static void
hold(struct builder *b, uint32_t slot, uint32_t form)
{
	const uint32_t lead = b->forms.at.at[form].lead;

	while (b->last.n <= lead) {
		*vec_push(&b->a, &b->last) = 0;
		*vec_push(&b->a, &b->holders) = 0;
	}
	if (b->last.at[lead] != slot + 1)
		b->holders.at[lead]++;
	b->last.at[lead] = slot + 1;
}

static void
hold_all(struct builder *b, uint32_t slot, const struct card *c)
{
	for (size_t part = 0; part < PART_COUNT; part++)
		for (size_t i = 0; i < c->run[part].n; i++)
			if (c->run[part].at[i] != FORM_BREAK)
				hold(b, slot, c->run[part].at[i]);
	for (size_t i = 0; i < c->names.n; i++)
		hold(b, slot, c->names.at[i].form);
}

static void
note_id(struct builder *b, uint32_t slot)
{
	uint32_t *first = map_at(&b->ids, b->docs.at[slot].book->entry.id);

	if (*first == 0)
		*first = slot + 1;
	else
		*vec_push(&b->a, &b->doubles) = (struct doubled){ *first - 1, slot };
}

void
builder_add(struct builder *b, const struct parcel *p, struct card *c)
{
	struct arena scratch = ARENA_INIT;
	const uint32_t slot = (uint32_t)b->docs.n;
	struct stemmer *en = forms_tongue(&b->forms, STR("en"))->stemmer;
	struct buf card = buf_new(&scratch);

	strs_add(&b->a, &b->languages, p->language);
	*vec_push(&b->a, &b->docs) =
	    (struct sorted_doc){ brief_book(&b->a, p->book), c->length };
	note_id(b, slot);
	store_add(b->store, p, slot);
	card_put(&card, c);
	store_do(b->store, ASK_ADD_WORDS, "ib", (int64_t)slot, buf_view(&card));
	add_hashes(b, p, en, slot);
	lists_add(&b->lists, c, slot);
	hold_all(b, slot, c);
	for (size_t i = 0; i < c->events.n; i++)
		*vec_push(&b->a, &b->events) = (struct dated){ c->events.at[i], slot };
	arena_free(&scratch);
}

static int
by_hash(const void *pa, const void *pb)
{
	const struct hashed *a = pa, *b = pb;

	return a->hash != b->hash ? ((int64_t)a->hash > (int64_t)b->hash) * 2 - 1
				  : (a->slot > b->slot) - (a->slot < b->slot);
}

static void
write_hashes(struct builder *b, enum store_ask which, struct hashed *at, size_t n)
{
	if (n > 1)
		qsort(at, n, sizeof(*at), by_hash);
	for (size_t i = 0; i < n; i++)
		store_do(b->store, which, "ii", (int64_t)at[i].hash, (int64_t)at[i].slot);
}

static long
within(long day)
{
	return day < -DAY_MOST ? -DAY_MOST : day > DAY_MOST ? DAY_MOST : day;
}

static int
by_first_day(const void *pa, const void *pb)
{
	const struct dated *a = pa, *b = pb;

	return a->days.from != b->days.from ? (a->days.from > b->days.from) * 2 - 1
					    : (a->slot > b->slot) - (a->slot < b->slot);
}

static void
write_event_block(struct builder *b, const struct dated *at, size_t n)
{
	struct arena scratch = ARENA_INIT;
	struct buf list = buf_new(&scratch);
	long day = 0, last = -DAY_MOST;

	for (size_t i = 0; i < n; i++) {
		const long from = within(at[i].days.from), to = within(at[i].days.to);

		put_signed(&list, from - day);
		put_signed(&list, to - from);
		put_number(&list, at[i].slot);
		day = from;
		last = to > last ? to : last;
	}
	store_do(b->store, ASK_ADD_EVENTS, "iib", (int64_t)within(at[0].days.from),
	    (int64_t)last, buf_view(&list));
	arena_free(&scratch);
}

static void
write_events(struct builder *b)
{
	if (b->events.n > 1)
		qsort(b->events.at, b->events.n, sizeof(*b->events.at), by_first_day);
	for (size_t i = 0; i < b->events.n; i += EVENT_BLOCK)
		write_event_block(b, &b->events.at[i],
		    b->events.n - i < EVENT_BLOCK ? b->events.n - i : EVENT_BLOCK);
}

/* A row of the table of terms, before it is written. */
struct term_row {
	char letter;
	uint32_t form, field;
	struct str text;
};

static int
by_key(const void *pa, const void *pb)
{
	const struct term_row *a = pa, *b = pb;
	const int by = (a->letter > b->letter) - (a->letter < b->letter);
	const int text = by != 0 ? by : str_cmp(a->text, b->text);

	return text != 0 ? text : (a->form > b->form) - (a->form < b->form);
}

static void
write_term(struct builder *b, const struct term_row *t)
{
	struct arena scratch = ARENA_INIT;
	const struct form *f = &b->forms.at.at[t->form];
	struct buf key = buf_new(&scratch);
	struct str value = str_eq(f->text, f->stem) ? STR_NIL : f->text;

	buf_byte(&key, t->letter);
	buf_str(&key, t->text);
	if (t->letter != 's')
		value = lists_get(&b->lists, t->form, t->field);
	if (t->letter != 's' && value.n > LIST_MOST) {
		store_do(b->store, ASK_ADD_LONG, "ib", ++b->longs, value);
		store_do(b->store, ASK_ADD_TERM, "bii", buf_view(&key), (int64_t)t->form,
		    b->longs);
	} else {
		store_do(b->store, ASK_ADD_TERM, "bib", buf_view(&key), (int64_t)t->form,
		    value);
	}
	arena_free(&scratch);
}

static void
write_terms(struct builder *b)
{
	const size_t n = b->lists.at.n + b->forms.at.n;
	struct term_row *rows = arena_many(&b->a, struct term_row, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < b->lists.at.n; i++) {
		const struct list_made *m = &b->lists.at.at[i];

		rows[k++] = (struct term_row){ (char)('a' + (int)m->field), m->form,
			m->field, b->forms.at.at[m->form].text };
	}
	for (size_t i = 1; i < b->forms.at.n; i++)
		rows[k++] =
		    (struct term_row){ 's', (uint32_t)i, 0, b->forms.at.at[i].stem };
	if (k > 1)
		qsort(rows, k, sizeof(*rows), by_key);
	for (size_t i = 0; i < k; i++)
		write_term(b, &rows[i]);
}

static int
by_order(const void *pa, const void *pb, void *builder)
{
	const struct builder *b = builder;

	return book_newest_first(b->docs.at[*(const uint32_t *)pa].book,
	    b->docs.at[*(const uint32_t *)pb].book);
}

static void
write_docs(struct builder *b)
{
	const size_t n = b->docs.n;
	uint32_t *order = arena_many(&b->a, uint32_t, n + 1);
	struct doc_row *rows = arena_many(&b->a, struct doc_row, n + 1);

	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	if (n > 1)
		qsort_r(order, n, sizeof(*order), by_order, b);
	for (size_t i = 0; i < n; i++) {
		const struct sorted_doc *d = &b->docs.at[order[i]];
		const long day = d->book->day;

		rows[i] = (struct doc_row){ order[i],
			day == LONG_MIN ? UNDATED : (int32_t)day, d->length };
	}
	store_do(b->store, ASK_SET_META, "bb", STR("docs"),
	    (struct str){ (const char *)rows, n * sizeof(*rows) });
}

/* Of each form its stem's number, with the top bit for function words; then of each
   stem how many documents hold it. */
static void
write_stems(struct builder *b)
{
	const size_t n = b->forms.at.n;
	uint32_t *rows = arena_many(&b->a, uint32_t, 2 * n);

	for (size_t i = 0; i < n; i++) {
		rows[i] =
		    b->forms.at.at[i].lead | (b->forms.at.at[i].stop ? STEM_STOP : 0);
		rows[n + i] = i < b->holders.n ? b->holders.at[i] : 0;
	}
	store_do(b->store, ASK_SET_META, "bb", STR("stems"),
	    (struct str){ (const char *)rows, 2 * n * sizeof(*rows) });
}

void
store_set(struct store *s, const struct strs *languages, uint32_t slots)
{
	struct arena scratch = ARENA_INIT;
	struct buf out = buf_new(&scratch);

	for (size_t i = 0; i < languages->n; i++)
		put_text(&out, languages->at[i]);
	store_do(s, ASK_SET_META, "bb", STR("languages"), buf_view(&out));
	store_do(s, ASK_SET_META, "bi", STR("slots"), (int64_t)slots);
	arena_free(&scratch);
}

void
builder_end(struct builder *b)
{
	const struct {
		const char *key;
		int64_t value;
	} numbers[] = { { "format", STORE_FORMAT }, { "main_n", (int64_t)b->docs.n },
		{ "forms", (int64_t)b->forms.at.n } };

	write_terms(b);
	write_hashes(b, ASK_ADD_NAME, b->names.at, b->names.n);
	write_hashes(b, ASK_ADD_BACK, b->backs.at, b->backs.n);
	write_events(b);
	write_docs(b);
	write_stems(b);
	store_set(b->store, &b->languages, (uint32_t)b->docs.n);
	for (size_t i = 0; i < LEN(numbers); i++)
		store_do(b->store, ASK_SET_META, "bi", str_of(numbers[i].key),
		    numbers[i].value);
}
