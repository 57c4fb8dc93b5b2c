/*
 * cmd/check.h -- one file checked; also what an edit ends with.
 */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include "cmd/call.h"

/* Appends the findings to c->out.  EXIT_NOTHING for warnings and errors, EXIT_TROUBLE
   (said) when the file cannot be read. */
int check_file(struct call *c, const char *path);

#endif
