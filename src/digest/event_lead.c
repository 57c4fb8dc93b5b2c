/* The happening that an article without any date tells first: on the day it was published, or
   about then. */
#include <stdio.h>

#include "base/vec.h"
#include "digest/event.h"
#include "event_clause.h"

enum { LEAST = 8 /* tokens */ };

/* "was found", "have freed": a helping verb and what was done. */
static bool
is_done(const struct reading *r, size_t i)
{
	static const char *const helpers[] = { "was", "were", "has", "have" };

	return str_is_any(token_text(&r->tokens, i), helpers, LEN(helpers)) &&
	       (event_past(r, i + 1) ||
		   (event_is(r, i + 1, STR("been")) && event_past(r, i + 2)));
}

/* Told by somebody else than the writer, and of what happened. */
static bool
is_happening(const struct reading *r, const struct passage *s)
{
	static const char *const selves[] = { "i", "we", "our", "my", "us", "me", "is",
		"are", "if", "would", "could", "can", "may", "not", "never" };
	bool done = false, deed = false;

	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		if (event_word(r, i, READER) ||
		    str_is_any(token_text(&r->tokens, i), selves, LEN(selves)))
			return false;
		done |= is_done(r, i);
		deed |= event_word(r, i, HAPPENING) || word_in(r, i, LIST_DEED);
	}
	return done && deed;
}

void
event_of_lead(struct arena *a, const struct reading *r, const struct civil *published,
    struct brief *out)
{
	const struct passage *s = r->at;
	char day[16];

	if (published == NULL || r->n == 0 || !str_starts(r->language, STR("en")) ||
	    s->kind != BLOCK_PARA || s->in_list || s->in_quote || s->tokens < LEAST ||
	    s->n > SENTENCE_MOST || r->text.p[s->at + s->n - 1] != '.' ||
	    !is_happening(r, s))
		return;
	(void)snprintf(day, sizeof(day), "%04d-%02d-%02d~", published->year,
	    published->month, published->day);
	*vec_push(a, &out->timeline) = (struct event){
		.date = str_dup(a, str_of(day)),
		.text = passage_text(r, 0),
		.para = s->para,
		.kind = EVENT_PAST,
		.basis = BASIS_GUESSED,
	};
}
