/*
 * cmd/pdf.h -- the text of a PDF, through pdftotext (poppler-utils) when it is there.
 *
 * The program is run by argv, never through a shell, with the PDF on its standard input
 * and no file name of ours; its processor time, memory and output are bounded, and where
 * there is Landlock it may read files but write none and use no port.
 */
#ifndef CMD_PDF_H
#define CMD_PDF_H

#include "cmd/call.h"

bool pdf_is(struct str bytes);

/* Pages end with form feeds.  False when the program is not there, failed or took more
   than it may (said); then *text is not set. */
bool pdf_text(
    struct call *c, struct str bytes, struct str file, struct arena *a, struct str *text);

#endif
