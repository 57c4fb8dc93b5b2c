/*
 * shell/state.h -- the reader's state, and the doors of its parts to each other.
 *
 * key -> shell_key() -> a command of the table -> state; shell_prepare() makes what a
 * frame needs (rows, page, hits); shell_paint() reads it.  Commands never paint.  What
 * only the world can do (copy, browse, edit, suspend) is left in `effect` for whoever
 * runs the loop.
 *
 * The cursor: in summary, timeline and related it is a whole thing, in the text a line.
 * The header has no cursor.  Lines and columns are those of the page (render/page.h).
 */
#ifndef SHELL_STATE_H
#define SHELL_STATE_H

#include <stdbool.h>

#include "base/vec.h"
#include "library/state.h"
#include "render/page.h"
#include "shell/keys.h"
#include "shell/margins.h"
#include "shell/shell.h"

/* `shown` briefs stay in memory, the last used first; a trail is cut at its old end. */
enum {
	LOADED_MOST = 6,
	TRAIL_MOST = 4096,
	RELATED_MOST = 6,
	TYPED_MOST = 200,
	MESSAGE_MOST = 240
};
enum { ONE_PANE_UNDER = 60, PREVIEW_FROM = 100 };
enum { MEASURE_LEAST = 40, MEASURE_USUAL = 72, MEASURE_MOST = 120 };

/* Text being typed, or that was typed. */
struct typed {
	char text[TYPED_MOST + 1];
	size_t n; /* bytes */
};

/*
 * A place within a pane that outlives its layout: the thing, or the paragraph and the
 * byte of its plain text that begins the line, and the row of the window it stood on.
 */
struct anchor {
	bool set;
	long para;       /* of a line of text; 0 in the list of addresses */
	uint32_t source; /* bytes into it; in the list of addresses the item */
	size_t index;    /* of an item in its list, or SIZE_MAX */
	enum item_kind kind;
	size_t line; /* in the layout it was taken from */
	int row;
};

struct spot {
	enum pane pane; /* that has the keys */
	int column;
	size_t line;
	size_t top[3]; /* first line shown, per column */
	size_t link;   /* the item last stepped to, for lines with several */
	struct anchor of[PANE_COUNT];
};

/* A stretch of a paragraph's plain text that a jump led to; para 0: none. */
struct lit {
	long para;
	size_t from, to; /* bytes */
};

/* One step of the trail: the list (brief SIZE_MAX) or a brief with all that is seen of it. */
struct step {
	size_t brief;
	bool is_story; /* the story of the brief instead of itself */
	struct spot spot;
	struct page_options laid; /* the layout `spot` counts in; cols 0: none yet */
	struct lit lit;
};

/* Steps 0..n-1, of which `now` is shown; step 0 is the list. */
struct trail {
	struct step *at;
	size_t n, room, now;
};

struct loaded {
	struct arena memory; /* of all that follows */
	size_t index;        /* in the library; SIZE_MAX: nothing */
	size_t used;         /* the higher the later */
	struct brief *brief;
	struct doc *body;
	struct neighbours related;
	bool is_story;      /* `related` are its briefs, `brief` only has its name */
	struct story story; /* its timeline */
};

/* A page and what it was made from; made again when that differs. */
struct sheet {
	struct arena memory;
	const struct page *page;
	const struct loaded *of;
	struct page_options options;
	size_t made; /* counts layouts: marks of an older one are void */
};

enum order {
	ORDER_NEWEST,
	ORDER_CHANGED, /* by the time of the file: what was added or edited last */
	ORDER_OLDEST,
	ORDER_TITLE,
	ORDER_SOURCE,
	ORDER_COUNT
};

struct row {
	size_t index;          /* in the library */
	const struct hit *hit; /* of a search, or NULL */
};

struct list {
	struct arena memory, folds; /* of rows and hits; of `folded` */
	struct {
		struct row *at;
		size_t n, room;
	} rows;
	struct hits hits;
	struct str *folded; /* title, source, tags of every brief, for the filter */
	struct typed filter, query, view; /* view: the name of the list that was chosen */
	bool recent;                      /* what was read, the newest first */
	struct str fault;                 /* why the query cannot be read; in `memory` */
	enum order order;
	bool sourced;    /* there is a column for the source: library_sourced() */
	int source_cols; /* that nine of ten need in a library that is not large, else 0 */
	size_t cursor, top;
	bool stale;
};

