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
	_(READ,       read,       "[REF]",          "the reader, at the list or at a brief; runs by default") \
	_(ADD,        add,        "FILE…|-",        "convert articles into the library, and print the ids") \
	_(CONVERT,    convert,    "FILE…|-",        "convert articles to YAML; the library is untouched") \
	_(LIST,       list,       "[QUERY]",        "the library, or what fits a query, newest first") \
	_(SEARCH,     search,     "QUERY",          "what fits a query, best first, each with its line") \
	_(SHOW,       show,       "REF…",           "print briefs, as the reader shows them or otherwise") \
	_(EXPORT,     export,     "DIR [QUERY]",    "the library as linked pages of HTML, or otherwise") \
	_(TIMELINE,   timeline,   "[REF…]",         "the events of briefs, or of the whole library") \
	_(STORY,      story,      "REF",            "the briefs that tell one story, and its events, merged") \
	_(RELATED,    related,    "REF",            "what else to read, and why") \
	_(REFRESH,    refresh,    "REF…",           "digest briefs again; what you changed stays") \
	_(CHECK,      check,      "[FILE|REF…]",    "find what is wrong in briefs, or in all") \
	_(TAG,        tag,        "REF TAG…",       "add tags; -TAG takes one away") \
	_(NOTE,       note,       "REF TEXT…",      "add a note of yours") \
	_(MARK,       mark,       "REF…",           "mark as read, unread or starred, not in the files") \
	_(RM,         rm,         "REF…",           "move briefs to the trash; --undo brings them back") \
	_(MV,         mv,         "REF ID",         "another id and file name; links and marks follow") \
	_(INIT,       init,       "[DIR]",          "make a folder that is a library") \
	_(EDIT,       edit,       "REF",            "open the file in $VISUAL or $EDITOR, then check it") \
	_(INDEX,      index,      "",               "bring the index up to date; it does so by itself") \
	_(TIMEX,      timex,      "FILE|-",         "every expression of time in a text, as JSON lines") \
	_(DOCTOR,     doctor,     "",               "what works on this machine") \
	_(THEMES,     themes,     "[NAME]",         "the themes, or one of them role by role") \
	_(HELP,       help,       "[COMMAND|TOPIC]", "on a command, messages, keys or queries; the manual") \
	_(COMPLETION, completion, "bash|zsh|fish",  "completions for the shell")

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
	_(PUBLISHED, "published", 0,   "DATE",  INTAKE, "the day of publication; beats the input's") \
	_(TITLE,     "title",     0,   "TEXT",  INTAKE, "the title; beats the input's") \
	_(LANG,      "lang",      0,   "CODE",  INTAKE | IN(TIMEX), "the language, such as en or de-CH") \
	_(CHARSET,   "charset",   0,   "NAME",  INTAKE, "the character set of an input that is no UTF-8") \
	_(URL,       "url",       0,   "URL",   INTAKE, "the address it came from") \
	_(SENTENCES, "sentences", 0,   "N",     INTAKE | IN(REFRESH), "the N best sentences; else 3 to 5 that read as one") \
	_(EXPLAIN,   "explain",   0,   NULL,    INTAKE | IN(REFRESH), "say why each sentence, event and name was chosen") \
	_(RECURSIVE, "recursive", 'r', NULL,    INTAKE, "the files in folders too, but hidden ones and links") \
	_(DRY,       "dry-run",   'n', NULL,    IN(ADD) | IN(REFRESH), "say what would be done, and write nothing") \
	_(SANDBOX,   "sandbox",   0,   "WHEN",  INTAKE | IN(TIMEX) | IN(REFRESH), "read in a locked process: auto, require or off") \
	_(DCT,       "dct",       0,   "DATE",  IN(TIMEX), "the document's own date, which relative dates hang on") \
	/* what is shown */ \
	_(PANE,      "pane",      0,   "LIST",  IN(SHOW), "only these: header,summary,timeline,related,body") \
	_(TEXT,      "text",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as the reader shows it, without colour") \
	_(MD,        "md",        0,   NULL,    IN(SHOW) | IN(EXPORT), "as Markdown") \
	_(HTML,      "html",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as a page of HTML") \
	_(YAML,      "yaml",      0,   NULL,    IN(SHOW) | IN(EXPORT), "as a canonical brief") \
	_(MAN,       "man",       0,   NULL,    IN(SHOW) | IN(EXPORT), "as a manual page") \
	_(JSON,      "json",      0,   NULL,    AS_JSON, "as JSON, one object a line") \
	_(TSV,       "tsv",       0,   NULL,    EVENTS, "as fields with tabs between, a head line first") \
	_(CSV,       "csv",       0,   NULL,    EVENTS, "the same with commas (RFC 4180)") \
	_(ICS,       "ics",       0,   NULL,    EVENTS, "as a calendar (RFC 5545)") \
	_(FUZZY,     "fuzzy",     0,   NULL,    EVENTS, "in the calendar also what has no day") \
	_(FROM,      "from",      0,   "DATE",  EVENTS, "nothing that ended before it; today is a date too") \
	_(TO,        "to",        0,   "DATE",  EVENTS, "nothing that begins after it") \
	_(SCHEDULED, "scheduled", 0,   NULL,    EVENTS, "only what was still to come: scheduled and expected") \
	_(NEW,       "new",       0,   NULL,    IN(STORY), "only what no brief you have read tells") \
	_(STATS,     "stats",     0,   NULL,    IN(INDEX), "what is in it, how large it is and where it lies") \
	_(REBUILD,   "rebuild",   0,   NULL,    IN(INDEX), "make it anew") \
	_(VERIFY,    "verify",    0,   NULL,    IN(INDEX), "read all of it and all files again, and compare") \
	_(UNCHECKED, "unchecked", 0,   NULL,    IN(LIST) | IN(SEARCH) | IN(RELATED) | IN(STORY), "take the index as it is; files are not looked at") \
	_(WANTED,    "wanted",    0,   NULL,    IN(LIST), "instead what briefs name and the library lacks") \
	_(SAVED,     "saved",     0,   NULL,    IN(LIST), "instead the searches saved in the reader") \
	_(WHERE,     "where",     0,   "QUERY", IN(TIMELINE), "of what fits it; see 'nutgraf help queries'") \
	_(ALL,       "all",       0,   NULL,    IN(RELATED) | IN(MARK) | IN(REFRESH), "for every brief of the library") \
	_(DOT,       "dot",       0,   NULL,    IN(RELATED), "as a graph for dot; computed links are dashed") \
	_(MOST,      "number",    'n', "N",     IN(LIST) | IN(SEARCH) | IN(RELATED), "at most N of them") \
	_(NUL,       "null",      '0', NULL,    IN(LIST) | IN(SEARCH) | IN(ADD), "ids only, each ended by a NUL byte") \
	_(PATHS,     "paths",     0,   NULL,    IN(LIST) | IN(SEARCH), "paths only, one a line; with -0 ended by NUL bytes") \
	_(PARA,      "para",      0,   "N",     IN(NOTE), "the paragraph the note is about") \
	_(FIX,       "fix",       0,   NULL,    IN(CHECK), "first mend what has one plain remedy") \
	_(REMOVE,    "remove",    0,   NULL,    IN(TAG), "take the tags away") \
	_(UNDO,      "undo",      0,   NULL,    IN(MARK) | IN(RM) | IN(MV), "take the newest change back") \
	_(READ,      "read",      0,   NULL,    IN(MARK), "they are read") \
	_(UNREAD,    "unread",    0,   NULL,    IN(MARK), "they are still to be read") \
	_(STAR,      "star",      0,   NULL,    IN(MARK), "they have a star") \
	_(UNSTAR,    "unstar",    0,   NULL,    IN(MARK), "they have none") \
	_(WIDTH,     "width",     0,   "N",     PAINTED | IN(EXPORT), "columns, 0 wraps nothing; else the terminal's, or 80") \
	_(THEME,     "theme",     0,   "NAME",  PAINTED | IN(READ), "a theme: see 'nutgraf themes'") \
	_(ASCII,     "ascii",     0,   NULL,    PAINTED | IN(EXPORT) | IN(READ), "in ASCII, as where the locale is not UTF-8") \
	/* every command */ \
	_(LIBRARY,   "library",   0,   "DIR",   EVERYWHERE, "the folder of briefs; else as 'nutgraf doctor' says") \
	_(COLOR,     "color",     0,   "WHEN",  EVERYWHERE, "auto, always or never") \
	_(NO_PAGER,  "no-pager",  0,   NULL,    EVERYWHERE, "write straight to the terminal") \
	_(OUTPUT,    "output",    'o', "FILE",  EVERYWHERE, "write to FILE, in one step") \
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
