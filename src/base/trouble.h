/*
 * base/trouble.h -- how the files of this room that ask the system say that it refused.
 */
#ifndef BASE_TROUBLE_H
#define BASE_TROUBLE_H

#include "base/diag.h"

/* Says "cannot DOING 'PATH': " and the reason in errno; false, for the caller to return. */
bool file_trouble(struct diags *d, enum message id, const char *path, const char *doing);

#endif
