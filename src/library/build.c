/* Rows that come in the order of documents are written at once, all others are sorted first. */
#include "library/build.h"

#include <limits.h>

#include "library/bytes.h"

/* Of lists in memory, before they are written. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { LISTS_BYTES = 2000 };
#else
enum { LISTS_BYTES = 2 << 20 };
#endif

void
book_hashes(const struct book *b, struct stemmer *en, uint64_t out[NAME_KEYS])
{
	struct arena scratch = ARENA_INIT;
	struct str keys[KEY_COUNT];

	book_keys(&scratch, en, b, keys);
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

		link_keys(&scratch, en, l, keys);
		for (size_t k = 0; k < KEY_COUNT; k++)
			put_number(out, keys[k].n == 0 ? 0 : hash_bytes(keys[k]));
		put_text(out, is_mail(l->url) ? l->url : l->title);
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
		store_do(s, ASK_ADD_LINK, "iiiiiiib", (int64_t)slot, n,
		    (int64_t)l.hash[KEY_ID], (int64_t)l.hash[KEY_URL],
		    (int64_t)l.hash[KEY_TITLE], (int64_t)l.hash[KEY_SLUG],
		    (int64_t)l.hash[KEY_CLOSE], l.title);
	arena_free(&scratch);
}

void
strs_add(struct arena *a, struct strs *set, struct str s)
{
	if (!strs_have(set, s))
		*vec_push(a, set) = str_dup(a, s);
}

void
builder_open(struct builder *b, struct store *s, const char *folder)
{
	*b = (struct builder){ .store = s };
	b->lists.a = &b->of_lists;
	b->lists.of_forms = &b->a;
	runs_open(&b->runs, folder);
	forms_open(&b->forms);
}

void
builder_close(struct builder *b)
{
	forms_close(&b->forms);
	runs_close(&b->runs);
	arena_free(&b->of_lists);
	arena_free(&b->a);
}

static struct buf
begin_key(struct arena *a, int kind)
{
	struct buf key = buf_new(a);

	buf_byte(&key, (char)kind);
	return key;
}

static void
put_hash(struct builder *b, struct arena *a, int kind, uint64_t hash, uint32_t slot)
{
	struct buf key = begin_key(a, kind);

	if (hash == 0)
		return;
	key_number(&key, (int64_t)hash);
	key_slot(&key, slot);
	runs_put(&b->runs, buf_view(&key), STR_NIL);
}

static void
put_hashes(struct builder *b, struct arena *a, const struct parcel *p, uint32_t slot)
{
	struct stemmer *en = forms_tongue(&b->forms, STR("en"))->stemmer;
	uint64_t names[NAME_KEYS];
	struct str rest = p->links;
	struct link_row l;

	book_hashes(p->book, en, names);
	for (size_t i = 0; i < NAME_KEYS; i++)
		put_hash(b, a, KIND_NAME, names[i], slot);
	while (links_take(&rest, &l))
		for (size_t k = 0; k < KEY_COUNT; k++)
			put_hash(b, a, KIND_BACK, l.hash[k], slot);
}

/* As book_newest_first() has it. */
static void
put_doc(struct builder *b, struct arena *a, const struct parcel *p, uint32_t slot,
    uint32_t length)
{
	const struct book *book = p->book;
	struct buf key = begin_key(a, KIND_DOC), value = buf_new(a);

	key_number(&key, ~(int64_t)book->day); /* later ones first */
	key_falling(&key, book->entry.published);
	key_rising(&key, book->entry.id);
	key_rising(&key, p->name);
	key_slot(&key, slot);
	put_signed(&value, book->day == LONG_MIN ? UNDATED : book->day);
	put_number(&value, length);
	runs_put(&b->runs, buf_view(&key), buf_view(&value));
	key = begin_key(a, KIND_ID);
	key_rising(&key, book->entry.id);
	key_slot(&key, slot);
	runs_put(&b->runs, buf_view(&key), STR_NIL);
}

static void
put_events(struct builder *b, struct arena *a, const struct card *c, uint32_t slot)
{
	for (size_t i = 0; i < c->events.n; i++) {
		struct buf key = begin_key(a, KIND_EVENT), value = buf_new(a);

		key_number(&key, c->events.at[i].from);
		key_slot(&key, slot);
		put_signed(&value, c->events.at[i].to);
		runs_put(&b->runs, buf_view(&key), buf_view(&value));
	}
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

void
builder_spill(struct builder *b)
{
	struct arena scratch = ARENA_INIT;
	struct lists *l = &b->lists;

	for (size_t i = 0; i < l->at.n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		const struct list_made *made = &l->at.at[i];
		const struct str list = lists_get(l, made->form, made->field);
		struct buf key = begin_key(&scratch, KIND_LIST + (int)made->field),
			   value = buf_new(&scratch);

		key_rising(&key, b->forms.at.at[made->form].text);
		key_slot(&key, made->form);
		put_number(&value, made->next);
		buf_str(&value, list);
		runs_put(&b->runs, buf_view(&key), buf_view(&value));
		arena_rewind(&scratch, m);
	}
	lists_empty(l);
	arena_free(&b->of_lists);
	arena_free(&scratch);
}

void
builder_add(struct builder *b, const struct parcel *p, struct card *c)
{
	struct arena scratch = ARENA_INIT;
	const uint32_t slot = b->n++;
	size_t held;
	struct buf card = buf_new(&scratch);

	strs_add(&b->a, &b->languages, p->language);
	store_add(b->store, p, slot);
	card_put(&card, c);
	store_do(b->store, ASK_ADD_WORDS, "ib", (int64_t)slot, buf_view(&card));
	put_hashes(b, &scratch, p, slot);
	put_doc(b, &scratch, p, slot, c->length);
	put_events(b, &scratch, c, slot);
	lists_add(&b->lists, c, slot);
	hold_all(b, slot, c);
	held = b->a.used + b->of_lists.used + b->runs.a.used;
	b->most = held > b->most ? held : b->most;
	if (b->of_lists.used > LISTS_BYTES)
		builder_spill(b);
	arena_free(&scratch);
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