struct find {
	struct arena memory; /* of the marks */
	struct typed pattern;
	struct marks marks, lit; /* hits; what a jump led to */
	size_t hits, now;        /* now: SIZE_MAX when it stands on none */
	size_t made;             /* the layout they belong to */
	bool stale;
};

enum input_kind {
	INPUT_FIND,
	INPUT_SEARCH,
	INPUT_FILTER,
	INPUT_COMMAND,
	INPUT_HELP,
	INPUT_SAVE,
	INPUT_PIPE
};

struct input {
	enum input_kind kind;
	struct typed line;
	struct typed before; /* what the target held, for cancelling */
	struct typed view;   /* the list's */
	bool recent;
	struct spot spot;   /* where a search in the text began */
	size_t cursor, top; /* of the list */
	unsigned overlay;   /* what it lies over */
};

struct help {
	struct typed filter;
	size_t top;
};

/* A line of the help: a group's name (or nothing), or one of a command's. */
struct help_row {
	const char *title;
	enum command_id command;
	unsigned views; /* whose keys are shown; 0: this goes on with the row above */
	struct str help;
};
struct help_rows {
	struct help_row *at;
	size_t n, room;
};

/* A list to choose: what it asks for. */
struct list_view {
	struct str name, query, filter;
	bool recent;
};
struct views {
	struct arena memory; /* of the saved ones and the counts */
	struct saved_list saved;
	size_t *counts; /* briefs in each list; SIZE_MAX: not known */
	size_t cursor;
};

/* Letters typed so far while everything to open carries some. */
struct hint_letters {
	char typed[2];
	size_t n;
};

/* What the state of reading says, and what it is still to be told. */
struct kept {
	bool place;                   /* where one is, since the last key */
	struct arena memory, pending; /* of the marks; of the rest */
	struct map marks;             /* by id, of what was asked for */
	bool all;                     /* ... and that is everything */
	struct strs opened;
	struct places_of_ids left;
};

enum effect {
	EFFECT_NONE,
	EFFECT_REDRAW,
	EFFECT_SUSPEND,
	EFFECT_COPY,   /* `effect_text` */
	EFFECT_BROWSE, /* the URL in `effect_text` */
	EFFECT_EDIT,   /* the path in `effect_text` */
	EFFECT_MOUSE,  /* as `mouse` says */
	EFFECT_PAGE,   /* `effect_text` to the pager */
	EFFECT_PIPE    /* ... to the command in `input.line` */
};

struct shell {
	const struct shell_options *o;
	struct diags *d;
	struct arena life;    /* trail */
	struct arena scratch; /* rewound at each key */
	int cols, rows;
	unsigned overlay; /* what lies above the place: VIEW_HELP and so on, or 0 */
	struct trail trail;
	struct list list;
	struct making {
		bool on; /* the index is made, and the library only glanced at */
		bool
		    shown; /* the last frame was not asked for: it showed how far it is */
		size_t done, all;
	} making;
	struct loaded loaded[LOADED_MOST], preview_of;
	size_t loads;
	struct kept kept;
	size_t resume; /* the step L leads to from the first list; 0: none */
	struct sheet sheet, preview;
	struct find find;
	struct input input;
	struct help help;
	struct views views;
	struct hint_letters letters;
	int measure;
	bool zoom, hide_future, mouse;
	bool lost; /* the brief one was at is gone: the next key acts on no other */
	enum timeline_zoom timeline_zoom;
	char message[MESSAGE_MOST];
	bool message_is_error;
	enum effect effect;
	struct str effect_text;
	bool done;
	int status;
};

/* machine.c */
void shell_begin(
    struct shell *sh, const struct shell_options *o, int cols, int rows, struct diags *d);
void shell_end(struct shell *sh);
const struct keymap *shell_keys(const struct shell *sh);
void shell_key(struct shell *sh, uint32_t key);
void shell_resize(struct shell *sh, int cols, int rows);
void shell_prepare(struct shell *sh);
unsigned shell_view(const struct shell *sh); /* one VIEW bit: who gets the next key */
unsigned shell_base(
    const struct shell *sh); /* VIEW_LIST or VIEW_BRIEF: what lies below */
