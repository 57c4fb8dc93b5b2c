/* Things done outside: asked for here, done by whoever runs the loop. */
#include "base/buf.h"
#include "render/print.h"
#include "shell/state.h"
#include "text/clean.h"

void
act_effect(struct shell *sh, int effect)
{
	sh->effect = (enum effect)effect;
}

size_t
brief_here(struct shell *sh)
{
	const struct row *r;

	if (shell_base(sh) == VIEW_BRIEF)
		return sh->lost ? SIZE_MAX : trail_here(sh)->brief;
	r = list_row(sh);
	return r == NULL ? SIZE_MAX : r->index;
}

void
act_browse(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh);
	const struct loaded *l = index == SIZE_MAX ? NULL : loaded_get(sh, index, false);
	const struct item *it =
	    l != NULL && shell_base(sh) == VIEW_BRIEF ? follow_item(sh) : NULL;
	struct str url = it != NULL ? it->url : STR_NIL;

	(void)arg;
	if (l == NULL)
		return;
	if (url.n == 0)
		url = l->brief->source.url;
	if (url.n == 0) {
		shell_say(sh, false, "no address is known for this");
	} else if (!link_is_safe(url)) {
		shell_say(sh, true,
		    "only http, https and mailto are opened: '" STR_FMT "'",
		    STR_ARG(url));
	} else {
		sh->effect = EFFECT_BROWSE;
		sh->effect_text = url;
		shell_say(sh, false, "opening " STR_FMT, STR_ARG(url));
	}
}

/* A link's address, a thing's words, the paragraph of a line of text. */
static struct str
words_here(struct shell *sh)
{
	const struct item *it = follow_item(sh);
	const struct page_column *c = spot_column(sh);
	const struct block *b = NULL;
	const size_t line = trail_here(sh)->spot.line;

	if (it != NULL)
		return it->url.n != 0 && it->kind == ITEM_LINK ? it->url : it->text;
	if (line < c->n)
		b = doc_para(sh->sheet.of->body, c->lines[line].para);
	return b == NULL ? STR_NIL : doc_plain(&sh->scratch, b);
}

void
act_copy(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh);
	struct buf out = buf_new(&sh->scratch);

	(void)arg;
	if (index == SIZE_MAX)
		return;
	/* what is copied is pasted into a terminal some day */
	put_clean(&out,
	    shell_base(sh) == VIEW_LIST ? library_at(sh->o->library, index)->title
					: words_here(sh),
	    true);
	sh->effect_text = buf_view(&out);
	if (sh->effect_text.n == 0) {
		shell_say(sh, false, "nothing to copy on this line");
		return;
	}
	sh->effect = EFFECT_COPY;
	shell_say(sh, false, "copied: " STR_FMT, STR_ARG(sh->effect_text));
}

void
act_edit(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh);

	(void)arg;
	if (index == SIZE_MAX)
		return;
	sh->effect = EFFECT_EDIT;
	sh->effect_text = str_of(library_at(sh->o->library, index)->path);
}

/* The brief as it is printed: all of it, as wide as the screen. */
static struct str
printed(struct shell *sh, size_t index)
{
	const struct loaded *l = loaded_get(sh, index, false);
	const struct page_options how = { .cols = sh->cols,
		.panes = PANES_ALL,
		.ascii = sh->o->ascii,
		.today = sh->o->today };
	struct buf out = buf_new(&sh->scratch);

	if (l != NULL)
		print_page(&out,
		    page_make(&sh->scratch, l->brief, l->body, &l->related, &how), NULL);
	return buf_view(&out);
}

void
act_page(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh);

	(void)arg;
	if (index == SIZE_MAX)
		return;
	sh->effect_text = printed(sh, index);
	sh->effect = sh->effect_text.n == 0 ? EFFECT_NONE : EFFECT_PAGE;
}

void
act_pipe(struct shell *sh)
{
	if (str_trim(typed_str(&sh->input.line)).n == 0)
		return;
	act_page(sh, 0);
	if (sh->effect == EFFECT_PAGE)
		sh->effect = EFFECT_PIPE;
}
