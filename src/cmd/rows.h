/*
 * cmd/rows.h -- every command and every option, one row each.
 *
 * The parser, --help, the shell completions and the manual's tables are made
 * from these rows; nothing about a command line is written down twice.
 */
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include <stddef.h>

/* clang-format off */
/* A command: its identifier, name, arguments and help line; cmd_NAME() runs it. */
#define COMMANDS(_) \
	_(READ,       read,       "[REF]",          "the reader, at the list or at one brief; what runs when no command is named") \
	_(ADD,        add,        "FILE…|-",        "convert articles into the library and print the ids, one a line, in input order") \
	_(CONVERT,    convert,    "FILE…|-",        "convert articles to YAML on the standard output; the library is untouched") \
	_(LIST,       list,       "[QUERY]",        "the briefs of the library, or those that fit a query, newest first, one a line") \
	_(SEARCH,     search,     "QUERY",          "the briefs that fit a query, best first, each with the line that matched") \
	_(SHOW,       show,       "REF…",           "print briefs as the reader shows them, or in another format") \
	_(EXPORT,     export,     "DIR [QUERY]",    "the briefs of the library, or those that fit a query, as files in a folder: pages of HTML that link each other, or another format") \
	_(TIMELINE,   timeline,   "[REF…]",         "the events of briefs in order of time; without REF those of the whole library, or of what fits --where") \
	_(STORY,      story,      "REF",            "the briefs that tell one story, in order, and what happened in it, merged") \
	_(RELATED,    related,    "REF",            "what else to read, and why: stated by the article, naming it, or alike") \
	_(REFRESH,    refresh,    "REF…",           "digest the bodies of briefs again; what you changed stays") \
	_(CHECK,      check,      "[FILE|REF…]",    "find what is wrong in briefs; without any in all of the library") \
	_(TAG,        tag,        "REF TAG…",       "add tags, or take away those written as -TAG; all else in the file stays") \
	_(NOTE,       note,       "REF TEXT",       "add a note of the reader; all else in the file stays") \
	_(MARK,       mark,       "REF…",           "mark briefs as read, unread or starred; their files stay as they are") \
	_(RM,         rm,         "REF…",           "briefs to the trash of the library; --undo brings them back") \
	_(MV,         mv,         "REF ID",         "another id and file name; the stated links in other briefs follow") \
	_(INIT,       init,       "[DIR]",          "make a folder that is a library") \
	_(EDIT,       edit,       "REF",            "open the file in $VISUAL or $EDITOR, and check it afterwards") \
	_(INDEX,      index,      "",               "bring the index of the library up to its files; nothing else needs it done") \
	_(TIMEX,      timex,      "FILE|-",         "every expression of time in a text, as JSON lines in code points") \
	_(DOCTOR,     doctor,     "",               "what works on this machine: library, sandbox, optional programs, terminal") \
	_(THEMES,     themes,     "[NAME]",         "the themes, or one of them shown role by role") \
	_(HELP,       help,       "[COMMAND|TOPIC]", "what the program or a command can do; topics are messages, keys, queries and manual") \
	_(COMPLETION, completion, "bash|zsh|fish",  "a script that teaches the shell the commands and options")

#define IN(command) (1u << COMMAND_##command)
#define EVERYWHERE  (~0u)
#define EVENTS      (IN(TIMELINE) | IN(STORY))
#define INTAKE      (IN(ADD) | IN(CONVERT))
#define AS_JSON     (IN(EXPORT) | IN(ADD) | IN(REFRESH) | IN(CONVERT) | IN(LIST) | IN(SEARCH) | IN(SHOW) | IN(TIMELINE) | IN(STORY) | IN(RELATED) | IN(DOCTOR))
#define PAINTED     (IN(LIST) | IN(SEARCH) | IN(SHOW) | IN(TIMELINE) | IN(STORY) | IN(RELATED) | IN(THEMES))

/* An option: its identifier, name, letter (0: none), argument (NULL: a flag), the
   commands that take it, and its help line. */
