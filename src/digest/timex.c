/*
 * The walk over the tokens: at each one the rows whose first element fits are tried,
 * the longest match whose resolver agrees becomes an expression, and what it says is
 * remembered for those after it.
 */
#include <string.h>

#include "base/vec.h"
#include "timex_east.h"
#include "timex_resolve.h"

const char *const timex_type_names[] = { "DATE", "TIME", "DURATION", "SET" };

/* An attempt of one row at one place. */
struct attempt {
	const struct finder *f;
	const struct timex_rule *rule;
	struct match *m;
};

static bool
token_fits(const struct finder *f, const struct element *e, size_t i, size_t start)
{
	const struct seen *w = seen_at(f, i);

	if ((w->classes & e->mask) == 0 || (e->want != ANY && w->value != e->want) ||
	    (e->unit != UNIT_NONE && w->unit != e->unit))
		return false;
	if (i > start && (f->t->at[i].flags & TOKEN_BREAK) != 0)
		return false;
	if ((e->flags & ELEMENT_ABBR) != 0 &&
	    (i == start || seen_at(f, i - 1)->unit != UNIT_ABBR))
		return false;
	return (e->flags & ELEMENT_GLUED) == 0 || timex_glued(f, i);
}

/* How many tokens the element takes at `i`, whose token fits; 0: none. */
static size_t
element_takes(const struct attempt *t, const struct element *e, size_t i)
{
	const struct finder *f = t->f;
	int class;

	if (i > t->m->from && (e->flags & ELEMENT_AFTER) == 0 &&
	    seen_at(f, i - 1)->owner != ((e->flags & ELEMENT_OWNED) != 0))
		return 0;
	if (e->kind == ELEMENT_PHRASE)
		return e->phrase(f, i, t->m);
	class = __builtin_ctzll(e->mask & seen_at(f, i)->classes);
	t->m->slot[class] = (uint8_t)(i - t->m->start + 1);
	return 1;
}

static bool row_matches(const struct attempt *t, size_t k, size_t i, bool had_previous);

/* Matches from element `k` on with the token `i` for it, which fits. */
static bool
rest_matches(const struct attempt *t, size_t k, size_t i)
{
	const struct element *e = &t->rule->row[k];
	const struct match before = *t->m;
	size_t n;

	if ((e->flags & ELEMENT_AFTER) != 0 && t->m->to == 0)
		t->m->to = i;
	n = element_takes(t, e, i);
	if (n != 0 && row_matches(t, k + 1, i + n, true))
		return true;
	*t->m = before;
	return false;
}

/* Matches the row from element `k` on; depth is bounded by ELEMENTS_MOST. */
static bool
row_matches(const struct attempt *t, size_t k, size_t i, bool had_previous)
{
	for (;; k++) {
		const struct element *e = &t->rule->row[k];

		++*t->f->steps;
		if (k == ELEMENTS_MOST || e->kind == ELEMENT_END) {
			t->m->end = i;
			if (t->m->to == 0)
				t->m->to = i;
			return t->m->to > t->m->from;
		}
		if (((e->flags & ELEMENT_WITH) == 0 || had_previous) && i < t->f->t->n &&
		    token_fits(t->f, e, i, t->m->from) && rest_matches(t, k, i))
			return true;
		if ((e->flags & ELEMENT_OPTIONAL) == 0)
			return false;
		had_previous = (e->flags & ELEMENT_ABBR) != 0 && had_previous;
	}
}

static bool
rule_at(const struct finder *f, size_t rule, size_t i, struct match *m)
{
	const struct attempt t = { f, &f->language->rules[rule], m };

	memset(m, 0, sizeof(*m));
	m->from = m->start = i;
	m->zone = ZONE_NONE;
	m->arg = t.rule->arg;
	if (!row_matches(&t, 0, i, false))
		return false;
	while (m->to > m->from + 1 && is(f, m->to - 1, COMMA))
		m->to--;
	return true;
}

/* Classes that stand inside of phrases, after their first token. */
static const uint64_t inner = BIT(NUMBER) | BIT(A) | BIT(VAGUE) | BIT(HALF) | BIT(WHOLE) |
			      BIT(MORE) | BIT(OF) | BIT(JOIN) | BIT(HYPHEN) | BIT(SLASH) |
			      BIT(THAN) | BIT(APPROX) | BIT(EDGE) | BIT(COLON) |
			      BIT(AMPM) | BIT(ZONE) | BIT(MARK) | BIT(YEAR) | BIT(THE);

