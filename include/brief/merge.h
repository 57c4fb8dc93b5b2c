/*
 * brief/merge.h -- a new conversion of the same source, put into the file that is there.
 *
 * What a person wrote stays, byte for byte: tags, notes, keep, links by the reader,
 * unknown keys wherever they stand, comments, and each of the converter's keys that no
 * longer is what the converter wrote (made.hash), that `keep` names, or that holds a comment
 * or an unknown key in a part that would have to go.  All other keys of the converter become
 * what the new conversion says.  Where the body is kept, summary and timeline name the
 * paragraphs of that body their texts stand in.
 *
 * What holds: merging the same conversion twice changes nothing the second time.
 */
#ifndef BRIEF_MERGE_H
#define BRIEF_MERGE_H

#include "brief/brief.h"

enum merge_end {
	MERGE_SAME,      /* the conversion says nothing new */
	MERGE_KEPT,      /* all that is new is for keys that are kept */
	MERGE_REFRESHED, /* `bytes` is the new file */
	MERGE_REFUSED    /* (said) the file is no brief, or its layout is too odd */
};

struct merge {
	struct str made_by; /* set by the caller: the converter's name */
	struct str bytes;
	struct strs kept; /* keys of which the conversion says something else */
	struct strs refreshed;
};

enum merge_end brief_merge(struct arena *a, struct str bytes, struct str name,
    const struct brief *fresh, struct merge *out, struct diags *d);

#endif
