/* Marks, places and how the reader was left: what the state of reading says, and is told. */
#include "library/change.h"
#include "shell/state.h"

enum { TRAIL_KEPT = 32 };

unsigned
marks_of(const struct shell *sh, size_t index)
{
	const uint32_t *marks;

	if (sh->o->state == NULL || index == SIZE_MAX)
		return MARK_READ;
	marks = map_get(&sh->kept.marks, library_at(sh->o->library, index)->id);
	return marks == NULL ? 0 : *marks;
}

/* Another program may mark too; the frame shows what stands there now. */
bool
reading_refresh(struct shell *sh)
{
	const size_t said = sh->d->n;

	if (sh->o->state == NULL ||
	    (!state_changed(sh->o->state) && sh->kept.marks.a != NULL))
		return false;
	arena_free(&sh->kept.memory);
	sh->kept.marks = map_new(&sh->kept.memory);
	sh->kept.all = false;
	shell_say_diag(sh, said);
	return true;
}

unsigned
reading_marks(struct shell *sh, size_t index)
{
	const struct str id = library_at(sh->o->library, index)->id;

	if (sh->o->state == NULL)
		return MARK_READ;
	(void)reading_refresh(sh);
	if (!sh->kept.all && map_get(&sh->kept.marks, id) == NULL)
		*map_at(&sh->kept.marks, str_dup(&sh->kept.memory, id)) =
		    state_mark_of(sh->o->state, id);
	return marks_of(sh, index);
}

const struct map *
reading_all_marks(struct shell *sh)
{
	if (sh->o->state == NULL)
		return NULL;
	(void)reading_refresh(sh);
	if (!sh->kept.all)
		sh->kept.marks = state_marks(sh->o->state, &sh->kept.memory);
	sh->kept.all = true;
	return &sh->kept.marks;
}

void
reading_opened(struct shell *sh, size_t index)
{
	if (sh->o->state != NULL)
		*vec_push(&sh->kept.pending, &sh->kept.opened) =
		    str_dup(&sh->kept.pending, library_at(sh->o->library, index)->id);
}

/* What stands in a pane; the timeline also has the publication, which is a sentence. */
static const enum item_kind kinds[PANE_COUNT] = { [PANE_HEADER] = ITEM_LINK,
	[PANE_SUMMARY] = ITEM_SENTENCE,
	[PANE_TIMELINE] = ITEM_EVENT,
	[PANE_RELATED] = ITEM_RELATED,
	[PANE_BODY] = ITEM_LINK };

static bool
place_of(const struct step *p, struct place_read *out)
{
	const struct anchor *a = &p->spot.of[p->spot.pane];

	*out = (struct place_read){ .pane = str_of(pane_names[p->spot.pane]),
		.para = a->index == SIZE_MAX             ? a->para
			: a->kind == kinds[p->spot.pane] ? 0
							 : -1,
		.offset = a->index == SIZE_MAX ? a->source : a->index };
	return a->set;
}

void
reading_left(struct shell *sh, const struct step *p)
{
	struct place_of_id left;

	if (sh->o->state == NULL || p->brief == SIZE_MAX || p->is_story ||
	    !place_of(p, &left.place))
		return;
	left.id = str_dup(&sh->kept.pending, library_at(sh->o->library, p->brief)->id);
	*vec_push(&sh->kept.pending, &sh->kept.left) = left;
}

/* What is not told yet is newer than what is kept. */
static bool
place_known(struct shell *sh, size_t index, struct place_read *out)
{
	const struct str id = library_at(sh->o->library, index)->id;

	for (size_t i = sh->kept.left.n; i-- > 0;)
		if (str_eq(sh->kept.left.at[i].id, id)) {
			*out = sh->kept.left.at[i].place;
			return true;
		}
	return state_place(sh->o->state, id, &sh->scratch, out);
}

