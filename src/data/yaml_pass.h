/*
 * data/yaml_pass.h -- reading on behind what is wrong, for yaml_read_all().
 */
#ifndef DATA_YAML_PASS_H
#define DATA_YAML_PASS_H

#include "data/yaml_error.h"
#include "data/yaml_tree.h"

enum { YAML_BYTES = 16 << 20 /* of a file at most */ };

/*
 * One reading of clean text.  What a brief may not use is said and passed over; false
 * when it ended before the text did, at the last thing said.
 */
bool yaml_pass(struct arena *a, struct yaml_text in, struct yaml **out, struct diags *d);

/* Whether libyaml takes the bytes from *from on.  False (said) with *from at those it does
   not.  *other_breaks becomes true where lines end in another way than LF. */
bool yaml_is_clean(
    struct yaml_text in, size_t *from, struct diags *d, bool *other_breaks);

#endif
