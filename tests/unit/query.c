/* Searching equals a naive scan: random small libraries, random queries, a matcher of its own. */
#include "check.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/edtf.h"
#include "library/state.h"
#include "library/story.h"
#include "open_library.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

static const char *const words[] = { "harbour", "harbours", "Light", "lighthouse",
	"storm", "Küste", "quay", "the", "2019", "India's" };
static const char *const names[] = { "Ada Brandt", "Bo Lind", "Storm Light" };
static const char *const queries[] = { "harbour", "light", "lig", "kust", "storm", "the",
	"India's", "brandt", "2019" };
static const char *const fields[] = { "", "title:", "who:", "tag:", "source:", "topic:" };

struct world {
	struct arena a;
	struct diags d;
	char folder[32];
	struct library *lib;
	struct stemmer *en;
	uint64_t seed;
};

static struct str
some_text(struct world *w, size_t n)
{
	struct buf b = buf_new(&w->a);

	for (size_t i = 0; i < n; i++)
		buf_printf(
		    &b, "%s%s", i == 0 ? "" : " ", words[dice(&w->seed, LEN(words))]);
	return buf_view(&b);
}

static struct brief *
some_brief(struct world *w)
{
	struct brief *b = arena_new(&w->a, struct brief);
	struct buf date = buf_new(&w->a);

	b->format = 1;
	b->title = some_text(w, 1 + dice(&w->seed, 3));
	b->body = some_text(w, 1 + dice(&w->seed, 12));
	b->source.name = some_text(w, 1);
	b->source.language = STR("en");
	buf_printf(&date, "2019-0%u", 1 + dice(&w->seed, 9));
	if (dice(&w->seed, 3) != 0)
		b->source.published = buf_view(&date);
	if (dice(&w->seed, 2) != 0)
		*vec_push(&w->a, &b->people) =
		    (struct name){ .name = str_of(names[dice(&w->seed, LEN(names))]) };
	if (dice(&w->seed, 2) != 0)
		*vec_push(&w->a, &b->tags) = some_text(w, 1);
	if (dice(&w->seed, 2) != 0)
		*vec_push(&w->a, &b->timeline) =
		    (struct event){ .date = buf_view(&date), .text = STR("x") };
	return b;
}

static void
world_open(struct world *w, uint64_t seed, size_t n)
{
	struct str id;

	*w = (struct world){ .folder = "/tmp/nutgraf-query-XXXXXX", .seed = seed };
	w->d.a = &w->a;
	w->en = stemmer_new(STR("en"));
	assert_non_null(mkdtemp(w->folder));
	assert_true(library_open_plain(w->folder, &w->lib, &w->d));
	for (size_t i = 0; i < n; i++)
		assert_true(
		    library_put(w->lib, some_brief(w), STR("test"), &w->a, &id, &w->d));
	library_close(w->lib);
	assert_true(library_open_plain(w->folder, &w->lib, &w->d));
}

static void
world_close(struct world *w)
{
	for (size_t i = 0; i < library_count(w->lib); i++)
		(void)unlink(library_at(w->lib, i)->path);
	(void)rmdir(w->folder);
	library_close(w->lib);
	stemmer_free(w->en);
	arena_free(&w->a);
}

/* The words of `want`, one after the other, somewhere in the text. */
static bool
text_holds(struct world *w, struct str text, struct str want, bool prefix)
{
	const struct tokens t = tokens_of(&w->a, text), q = tokens_of(&w->a, want);

	for (size_t at = 0; at + q.n <= t.n; at++) {
		size_t i = 0;

		for (; i < q.n; i++) {
			const struct str have = token_text(&t, at + i),
					 asked = token_text(&q, i);
			const bool last = prefix && i + 1 == q.n;

			if (last ? !str_starts(
				       utf8_fold(&w->a, have), utf8_fold(&w->a, asked))
				 : !str_eq(stem_of(w->en, &w->a, have),
				       stem_of(w->en, &w->a, asked)))
				break;
		}
		if (i == q.n)
			return true;
	}
	return false;
}

