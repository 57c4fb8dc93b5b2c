/*
 * shell/tables/commands.h -- every command of the reader, and the keys that reach it.
 *
 * COMMANDS: identifier, name (for `:` and rebinding), group, the views it works in,
 * function, its argument, help.  KEYS: views, key, command; the first key of a command
 * in a view is the one that hints show.  Help, hints, prompts and the manual are made
 * from these rows; a test sees that no view gives two actions one byte sequence.
 */
#ifndef SHELL_TABLES_COMMANDS_H
#define SHELL_TABLES_COMMANDS_H

/* clang-format off */
#define GROUPS(_) \
	_(MOVE,   "move") \
	_(OPEN,   "open, return") \
	_(PANES,  "panes") \
	_(SEARCH, "search") \
	_(VIEW,   "view") \
	_(ACT,    "act") \
	_(OTHER,  "other") \
	_(TYPING, "while typing")

/* Where a key counts; a command may count in several. */
#define VIEWS(_) \
	_(LIST,  1,  "list") \
	_(BRIEF, 2,  "brief") \
	_(HELP,  4,  "help") \
	_(INPUT, 8,  "typing") \
	_(HINTS, 16, "letters") \
	_(VIEWS, 32, "lists")

#define LB  (VIEW_LIST | VIEW_BRIEF)
#define LBH (VIEW_LIST | VIEW_BRIEF | VIEW_HELP | VIEW_VIEWS)
#define LBF (VIEW_LIST | VIEW_BRIEF | VIEW_HELP)

