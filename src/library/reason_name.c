/* Whether a name that two briefs have is of one and the same, and not of those who wrote them. */
#include "library/reason.h"

#include "base/utf8.h"
#include "text/utf8.h"

enum { MENTIONS_MOST = 8, HOUSE_BYTES = 60, LETTERS_FEW = 3, OFTEN = 3 };

/* The name in full that this is a form of, among these; or nothing. */
static struct str
full_name(const struct name_list *names, struct str form)
{
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->at[i].name, form) || strs_have(&names->at[i].aka, form))
			return names->at[i].name;
	return STR_NIL;
}

static size_t
words_of_both(struct str a, struct str b)
{
	size_t n = 0;

	while (a.n != 0) {
		const struct str word = str_split(&a, ' ');

		n += word.n != 0 && words_times(b, word) != 0;
	}
	return n;
}

/* The same of a person: a bare surname is also that of a name that holds it ("Ada Brandt Jr"). */
static struct str
full_person(const struct name_list *people, struct str form)
{
	const struct str full = full_name(people, form);

	for (size_t i = 0; i < people->n && full.n == form.n; i++)
		if (people->at[i].name.n > form.n &&
		    words_times(people->at[i].name, form) != 0)
			return people->at[i].name;
	return full;
}

/* A surname, or a first name, is shared only by one person.  Who is called by it alone in one
   of the briefs is it where that one is about him, or tells of him again and again. */
static bool
is_another(
    const struct pair *p, const struct brief *b, const struct told *of_b, struct str name)
{
	const struct str of_a = full_person(&p->a->people, name);
	const struct str in_b = full_person(&b->people, name);
	const bool long_a = of_a.n > name.n, long_b = in_b.n > name.n;
	const struct told *bare = long_a ? of_b : p->told;

	if (str_has(name, STR(" ")) || (!long_a && !long_b))
		return false;
	if (long_a && long_b)
		return words_of_both(of_a, in_b) < 2;
	return words_times(bare->head, name) == 0 && told_times(bare, name) < OFTEN;
}

/* "VA": a state here, an authority there. */
static bool
is_ambiguous(const struct pair *p, const struct brief *b, struct str name)
{
	const bool place_a = full_name(&p->a->places, name).n != 0;
	const bool place_b = full_name(&b->places, name).n != 0;

	return name.n <= LETTERS_FEW && place_a != place_b;
}

/* "CNN's Ada Brandt", "CNN legal analyst Bo Lind". */
static bool
is_role_of_house(struct str between)
{
	static const char *const roles[] = { "analyst", "correspondent", "reporter",
		"contributor", "commentator", "columnist", "anchor", "editor", "host" };
	bool is = str_starts(between, STR("'s ")) || str_starts(between, STR("’s "));

	for (size_t i = 0; i < LEN(roles) && !is; i++)
		is = words_times(between, str_of(roles[i])) != 0;
	return is;
}

/* Each time it is told it is one of the house's own. */
static bool
is_of_house(struct str text, struct str name, struct str house)
{
	size_t at = 0, times = 0;

	if (house.n == 0)
		return false;
	for (; (at = str_find(text, name, at)) != STR_NONE; at += name.n, times++) {
		const size_t from = at < HOUSE_BYTES ? 0 : at - HOUSE_BYTES;
		const struct str before = str_cut(text, from, at);
		const size_t own = str_find(before, house, 0);

		if (times == MENTIONS_MOST || own == STR_NONE ||
		    !is_role_of_house(str_cut(before, own + house.n, before.n)))
			return false;
	}
	return times != 0;
}

/* "CNN", "CNN Living", where the source is CNN. */
static bool
is_house(struct str name, struct str house)
{
	return house.n != 0 && str_starts(name, house) &&
	       (name.n == house.n || name.p[house.n] == ' ');
}

bool
name_tells(
    const struct pair *p, const struct brief *b, const struct told *of_b, struct str name)
{
	const struct str house_a = p->a->source.name, house_b = b->source.name;

	if (told_times(p->told, name) == 0 || told_times(of_b, name) == 0 ||
	    is_another(p, b, of_b, name) || is_ambiguous(p, b, name))
		return false;
	if (is_house(name, house_a) || is_house(name, house_b))
		return words_times(p->told->head, name) != 0 &&
		       words_times(of_b->head, name) != 0;
	return !is_of_house(p->told->text, name, house_a) &&
	       !is_of_house(of_b->text, name, house_b);
}