static bool
list_holds(struct world *w, const struct strs *l, struct str want, bool prefix)
{
	for (size_t i = 0; i < l->n; i++)
		if (text_holds(w, l->at[i], want, prefix))
			return true;
	return false;
}

static bool
field_holds(struct world *w, const struct brief *b, const char *field, struct str want,
    bool prefix)
{
	switch (field[0]) {
	case '\0':
		return text_holds(w, b->title, want, prefix) ||
		       text_holds(w, b->body, want, prefix) ||
		       text_holds(w, b->source.name, want, prefix) ||
		       list_holds(w, &b->tags, want, prefix);
	case 't':
		return field[1] == 'i'   ? text_holds(w, b->title, want, prefix)
		       : field[1] == 'a' ? list_holds(w, &b->tags, want, prefix)
					 : list_holds(w, &b->topics, want, prefix);
	case 'w':
		return b->people.n != 0 &&
		       text_holds(w, b->people.at[0].name, want, prefix);
	default:
		return text_holds(w, b->source.name, want, prefix);
	}
}

/* Writes one random part of a query and says for every brief whether it holds. */
static void
some_words(struct world *w, struct brief **all, size_t n, struct buf *text, bool *holds)
{
	const char *field = fields[dice(&w->seed, LEN(fields))];
	const bool prefix = dice(&w->seed, 3) == 0;
	struct buf want = buf_new(&w->a);

	buf_text(&want, queries[dice(&w->seed, LEN(queries))]);
	if (!prefix && dice(&w->seed, 3) == 0)
		buf_printf(&want, " %s", queries[dice(&w->seed, LEN(queries))]);
	buf_printf(text, prefix ? "%s" STR_FMT "*" : "%s\"" STR_FMT "\"", field,
	    STR_ARG(buf_view(&want)));
	for (size_t i = 0; i < n; i++)
		holds[i] = field_holds(w, all[i], field, buf_view(&want), prefix);
}

static bool
overlaps(struct str date, struct str from, struct str to)
{
	struct edtf d, f, t;

	return edtf_parse(date, &d) && edtf_parse(from, &f) && edtf_parse(to, &t) &&
	       d.from <= t.to && d.to >= f.from;
}

static void
some_dates(struct world *w, struct brief **all, size_t n, struct buf *text, bool *holds)
{
	const uint32_t a = 1 + dice(&w->seed, 9), b = a + dice(&w->seed, 10 - a);
	struct buf from = buf_new(&w->a), to = buf_new(&w->a);

	buf_printf(&from, "2019-0%u", a);
	buf_printf(&to, "2019-0%u-15", b);
	buf_printf(text, "event:" STR_FMT ".." STR_FMT, STR_ARG(buf_view(&from)),
	    STR_ARG(buf_view(&to)));
	for (size_t i = 0; i < n; i++)
		holds[i] =
		    all[i]->timeline.n != 0 &&
		    overlaps(all[i]->timeline.at[0].date, buf_view(&from), buf_view(&to));
}

static void some_query(struct world *w, struct brief **all, size_t n, int depth,
    struct buf *text, bool *holds);

static void
some_pair(struct world *w, struct brief **all, size_t n, int depth, struct buf *text,
    bool *holds)
{
	bool *right = arena_many(&w->a, bool, n);
	const bool either = dice(&w->seed, 2) != 0;

	buf_text(text, "(");
	some_query(w, all, n, depth - 1, text, holds);
	buf_text(text, either ? " or " : " ");
	some_query(w, all, n, depth - 1, text, right);
	buf_text(text, ")");
	for (size_t i = 0; i < n; i++)
		holds[i] = either ? holds[i] || right[i] : holds[i] && right[i];
}