#define COMMANDS(_) \
	_(DOWN,       "down",               MOVE,   LBH | VIEW_INPUT, move_step, 1,     "the next line, or the next thing in a pane") \
	_(UP,         "up",                 MOVE,   LBH | VIEW_INPUT, move_step, -1,    "the line or the thing before") \
	_(HALF_DOWN,  "half-down",          MOVE,   LBH,         move_half, 1,          "half a screen on") \
	_(HALF_UP,    "half-up",            MOVE,   LBH,         move_half, -1,         "half a screen back") \
	_(PAGE_DOWN,  "page-down",          MOVE,   LBH,         move_page, 1,          "a screen on") \
	_(PAGE_UP,    "page-up",            MOVE,   LBH,         move_page, -1,         "a screen back") \
	_(TOP,        "top",                MOVE,   LBH,         move_end, -1,          "the beginning") \
	_(BOTTOM,     "bottom",             MOVE,   LBH,         move_end, 1,           "the end") \
	_(OPEN,       "open",               OPEN,   LB,          follow_cursor, 0,      "open it: a brief, the paragraph it came from, a link") \
	_(BACK,       "back",               OPEN,   VIEW_BRIEF,  trail_back, 0,         "back, to the very same line") \
	_(FORWARD,    "forward",            OPEN,   LB,          trail_forward, 0,      "forward again") \
	_(NEXT_BRIEF, "next-brief",         OPEN,   VIEW_BRIEF,  trail_beside, 1,       "the next brief of the list") \
	_(PREV_BRIEF, "previous-brief",     OPEN,   VIEW_BRIEF,  trail_beside, -1,      "the brief before it in the list") \
	_(NEXT_REF,   "next-reference",     OPEN,   VIEW_BRIEF,  follow_reference, 1,   "the next title or link that leads elsewhere") \
	_(PREV_REF,   "previous-reference", OPEN,   VIEW_BRIEF,  follow_reference, -1,  "the title or link before") \
	_(HINTS,      "hints",              OPEN,   VIEW_BRIEF,  hints_begin, 0,        "a letter for everything that can be opened") \
	_(SUMMARY,    "summary",            PANES,  VIEW_BRIEF,  pane_go, PANE_SUMMARY, "the summary") \
	_(TIMELINE,   "timeline",           PANES,  VIEW_BRIEF,  pane_go, PANE_TIMELINE,"the timeline") \
	_(RELATED,    "related",            PANES,  VIEW_BRIEF,  pane_go, PANE_RELATED, "related reading") \
	_(CONTENTS,   "contents",           PANES,  VIEW_BRIEF,  pane_go, PANE_BODY,    "the text of the article") \
	_(NEXT_PANE,  "next-pane",          PANES,  VIEW_BRIEF,  pane_turn, 1,          "the next pane") \
	_(PREV_PANE,  "previous-pane",      PANES,  VIEW_BRIEF,  pane_turn, -1,         "the pane before") \
	_(STORY,      "story",              PANES,  LB,          view_story, 0,         "the story: all briefs that tell it, one timeline") \
	_(ZOOM,       "zoom",               PANES,  VIEW_BRIEF,  pane_zoom, 0,          "one pane alone, or all") \
	_(FIND,       "search",             SEARCH, LBF,         input_begin_find, 0,   "search all briefs, or what is on the screen") \
	_(FILTER,     "filter",             SEARCH, VIEW_LIST,   input_begin, INPUT_FILTER, "keep briefs with the words in title, source or tags") \
	_(VIEWS,      "lists",              SEARCH, VIEW_LIST,   views_begin, 0,        "choose a list: unread, starred, recently read, saved searches") \
	_(SAVE,       "save",               SEARCH, VIEW_LIST,   views_save, 0,         "save this search or filter as a list") \
	_(NEXT_HIT,   "next-hit",           SEARCH, VIEW_BRIEF,  find_step, 1,          "the next hit") \
	_(PREV_HIT,   "previous-hit",       SEARCH, VIEW_BRIEF,  find_step, -1,         "the hit before") \
	_(CLEAR,      "clear",              SEARCH, LB,          shell_clear, 0,        "forget the search and its marks") \
	_(SORT,       "sort",               VIEW,   VIEW_LIST,   list_sort, 0,          "another order: newest, changed, oldest, title, source") \
	_(FUTURE,     "hide-future",        VIEW,   VIEW_BRIEF,  view_future, 0,        "hide or show what is to come") \
	_(COARSER,    "coarser",            VIEW,   VIEW_BRIEF,  view_timeline, 1,      "the timeline by month, then by year") \
	_(FINER,      "finer",              VIEW,   VIEW_BRIEF,  view_timeline, -1,     "the timeline in more detail") \
	_(NARROWER,   "narrower",           VIEW,   VIEW_BRIEF,  view_measure, -4,      "a narrower column of text") \
	_(WIDER,      "wider",              VIEW,   VIEW_BRIEF,  view_measure, 4,       "a wider column of text") \
	_(MEASURE,    "measure",            VIEW,   VIEW_BRIEF,  view_measure, 0,       "the usual 72 columns") \
	_(BROWSE,     "browse",             ACT,    LB,          act_browse, 0,         "open the link or the source in a browser") \
	_(COPY,       "copy",               ACT,    LB,          act_copy, 0,           "copy what is under the cursor") \
	_(READ,       "mark-read",          ACT,    LB,          mark_toggle, MARK_READ, "mark as read, or as still to be read") \
	_(STAR,       "star",               ACT,    LB,          mark_toggle, MARK_STAR, "give it a star, or take it away") \
	_(REMOVE,     "remove",             ACT,    LB,          remove_here, 0,        "move it to the trash") \
	_(UNDO,       "undo",               ACT,    LB,          undo_last, 0,          "take the last change back") \
	_(EDIT,       "edit",               ACT,    LB,          act_edit, 0,           "edit the brief's file") \
	_(PRINT,      "print",              ACT,    LB,          act_page, 0,           "show it in the pager") \
	_(PIPE,       "pipe",               ACT,    LB,          input_begin, INPUT_PIPE, "give its text to a command of the shell") \
	_(COMMAND,    "command",            OTHER,  LB,          input_begin, INPUT_COMMAND, "a command by its name") \
	_(HELP,       "help",               OTHER,  LB,          help_begin, 0,         "all keys") \
	_(CLOSE,      "close",              OTHER,  VIEW_HELP | VIEW_VIEWS, help_end, 0, "close this page") \
	_(CHOOSE,     "choose",             OPEN,   VIEW_VIEWS,  views_choose, 0,       "show this list") \
	_(FORGET,     "forget",             OPEN,   VIEW_VIEWS,  views_forget, 0,       "forget a saved list") \
	_(MOUSE,      "mouse",              OTHER,  LB,          mouse_toggle, 0,       "use the mouse here, or leave it to the terminal") \
	_(REDRAW,     "redraw",             OTHER,  LBH,         act_effect, EFFECT_REDRAW,  "look at the library again, and paint the screen anew") \
	_(SUSPEND,    "suspend",            OTHER,  LBH,         act_effect, EFFECT_SUSPEND, "stop until fg") \
	_(LEAVE,      "leave",              OTHER,  VIEW_LIST,   shell_leave, 0,        "end a search, then leave the reader") \
	_(QUIT,       "quit",               OTHER,  LBH,         shell_quit, 0,         "leave the reader at once") \
	_(INTERRUPT,  "interrupt",          OTHER,  LB,          shell_quit, 130,       "leave as interrupted") \
	_(ACCEPT,     "accept",             TYPING, VIEW_INPUT,  input_accept, 0,       "take what is typed") \
	_(CANCEL,     "cancel",             TYPING, VIEW_INPUT | VIEW_HINTS, input_cancel, 0, "give it up; everything is as before") \
	_(ERASE,      "erase",              TYPING, VIEW_INPUT,  input_erase, 0,        "the last letter away; cancels when there is none") \
	_(ERASE_WORD, "erase-word",         TYPING, VIEW_INPUT,  input_erase, 1,        "the last word away") \
	_(ERASE_ALL,  "erase-all",          TYPING, VIEW_INPUT,  input_erase, 2,        "all away") \
	_(COMPLETE,   "complete",           TYPING, VIEW_INPUT,  input_complete, 0,     "the rest of a command's name; the search before")

