/* The look-up table of the words that events hang on. */
#include "digest/timex_rules.h"

#include "digest/event_word.h"

static const struct timex_word words[] = {
#include "timex_event_words.h"
};

static const struct timex_slot slots[] = {
#include "timex_event_slots.h"
};

const struct timex_language event_words = {
	.tag = "en", .words = words, .word_count = LEN(words), .slots = slots, .slot_count = LEN(slots)
};
