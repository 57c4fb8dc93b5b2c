/* Names and words by how rare they are and how often both tell them. */
#include "library/reason.h"

#include <math.h>
#include <stdlib.h>

#include "data/edtf.h"
#include "doc/doc.h"
#include "library/common.h"
#include "text/utf8.h"
#include "text/word.h"

enum { SHOWN = 3, WORD_LEAST = 3, FIRST_BYTES = 24, FEW = 200 };

/* Of a brief that holds more than a person would read, the first so many tell: each name is
   looked for in both texts. */
enum { NAMES_MOST = 400, COUNTED_BYTES = 1 << 18 };

/* Beside the heaviest what is lighter than this says nothing. */
static const double telling = 0.3;

/* What must be shared to be a reason, in names together and in one word, of texts so long. */
static const double enough_names = 9, enough_words = 20, enough_topic = 7,
		    usual_length = 300;

/* From it on two texts are alike, and whatever tells of it will do. */
static const double close = 0.2, least_more = 0.3, chance = 0.3;

/* So near that a single word tells why. */
static const double clear = 1.3;

struct shared {
	struct str text;
	double weight;
	uint32_t of_a, of_b; /* which name of each brief it is a form of */
	size_t fit;          /* of forms the fittest is told */
	bool head;           /* both are about it, and few others are */
};

struct top {
	struct shared at[SHOWN];
	size_t n;
};

/* Heavier first; of equals the longer, then by bytes. */
static bool
before(const struct shared *a, const struct shared *b)
{
	if (a->weight < b->weight || b->weight < a->weight)
		return a->weight > b->weight;
	return a->text.n != b->text.n ? a->text.n > b->text.n
				      : str_cmp(a->text, b->text) < 0;
}

static void
drop(struct top *t, size_t i)
{
	for (t->n--; i < t->n; i++)
		t->at[i] = t->at[i + 1];
}

/* Two forms of the same name or word say it once. */
static bool
replaces(const struct shared *a, const struct shared *b)
{
	return (a->of_a == b->of_a || a->of_b == b->of_b);
}

static void
consider(struct top *t, struct shared s)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (replaces(&s, &t->at[i])) {
			if (s.fit <= t->at[i].fit) {
				s.text = t->at[i].text;
				s.fit = t->at[i].fit;
			}
			if (s.weight < t->at[i].weight)
				s.weight = t->at[i].weight;
			drop(t, i);
			break;
		}
	for (i = t->n; i > 0 && before(&s, &t->at[i - 1]); i--)
		if (i < SHOWN)
			t->at[i] = t->at[i - 1];
	if (i >= SHOWN)
		return;
	t->at[i] = s;
	if (t->n < SHOWN)
		t->n++;
}

/* What both tell, by how often each does; as rare as it is in the library without the two,
   and at most as its own usage says. */
static double
weigh(const struct kin *k, uint32_t number, double most, size_t times_a, size_t times_b)
{
	const double others = (double)k->df.at[number] - 2;
	double rarity = log(((double)k->living + 1) / (others < 0 ? 0.5 : others + 0.5));

	rarity = rarity < 0 ? 0 : rarity < most ? rarity : most;
	return rarity * rarity * (1 + log((double)times_a)) * (1 + log((double)times_b));
}

/* What both are about says most; what neither is, least. */
static double
prominence(bool head_a, bool head_b)
{
	return head_a && head_b ? 3 : head_a || head_b ? 1 : 0.5;
}

static size_t
at_most(size_t n, size_t most)
{
	return n < most ? n : most;
}

static int
by_number(const void *number, const void *name)
{
	const uint32_t a = *(const uint32_t *)number,
		       b = ((const struct card_name *)name)->form;

	return (a > b) - (a < b);
}

/* Names of both, so spelt. */
static struct top
shared_names(const struct pair *p, const struct brief *b, const struct told *of_b)
{
	const struct card *c = p->card;
	struct top top = { .n = 0 };

	for (size_t i = 0; i < at_most(c->names.n, NAMES_MOST) && p->pb->names_n != 0;
	     i++) {
		const struct form *f = &p->kin->pile->forms.at.at[c->names.at[i].form];
		const uint32_t number = kin_number(p->kin, c->names.at[i].form);
		const struct str name = str_cut(f->text, 1, f->text.n);
		const struct card_name *other = bsearch(
		    &number, p->pb->names, p->pb->names_n, sizeof(*other), by_number);
		bool head_a, head_b;
		double weight;

		if (other == NULL || f->stop || !name_tells(p, b, of_b, name))
			continue;
		head_a = words_times(p->told->head, name) != 0;
		head_b = words_times(of_b->head, name) != 0;
		weight =
		    weigh(p->kin, number, common_name(name) ? common_most : rare_most,
			told_times(p->told, name), told_times(of_b, name));
		consider(&top,
		    (struct shared){ name, weight * prominence(head_a, head_b),
			c->names.at[i].which, other->which, name.n, head_a && head_b });
	}
	return top;
}

