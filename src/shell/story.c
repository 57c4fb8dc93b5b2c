/* The story of a brief: its briefs and their merged timeline, as a page of its own. */
#include "library/story.h"
#include "base/buf.h"
#include "shell/state.h"

/* A brief to lay out that has nothing of its own but the name of the story. */
static struct brief *
cover(struct arena *a, const struct entry *e, size_t briefs)
{
	struct brief *b = arena_new(a, struct brief);
	struct buf title = buf_new(a), dek = buf_new(a);

	buf_text(&title, "Story: ");
	buf_str(&title, e->title);
	buf_printf(&dek, "What %zu briefs tell, in order of time.", briefs);
	b->id = str_dup(a, e->id);
	b->title = buf_view(&title);
	b->dek = buf_view(&dek);
	return b;
}

bool
story_load(struct shell *sh, struct loaded *l, size_t index)
{
	const size_t said = sh->d->n;
	struct chapters c;

	arena_free(&l->memory);
	*l = (struct loaded){ .index = SIZE_MAX };
	c = library_story(sh->o->library, index, &l->memory, sh->d);
	if (c.n == 0) {
		shell_say_diag(sh, said);
		return false;
	}
	l->brief = cover(&l->memory, library_at(sh->o->library, index), c.n);
	l->body = doc_new(&l->memory);
	l->related = chapters_list(&l->memory, sh->o->library, &c);
	l->story = chapters_story(&l->memory, &c);
	l->is_story = true;
	l->index = index;
	return true;
}

void
view_story(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh);
	const struct loaded *l;

	(void)arg;
	if (index == SIZE_MAX ||
	    (shell_base(sh) == VIEW_BRIEF && trail_here(sh)->is_story))
		return;
	l = loaded_get(sh, index, true);
	if (l == NULL)
		return;
	if (l->story.brief_count < 2)
		shell_say(sh, false, "no other brief of the library tells this story");
	else
		(void)trail_open(sh, index, true);
}

void
story_follow(struct shell *sh, const struct item *it)
{
	const struct story_row *r = &sh->sheet.of->story.at[it->index];
	const struct teller *t = &r->tellers[it->teller];
	const size_t index = library_id(sh->o->library, t->brief->id);
	const struct event *e = teller_event(t);
	const struct str text = str_dup(&sh->scratch, e->text.n != 0 ? e->text : e->when);
	const long para = e->para;

	spot_keep(sh);
	if (index == SIZE_MAX || !trail_open(sh, index, false) || !sheet_ready(sh))
		return;
	if (doc_para(sh->sheet.of->body, para) != NULL)
		follow_source(sh, para, text);
}

void
view_timeline(struct shell *sh, int by)
{
	static const char *const names[ZOOM_COUNT] = { "every event with its day",
		"events by month", "events by year" };
	const int zoom = (int)sh->timeline_zoom + by;

	if (zoom < 0 || zoom >= ZOOM_COUNT) {
		shell_say(
		    sh, false, "the timeline shows %s already", names[sh->timeline_zoom]);
		return;
	}
	sh->timeline_zoom = (enum timeline_zoom)zoom;
	shell_say(sh, false, "timeline: %s", names[zoom]);
}