#define OPTIONS(_) \
	/* articles */ \
	_(KIND,      "from",      0,   "KIND",  INTAKE, "what the input is; else its content tells") \
	_(PUBLISHED, "published", 0,   "DATE",  INTAKE, "the date of publication, which relative dates hang on; beats the input's") \
	_(TITLE,     "title",     0,   "TEXT",  INTAKE, "the title; beats the input's") \
	_(LANG,      "lang",      0,   "CODE",  INTAKE | IN(TIMEX), "the language, such as en or de-CH") \
	_(CHARSET,   "charset",   0,   "NAME",  INTAKE, "the character set of an input that is no UTF-8") \
	_(URL,       "url",       0,   "URL",   INTAKE, "the address it came from") \
	_(SENTENCES, "sentences", 0,   "N",     INTAKE | IN(REFRESH), "the N best sentences; else 3 to 5 by length that read as one text") \
	_(EXPLAIN,   "explain",   0,   NULL,    INTAKE | IN(REFRESH), "say, as notes, why each sentence, event and name was chosen") \
	_(RECURSIVE, "recursive", 'r', NULL,    INTAKE, "take the files in folders too; hidden files and symbolic links are left out") \
	_(DRY,       "dry-run",   'n', NULL,    IN(ADD) | IN(REFRESH), "say what would be done, and write nothing") \
	_(SANDBOX,   "sandbox",   0,   "WHEN",  INTAKE | IN(TIMEX) | IN(REFRESH), "read inputs in a process that can do nothing else: auto, require or off") \
	_(DCT,       "dct",       0,   "DATE",  IN(TIMEX), "the document's own date, which relative dates hang on") \
	/* what is shown */ \
	_(PANE,      "pane",      0,   "LIST",  IN(SHOW), "only these: header,summary,timeline,related,body") \
	_(TEXT,      "text",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as the reader shows it, without colour") \
	_(MD,        "md",        0,   NULL,    IN(SHOW) | IN(EXPORT), "as Markdown") \
	_(HTML,      "html",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as a page of HTML") \
	_(YAML,      "yaml",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as a canonical brief") \
	_(MAN,       "man",       0,   NULL,    IN(SHOW) | IN(EXPORT), "as a manual page") \
	_(JSON,      "json",      0,   NULL,    AS_JSON, "as JSON, one object a line") \
	_(TSV,       "tsv",       0,   NULL,    EVENTS, "as lines of fields with tabs between, a head line first") \
	_(CSV,       "csv",       0,   NULL,    EVENTS, "the same with commas (RFC 4180)") \
	_(ICS,       "ics",       0,   NULL,    EVENTS, "as a calendar (RFC 5545)") \
	_(FUZZY,     "fuzzy",     0,   NULL,    EVENTS, "in the calendar also what has no day, such as months and quarters") \
	_(FROM,      "from",      0,   "DATE",  EVENTS, "nothing that ended before it; today is a date too") \
	_(TO,        "to",        0,   "DATE",  EVENTS, "nothing that begins after it") \
	_(SCHEDULED, "scheduled", 0,   NULL,    EVENTS, "only what was still to come: scheduled and expected") \
	_(NEW,       "new",       0,   NULL,    IN(STORY), "only what none of the briefs that you have read tells") \
	_(STATS,     "stats",     0,   NULL,    IN(INDEX), "what is in it, how large it is and where it lies") \
	_(REBUILD,   "rebuild",   0,   NULL,    IN(INDEX), "make it anew") \
	_(VERIFY,    "verify",    0,   NULL,    IN(INDEX), "read all of it and all files again, and compare") \
	_(UNCHECKED, "unchecked", 0,   NULL,    IN(LIST) | IN(SEARCH) | IN(RELATED) | IN(STORY), "take the index as it is, without looking whether files changed") \
	_(WANTED,    "wanted",    0,   NULL,    IN(LIST), "instead the articles that briefs name and the library does not have, most wanted first") \
	_(SAVED,     "saved",     0,   NULL,    IN(LIST), "instead the searches that were saved in the reader, with their names") \
	_(WHERE,     "where",     0,   "QUERY", IN(TIMELINE), "of the briefs that fit the query: see 'nutgraf help queries'") \
	_(ALL,       "all",       0,   NULL,    IN(RELATED) | IN(MARK) | IN(REFRESH), "for every brief of the library") \
	_(DOT,       "dot",       0,   NULL,    IN(RELATED), "as a graph for dot: stated links solid, computed ones dashed") \
	_(MOST,      "number",    'n', "N",     IN(LIST) | IN(SEARCH) | IN(RELATED), "at most N of them") \
	_(NUL,       "null",      '0', NULL,    IN(LIST) | IN(SEARCH) | IN(ADD), "ids only, each ended by a NUL byte") \
	_(PATHS,     "paths",     0,   NULL,    IN(LIST) | IN(SEARCH), "the paths of their files only, one a line; with --null each ended by a NUL byte") \
	_(PARA,      "para",      0,   "N",     IN(NOTE), "the paragraph the note is about") \
	_(FIX,       "fix",       0,   NULL,    IN(CHECK), "first mend what has one plain remedy: quotes, tabs, misspelt keys, repeated entries") \
	_(REMOVE,    "remove",    0,   NULL,    IN(TAG), "take the tags away") \
	_(UNDO,      "undo",      0,   NULL,    IN(MARK) | IN(RM) | IN(MV), "take the newest change back: marks, a removal, a new id") \
	_(READ,      "read",      0,   NULL,    IN(MARK), "they are read") \
	_(UNREAD,    "unread",    0,   NULL,    IN(MARK), "they are still to be read") \
	_(STAR,      "star",      0,   NULL,    IN(MARK), "they have a star") \
	_(UNSTAR,    "unstar",    0,   NULL,    IN(MARK), "they have none") \
	_(WIDTH,     "width",     0,   "N",     PAINTED | IN(EXPORT), "columns; 0 wraps nothing; else the terminal's, COLUMNS, 80") \
	_(THEME,     "theme",     0,   "NAME",  PAINTED | IN(READ), "a theme: see 'nutgraf themes'") \
	_(ASCII,     "ascii",     0,   NULL,    PAINTED | IN(EXPORT) | IN(READ), "text, lines and marks in ASCII, as where the locale is not UTF-8") \
	/* every command */ \
	_(LIBRARY,   "library",   0,   "DIR",   EVERYWHERE, "the folder of briefs; else NUTGRAF_LIBRARY, the configuration, $XDG_DATA_HOME/nutgraf") \
	_(COLOR,     "color",     0,   "WHEN",  EVERYWHERE, "auto, always or never") \
	_(NO_PAGER,  "no-pager",  0,   NULL,    EVERYWHERE, "write straight to the terminal") \
	_(OUTPUT,    "output",    'o', "FILE",  EVERYWHERE, "write to FILE, in one step, instead of to the standard output") \
	_(QUIET,     "quiet",     'q', NULL,    EVERYWHERE, "errors only, no warnings and no notes") \
	_(HELP,      "help",      'h', NULL,    EVERYWHERE, "this help") \
	_(VERSION,   "version",   'V', NULL,    EVERYWHERE, "the program's version")
/* clang-format on */

#define COMMAND_ENUM(id, name, args, help) COMMAND_##id,
enum command_id { COMMANDS(COMMAND_ENUM) COMMAND_COUNT };
#undef COMMAND_ENUM

#define OPTION_ENUM(id, name, letter, arg, in, help) OPTION_##id,
enum option_id { OPTIONS(OPTION_ENUM) OPTION_COUNT };
#undef OPTION_ENUM

struct call;

struct command {
	const char *name, *args, *help;
	int (*run)(struct call *c); /* the exit status */
};
extern const struct command commands[COMMAND_COUNT];

struct option_row {
	const char *name, *arg, *help;
	unsigned in; /* bits of the commands that take it */
	char letter;
};
extern const struct option_row options[OPTION_COUNT];

#define COMMAND_DOOR(id, name, args, help) int cmd_##name(struct call *c);
COMMANDS(COMMAND_DOOR)
#undef COMMAND_DOOR

#endif