static void
some_query(struct world *w, struct brief **all, size_t n, int depth, struct buf *text,
    bool *holds)
{
	const bool minus = dice(&w->seed, 4) == 0;

	if (minus)
		buf_text(text, "-");
	if (depth > 0 && dice(&w->seed, 2) != 0)
		some_pair(w, all, n, depth, text, holds);
	else if (dice(&w->seed, 5) == 0)
		some_dates(w, all, n, text, holds);
	else
		some_words(w, all, n, text, holds);
	for (size_t i = 0; i < n; i++)
		holds[i] ^= minus;
}

static void
ask_once(struct world *w, struct brief **all, size_t n)
{
	const struct library_asking how = { .lines = 3 };
	struct buf text = buf_new(&w->a);
	bool *holds = arena_many(&w->a, bool, n);
	struct query q;
	struct query_error e;
	struct hits hits;
	size_t fit = 0;

	some_query(w, all, n, 3, &text, holds);
	assert_true(query_parse(&w->a, buf_view(&text), false, &q, &e));
	hits = library_ask(w->lib, &q, &how, &w->a);
	for (size_t i = 0; i < n; i++)
		fit += holds[i];
	if (hits.n != fit)
		print_error(STR_FMT "\n", STR_ARG(buf_view(&text)));
	assert_int_equal(hits.n, fit);
	for (size_t i = 0; i < hits.n; i++) {
		assert_true(holds[hits.at[i].index]);
		assert_true(i == 0 || hits.at[i].score <= hits.at[i - 1].score);
		holds[hits.at[i].index] = false; /* each once */
	}
}

static void
search_equals_a_naive_scan(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 12; seed++) {
		struct world w;
		struct brief *all[24];
		size_t n;

		world_open(&w, seed, 6 + dice(&seed, 18));
		n = library_count(w.lib);
		for (size_t i = 0; i < n; i++)
			all[i] = library_brief(w.lib, i, &w.a, &w.d);
		for (int i = 0; i < 80; i++)
			ask_once(&w, all, n);
		assert_int_equal(w.d.n, 0);
		world_close(&w);
	}
}

static struct query
parse(struct world *w, struct str text)
{
	struct query q;
	struct query_error e;

	assert_true(query_parse(&w->a, text, dice(&w->seed, 2) != 0, &q, &e));
	return q;
}

static struct str
any_query(struct world *w)
{
	struct buf text = buf_new(&w->a);
	bool holds[1];

	if (dice(&w->seed, 8) == 0)
		return dice(&w->seed, 2) != 0 ? STR("wanted:") : STR("wanted:harb*");
	if (dice(&w->seed, 8) == 0)
		return STR("before:2019-06");
	some_query(w, NULL, 0, 3, &text, holds);
	return buf_view(&text);
}

static void
same_hits(struct world *w, struct library *scan, struct library *index)
{
	const struct library_asking how = { .lines = 2,
		.newest = dice(&w->seed, 2) != 0 };
	const struct str text = any_query(w);
	const struct query q = parse(w, text);
	const struct hits want = library_ask(scan, &q, &how, &w->a),
			  have = library_ask(index, &q, &how, &w->a);

	if (have.n != want.n)
		print_error(STR_FMT "\n", STR_ARG(text));
	assert_int_equal(have.n, want.n);
	for (size_t i = 0; i < want.n; i++) {
		assert_int_equal(have.at[i].index, want.at[i].index);
		assert_true(have.at[i].score - want.at[i].score < 1e-9);
		assert_true(want.at[i].score - have.at[i].score < 1e-9);
		assert_str(have.at[i].line, want.at[i].line);
		assert_int_equal(have.at[i].marks.n, want.at[i].marks.n);
	}
}

