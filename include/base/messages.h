/*
 * base/messages.h -- every diagnostic the program can give.
 *
 * A row: the stable id, its level, and the line of help in the manual.  Rows
 * are never renamed; new ones go to their group.
 */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

/* clang-format off */
#define MESSAGES(_) \
	/* the command line */ \
	_(USAGE,          ERROR,   "the command line cannot be understood") \
	_(QUERY,          ERROR,   "the query cannot be understood") \
	_(NOTHING,        NOTE,    "the question was understood; nothing answers it") \
	_(REF_NONE,       ERROR,   "no brief has this name") \
	_(REF_MANY,       ERROR,   "several briefs have this name") \
	_(REF_TAKEN,      NOTE,    "words of its id or title named the brief that is changed") \
	_(ADDRESS,        ERROR,   "an address was given; nothing is fetched from the network") \
	_(EDITOR,         ERROR,   "the editor could not be run, or ended badly") \
	/* files */ \
	_(FILE_OPEN,      ERROR,   "the file or folder cannot be opened or read") \
	_(FILE_WRITE,     ERROR,   "the file cannot be written; nothing was changed") \
	_(FILE_SIZE,      ERROR,   "the file is larger than the program reads") \
	_(LIBRARY_MADE,   NOTE,    "the library is a folder that was not there before") \
	/* YAML */ \
	_(YAML_SYNTAX,    ERROR,   "the file is not valid YAML") \
	_(YAML_ENCODING,  ERROR,   "the file is not valid UTF-8") \
	_(YAML_DUPLICATE, ERROR,   "a key stands twice in one mapping") \
	_(YAML_FEATURE,   ERROR,   "aliases, anchors, tags and merge keys have no place in a brief") \
	_(YAML_DEPTH,     ERROR,   "nesting is deeper than 32") \
	/* briefs */ \
	_(BRIEF_FORMAT,   ERROR,   "the format number is missing or not one this program writes") \
	_(BRIEF_MISSING,  ERROR,   "a required key is missing") \
	_(BRIEF_TYPE,     ERROR,   "a value has the wrong shape for its key") \
	_(BRIEF_VALUE,    ERROR,   "a value is not one of those the key allows") \
	_(BRIEF_DATE,     ERROR,   "not an EDTF date") \
	_(BRIEF_PARA,     WARNING, "the paragraph named does not exist in the body") \
	_(BRIEF_VERBATIM, WARNING, "the text is not found in the paragraph it names") \
	_(BRIEF_KEY,      WARNING, "an unknown key is close to a known one") \
	_(BRIEF_CONFLICT, ERROR,   "the file holds the conflict markers of a merge") \
	_(BRIEF_REPEAT,   WARNING, "an entry stands twice in a list") \
	_(BRIEF_KEPT,     WARNING, "what you changed is kept, though the input now says something else") \
	_(BRIEF_REFUSED,  ERROR,   "what is new does not fit the file, or the hand edits in it, and lies beside it") \
	_(BRIEF_BESIDE,   WARNING, "what a brief could not take still lies beside it") \
	_(BRIEF_EDIT,     ERROR,   "the edit does not fit the layout of the file; edit it by hand") \
	_(FIXED,          NOTE,    "what check --fix has mended") \
	_(BRIEF_ORDER,    NOTE,    "the timeline is not in order of time") \
	/* themes */ \
	_(THEME_SHAPE,    ERROR,   "a theme or a part of it is not a mapping") \
	_(THEME_KEY,      WARNING, "a theme has a key that means nothing here") \
	_(THEME_ROLE,     WARNING, "a style is for a role that does not exist") \
	_(THEME_STYLE,    ERROR,   "a colour or a style cannot be read") \
	_(THEME_INHERITS, ERROR,   "a theme inherits one that is not built in") \
	/* the reader */ \
	_(TERMINAL,       ERROR,   "the terminal cannot show the reader") \
	_(CONFIG,         WARNING, "a key of the configuration means nothing, or its value is of another kind") \
	_(KEYS,           WARNING, "a key or an action in the configuration means nothing") \
	/* the state of reading */ \
	_(INDEX,          NOTE,    "the index of the library was of no use and is made anew") \
	_(INDEX_LASTS,    WARNING, "the index cannot be kept; it lasts until the program ends") \
	_(DUPLICATE_ID,   WARNING, "two files of the library have one id; the first is found by it") \
	_(UNDO_NONE,      NOTE,    "there is no change to take back") \
	_(STATE,          WARNING, "marks and places cannot be kept; they last until the program ends") \
	_(STATE_DAMAGED,  WARNING, "the file of marks and places was damaged; it was moved aside") \
	/* articles */ \
	_(INPUT_LIMIT,    ERROR,   "reading the input takes more time or memory than one file may") \
	_(INPUT_FAULT,    ERROR,   "the process that read the input broke; the other inputs go on") \
	_(SANDBOX,        WARNING, "a layer of the sandbox is not there; the others hold") \
	_(SANDBOX_NEEDED, ERROR,   "a layer of the sandbox is not there, and --sandbox=require was given") \
	_(ARTICLE_EMPTY,  ERROR,   "no text was found in the input") \
	_(PASSED_OVER,    NOTE,    "a file in a folder is no article, such as a picture, a program or a table, and is passed over (--recursive)") \
	_(ARTICLE_KIND,   ERROR,   "the kind of input is unknown or not supported") \
	_(ARTICLE_CUT,    WARNING, "the input is larger than is read; its end is left out") \
	_(FEED_MENDED,    WARNING, "the feed is not well-formed XML; it was read as far as it can be understood") \
	_(PDF_TOOL,       ERROR,   "a PDF needs the program pdftotext (package poppler-utils)") \
	_(PDF_FAILED,     ERROR,   "pdftotext could not read the PDF within its limits") \
	_(JSON_ITEM,      WARNING, "a part of the input is not valid JSON, or too deep or large; it was left out") \
	_(FEED_LIST,      ERROR,   "the input is a list of feeds (OPML), not a feed") \
	_(ARTICLE_CHARSET,WARNING, "the input is not in the character set it names") \
	_(CHOSEN,         NOTE,    "why a sentence, an event or a name is in the brief (--explain)") \
	_(NO_DATE,        NOTE,    "no publication date; relative dates stay open")
/* clang-format on */

#endif
