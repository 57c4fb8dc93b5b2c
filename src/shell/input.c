/* The line being typed: for a search, a filter, a command.  Each letter shows its effect. */
#include <string.h>

#include "shell/state.h"
#include "text/utf8.h"

/* Where the line goes; commands go nowhere before they are accepted. */
static struct typed *
target(struct shell *sh)
{
	switch (sh->input.kind) {
	case INPUT_FIND:
		return &sh->find.pattern;
	case INPUT_SEARCH:
		return &sh->list.query;
	case INPUT_FILTER:
		return &sh->list.filter;
	case INPUT_HELP:
		return &sh->help.filter;
	case INPUT_COMMAND:
	case INPUT_SAVE:
	case INPUT_PIPE:
		break;
	}
	return NULL;
}

const char *
input_prompt(enum input_kind kind)
{
	static const char *const prompts[] = { [INPUT_FIND] = "search: ",
		[INPUT_SEARCH] = "search all briefs: ",
		[INPUT_FILTER] = "filter: ",
		[INPUT_COMMAND] = ":",
		[INPUT_HELP] = "search keys: ",
		[INPUT_SAVE] = "save as: ",
		[INPUT_PIPE] = "pipe to: " };

	return prompts[kind];
}

const char *
input_help(enum input_kind kind)
{
	static const char *const helps[INPUT_PIPE + 1] = {
		[INPUT_SEARCH] =
		    "words \"phrase\" who: place: tag: source: after: before: "
		    "event: is: -not or",
		[INPUT_FILTER] = "words of title, source, topics and tags",
	};

	return helps[kind];
}

void
typed_set(struct typed *t, struct str s)
{
	size_t n = s.n < TYPED_MOST ? s.n : TYPED_MOST;

	while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	if (n != 0)
		memcpy(t->text, s.p, n);
	t->text[n] = '\0';
	t->n = n;
}

struct str
typed_str(const struct typed *t)
{
	return (struct str){ t->text, t->n };
}

void
input_begin(struct shell *sh, int kind)
{
	struct input *in = &sh->input;
	const struct typed *to;

	if (kind == INPUT_FIND && sheet_one_pane(sh) &&
	    trail_here(sh)->spot.pane != PANE_BODY && pane_has(sh, PANE_BODY))
		pane_go(sh, PANE_BODY); /* alone, the text is what one searches */
	*in = (struct input){ .kind = (enum input_kind)kind };
	to = target(sh);
	if (to != NULL)
		in->before = *to;
	if (kind == INPUT_FILTER)
		in->line = sh->list.filter;
	in->view = sh->list.view;
	in->recent = sh->list.recent;
	in->cursor = sh->list.cursor;
	in->top = sh->list.top;
	in->spot = trail_here(sh)->spot;
	in->overlay = sh->overlay;
	sh->overlay = VIEW_INPUT;
}

void
input_begin_find(struct shell *sh, int arg)
{
	(void)arg;
	input_begin(sh, sh->overlay == VIEW_HELP      ? INPUT_HELP
			: shell_base(sh) == VIEW_LIST ? INPUT_SEARCH
						      : INPUT_FIND);
}

/* Shows what the line does: rows, hits, help. */
static void
changed(struct shell *sh)
{
	struct typed *to = target(sh);

	if (to != NULL)
		*to = sh->input.line;
	switch (sh->input.kind) {
	case INPUT_FIND:
		trail_here(sh)->spot = sh->input.spot;
		sh->find.stale = true;
		sh->find.now = SIZE_MAX;
		find_from(sh);
		break;
	case INPUT_SEARCH:
		typed_set(&sh->list.view, STR_NIL);
		sh->list.recent = false;
		/* fallthrough */
	case INPUT_FILTER:
		sh->list.cursor = sh->list.top = 0;
		sh->list.stale = true;
		break;
	case INPUT_HELP:
		sh->help.top = 0;
		break;
	case INPUT_COMMAND:
	case INPUT_SAVE:
	case INPUT_PIPE:
		break;
	}
}

void
input_key(struct shell *sh, uint32_t key)
{
	struct typed *t = &sh->input.line;
	char bytes[4];
	size_t n;

	if (key < ' ' || key == KEY_BACKSPACE_CODE || key >= KEY_BEYOND ||
	    (key >= 0x80 && key < 0xa0))
		return;
	n = utf8_put(bytes, key);
	if (t->n + n > TYPED_MOST)
		return;
	memcpy(t->text + t->n, bytes, n);
	t->n += n;
	changed(sh);
}

void
input_erase(struct shell *sh, int how)
{
	struct typed *t = &sh->input.line;

	if (t->n == 0 && how == 0) {
		input_cancel(sh, 0);
		return;
	}
	if (how == 1)
		while (t->n > 0 && t->text[t->n - 1] == ' ')
			t->n--;
	do
		if (t->n > 0)
			t->n--;
	while (t->n > 0 && (((unsigned char)t->text[t->n] & 0xc0) == 0x80 ||
			       (how == 1 && t->text[t->n - 1] != ' ') || how == 2));
	changed(sh);
}