static void
same_related(struct world *w, struct library *scan, struct library *index)
{
	const size_t at = dice(&w->seed, (uint32_t)library_count(scan));
	struct diags unheard = { .a = &w->a };
	const struct brief *b = library_brief(scan, at, &w->a, &unheard);
	const struct neighbours want = library_related(scan, at, b, 5, &w->a),
				have = library_related(index, at, b, 5, &w->a);

	assert_int_equal(have.n, want.n);
	for (size_t i = 0; i < want.n; i++) {
		const struct neighbour *h = &have.at[i], *k = &want.at[i];

		assert_int_equal(h->kind, k->kind);
		assert_str(h->id, k->id);
		assert_str(h->title, k->title);
		assert_str(h->why, k->why);
		assert_str(h->same_as, k->same_as);
		assert_true(h->score - k->score < 1e-5 && k->score - h->score < 1e-5);
	}
}

static void
same_list(struct world *w, struct library *scan, struct library *index)
{
	assert_int_equal(library_count(index), library_count(scan));
	for (size_t i = 0; i < library_count(scan); i++) {
		const struct entry *want = library_at(scan, i),
				   *have = library_at(index, i);

		assert_str(have->id, want->id);
		assert_str(have->title, want->title);
		assert_str(have->published, want->published);
		assert_str(str_of(have->path), str_of(want->path));
		assert_int_equal(have->tags.n, want->tags.n);
		assert_int_equal(library_id(index, want->id), library_id(scan, want->id));
	}
	for (int i = 0; i < 12; i++)
		same_hits(w, scan, index);
	for (int i = 0; i < 4 && library_count(scan) != 0; i++)
		same_related(w, scan, index);
}

static const char *
some_path(struct world *w, struct str *bytes)
{
	const size_t n = library_count(w->lib);
	const char *path = library_at(w->lib, dice(&w->seed, (uint32_t)n))->path;

	assert_true(file_read(&w->a, path, 1 << 20, bytes, &w->d));
	return path;
}

/* Of a brief that is there, or was never. */
static struct str
some_title(struct world *w)
{
	const size_t n = library_count(w->lib);

	if (n == 0 || dice(&w->seed, 2) == 0)
		return some_text(w, 2);
	return str_dup(&w->a, library_at(w->lib, dice(&w->seed, (uint32_t)n))->title);
}

/* One change that somebody made to the folder; the one file that it touched, or NULL. */
static const char *
some_edit(struct world *w)
{
	struct buf name = buf_new(&w->a), bytes = buf_new(&w->a);
	struct str old, id;
	const char *path = library_count(w->lib) == 0 ? NULL : some_path(w, &old);
	struct brief *b = some_brief(w);

	buf_printf(&name, "%s/other-%u.yaml", w->folder, dice(&w->seed, 1000));
	buf_byte(&name, '\0');
	if (dice(&w->seed, 3) == 0)
		*vec_push(&w->a, &b->related) = (struct link){ .title = some_title(w) };
	brief_write(b, &bytes);
	switch (path == NULL ? 0 : dice(&w->seed, 7)) {
	case 0:
	case 1:
		assert_true(library_put(w->lib, b, STR("test"), &w->a, &id, &w->d));
		return str_nul(
		    &w->a, str_of(library_at(w->lib, library_count(w->lib) - 1)->path));
	case 2:
		assert_int_equal(unlink(path), 0);
		break;
	case 3:
		assert_int_equal(rename(path, name.p), 0);
		return NULL;
	case 4: /* another brief in its place, mostly with another id */
		b->id = dice(&w->seed, 2) != 0 ? STR("an-id") : STR_NIL;
		assert_true(file_write(path, buf_view(&bytes), &w->d));
		break;
	case 5: /* two with one id, or a copy */
		assert_true(file_write(name.p, old, &w->d));
		return name.p;
	default: /* no brief at all */
		assert_true(file_write(path, STR("title: [\n"), &w->d));
		break;
	}
	return path == NULL ? NULL : str_nul(&w->a, str_of(path));
}

static void
empty_folder(const char *folder)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct strs names;

	assert_true(folder_list(&a, folder, STR(""), &names, &d));
	for (size_t i = 0; i < names.n; i++)
		(void)unlink(path_join(&a, folder, names.at[i]));
	(void)rmdir(folder);
	arena_free(&a);
}

