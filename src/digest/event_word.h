/*
 * digest/event_word.h -- what single words may be to events.
 *
 * A row of tables/timex_event_words.h says it, or the form of the word.
 */
#ifndef DIGEST_EVENT_WORD_H
#define DIGEST_EVENT_WORD_H

#include "text/word.h"

/* What a word may be for a clause. */
enum event_class {
	STARTER,     /* when, while: a clause begins after it */
	ENDER,       /* but, because: one ends before it */
	RELATIVE,    /* which, who */
	SPEAKER,     /* according, said: who says it is no part of the event */
	PREPOSITION, /* in, about */
	BEFORE_DATE, /* on, since: goes with the date */
	EXPECTING,   /* may, forecast */
	PLANNING,    /* will, scheduled */
	HAPPENING,   /* summit, talks: something that takes place */
	SOON,        /* soon, shortly */
	READER,      /* you, your: the text speaks to its reader */
	ANNOUNCES, /* at, next, soon: perhaps the start of what clause_announces() finds */
	VERB,      /* told, went: past forms that end in no -ed */
	/* by its form; English */
	FORM_PAST, /* tells of what was */
	FORM_VERB,
	FORM_UNIT,    /* hours, day */
	FORM_DATE,    /* a year, a month or a weekday */
	FORM_ENDED,   /* ended: no verb in "the year ended Jan. 31" */
	FORM_SOMEONE, /* man, students */
	FORM_DOER,    /* ends in er or or, with or without an s */
	FORM_TOPIC    /* may be a part of a topic (digest/topic_form.h) */
};

/* A bit for each class; the same for all tokens of one spelling that begin with a small letter,
   and for all that begin with a capital. */
uint32_t event_classes(const struct tokens *t, size_t i);

/* A month or its day: what a period ends with behind FORM_ENDED. */
bool event_day(const struct tokens *t, size_t i);

#endif