void
input_cancel(struct shell *sh, int arg)
{
	struct input *in = &sh->input;

	(void)arg;
	if (sh->overlay == VIEW_HINTS) {
		sh->overlay = 0;
		return;
	}
	sh->overlay = in->overlay;
	in->line = in->before;
	if (in->kind == INPUT_FIND) {
		trail_here(sh)->spot = in->spot;
		sh->find.pattern = in->before;
		sh->find.stale = true;
	} else {
		changed(sh);
	}
	sh->list.view = in->view;
	sh->list.recent = in->recent;
	sh->list.cursor = in->cursor;
	sh->list.top = in->top;
	sh->message[0] = '\0';
}

static void
run_named(struct shell *sh, struct str name)
{
	const struct command *c = command_named(shell_base(sh), name);

	if (c != NULL)
		c->run(sh, c->arg);
	else if (name.n != 0)
		shell_say(sh, true, "no command '" STR_FMT "' here; ? lists them",
		    STR_ARG(name));
}

/* The brief that one saw chosen stays so.  If one went to it, and only the beginning of a word found
   it, that is what was asked for. */
static void
keep_chosen(struct shell *sh, struct typed *of, size_t index, bool went)
{
	struct buf b = buf_new(&sh->scratch);
	const struct row *r = list_row(sh);

	if (r == NULL || index == SIZE_MAX)
		return;
	list_seek(sh, index);
	if (list_row(sh)->index == index || of != &sh->list.query || !went)
		return;
	buf_str(&b, str_trim(typed_str(of)));
	buf_byte(&b, '*');
	typed_set(of, buf_view(&b));
	sh->list.stale = true;
	if (list_row(sh) != NULL)
		list_seek(sh, index);
}

/* A search or a filter that leaves nothing is given up, and why is said; one of mistyped words
   gives way to what they meant. */
static void
accept_list(struct shell *sh, struct typed *of, const char *why)
{
	struct list *l = &sh->list;
	const struct row *seen = l->stale ? NULL : list_row(sh);
	const size_t index = seen == NULL ? SIZE_MAX : seen->index;
	const bool went = l->cursor != 0;
	struct str meant = STR_NIL;

	l->stale = true; /* not only a screenful of hits from now on */
	keep_chosen(sh, of, index, went);
	if (list_row(sh) != NULL || sh->input.line.n == 0)
		return;
	if (of == &l->query)
		meant = list_meant(sh);
	if (l->fault.n != 0)
		shell_say(sh, true, STR_FMT, STR_ARG(l->fault));
	else if (meant.n != 0)
		shell_say(sh, false, "nothing fits '" STR_FMT "'; this is '" STR_FMT "'",
		    STR_ARG(str_trim(typed_str(of))), STR_ARG(meant));
	else
		shell_say(sh, true, "%s", why);
	typed_set(of, meant);
	l->stale = true;
}

static void
accept_find(struct shell *sh, const struct input *in)
{
	if (in->line.n == 0 && in->before.n != 0)
		typed_set(&sh->find.pattern, typed_str(&in->before));
	sh->find.stale = true;
	find_from(sh);
}

void
input_accept(struct shell *sh, int arg)
{
	const struct input in = sh->input;
	const struct str line = str_trim(typed_str(&in.line));

	(void)arg;
	sh->overlay = in.overlay;
	switch (in.kind) {
	case INPUT_COMMAND:
		run_named(sh, line);
		break;
	case INPUT_FIND:
		accept_find(sh, &in);
		break;
	case INPUT_SEARCH:
		accept_list(sh, &sh->list.query, "nothing fits this search");
		break;
	case INPUT_FILTER:
		accept_list(
		    sh, &sh->list.filter, "no title, source or tag has these words");
		break;
	case INPUT_SAVE:
		views_saved_as(sh, line);
		break;
	case INPUT_PIPE:
		act_pipe(sh);
		break;
	case INPUT_HELP:
		break;
	}
}

bool
input_again(const struct shell *sh)
{
	const struct input *in = &sh->input;

	return (in->kind == INPUT_FIND || in->kind == INPUT_SEARCH) && in->line.n == 0 &&
	       in->before.n != 0;
}

void
input_complete(struct shell *sh, int arg)
{
	const struct command *c;

	(void)arg;
	if (input_again(sh)) {
		sh->input.line = sh->input.before;
		changed(sh);
	}
	if (sh->input.kind != INPUT_COMMAND)
		return;
	c = command_named(shell_base(sh), typed_str(&sh->input.line));
	if (c != NULL)
		typed_set(&sh->input.line, str_of(c->name));
}
