/* story: the briefs that tell one story in order, and their merged timeline. */
#include "library/story.h"
#include "cmd/events.h"
#include "cmd/list.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/state.h"

/* One object: the briefs of the story and the rows of its timeline. */
static void
put_json(struct call *c, const struct chapters *chapters, const struct story *s)
{
	struct json j = { .out = &c->out };

	json_open(&j, '{');
	json_key(&j, "briefs");
	json_open(&j, '[');
	for (size_t i = 0; i < chapters->n; i++) {
		json_open(&j, '{');
		list_json(&j, library_at(c->library, chapters->at[i].index));
		json_field(&j, "why", chapters->at[i].why);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_key(&j, "timeline");
	events_array(&j, s);
	json_end(&j);
}

static int
find(struct call *c, struct chapters *out)
{
	struct ref r;
	const int status = ref_find(c, c->args[0], &r);

	if (status != EXIT_DONE)
		return status;
	if (!call_library(c))
		return EXIT_TROUBLE;
	if (r.index == SIZE_MAX) { /* a file by itself may lie in the library */
		const struct brief *b = ref_read(c, &r, c->a);

		if (b == NULL)
			return EXIT_TROUBLE;
		r.index = library_id(c->library, b->id);
		if (r.index == SIZE_MAX) {
			say(c->d, SAY_REF_NONE, (struct place){ 0 },
			    "'" STR_FMT "' is not in the library; add it first",
			    STR_ARG(b->id));
			return EXIT_NOTHING;
		}
	}
	*out = library_story(c->library, r.index, c->a, c->d);
	return out->n == 0 ? EXIT_TROUBLE : EXIT_DONE;
}

/* Takes away the rows that a brief tells which is read. */
static void
keep_new(struct story *s, const struct map *marks)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct story_row *r = &s->at[i];
		bool known = false;

		for (size_t k = 0; k < r->teller_count; k++) {
			const uint32_t *m = map_get(marks, r->tellers[k].brief->id);

			known |= m != NULL && (*m & MARK_READ) != 0;
		}
		if (!known)
			s->at[n++] = *r;
	}
	s->n = n;
}

static int
nothing_new(struct call *c)
{
	say(c->d, SAY_NOTHING, (struct place){ 0 },
	    "nothing is new in the story of '%s': briefs that you have read tell all of "
	    "it",
	    c->args[0]);
	return EXIT_NOTHING;
}

int
cmd_story(struct call *c)
{
	struct chapters chapters = { 0 };
	struct events_filter f;
	struct print_look own;
	const struct print_look *look;
	struct neighbours list;
	struct story s;
	long cols;
	int status;

	ref_one(c);
	if (c->arg_count != 1)
		return call_usage(c, "story needs one brief");
	if (!events_options(c, &f) || !world_width(c, &cols) ||
	    !world_look(c, &own, &look))
		return EXIT_TROUBLE;
	status = find(c, &chapters);
	if (status != EXIT_DONE)
		return status;
	s = chapters_story(c->a, &chapters);
	list = chapters_list(c->a, c->library, &chapters);
	events_keep(&s, &f);
	if (c->value[OPTION_NEW] != NULL) {
		keep_new(&s, call_marks(c));
		if (s.n == 0)
			return nothing_new(c);
	}
	if (c->value[OPTION_JSON] != NULL)
		put_json(c, &chapters, &s);
	else
		events_put(c, &s, &list, look, cols);
	return EXIT_DONE;
}