static struct anchor
anchor_of(const struct shell *sh, enum pane pane, const struct place_read *p)
{
	const bool thing = pane != PANE_BODY;

	return (struct anchor){ .set = true,
		.para = thing ? 0 : p->para,
		.source = thing || p->offset > UINT32_MAX ? 0 : (uint32_t)p->offset,
		.index = thing ? p->offset : SIZE_MAX,
		.kind = thing && p->para < 0 ? ITEM_SENTENCE : kinds[pane],
		.row = shell_body_rows(sh) / 3 };
}

void
reading_place(struct shell *sh, struct step *p)
{
	struct place_read place;

	if (sh->o->state == NULL || p->is_story || !place_known(sh, p->brief, &place))
		return;
	for (int i = PANE_SUMMARY; i < PANE_COUNT; i++)
		if (str_eq(place.pane, str_of(pane_names[i]))) {
			p->spot.pane = (enum pane)i;
			p->spot.of[i] = anchor_of(sh, (enum pane)i, &place);
		}
}

/* The briefs of the trail, each once in a row; from the list also those that lie forward. */
static struct session
session_now(struct shell *sh)
{
	struct session s = { 0 };
	const struct row *r = list_row(sh);
	const struct trail *t = &sh->trail;
	const size_t n = t->now == 0 ? t->n : t->now + 1;
	size_t before = SIZE_MAX;

	if (r != NULL)
		s.cursor =
		    str_dup(&sh->scratch, library_at(sh->o->library, r->index)->id);
	for (size_t i = n > TRAIL_KEPT ? n - TRAIL_KEPT : 1; i < n; i++) {
		if (t->at[i].brief != before && !t->at[i].is_story)
			*vec_push(&sh->scratch, &s.trail) = str_dup(
			    &sh->scratch, library_at(sh->o->library, t->at[i].brief)->id);
		before = t->at[i].brief;
	}
	return s;
}

void
reading_keep(struct shell *sh, bool all)
{
	struct kept *k = &sh->kept;
	const size_t said = sh->d->n;
	struct session session;
	struct reading told = { 0 };

	if (sh->o->state == NULL)
		return;
	if (all)
		reading_left(sh, trail_here(sh));
	if (!all && k->opened.n == 0 && k->left.n == 0)
		return;
	session = session_now(sh);
	told = (struct reading){
		.opened = k->opened, .places = k->left, .session = &session
	};
	if (sh->o->now != NULL)
		told.at = sh->o->now(&sh->scratch);
	state_keep(sh->o->state, &told);
	shell_say_diag(sh, said);
	k->opened = (struct strs){ 0 };
	k->left = (struct places_of_ids){ 0 };
	arena_free(&k->pending);
}

/* The cursor on the brief it was left on; the trail lies forward, where L leads. */
void
reading_begin(struct shell *sh)
{
	struct session s;

	if (sh->o->state == NULL)
		return;
	(void)reading_refresh(sh);
	s = state_session(sh->o->state, &sh->scratch);
	list_refresh(sh);
	list_seek(sh, library_id(sh->o->library, s.cursor));
	for (size_t i = 0; i < s.trail.n; i++) {
		struct step p = { .brief = library_id(sh->o->library, s.trail.at[i]) };

		if (p.brief == SIZE_MAX)
			continue;
		reading_place(sh, &p);
		*vec_push(&sh->life, &sh->trail) = p;
	}
	sh->resume = sh->trail.n - 1;
	for (size_t i = 0; i < sh->d->n; i++)
		if (sh->d->at[i].id == SAY_STATE ||
		    sh->d->at[i].id == SAY_STATE_DAMAGED || sh->d->at[i].id == SAY_KEYS)
			shell_say(sh, true, STR_FMT, STR_ARG(sh->d->at[i].text));
}

static struct str
name_of(const struct shell *sh, struct str id)
{
	const size_t index = library_id(sh->o->library, id);

	return index == SIZE_MAX ? id : library_at(sh->o->library, index)->title;
}