/* A set of rows. */
struct rows {
	uint64_t bits[RULES_MOST / 64];
};

/* The rows worth trying, by the classes of a token and of the one after it. */
struct index {
	struct rows first[TIMEX_CLASSES]; /* may begin with it */
	struct rows next[TIMEX_CLASSES];  /* may go on with it */
	struct rows whole[TIMEX_CLASSES]; /* may be no more than it */
	struct rows
	    phrase; /* begin with a phrase: may go on with what is inside of one */
};

static void
rows_add(struct rows *sets, uint64_t classes, size_t rule)
{
	for (; classes != 0; classes &= classes - 1)
		sets[__builtin_ctzll(classes)].bits[rule / 64] |= UINT64_C(1)
								  << rule % 64;
}

/* What may come after the token that element `k` begins with, but for what is inside a phrase. */
static uint64_t
classes_after(const struct element *row, size_t k)
{
	const bool phrase = row[k].phrase != NULL; /* may hold more, or be all of it */
	uint64_t classes = 0;

	for (k++; k < ELEMENTS_MOST && row[k].kind != ELEMENT_END; k++) {
		classes |= row[k].mask;
		if (!phrase && (row[k].flags & ELEMENT_OPTIONAL) == 0)
			break;
	}
	return classes;
}

static void
index_row(struct index *x, const struct timex_rule *r, size_t rule)
{
	bool first = true, phrase = false;
	size_t needed = 0;
	uint64_t next = 0;

	for (size_t k = 0; k < ELEMENTS_MOST && r->row[k].kind != ELEMENT_END; k++)
		needed += (r->row[k].flags & ELEMENT_OPTIONAL) == 0;
	for (size_t k = 0; first && k < ELEMENTS_MOST && r->row[k].kind != ELEMENT_END;
	     k++) {
		const struct element *e = &r->row[k];
		const bool optional = (e->flags & ELEMENT_OPTIONAL) != 0;

		if ((e->flags & ELEMENT_WITH) == 0) {
			rows_add(x->first, e->mask, rule);
			next |= classes_after(r->row, k);
			phrase |= e->phrase != NULL;
			if (needed == !optional)
				rows_add(x->whole, e->mask, rule);
		}
		first = optional;
	}
	if (phrase) { /* most rows */
		x->phrase.bits[rule / 64] |= UINT64_C(1) << rule % 64;
		next &= ~inner;
	}
	rows_add(x->next, next, rule);
}

static struct rows
rows_of(const struct rows *sets, uint64_t classes)
{
	struct rows out = { { 0 } };

	for (; classes != 0; classes &= classes - 1)
		for (size_t k = 0; k < LEN(out.bits); k++)
			out.bits[k] |= sets[__builtin_ctzll(classes)].bits[k];
	return out;
}

static bool
rows_any(const struct rows *r)
{
	uint64_t any = 0;

	for (size_t k = 0; k < LEN(r->bits); k++)
		any |= r->bits[k];
	return any != 0;
}

/* Money and versions are no dates: $1999, 3.2000, #28. */
static bool
may_start(const struct finder *f, size_t i)
{
	const struct token *t = &f->t->at[i];
	char before;

	if (t->at == 0 || (t->flags & TOKEN_SPACE) != 0)
		return true;
	before = f->t->text.p[t->at - 1];
	return before != '$' && before != '#' && before != '.' && before != '/' &&
	       before != '\xa3' && before != '\xac' && before != '@' && before != '&';
}

static void
remember(struct finder *f, const struct match *m, const struct when *w, bool compared)
{
	if ((w->type != TIMEX_DATE && w->type != TIMEX_TIME) || w->grain == GRAIN_REF ||
	    w->grain == GRAIN_DURATION || (w->unknown && f->has_doc) ||
	    (w->unknown && w->grain < GRAIN_DAY && f->last.year_stated))
		return;
	f->told = *w;
	timex_tell(f, m, w);
	if (compared || (f->t->at[m->from].flags & TOKEN_CODE) != 0)
		return; /* nothing counts from a cell of a table */
	f->last = *w;
	f->last_para = f->para;
	if (w->grain >= GRAIN_DAY) {
		f->last_day = *w;
		f->day_para = f->para;
	}
	if (w->grain >= GRAIN_YEAR && !w->unknown)
		f->last_year = w->year;
	if ((w->grain == GRAIN_QUARTER || w->grain == GRAIN_HALF) && m->arg != 0 &&
	    w->year >= f->doc.year) {
		f->last_quarter = *w;
		f->last_quarter_at = m->from;
		f->has_quarter = true;
	}
}

