/* tag and note: the reader's own edits, spliced in by line, written in one step. */
#include <string.h>

#include "base/file.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "doc/doc.h"

/* The brief's file and its bytes; standard input cannot be edited. */
static int
open_for_edit(struct call *c, struct ref *r, struct str *bytes)
{
	const int status = ref_find(c, c->args[0], r);

	*bytes = STR_NIL;
	if (status != EXIT_DONE)
		return status;
	ref_tell(c, c->args[0], r->index);
	if (strcmp(r->path, "-") == 0)
		return call_usage(c, "the standard input cannot be edited");
	return file_read(c->a, r->path, BRIEF_MOST, bytes, c->d) ? EXIT_DONE
								 : EXIT_TROUBLE;
}

static int
write_back(struct call *c, const struct ref *r, struct str before, struct str after)
{
	if (str_eq(before, after))
		return EXIT_DONE;
	return file_write(r->path, after, c->d) ? EXIT_DONE : EXIT_TROUBLE;
}

int
cmd_tag(struct call *c)
{
	struct ref r;
	struct str before, now;
	int status;

	if (c->arg_count < 2)
		return call_usage(c, "tag needs a brief and one or more tags");
	status = open_for_edit(c, &r, &before);
	if (status != EXIT_DONE)
		return status;
	now = before;
	for (size_t i = 1; i < c->arg_count; i++) {
		const bool minus = c->args[i][0] == '-';
		const struct str tag = str_of(c->args[i] + minus);

		if (!brief_tag(c->a, now, str_of(r.path), tag,
			!minus && c->value[OPTION_REMOVE] == NULL, &now, c->d))
			return EXIT_TROUBLE;
	}
	return write_back(c, &r, before, now);
}

static bool
has_para(struct call *c, const struct ref *r, long para)
{
	const struct brief *b = para == 0 ? NULL : ref_read(c, r, c->a);

	if (b == NULL || doc_para(doc_parse(c->a, b->body), para) != NULL)
		return para == 0 || b != NULL;
	(void)call_usage(c, "the body has no paragraph %ld", para);
	return false;
}

int
cmd_note(struct call *c)
{
	struct note note = { 0 };
	struct ref r;
	struct str before, after = STR_NIL;
	int status;

	if (c->arg_count < 2)
		return call_usage(c, "note needs a brief and a text");
	ref_join(c, 1);
	if (!call_number(c, OPTION_PARA, 1, 0, &note.para))
		return EXIT_TROUBLE;
	status = open_for_edit(c, &r, &before);
	if (status != EXIT_DONE)
		return status;
	if (!has_para(c, &r, note.para))
		return EXIT_TROUBLE;
	note.text = str_of(c->args[1]);
	note.at = clock_today(c->a);
	if (!brief_note(c->a, before, str_of(r.path), &note, &after, c->d))
		return EXIT_TROUBLE;
	return write_back(c, &r, before, after);
}