static bool
has_state(struct shell *sh)
{
	if (sh->o->state == NULL)
		shell_say(sh, true, "no marks are kept here");
	return sh->o->state != NULL;
}

void
mark_toggle(struct shell *sh, int bit)
{
	static const char *const done[][2] = { { NULL, NULL },
		{ "still to be read", "read" }, { "no star any more", "starred" } };
	const size_t index = brief_here(sh), said = sh->d->n;
	struct strs ids = { 0 };
	bool on;

	if (index == SIZE_MAX || !has_state(sh))
		return;
	reading_keep(sh, false);
	on = (reading_marks(sh, index) & (unsigned)bit) == 0;
	*vec_push(&sh->scratch, &ids) = library_at(sh->o->library, index)->id;
	if (state_mark(sh->o->state, &ids, on ? (unsigned)bit : 0,
		on ? 0 : (unsigned)bit) != SIZE_MAX)
		shell_say(sh, false, "%s: " STR_FMT, done[bit][on],
		    STR_ARG(library_at(sh->o->library, index)->title));
	shell_say_diag(sh, said);
}

/* Files came back, or one has its old id again; the id the first of them has now. */
static struct str
renew(struct shell *sh, const struct acts *acts)
{
	struct str was = acts->at[0].was; /* of a move "OLD ID\nFILE" */
	const struct str id = acts->at[0].id;

	if (str_eq(acts->at[0].what, STR("mark")))
		return id;
	if (!str_eq(acts->at[0].what, STR("mv"))) {
		shell_renew(sh, STR_NIL, STR_NIL);
		return id;
	}
	was = str_line(&was);
	shell_renew(sh, id, was);
	return was;
}

/* The brief one was at is gone because one said so: the next key is meant for what is there now. */
void
remove_here(struct shell *sh, int arg)
{
	const size_t index = brief_here(sh), said = sh->d->n;
	struct found_list which = { 0 };
	struct str title;

	(void)arg;
	if (index == SIZE_MAX || !has_state(sh))
		return;
	if (sh->o->samples || trail_here(sh)->is_story) {
		shell_say(sh, true,
		    sh->o->samples ? "the samples stay; 'nutgraf add' begins a library"
				   : "this is a story; open the brief that is to go");
		return;
	}
	title = str_dup(&sh->scratch, library_at(sh->o->library, index)->title);
	*vec_push(&sh->scratch, &which) = index;
	reading_keep(sh, false);
	if (library_remove(sh->o->library, sh->o->state, &which, sh->d)) {
		shell_renew(sh, STR_NIL, STR_NIL);
		sh->lost = false;
		shell_say(
		    sh, false, "removed, U brings it back: " STR_FMT, STR_ARG(title));
	}
	shell_say_diag(sh, said);
}

void
undo_last(struct shell *sh, int arg)
{
	static const struct {
		const char *what, *text;
	} texts[] = { { "mark", "the mark of" }, { "rm", "the removal of" },
		{ "mv", "the id of" } };
	const size_t said = sh->d->n;
	struct undone u;
	struct str id = STR_NIL;

	(void)arg;
	if (!has_state(sh))
		return;
	u = library_undo(
	    library_folder(sh->o->library), sh->o->state, &sh->scratch, sh->d);
	if (u.acts.n == 0)
		shell_say(sh, false, "nothing to take back");
	else
		id = renew(sh, &u.acts);
	if (id.n != 0 && shell_base(sh) == VIEW_LIST) { /* where it acted */
		list_refresh(sh);
		list_seek(sh, library_id(sh->o->library, id));
	}
	for (size_t i = 0; i < LEN(texts) && u.acts.n != 0; i++)
		if (str_eq(u.acts.at[0].what, str_of(texts[i].what)))
			shell_say(sh, false, "taken back: %s " STR_FMT "%s",
			    texts[i].text, STR_ARG(name_of(sh, id)),
			    u.acts.n > 1 ? " and others" : "");
	shell_say_diag(sh, said);
}