void shell_say(struct shell *sh, bool error, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void shell_say_diag(struct shell *sh, size_t since); /* the last message after `since` */
int shell_body_rows(const struct shell *sh);         /* without the bars */
int shell_bar_rows(const struct shell *sh);
void shell_clear(struct shell *sh, int arg);
void shell_leave(struct shell *sh, int arg);
void shell_quit(struct shell *sh, int status);

/* list.c: the library's rows */
void list_refresh(struct shell *sh);
void list_sort(struct shell *sh, int arg);
/* The search that one which finds nothing may have meant, with words of the library in place of
   mistyped ones; it finds something. Or empty. */
struct str list_meant(struct shell *sh);

void list_seek(
    struct shell *sh, size_t index); /* the cursor to a brief, if it is there */
void list_show(struct shell *sh);    /* scrolls the cursor into view */
int list_cols(const struct shell *sh);
int list_row_height(const struct shell *sh);
size_t list_page(const struct shell *sh); /* rows that fit */
const struct row *list_row(struct shell *sh);
const char *order_name(enum order o);
bool list_is_part(const struct list *l); /* not the whole library */
void list_whole(struct list *l);

/* trail.c: briefs in memory, the steps that led here */
const struct loaded *loaded_get(struct shell *sh, size_t index, bool story);
bool preview_load(struct shell *sh, size_t index);
struct step *trail_here(const struct shell *sh);
/* A new step to a brief or to its story; false: cannot be read. */
bool trail_open(struct shell *sh, size_t index, bool story);
void trail_step(struct shell *sh); /* a new step within the same brief */
void trail_back(struct shell *sh, int arg);
void trail_forward(struct shell *sh, int arg);
void trail_beside(struct shell *sh, int by);

/* sheet.c: the page of the place, and the cursor on it through changes of layout */
bool sheet_ready(struct shell *sh); /* makes it when needed; false: no brief here */
bool sheet_one_pane(const struct shell *sh);
bool pane_has(const struct shell *sh, enum pane p);
size_t spot_top_most(const struct shell *sh, int column);
int sheet_strip_rows(const struct shell *sh); /* of the names of panes, 0 or 1 */
void preview_refresh(struct shell *sh);
const struct page_column *spot_column(const struct shell *sh);
void spot_keep(struct shell *sh); /* takes the anchor of where the cursor is */
bool spot_return(struct shell *sh, enum pane pane); /* to its anchor */
void spot_go(struct shell *sh, int column, size_t line, int row);

/* panes.c: from pane to pane, what changes the page */
const char *pane_title(enum pane p);
enum pane pane_first(const struct loaded *l); /* that has something */
void pane_go(struct shell *sh, int pane);
void pane_turn(struct shell *sh, int by);
void pane_zoom(struct shell *sh, int arg);
void view_future(struct shell *sh, int arg);
void view_measure(struct shell *sh, int by);

/* move.c: up and down */
bool line_is_thing(const struct line *l);
size_t stop_first(const struct page *p, int column, size_t from, size_t to);
size_t stop_begin(const struct page *p, int column, size_t line);
void spot_show(struct shell *sh);
void move_step(struct shell *sh, int by);
void move_half(struct shell *sh, int by);
void move_page(struct shell *sh, int by);
void move_end(struct shell *sh, int by);
void move_wheel(struct shell *sh, int by);

/* mouse.c */
void mouse_toggle(struct shell *sh, int arg);
void mouse_key(struct shell *sh, uint32_t key);

/* follow.c: what Enter does, references, letters */
const struct item *follow_item(const struct shell *sh); /* under the cursor, or NULL */
const struct neighbour *follow_neighbour(const struct shell *sh, const struct item *it);
/* To the words in a paragraph of this step's brief. */
void follow_source(struct shell *sh, long para, struct str text);
void follow_cursor(struct shell *sh, int arg);
void follow_reference(struct shell *sh, int by);
void hints_begin(struct shell *sh, int arg);
void hints_key(struct shell *sh, uint32_t key);
/* The n-th item on the screen and its letters; false after the last. */
bool hints_at(const struct shell *sh, size_t n, const struct item **it, char letters[3]);

/* story.c: the page of a story, the height the timeline is seen from */
bool story_load(struct shell *sh, struct loaded *l, size_t index);
void story_follow(
    struct shell *sh, const struct item *it); /* to its teller's paragraph */
void view_story(struct shell *sh, int arg);
void view_timeline(struct shell *sh, int by);

/* find.c: search in the page */
void find_refresh(struct shell *sh);
void find_step(struct shell *sh, int by);
void find_from(struct shell *sh); /* to the first hit at or after the cursor */

/* input.c: the line being typed */
void typed_set(struct typed *t, struct str s);
struct str typed_str(const struct typed *t);
void input_begin(struct shell *sh, int kind);
void input_begin_find(struct shell *sh, int arg);
void input_key(struct shell *sh, uint32_t key);
void input_accept(struct shell *sh, int arg);
void input_cancel(struct shell *sh, int arg);
void input_erase(struct shell *sh, int how);
void input_complete(struct shell *sh, int arg);
bool input_again(const struct shell *sh); /* what was searched for can be had back */
const char *input_prompt(enum input_kind kind);
const char *input_help(enum input_kind kind); /* while nothing is typed; or NULL */

/* act.c: things done outside of the reader */
/* The brief under the cursor of the list, or the one being read; SIZE_MAX: none, or lost. */
size_t brief_here(struct shell *sh);
void act_effect(struct shell *sh, int effect);
void act_browse(struct shell *sh, int arg);
void act_copy(struct shell *sh, int arg);
void act_edit(struct shell *sh, int arg);
void act_page(struct shell *sh, int arg);
void act_pipe(struct shell *sh); /* the command is typed */

/* renew.c: an index may be missing: it is made meanwhile.  True when something is to be seen. */
void making_begin(struct shell *sh);
bool making_on(struct shell *sh);
int making_percent(const struct shell *sh);

/* renew.c: the files may have changed; the brief `from` (if not empty) is now called `to` */
void shell_renew(struct shell *sh, struct str from, struct str to);
void shell_renew_here(struct shell *sh); /* only that of brief_here() may have */

/* reading.c: the state of reading; without one all of it does nothing */
void reading_begin(struct shell *sh);
bool reading_refresh(struct shell *sh); /* the marks; true: somebody changed some */
void reading_opened(struct shell *sh, size_t index);
void reading_left(struct shell *sh, const struct step *p); /* its place is to be kept */
void reading_place(struct shell *sh, struct step *p);      /* where the brief was left */
void reading_keep(struct shell *sh, bool all);           /* all: also where one is now */
unsigned reading_marks(struct shell *sh, size_t index);  /* read when not known yet */
const struct map *reading_all_marks(struct shell *sh);   /* NULL: none are kept */
unsigned marks_of(const struct shell *sh, size_t index); /* MARK_READ | MARK_STAR */
void mark_toggle(struct shell *sh, int bit);
void remove_here(struct shell *sh, int arg);
void undo_last(struct shell *sh, int arg);

/* views.c: lists to choose from */
void views_begin(struct shell *sh, int arg);
void views_step(struct shell *sh, long by);
void views_choose(struct shell *sh, int arg);
bool views_point(struct shell *sh, int y); /* to the one in a row of the screen */
void views_forget(struct shell *sh, int arg);
void views_save(struct shell *sh, int arg); /* asks for a name */
void views_saved_as(struct shell *sh, struct str name);
const char *views_nothing(const struct list *l); /* of the list chosen; or NULL */
void views_paint(const struct shell *sh, struct cells *out);

/* help.c: the page of keys */
void help_begin(struct shell *sh, int arg);
void help_end(struct shell *sh, int arg);
void help_scroll(struct shell *sh, int by);
void help_paint(const struct shell *sh, struct arena *a, struct cells *out);

/* paint.c, paint_list.c, paint_bars.c: the state as cells */
int paint_clip(struct cells *out, int x, int y, int cols, struct str s, enum role r);
void shell_paint(const struct shell *sh, struct arena *a, struct cells *out);
struct split shell_split(const struct shell *sh); /* of the frame just painted */
void paint_list(const struct shell *sh, struct arena *a, struct cells *out);
void paint_bars(const struct shell *sh, struct arena *a, struct cells *out);

/* child.c: other programs, by argv */
bool child_run(struct arena *a, struct str command, struct str arg, bool wait);
/* The words of `command`, or (shell not NULL) what that makes of it; `text` is its standard
   input. */
bool child_feed(struct arena *a, struct str command, const char *shell, struct str text);

#endif