/* After any edits an index says what a full scan says, kept up or opened again. */
static void
an_index_says_what_a_full_scan_says(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 4; seed++) {
		char cache[] = "/tmp/nutgraf-cache-XXXXXX";
		struct library_options o = { .cache = cache, .least = 1 };
		struct library *index = NULL;
		struct world w;

		assert_non_null(mkdtemp(cache));
		world_open(&w, seed, 10);
		for (int round = 0; round < 14; round++) {
			const char *edited = NULL;
			int edits = 0;

			for (uint32_t n = dice(&w.seed, 4); n > 0; n--) {
				library_close(w.lib);
				assert_true(library_open_plain(w.folder, &w.lib, &w.d));
				edited = some_edit(&w);
				edits++;
			}
			library_close(w.lib);
			assert_true(library_open_plain(w.folder, &w.lib, &w.d));
			if (index != NULL && edits == 1 && edited != NULL) {
				(void)library_notice(index, edited, &w.d);
			} else if (index != NULL && dice(&w.seed, 2) != 0) {
				(void)library_refresh(index, &w.d);
			} else {
				library_close(index);
				assert_true(library_open(w.folder, &o, &index, &w.d));
			}
			same_list(&w, w.lib, index);
			assert_true(library_verify(index, &w.d));
			for (size_t i = 0; i < w.d.n; i++)
				assert_true(w.d.at[i].id != SAY_INDEX &&
					    w.d.at[i].id != SAY_INDEX_LASTS);
		}
		library_close(index);
		empty_folder(cache);
		empty_folder(w.folder);
		world_close(&w);
	}
}

/* Whatever happens to the file of the index, the answers stay the same. */
static void
a_damaged_index_is_made_anew(void **state)
{
	char cache[] = "/tmp/nutgraf-cache-XXXXXX";
	struct library_options o = { .cache = cache, .least = 1 };
	struct library *index;
	struct world w;
	struct str whole;
	const char *path;

	(void)state;
	assert_non_null(mkdtemp(cache));
	world_open(&w, 5, 12);
	assert_true(library_open(w.folder, &o, &index, &w.d));
	path = str_nul(&w.a, str_of(library_index(index).path));
	library_close(index);
	assert_true(file_read(&w.a, path, 1 << 24, &whole, &w.d));
	for (int i = 0; i < 40; i++) {
		char *bytes = arena_many(&w.a, char, whole.n);
		size_t n = whole.n;

		memcpy(bytes, whole.p, n);
		if (i % 4 == 0)
			n = dice(&w.seed, (uint32_t)n);
		else
			bytes[dice(&w.seed, (uint32_t)n)] ^=
			    (char)(1 << dice(&w.seed, 8));
		assert_true(file_write(path, (struct str){ bytes, n }, &w.d));
		assert_true(library_open(w.folder, &o, &index, &w.d));
		same_list(&w, w.lib, index);
		library_close(index);
	}
	empty_folder(cache);
	world_close(&w);
}

/* A brief with words that no other one has; its file. */
static const char *
put_strange(struct world *w, unsigned number)
{
	struct buf name = buf_new(&w->a), text = buf_new(&w->a);
	const char *path;

	buf_printf(&name, "strange-%u.yaml", number);
	buf_printf(&text, "format: 1\ntitle: Harbour w%u\nbody: |\n  Light", number);
	for (unsigned i = 0; i < 40; i++)
		buf_printf(&text, " w%u", number * 40 + i);
	buf_byte(&text, '\n');
	path = path_join(&w->a, w->folder, buf_view(&name));
	assert_true(file_write(path, buf_view(&text), &w->d));
	return path;
}