#define KEYS(_) \
	_(LBH,  "j",       DOWN)      _(LBH | VIEW_INPUT, "<Down>", DOWN) _(VIEW_INPUT, "<C-n>", DOWN) \
	_(LBH,  "k",       UP)        _(LBH | VIEW_INPUT, "<Up>", UP)     _(VIEW_INPUT, "<C-p>", UP) \
	_(LBH,  "d",       HALF_DOWN) _(LBH,  "<C-d>",   HALF_DOWN) \
	_(LBH,  "u",       HALF_UP)   _(LBH,  "<C-u>",   HALF_UP) \
	_(LBH,  "<Space>", PAGE_DOWN) _(LBH,  "<C-f>",   PAGE_DOWN) _(LBH,  "<PgDn>",  PAGE_DOWN) \
	_(LBH,  "b",       PAGE_UP)   _(LBH,  "<C-b>",   PAGE_UP)   _(LBH,  "<PgUp>",  PAGE_UP) \
	_(LBH,  "g",       TOP)       _(LBH,  "<Home>",  TOP) \
	_(LBH,  "G",       BOTTOM)    _(LBH,  "<End>",   BOTTOM) \
	_(LB,   "<Enter>", OPEN)      _(LB,   "l",       OPEN)      _(LB,   "<Right>", OPEN) \
	_(VIEW_BRIEF, "q",      BACK) _(VIEW_BRIEF, "<BS>", BACK) _(VIEW_BRIEF, "h", BACK) _(VIEW_BRIEF, "H", BACK) \
	_(VIEW_BRIEF, "<Left>", BACK) _(VIEW_BRIEF, "<C-o>", BACK) \
	_(LB,   "L",       FORWARD) \
	_(VIEW_BRIEF, "J",       NEXT_BRIEF)  _(VIEW_BRIEF, "K",       PREV_BRIEF) \
	_(VIEW_BRIEF, "]",       NEXT_REF)    _(VIEW_BRIEF, "[",       PREV_REF) \
	_(VIEW_BRIEF, "f",       HINTS) \
	_(VIEW_BRIEF, "s",       SUMMARY)     _(VIEW_BRIEF, "t",       TIMELINE) \
	_(VIEW_BRIEF, "r",       RELATED)     _(VIEW_BRIEF, "c",       CONTENTS) \
	_(VIEW_BRIEF, "<Tab>",   NEXT_PANE)   _(VIEW_BRIEF, "<S-Tab>", PREV_PANE) \
	_(VIEW_BRIEF, "z",       ZOOM)        _(LB,         "T",       STORY) \
	_(LBF,  "/",       FIND) \
	_(VIEW_LIST,  "\\",      FILTER)      _(VIEW_LIST,  "v",       VIEWS)       _(VIEW_LIST, "S",      SAVE) \
	_(VIEW_VIEWS, "<Enter>", CHOOSE)      _(VIEW_VIEWS, "l",       CHOOSE)      _(VIEW_VIEWS, "<Right>", CHOOSE) \
	_(VIEW_VIEWS, "x",       FORGET) \
	_(VIEW_VIEWS, "q",       CLOSE) _(VIEW_VIEWS, "<Esc>", CLOSE) _(VIEW_VIEWS, "v", CLOSE) _(VIEW_VIEWS, "<BS>", CLOSE) \
	_(VIEW_VIEWS, "h",       CLOSE) _(VIEW_VIEWS, "<Left>", CLOSE) _(VIEW_VIEWS, "<C-c>", CLOSE) \
	_(VIEW_BRIEF, "n",       NEXT_HIT)    _(VIEW_BRIEF, "N",       PREV_HIT) \
	_(LB,   "<Esc>",   CLEAR) \
	_(VIEW_LIST,  "<BS>",    CLEAR) _(VIEW_LIST, "h", CLEAR) _(VIEW_LIST, "<Left>", CLEAR) _(VIEW_LIST, "<C-o>", CLEAR) \
	_(VIEW_LIST,  "s",       SORT) \
	_(VIEW_BRIEF, "F",       FUTURE)      _(VIEW_BRIEF, "<lt>",    COARSER) _(VIEW_BRIEF, ">",       FINER) \
	_(VIEW_BRIEF, "-",       NARROWER)    _(VIEW_BRIEF, "+",       WIDER)   _(VIEW_BRIEF, "=", MEASURE) \
	_(LB,   "o",       BROWSE)    _(LB,   "y",       COPY)      _(LB,   "e",       EDIT) \
	_(LB,   "p",       PRINT)     _(LB,   "|",       PIPE) \
	_(LB,   "m",       READ)      _(LB,   "*",       STAR)      _(LB,   "U",       UNDO)      _(LB,   "D",       REMOVE) \
	_(LB,   ":",       COMMAND) \
	_(LB,   "?",       HELP)      _(LB,   "<F1>",    HELP) \
	_(VIEW_HELP,  "q",       CLOSE) _(VIEW_HELP, "<Esc>", CLOSE) _(VIEW_HELP, "?", CLOSE) _(VIEW_HELP, "<BS>", CLOSE) \
	_(VIEW_HELP,  "<Enter>", CLOSE) _(VIEW_HELP, "<F1>",  CLOSE) _(VIEW_HELP, "<C-c>", CLOSE) \
	_(LB,   "M",       MOUSE) \
	_(LBH,  "<C-l>",   REDRAW)    _(LBH,  "<C-z>",   SUSPEND) \
	_(VIEW_LIST,  "q",       LEAVE) \
	_(LBH,  "Q",       QUIT)      _(LB,   "<C-c>",   INTERRUPT) \
	_(VIEW_INPUT, "<Enter>", ACCEPT) \
	_(VIEW_INPUT | VIEW_HINTS, "<Esc>", CANCEL) _(VIEW_INPUT | VIEW_HINTS, "<C-c>", CANCEL) _(VIEW_HINTS, "<BS>", CANCEL) \
	_(VIEW_INPUT, "<BS>",    ERASE)       _(VIEW_INPUT, "<C-w>", ERASE_WORD) \
	_(VIEW_INPUT, "<C-u>",   ERASE_ALL)   _(VIEW_INPUT, "<Tab>", COMPLETE)