static void
add(struct arena *a, struct finder *f, const struct match *m, const struct when *w,
    const char *rule, struct timexes *out)
{
	const struct token *first = &f->t->at[m->from], *last = &f->t->at[m->to - 1];
	struct timex *x = vec_push(a, out);

	x->at = first->at;
	x->n = last->at + last->n - first->at;
	if (seen_at(f, m->to - 1)->owner)
		x->n -= f->t->text.p[last->at + last->n - 2] == '\'' ? 2 : 4;
	x->token = (uint32_t)m->from;
	x->tokens = (uint32_t)(m->to - m->from);
	x->rule = rule;
	x->compared = timex_compared(f, m);
	f->last_to = m->to;
	remember(f, m, w, x->compared);
	timex_print(w, f->has_doc ? &f->doc : NULL, x);
}

/* "Black Friday", "Ash Wednesday": a feast, or a day of sales. */
static bool
is_named_day(const struct finder *f, size_t i)
{
	static const char *const words[] = { "black", "cyber", "bloody", "good", "ash",
		"palm", "fat", "shrove", "maundy", "super" };

	if (i == 0 || !is(f, i, WEEKDAY) || (f->t->at[i].flags & TOKEN_BREAK) != 0 ||
	    (f->t->at[i - 1].flags & TOKEN_CAPITAL) == 0)
		return false;
	for (size_t k = 0; k < LEN(words); k++)
		if (token_is(f->t, i - 1, str_of(words[k])))
			return true;
	return false;
}

/* "60 Minutes", "High Noon", "This Week": words of time in the middle of a sentence with
   capitals are names, unless they always have them or all is in capitals. */
static bool
is_name(const struct finder *f, const struct match *m)
{
	const uint64_t proper = BIT(MONTH) | BIT(WEEKDAY) | BIT(WEEKDAYS) | BIT(HOLIDAY);
	bool capital = false;

	if (is_named_day(f, m->from))
		return true;
	for (size_t i = m->from; i < m->to; i++) {
		const struct token *t = &f->t->at[i];

		if ((seen_at(f, i)->classes & proper) != 0 ||
		    (t->flags & TOKEN_UPPER) != 0)
			return false;
		if (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) == 0)
			return false;
		capital |= t->kind == TOKEN_WORD &&
			   (t->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == TOKEN_CAPITAL &&
			   !timex_sentence_start(f, i) &&
			   !(timex_before(f, i, QUOTE) && timex_glued(f, i));
	}
	return capital && !is(f, m->from, REF);
}

/* A row that matches, and where its expression ends. */
struct hit {
	size_t rule, to;
};

static size_t
hits_at(const struct finder *f, const struct index *x, size_t i, struct hit *hits)
{
	const struct rows first = rows_of(x->first, seen_at(f, i)->classes);
	const uint64_t after = i + 1 < f->t->n ? seen_at(f, i + 1)->classes : 0;
	const bool inside = (after & inner) != 0;
	struct rows whole, next;
	struct match m;
	size_t n = 0;

	if (!rows_any(&first))
		return 0;
	whole = rows_of(x->whole, seen_at(f, i)->classes);
	next = rows_of(x->next, after);
	for (size_t k = 0; k < LEN(first.bits); k++) {
		uint64_t bits = first.bits[k] & (next.bits[k] | whole.bits[k] |
						    (inside ? x->phrase.bits[k] : 0));

		for (; bits != 0; bits &= bits - 1) {
			const size_t rule = 64 * k + (size_t)__builtin_ctzll(bits);

			if (rule_at(f, rule, i, &m))
				hits[n++] = (struct hit){ rule, m.to };
		}
	}
	return n;
}

static bool
resolve(struct finder *f, size_t rule, size_t i, struct match *m, struct when *w)
{
	*w = (struct when){ .zone = ZONE_NONE };
	if (!rule_at(f, rule, i, m) || (f->language->english && is_name(f, m)) ||
	    !f->language->rules[rule].resolve(f, m, w))
		return false;
	if (!f->has_doc && !w->year_stated && w->grain != GRAIN_REF &&
	    w->grain != GRAIN_DURATION)
		w->unknown = true; /* nothing makes up a year */
	return true;
}