/* One question of each kind, about some brief; the briefs have words that no other has. */
static void
ask_all(struct world *w, struct library *index)
{
	struct arena a = ARENA_INIT;
	const struct library_asking brief = { .lines = 2, .brief = true };
	const size_t n = library_count(index), at = dice(&w->seed, (uint32_t)n);
	struct buf text = buf_new(&a);
	struct query q;
	struct query_error e;
	struct hits all, some;

	buf_printf(&text, "w%u or harbour", dice(&w->seed, 4000));
	assert_true(query_parse(&a, buf_view(&text), true, &q, &e));
	all = library_ask(index, &q, &(struct library_asking){ .lines = 9 }, &a);
	some = library_ask(index, &q, &brief, &a);
	assert_int_equal(some.n + some.rest_n, all.n);
	for (size_t i = 0; i < all.n; i++)
		assert_int_equal(all.at[i].index,
		    i < some.n ? some.at[i].index : some.rest[i - some.n]);
	(void)library_story(index, at, &a, &w->d);
	(void)library_find(index, &a, buf_view(&text), &(struct found_list){ 0 });
	for (size_t i = 0; i < n; i++)
		assert_true(library_at(index, i)->id.n != 0);
	arena_free(&a);
}

/* However many questions are asked, and files change: after many not much more is held
   than after a few, which have not met all words yet. */
static void
what_is_held_does_not_grow(void **state)
{
	enum { FEW = 4, MANY = 600 };
	char cache[] = "/tmp/nutgraf-cache-XXXXXX";
	struct library_options o = { .cache = cache, .least = 1 };
	struct library *index;
	struct world w;
	uint64_t most = 0;

	(void)state;
	assert_non_null(mkdtemp(cache));
	world_open(&w, 6, 5);
	for (unsigned i = 0; i < 100; i++)
		(void)put_strange(&w, i);
	assert_true(library_open(w.folder, &o, &index, &w.d));
	for (unsigned i = 0; i < MANY; i++) {
		uint64_t held;

		ask_all(&w, index);
		if (i % 50 == 0)
			(void)library_notice(index, put_strange(&w, i % 100), &w.d);
		held = library_index(index).held;
		most = i < FEW && held > most ? held : most;
		assert_true(held < 2 * most);
	}
	library_close(index);
	empty_folder(cache);
	empty_folder(w.folder);
	world_close(&w);
}

/* So much changed that an index has to be made anew: till then it is as it was. */
static void
stale_is_made_beside(struct world *w, struct library_options *o)
{
	struct library *index;
	size_t done, all, n;

	o->unchecked = false;
	assert_true(library_open(w->folder, o, &index, &w->d));
	library_close(index);
	for (unsigned i = 0; i < 20; i++)
		(void)put_strange(w, i);
	o->unchecked = true;
	assert_true(library_open(w->folder, o, &index, &w->d));
	assert_false(library_glanced(index) || library_stale(index));
	n = library_count(index);
	assert_false(library_refresh(index, &w->d));
	assert_true(library_stale(index));
	assert_int_equal(library_count(index), n);
	assert_int_equal(library_typed(index, STR("strange"), 9, &w->a).n, 0);
	assert_true(library_make(index));
	while (library_making(index, &done, &all))
		(void)sched_yield();
	assert_true(library_refresh(index, &w->d));
	assert_false(library_stale(index));
	library_close(w->lib);
	assert_true(library_open_plain(w->folder, &w->lib, &w->d));
	assert_int_equal(library_count(w->lib), n + 20);
	same_list(w, w->lib, index);
	library_close(index);
}

/* A folder that is not there has no files; when it is back it has them again. */
static void
folder_is_gone(struct world *w, struct library *index)
{
	char away[sizeof(w->folder) + 2];
	const size_t n = library_count(index);

	(void)snprintf(away, sizeof(away), "%s.x", w->folder);
	assert_int_equal(rename(w->folder, away), 0);
	assert_true(library_refresh(index, &w->d));
	assert_int_equal(library_count(index), 0);
	assert_int_equal(rename(away, w->folder), 0);
	assert_true(library_refresh(index, &w->d));
	assert_int_equal(library_count(index), n);
}

