/*
 * doc/source.h -- where a text comes from: the same record in an article and in a brief.
 */
#ifndef DOC_SOURCE_H
#define DOC_SOURCE_H

#include "base/str.h"

/* All may be empty.  Dates are EDTF, `language` is BCP 47, `sha256` of the input bytes. */
struct source {
	struct str name, url, via;
	struct strs author;
	struct str place, section;
	struct str published, updated, retrieved;
	struct str language, rights, sha256;
};

#endif