/* The "bin" of "Osama bin Laden"; an acronym is one itself. */
static bool
is_of_name(const struct pair *p, struct str word)
{
	for (size_t i = 0; i < at_most(p->card->names.n, NAMES_MOST); i++) {
		const uint32_t form = p->card->names.at[i].form;

		if (words_times(p->kin->pile->forms.at.at[form].text, word) != 0)
			return true;
	}
	return false;
}

/* Its usage tells, it is no piece of a name and not "minister's". */
static double
most_of(const struct pair *p, struct str word, struct str stem)
{
	const double most = common_word(stem, p->a->source.language);

	return most <= 0 || common_measure(word) || is_of_name(p, word) ||
		       str_has(word, STR("'")) || str_has(word, STR("’"))
		   ? 0
		   : most;
}

/* Words of the topic: of languages whose usage is not known, those that both repeat; of those
   whose function words are not known none. */
static struct top
shared_words(const struct pair *p, const struct told *b)
{
	const enum common_words known =
	    p->told->known == b->known ? b->known : COMMON_UNKNOWN;
	const uint32_t each = known == COMMON_ALL ? 1 : 2;
	const uint32_t both = p->score >= close ? 2 * each : known == COMMON_ALL ? 3 : 8;
	struct top top = { .n = 0 };

	for (size_t i = 0; known != COMMON_UNKNOWN && i < p->told->words.n; i++) {
		const struct map_key *w = &p->told->words.keys[i];
		const struct str stem = p->kin->pile->forms.at.at[w->value].stem;
		const uint32_t *of_b = map_get(&b->stems, stem);
		const uint32_t *of_a =
		    of_b == NULL ? NULL : map_get(&p->told->stems, stem);
		double most, weight;
		uint32_t number;
		bool head_a, head_b;

		if (of_a == NULL || *of_a < each || *of_b < each || *of_a + *of_b < both)
			continue;
		most = most_of(p, w->key, stem);
		if (most <= 0)
			continue;
		number = kin_number(p->kin, w->value);
		head_a = map_get(&p->told->heads, stem) != NULL;
		head_b = map_get(&b->heads, stem) != NULL;
		weight = weigh(p->kin, number, most, *of_a, *of_b);
		consider(&top, (struct shared){ w->key,
				   weight * prominence(head_a, head_b), number, number,
				   (map_get(&b->words, w->key) != NULL ? 2u : 0u) +
				       (*w->key.p > 'Z' ? 1u : 0u),
				   head_a && head_b && most >= rare_most });
	}
	return top;
}

/* The reader's own labels, by how rare their first words are. */
static struct top
shared_tags(const struct pair *p, const struct brief *b)
{
	struct forms *forms = &p->kin->pile->forms;
	struct tongue *t = forms_tongue(forms, p->a->source.language);
	struct top top = { .n = 0 };

	for (uint32_t i = 0; i < p->a->tags.n; i++) {
		const struct str tag = p->a->tags.at[i];
		struct str rest = tag;
		const uint32_t form = forms_id(forms, t, str_split(&rest, ' '));

		if (strs_have(&b->tags, tag))
			consider(&top,
			    (struct shared){ tag,
				weigh(p->kin, kin_number(p->kin, form), rare_most, 2, 2),
				i, i, tag.n, true });
	}
	return top;
}

static double
within(double least, double x, double most)
{
	return x < least ? least : x > most ? most : x;
}

/* How much more than usual a pair must share: less when it is short, and when it is alike. */
static double
measure(const struct pair *p, const struct told *b)
{
	const double length = (double)(p->told->length + b->length) / 2 / usual_length;

	return within(0.5, sqrt(length), 3) * within(least_more, 1.3 - 3.5 * p->score, 1);
}

/* Without those that are too light beside the first, and at most so many. */
static void
shorten(struct top *t, double least, size_t most)
{
	while (t->n > most ||
	       (t->n != 0 && (t->at[t->n - 1].weight < least ||
				 t->at[t->n - 1].weight < t->at[0].weight * telling)))
		t->n--;
}

static double
sum(const struct top *t)
{
	double all = 0;

	for (size_t i = 0; i < t->n; i++)
		all += t->at[i].weight;
	return all;
}

/* "asylum seekers", where both say so. */
static void
join(struct arena *a, struct top *t, struct str told_a, struct str told_b)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->n; k++) {
			struct buf both = buf_new(a);

			buf_printf(&both, STR_FMT " " STR_FMT, STR_ARG(t->at[i].text),
			    STR_ARG(t->at[k].text));
			if (i == k || words_times(told_a, buf_view(&both)) == 0 ||
			    words_times(told_b, buf_view(&both)) == 0)
				continue;
			t->at[i < k ? i : k].text = buf_view(&both);
			drop(t, i < k ? k : i);
			return;
		}
}

static void
put_list(struct buf *out, const char *before_it, const struct top *t)
{
	if (t->n != 0)
		buf_printf(out, "%s%s", out->n == 0 ? "" : "; ", before_it);
	for (size_t i = 0; i < t->n; i++) {
		buf_text(out, i == 0 ? " " : ", ");
		buf_str(out, t->at[i].text);
	}
}