/* The expression that begins at token `i`: its end, or 0.  The longest row that agrees. */
static size_t
find_at(struct arena *a, struct finder *f, const struct index *x, size_t i,
    struct timexes *out)
{
	struct hit hits[RULES_MOST];
	size_t n = hits_at(f, x, i, hits);

	while (n > 0) {
		struct match m;
		struct when w;
		size_t best = 0;

		for (size_t k = 1; k < n; k++)
			if (hits[k].to > hits[best].to)
				best = k;
		if (resolve(f, hits[best].rule, i, &m, &w)) {
			add(a, f, &m, &w, f->language->rules[hits[best].rule].name, out);
			return m.to;
		}
		n--;
		for (size_t k = best; k < n; k++) /* in the order of the table */
			hits[k] = hits[k + 1];
	}
	return 0;
}

/* The token has digits, and in it or behind it is a script that has no blanks. */
static bool
may_be_east(const struct tokens *t, size_t i)
{
	enum { WIDE = 0xe0 }; /* the first byte of a letter of three bytes */
	const struct str word = token_text(t, i);

	if ((t->at[i].flags & TOKEN_DIGIT) == 0)
		return false;
	for (size_t k = 0; k < word.n; k++)
		if ((unsigned char)word.p[k] >= WIDE)
			return true;
	return i + 1 < t->n && (unsigned char)t->text.p[t->at[i + 1].at] >= WIDE;
}

/* The dates that begin in the token, and in those they touch: the token behind, or 0. */
static size_t
find_east(struct arena *a, struct finder *f, size_t i, struct timexes *out)
{
	size_t from = f->t->at[i].at, end = 0;
	struct match m;
	struct when w;

	while (timex_east(f, i, &from, &m, &w)) {
		w.unknown = !f->has_doc && !w.year_stated;
		add(a, f, &m, &w, "east", out);
		out->at[out->n - 1].at = (uint32_t)from;
		out->at[out->n - 1].n = (uint32_t)(m.end - from);
		from = m.end;
		end = m.to;
		i = m.to - 1;
	}
	return end;
}

/* Classifies up to half a window beyond token `i`. */
static void
look_ahead(struct finder *f, size_t i)
{
	const size_t to = f->t->n - i < WINDOW / 2 ? f->t->n : i + WINDOW / 2;

	for (; f->seen < to; f->seen++)
		f->w[f->seen % WINDOW] = timex_classify(f->language, f->t, f->seen);
}

const struct timex_language *
timex_tables(struct str tag)
{
	static const struct timex_language *const all[] = { &timex_german, &timex_french,
		&timex_spanish };

	for (size_t i = 0; tag.n >= 2 && i < LEN(all); i++)
		if (byte_lower(tag.p[0]) == all[i]->tag[0] &&
		    byte_lower(tag.p[1]) == all[i]->tag[1] &&
		    (tag.n == 2 || tag.p[2] == '-'))
			return all[i];
	return &timex_english;
}

struct timexes
timex_find(
    struct arena *a, const struct tokens *t, const struct civil *dct, struct str language)
{
	struct timexes out = { 0 };
	struct finder f = { .t = t,
		.language = timex_tables(language),
		.has_doc = dct != NULL,
		.steps = &out.steps };
	struct index *x = arena_new(a, struct index);

	f.w = arena_many(a, struct seen, t->n < WINDOW ? t->n + 1 : WINDOW);
	f.doc = dct != NULL ? *dct : (struct civil){ 2000, 1, 1 };
	f.doc_day = day_of(f.doc);
	for (size_t r = 0; r < f.language->rule_count; r++)
		index_row(x, &f.language->rules[r], r);
	f.narrative = timex_is_narrative(&f);
	for (size_t i = 0; i < t->n;) {
		size_t end = 0;

		f.para += (i == 0 || (t->at[i].flags & TOKEN_BREAK) != 0) &&
			  (t->at[i].flags & TOKEN_CODE) == 0;
		look_ahead(&f, i);
		if (may_be_east(t, i))
			end = find_east(a, &f, i, &out);
		if (end == 0 && seen_at(&f, i)->classes != 0 && may_start(&f, i))
			end = find_at(a, &f, x, i, &out);
		i = end != 0 ? end : i + 1;
	}
	return out;
}