/* While another program makes an index in this cache nothing is made beside it. */
static void
made_in_turn(struct library *index, const char *cache)
{
	const int lock = open(cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	size_t done, all;

	assert_int_equal(flock(lock, LOCK_EX), 0);
	assert_true(library_make(index));
	for (int i = 0; i < 1000; i++) {
		assert_true(library_making(index, &done, &all));
		assert_int_equal(all, 0);
		(void)sched_yield();
	}
	assert_int_equal(flock(lock, LOCK_UN), 0);
	(void)close(lock);
}

/* By the beginning of its name, if no other begins so. */
static void
found_at_a_glance(struct world *w, const struct library *index)
{
	struct found_list found;

	for (size_t i = 0; i < library_count(index); i++) {
		const struct str id = str_dup(&w->a, library_at(index, i)->id);

		assert_int_equal(library_find(index, &w->a, id, &found), FOUND_ONE);
		assert_int_equal(found.at[0], i);
		if (library_find(index, &w->a, str_cut(id, 0, id.n - 1), &found) ==
		    FOUND_ONE)
			assert_true(str_starts(library_at(index, found.at[0])->id,
			    str_cut(id, 0, id.n - 1)));
	}
	assert_int_equal(library_find(index, &w->a, STR("no such"), &found), FOUND_NONE);
}

/* Without an index a large library is its files by name, until one was made beside. */
static void
a_glance_does_not_wait(void **state)
{
	char cache[] = "/tmp/nutgraf-cache-XXXXXX";
	struct library_options o = {
		.cache = cache, .least = 1, .unchecked = true, .glance = true
	};
	struct library *index, *other;
	struct world w;
	size_t done, all, n;

	(void)state;
	assert_non_null(mkdtemp(cache));
	world_open(&w, 7, 40);
	n = library_count(w.lib);
	assert_true(library_open(w.folder, &o, &index, &w.d));
	assert_true(library_glanced(index));
	assert_int_equal(library_count(index), n);
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = library_at(w.lib, i);
		const size_t at = library_id(index, e->id);

		assert_true(at < n);
		assert_str(library_at(index, at)->title, e->title);
		assert_str(str_of(library_at(index, at)->path), str_of(e->path));
	}
	assert_int_equal(library_id(index, STR("no such id")), SIZE_MAX);
	found_at_a_glance(&w, index);
	assert_int_equal(library_typed(index, STR("the"), 9, &w.a).n, 0);
	assert_int_equal(library_related(index, 0, NULL, 9, &w.a).n, 0);
	made_in_turn(index, cache);
	assert_false(library_make(index));
	assert_false(library_refresh(index, &w.d));
	assert_true(library_open(w.folder,
	    &(struct library_options){ .cache = cache, .least = 1 }, &other, &w.d));
	assert_non_null(library_index(other).path); /* one waits for the other */
	library_close(other);
	while (library_making(index, &done, &all))
		(void)sched_yield();
	assert_true(library_refresh(index, &w.d));
	assert_false(library_glanced(index));
	assert_true(library_index(index).made);
	same_list(&w, w.lib, index);
	library_close(index);
	empty_folder(cache);
	assert_non_null(
	    mkdtemp(memcpy(cache, "/tmp/nutgraf-cache-XXXXXX", sizeof(cache))));
	assert_true(library_open(w.folder, &o, &index, &w.d));
	assert_true(library_make(index)); /* given up at once */
	library_make_stop(index);
	folder_is_gone(&w, index);
	library_close(index);
	stale_is_made_beside(&w, &o);
	empty_folder(cache);
	empty_folder(w.folder);
	world_close(&w);
}

static size_t
said(const struct diags *d, enum message id)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += d->at[i].id == id;
	return n;
}

static void
count_files(void *most, size_t done, size_t all)
{
	(void)all;
	*(size_t *)most += done == 0; /* the first word of a pass over all files */
}