/* What the bar offers, first things first: context, command, label.  What does not fit is left out. */
#define HINT_ROWS(_) \
	_(LIST,    OPEN,      "open")      _(LIST,    FIND,      "search")   _(LIST,    HELP,     "help") \
	_(LIST,    LEAVE,     "leave")     _(LIST,    FILTER,    "filter")   _(LIST,    VIEWS,    "lists") \
	_(LIST,    SORT,      "sort")      _(LIST,    READ,      "read")     _(LIST,    STAR,     "star") \
	_(LIST,    DOWN,      "down") \
	_(RESUME,  OPEN,      "open")      _(RESUME,  FORWARD,   "read on")  _(RESUME,  FIND,     "search") \
	_(RESUME,  HELP,      "help")      _(RESUME,  LEAVE,     "leave")    _(RESUME,  FILTER,   "filter") \
	_(RESUME,  VIEWS,     "lists")     _(RESUME,  SORT,      "sort")     _(RESUME,  READ,     "read") \
	_(RESUME,  STAR,      "star") \
	_(FOUND,   OPEN,      "open")      _(FOUND,   CLEAR,     "back to the list") _(FOUND, FIND, "search") \
	_(FOUND,   SAVE,      "save")      _(FOUND,   VIEWS,     "lists") \
	_(FOUND,   HELP,      "help")      _(FOUND,   QUIT,      "quit") \
	_(QUOTED,  OPEN,      "its paragraph") _(QUOTED, BACK,   "back")     _(QUOTED,  NEXT_PANE,"next pane") \
	_(QUOTED,  HELP,      "help")      _(QUOTED,  RELATED,   "related")  _(QUOTED,  FIND,     "search") \
	_(QUOTED,  CONTENTS,  "text")      _(QUOTED,  NEXT_BRIEF,"next brief") _(QUOTED, STORY,    "story") \
	_(QUOTED,  STAR,      "star") \
	_(RELATED, OPEN,      "open")      _(RELATED, BACK,      "back")     _(RELATED, NEXT_PANE,"next pane") \
	_(RELATED, HELP,      "help")      _(RELATED, FIND,      "search")   _(RELATED, CONTENTS, "text") \
	_(RELATED, NEXT_BRIEF,"next brief") \
	_(WANTED,  COPY,      "copy the title") _(WANTED, BACK,  "back")     _(WANTED,  NEXT_PANE,"next pane") \
	_(WANTED,  HELP,      "help")      _(WANTED,  FIND,      "search") \
	_(LINK,    BROWSE,    "open in a browser") _(LINK, COPY, "copy")     _(LINK,    BACK,     "back") \
	_(LINK,    HELP,      "help")      _(LINK,    NEXT_REF,  "next link") \
	_(TEXT,    PAGE_DOWN, "on")        _(TEXT,    BACK,      "back")     _(TEXT,    NEXT_PANE,"next pane") \
	_(TEXT,    HELP,      "help")      _(TEXT,    RELATED,   "related")  _(TEXT,    FIND,     "search") \
	_(TEXT,    HINTS,     "letters")   _(TEXT,    NEXT_BRIEF,"next brief") _(TEXT,  STAR,     "star") \
	_(HITS,    NEXT_HIT,  "next hit")  _(HITS,    PREV_HIT,  "hit before") _(HITS,  CLEAR,    "done") \
	_(HITS,    BACK,      "back")      _(HITS,    HELP,      "help") \
	_(HELP,    CLOSE,     "close")     _(HELP,    FIND,      "search")   _(HELP,    PAGE_DOWN,"on") \
	_(VIEWS,   CHOOSE,    "show")      _(VIEWS,   CLOSE,     "close")    _(VIEWS,   FORGET,   "forget a saved one") \
	_(LETTERS, CANCEL,    "cancel")
/* clang-format on */

#endif
