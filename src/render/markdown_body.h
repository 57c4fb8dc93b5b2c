/*
 * render/markdown_body.h -- a brief's body as Markdown for others; private to the room.
 */
#ifndef RENDER_MARKDOWN_BODY_H
#define RENDER_MARKDOWN_BODY_H

#include "base/buf.h"

/* As it is in the file, cleaned, but for tables: those have pipes. */
void markdown_body(struct buf *out, struct str body);

#endif