static bool
is_place(const struct name_list *places, struct str name)
{
	for (size_t i = 0; i < places->n; i++)
		if (str_eq(places->at[i].name, name) ||
		    strs_have(&places->at[i].aka, name))
			return true;
	return false;
}

/* Places have news of all kinds: one alone is no reason for texts that have no topic in common,
   and that are alike, if so, by its name.  Among few briefs, where each place that two of them
   have looks rare, nor are several. */
static bool
are_places(
    const struct pair *p, const struct brief *b, const struct top *names, double topic)
{
	const bool few = p->kin->living < FEW, one = names->n == 1;

	if (topic >= enough_topic * (few ? 2 : 1) || (!one && !few) ||
	    p->score >= (one ? 2 * close : close / 2))
		return false;
	for (size_t i = 0; i < names->n; i++)
		if (!is_place(&p->a->places, names->at[i].text) &&
		    !is_place(&b->places, names->at[i].text))
			return false;
	return names->n != 0;
}

/* Among few briefs each word that two of them have looks rare: alone it is no reason for texts
   that have little else in common. */
static bool
is_chance(const struct pair *p, const struct top *names, const struct top *words)
{
	return p->kin->living < FEW && names->n == 0 && words->n == 1 &&
	       p->score < close * chance;
}

/* One word that not both are about: enough only for texts that are well above the others. */
static bool
is_stray(const struct pair *p, const struct top *names, const struct top *words)
{
	return names->n == 0 && words->n == 1 && !words->at[0].head && p->near < clear;
}

/* The topic of either that has this word, where both tell it; or the word. */
static struct str
topic_of(const struct pair *p, const struct brief *b, struct str text, struct str word)
{
	const struct strs *topics[] = { &p->a->topics, &b->topics };

	for (size_t k = 0; k < LEN(topics); k++)
		for (size_t i = 0; i < topics[k]->n; i++) {
			const struct str topic = topics[k]->at[i];

			if (topic.n > word.n && words_times(topic, word) != 0 &&
			    words_times(text, topic) != 0 &&
			    words_times(p->told->text, topic) != 0)
				return topic;
		}
	return word;
}

/* "aircraft carrier", where it is a topic of one and both say so; what it says, and what a name
   says, is not said twice. */
static void
widen(const struct pair *p, const struct brief *b, struct str text,
    const struct top *names, struct top *t)
{
	for (size_t i = 0; i < t->n; i++)
		t->at[i].text = topic_of(p, b, text, t->at[i].text);
	for (size_t i = 0; i < t->n;) {
		bool said = false;

		for (size_t k = 0; k < i; k++)
			said |= words_times(t->at[k].text, t->at[i].text) != 0;
		for (size_t k = 0; k < names->n; k++)
			said |= str_eq_nocase(names->at[k].text, t->at[i].text);
		if (said)
			drop(t, i);
		else
			i++;
	}
}

/* What two texts share that are near each other; *places: only places, which tell nothing. */
static void
put_shared(struct buf *out, const struct pair *p, const struct brief *other, bool day,
    bool *places)
{
	struct arena *a = out->a;
	const struct told b = told_of(a, p->kin, other);
	const double more = p->score < close ? measure(p, &b) : least_more;
	struct top names = shared_names(p, other, &b), words = shared_words(p, &b);

	if (sum(&names) < enough_names * more)
		names.n = 0;
	*places = !day && are_places(p, other, &names, sum(&words) / more);
	names.n = *places ? 0 : names.n;
	shorten(&words, enough_words * more, SHOWN);
	if (is_chance(p, &names, &words) || is_stray(p, &names, &words))
		words.n = 0;
	shorten(&names, 0, words.n == 0 ? SHOWN : SHOWN - 1);
	shorten(&words, 0, SHOWN - names.n);
	join(a, &words, p->told->text, b.text);
	widen(p, other, b.text, &names, &words);
	put_list(out, "shares", &names);
	put_list(out, "both say", &words);
}

struct str
reason_of(struct arena *a, const struct pair *p)
{
	struct arena scratch = ARENA_INIT;
	struct diags unheard = { .a = &scratch };
	const struct brief none = { 0 },
			   *read = shelf_read(&scratch, p->b_path, &unheard);
	const struct brief *other = read == NULL ? &none : read;
	const char *time = reason_time(p->a->source.published, p->b_published);
	const struct str day = reason_day(p, other);
	struct top tags = shared_tags(p, other);
	struct buf shared = buf_new(&scratch), out = buf_new(a);
	bool places = false;

	if (p->near >= 1)
		put_shared(&shared, p, other, day.n != 0, &places);
	buf_str(&out, buf_view(&shared));
	shorten(&tags, enough_words, 1);
	put_list(&out, "both tagged", &tags);
	if (day.n != 0)
		buf_printf(&out, "%sboth tell of " STR_FMT, out.n == 0 ? "" : "; ",
		    STR_ARG(edtf_show(a, day)));
	if (out.n == 0 && p->near >= 1 && p->score >= close && !places)
		buf_text(&out, "much the same words");
	if (time != NULL && out.n != 0)
		buf_printf(&out, "; %s", time);
	arena_free(&scratch);
	return buf_view(&out);
}
