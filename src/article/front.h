/*
 * article/front.h -- what stands before a Markdown text and is not of it.
 *
 * YAML between lines of three hyphens (the second may be three dots), TOML between lines of
 * three pluses, or a JSON object that the text follows.
 */
#ifndef ARTICLE_FRONT_H
#define ARTICLE_FRONT_H

#include "article/inner.h"

struct front {
	enum { FRONT_NONE, FRONT_YAML, FRONT_TOML, FRONT_JSON } kind;
	struct str text; /* between the fences */
	size_t end;      /* bytes up to the body; 0: none */
};

struct front front_of(struct str s);

/* Into the places of the article that are still empty; what cannot be read is passed over. */
void front_read(struct job *j, const struct front *f);

#endif
