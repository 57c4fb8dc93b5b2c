/* What a mistyped word may have meant: of the words that begin like it the nearest, of equals the
   one told most. */
#include "base/edits.h"
#include "library/held.h"
#include "library/leaf.h"
#include "text/utf8.h"

enum { WORD_LEAST = 4, LONG_FROM = 8, MANY = 1 << 30 }; /* MANY: bytes of any long list */

struct meaning {
	struct arena *a;
	struct str typed, best;
	int distance; /* of the best; more than may be: none yet */
	size_t weight;
};

static void
consider(struct meaning *m, struct str word, size_t weight)
{
	int d;

	if (weight == 0 || word.n == 0 || word.p[0] != m->typed.p[0])
		return;
	d = edits_between(m->typed, word);
	if (d == 0 || d > m->distance || (d == m->distance && weight <= m->weight))
		return;
	m->best = str_dup(m->a, word);
	m->distance = d;
	m->weight = weight;
}

static void
of_store(struct meaning *m, struct store *s, enum query_field field)
{
	char from[2] = { (char)('a' + (int)field), m->typed.p[0] };
	char to[2] = { from[0], from[1] };
	sqlite3_stmt *row;

	to[1]++; /* folded UTF-8 has no byte 0xff */
	row = store_ask(
	    s, ASK_TERM_LISTS, "bb", (struct str){ from, 2 }, (struct str){ to, 2 });
	while (store_next(s, row)) {
		const struct str key = store_blob(row, 0);
		const bool elsewhere =
		    sqlite3_column_type(row, 1) == SQLITE_INTEGER; /* it is long */

		consider(
		    m, str_cut(key, 1, key.n), elsewhere ? MANY : store_blob(row, 1).n);
	}
}

static void
of_pile(struct meaning *m, struct pile *p, enum query_field field)
{
	for (uint32_t i = 1; i < p->forms.at.n; i++)
		consider(m, p->forms.at.at[i].text, lists_get(&p->lists, i, field).n);
}

static struct str
nearest(struct library *lib, struct str word, enum query_field field, struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	const struct leaves l = leaves_of(lib, &scratch);
	struct meaning m = { .a = a, .typed = utf8_fold(&scratch, word) };

	m.distance = m.typed.n < LONG_FROM ? 1 : 2;
	if (m.typed.n >= WORD_LEAST) {
		store_begin(l.store);
		of_pile(&m, l.pile, field);
		if (l.store != NULL)
			of_store(&m, l.store, field);
		store_end(l.store);
	}
	arena_free(&scratch);
	return m.best;
}

static bool
is_told(struct library *lib, struct str word, enum query_field field, struct arena *a)
{
	struct query q = { .root = 0 };
	struct query_node *n = vec_push(a, &q.nodes);
	const struct library_asking how = { .most = 1, .brief = true };

	*n = (struct query_node){ .kind = QUERY_WORDS, .field = field };
	*vec_push(a, &n->words) = word;
	return library_ask(lib, &q, &how, a).n != 0;
}

struct str
library_meant(
    struct library *lib, const struct query *q, struct arena *a, struct str *typed)
{
	for (size_t i = 0; i < q->nodes.n && !library_glanced(lib); i++) {
		const struct query_node *n = &q->nodes.at[i];

		for (size_t k = 0; n->kind == QUERY_WORDS && k < n->words.n; k++) {
			struct str best;

			*typed = n->words.at[k];
			if (n->prefix || is_told(lib, *typed, n->field, a))
				continue;
			best = nearest(lib, *typed, n->field, a);
			if (best.n != 0 && !held_mend(lib))
				return best;
		}
	}
	return STR_NIL;
}
