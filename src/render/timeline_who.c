/* Who a row means that begins with "He" or "She": the one person that its paragraph, or the one
   before, has named up to there; and who tells it, where titles do not say that. */
#include "data/edtf.h"
#include "render/timeline.h"

/* Of more than an article has nothing is said: each row looks for all people in its paragraph. */
enum { ROWS_MOST = 100, PEOPLE_MOST = 200, BODY_MOST = 1 << 17 };

/* The top-level block of that number, from 1, or NULL. */
static const struct block *
block_at(const struct doc *body, long para)
{
	const struct block *b = body->first;

	while (b != NULL && --para > 0)
		b = b->next;
	return b;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* The word stands in the text by itself. */
static bool
has_word(struct str text, struct str word)
{
	for (size_t at = str_find(text, word, 0); at != STR_NONE;
	     at = str_find(text, word, at + 1)) {
		const size_t end = at + word.n;

		if ((at == 0 || !is_letter(text.p[at - 1])) &&
		    (end == text.n || !is_letter(text.p[end])))
			return true;
	}
	return false;
}

static struct str
last_word(struct str name)
{
	size_t i = name.n;

	while (i > 0 && name.p[i - 1] != ' ')
		i--;
	return str_cut(name, i, name.n);
}

/* The only person named in the text; sets how many are. */
static struct str
named_in(const struct brief *b, struct str text, size_t *people)
{
	struct str who = STR_NIL;

	*people = 0;
	for (size_t i = 0; i < b->people.n; i++) {
		const struct str name = b->people.at[i].name, last = last_word(name);

		if (last.n < 2 || !has_word(text, last))
			continue;
		++*people;
		who = name;
	}
	return *people == 1 ? who : STR_NIL;
}

struct str
timeline_who(struct layout *l, const struct event *e)
{
	const struct block *b;
	struct str text, who;
	size_t people, at;

	if (l->body == NULL || timeline_merged(l) || l->b->timeline.n > ROWS_MOST ||
	    l->b->people.n > PEOPLE_MOST || l->b->body.n > BODY_MOST ||
	    (!str_starts(e->text, STR("He ")) && !str_starts(e->text, STR("She "))))
		return STR_NIL;
	b = block_at(l->body, e->para);
	text = b == NULL ? STR_NIL : doc_plain(l->a, b);
	at = str_find(text, e->text, 0);
	if (at == STR_NONE || has_word(e->text, STR("who")))
		return STR_NIL;
	who = named_in(l->b, str_cut(text, 0, at), &people);
	if (people != 0 || e->para < 2)
		return who;
	b = block_at(l->body, e->para - 1);
	return b == NULL ? STR_NIL : named_in(l->b, doc_plain(l->a, b), &people);
}

/* Another brief of the story has a title that is shown alike, as a mail and its answers do. */
static bool
shared_title(const struct story *s, struct str shown, const struct brief *b)
{
	for (size_t i = 0; s != NULL && i < s->brief_count; i++) {
		const struct str other = s->briefs[i]->title;

		if (s->briefs[i] != b && str_starts(other, shown) &&
		    (other.n == shown.n || shown.n < b->title.n))
			return true;
	}
	return false;
}

struct str
timeline_sender(struct layout *l, const struct brief *b, struct str title)
{
	const struct source *s = &b->source;
	const struct str who = s->author.n != 0 ? s->author.at[0] : s->name;
	struct buf words = buf_new(l->a);

	if (who.n == 0 || !shared_title(l->o->story, title, b))
		return STR_NIL;
	buf_str(&words, who);
	if (s->published.n != 0)
		buf_text(&words, ", ");
	buf_str(&words, edtf_show(l->a, s->published));
	return buf_view(&words);
}