/* Where an index has no room that is found out once and said once, by whoever makes it. */
static void
no_room_is_found_out_once(void **state)
{
	char cache[] = "/tmp/nutgraf-cache-XXXXXX";
	size_t passes = 0, done, all;
	struct library_options o = { .cache = cache,
		.least = 1,
		.unchecked = true,
		.glance = true,
		.progress = count_files,
		.ctx = &passes };
	const struct rlimit tight = { 4096, RLIM_INFINITY };
	struct library *index;
	struct rlimit wide;
	struct world w;

	(void)state;
	assert_non_null(mkdtemp(cache));
	world_open(&w, 8, 40);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &wide), 0);
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	assert_true(library_open(w.folder, &o, &index, &w.d));
	assert_true(library_make(index));
	while (library_making(index, &done, &all))
		(void)sched_yield();
	assert_int_equal(said(&w.d, SAY_INDEX_LASTS), 0);
	assert_true(library_refresh(index, &w.d));
	assert_int_equal(passes, 1);
	for (unsigned i = 0; i < 20; i++)
		(void)put_strange(&w, i);
	assert_true(library_refresh(index, &w.d));
	assert_int_equal(passes, 2);
	assert_int_equal(said(&w.d, SAY_INDEX_LASTS), 1);
	assert_true(library_index(index).made && library_index(index).path == NULL);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &wide), 0);
	(void)signal(SIGXFSZ, SIG_DFL);
	library_close(w.lib);
	assert_true(library_open_plain(w.folder, &w.lib, &w.d));
	same_list(&w, w.lib, index);
	library_close(index);
	empty_folder(cache);
	empty_folder(w.folder);
	world_close(&w);
}

/* A faulty query says where; while it is being typed most of them are still good. */
static void
faults_stand_at_their_column(void **state)
{
	static const struct {
		const char *text;
		size_t at;
		bool typing_too;
	} rows[] = {
		{ "\"ada", 0, false },
		{ "(ada", 0, false },
		{ "ada)", 3, true },
		{ "ada event:soon", 10, true },
		{ "ada colour:red", 4, true },
		{ "ada or", 4, false },
		{ "or ada", 0, true },
		{ "is:blue", 3, true },
		{ "event:2019..x", 12, true },
		{ "-", 0, false },
	};
	struct arena a = ARENA_INIT;
	struct query q;
	struct query_error e;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_false(query_parse(&a, str_of(rows[i].text), false, &q, &e));
		assert_int_equal(e.at, rows[i].at);
		assert_int_equal(query_parse(&a, str_of(rows[i].text), true, &q, &e),
		    !rows[i].typing_too);
	}
	arena_free(&a);
}

static void
marks_are_those_of_the_state(void **state)
{
	struct world w;
	struct map marks;
	struct library_asking how = { .marks = &marks };
	struct query q;
	struct query_error e;

	(void)state;
	world_open(&w, 3, 9);
	marks = map_new(&w.a);
	*map_at(&marks, library_at(w.lib, 4)->id) = MARK_STAR;
	assert_true(query_parse(&w.a, STR("is:starred is:unread"), false, &q, &e));
	assert_int_equal(library_ask(w.lib, &q, &how, &w.a).n, 1);
	assert_int_equal(library_ask(w.lib, &q, &how, &w.a).at[0].index, 4);
	assert_true(query_parse(&w.a, STR("is:read"), false, &q, &e));
	assert_int_equal(library_ask(w.lib, &q, &how, &w.a).n, 0);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(search_equals_a_naive_scan),
		cmocka_unit_test(an_index_says_what_a_full_scan_says),
		cmocka_unit_test(a_damaged_index_is_made_anew),
		cmocka_unit_test(a_glance_does_not_wait),
		cmocka_unit_test(no_room_is_found_out_once),
		cmocka_unit_test(what_is_held_does_not_grow),
		cmocka_unit_test(faults_stand_at_their_column),
		cmocka_unit_test(marks_are_those_of_the_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
