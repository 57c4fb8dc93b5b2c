/*
 * render/roles.h -- what a piece of text is for.
 *
 * A row: the identifier, the name themes use, and the help line.  The theme
 * decides how a role looks; STYLE, principle 9.
 */
#ifndef RENDER_ROLES_H
#define RENDER_ROLES_H

/* clang-format off */
#define ROLES(_) \
	_(TEXT,      "text",      "running text") \
	_(TITLE,     "title",     "the title of a brief") \
	_(DEK,       "dek",       "the line under the title") \
	_(META,      "meta",      "source, author, dates") \
	_(PANE,      "pane",      "the name of a pane") \
	_(PANE_FOCUS,"pane-focus","the name of the pane that has the keys") \
	_(RULE,      "rule",      "lines that separate") \
	_(DATE,      "date",      "a date that the article states or that follows from it") \
	_(GUESS,     "guess",     "a date that is guessed") \
	_(PAST,      "past",      "the mark of a past event") \
	_(PUBLISHED, "published", "the mark of the publication itself") \
	_(FUTURE,    "future",    "the mark of an event to come") \
	_(LINK,      "link",      "a title that leads to a brief in the library") \
	_(WANTED,    "wanted",    "a title that is not in the library") \
	_(WHY,       "why",       "the reason of a related brief") \
	_(HEADING,   "heading",   "a heading in the text") \
	_(EMPH,      "emph",      "emphasis") \
	_(STRONG,    "strong",    "strong emphasis") \
	_(CODE,      "code",      "code") \
	_(QUOTE,     "quote",     "a quotation") \
	_(URL,       "url",       "a link that leads out of the library") \
	_(TAG,       "tag",       "topics and tags") \
	_(NOTE,      "note",      "the reader's own notes") \
	_(FOCUS,     "focus",     "the thing that Enter would follow") \
	_(SOURCE,    "source",    "the paragraph or sentence a jump led to") \
	_(MATCH,     "match",     "what a search found") \
	_(MATCH_NOW, "match-now", "the hit the search stands on") \
	_(UNREAD,    "unread",    "a brief not read yet") \
	_(STAR,      "star",      "the mark of a brief with a star") \
	_(HINT,      "hint",      "the bar of keys") \
	_(HINT_KEY,  "hint-key",  "a key in the bar") \
	_(STATUS,    "status",    "where one is") \
	_(ERROR,     "error",     "what went wrong") \
	_(INPUT,     "input",     "what is being typed")
/* clang-format on */

#define ROLE_ENUM(id, name, help) ROLE_##id,
enum role { ROLES(ROLE_ENUM) ROLE_COUNT };
#undef ROLE_ENUM

const char *role_name(enum role r);
const char *role_help(enum role r);

#endif
