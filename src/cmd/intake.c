/* Inputs one by one: read, found to be an article or a brief, digested; a bad one stops nothing. */
#include "cmd/intake.h"

#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "cmd/convey.h"
#include "cmd/put.h"
#include "cmd/tables/programs.h"
#include "cmd/world.h"
#include "data/edtf.h"
#include "text/utf8.h"

static struct str
given(const struct call *c, enum option_id o)
{
	return c->value[o] == NULL ? STR_NIL : str_of(c->value[o]);
}

static bool
read_options(struct call *c, struct convey_options *in)
{
	struct edtf date;
	long sentences;

	*in = (struct convey_options){ .hints = { .from = given(c, OPTION_KIND),
					   .charset = given(c, OPTION_CHARSET),
					   .title = given(c, OPTION_TITLE),
					   .published = given(c, OPTION_PUBLISHED),
					   .language = given(c, OPTION_LANG),
					   .url = given(c, OPTION_URL) } };
	if (c->value[OPTION_PUBLISHED] != NULL &&
	    !edtf_parse(in->hints.published, &date)) {
		(void)call_usage(c, "'%s' is no date; write it as 2019-07-01 or 2019-07",
		    c->value[OPTION_PUBLISHED]);
		return false;
	}
	if (in->hints.language.n != 0 && !brief_language_valid(in->hints.language)) {
		(void)call_usage(c, "'%s' is no language; write it as en or de-CH",
		    c->value[OPTION_LANG]);
		return false;
	}
	if (in->hints.charset.n != 0 && !utf8_knows(in->hints.charset)) {
		(void)call_usage(c, "'%s' is no character set that is known here",
		    c->value[OPTION_CHARSET]);
		return false;
	}
	if (!call_number(c, OPTION_SENTENCES, 1, 0, &sentences))
		return false;
	in->digest.sentences = (int)sentences;
	in->digest.explain = c->value[OPTION_EXPLAIN] != NULL;
	return true;
}

/* With --recursive a folder gives its files.  False (said) when one could not be read. */
static bool
list_inputs(struct call *c, struct strs *out)
{
	bool ok = true;

	for (size_t i = 0; i < c->arg_count; i++) {
		if (c->value[OPTION_RECURSIVE] != NULL && file_stat(c->args[i]).folder)
			ok = folder_walk(c->a, c->args[i], out, c->d) && ok;
		else
			*vec_push(c->a, out) = str_of(c->args[i]);
	}
	return ok;
}

/* What is said of one article cannot be meant for all. */
static bool
is_for_all(struct call *c, const struct strs *inputs)
{
	const enum option_id one[] = { OPTION_TITLE, OPTION_URL };

	for (size_t i = 0; i < LEN(one) && inputs->n > 1; i++)
		if (c->value[one[i]] != NULL) {
			(void)call_usage(c, "--%s is for one input, and here are %zu",
			    options[one[i]].name, inputs->n);
			return false;
		}
	return true;
}

static bool
is_address(const char *path)
{
	return strncmp(path, "https://", 8) == 0 || strncmp(path, "http://", 7) == 0;
}

static bool
read_input(struct call *c, struct convey *v, const struct convey_options *in,
    const char *path, struct arena *a, struct briefs *out)
{
	struct str bytes;

	if (is_address(path)) {
		say(c->d, SAY_ADDRESS, (struct place){ 0 },
		    "'%s' is an address; save the page first, or pipe it in: curl URL | "
		    "nutgraf %s -",
		    path, c->command->name);
		return false;
	}
	if (strcmp(path, "-") != 0 && file_stat(path).folder) {
		say(c->d, SAY_FILE_OPEN, (struct place){ .file = in->hints.file },
		    "'%s' is a folder; say %s --recursive for the files in it", path,
		    c->command->name);
		return false;
	}
	return file_read(a, path, INPUT_MOST, &bytes, c->d) &&
	       convey(v, in, bytes, a, out);
}

/* Found in a folder, not named. */
static bool
is_found(const struct call *c, const char *path)
{
	for (size_t i = 0; i < c->arg_count; i++)
		if (c->args[i] == path)
			return false;
	return true;
}

/* A picture or an empty note among the articles of a folder is no trouble. */
static bool
pass_over(struct call *c, const char *path, size_t said, enum level worst)
{
	const struct place at = { .file = str_of(path) };
	const enum message id = c->d->n == said + 1 ? c->d->at[said].id : MESSAGE_COUNT;

	if ((id != SAY_ARTICLE_KIND && id != SAY_ARTICLE_EMPTY) || !is_found(c, path))
		return false;
	c->d->n = said;
	c->d->worst = worst;
	say(c->d, SAY_PASSED_OVER, at,
	    id == SAY_ARTICLE_KIND ? "no article, passed over" : "no text, passed over");
	return true;
}

/* A program, a table or the like in a folder: text, and no article. */
static bool
is_of_programs(const struct call *c, const char *path)
{
	const char *slash = strrchr(path, '/');
	const struct str name = str_of(slash != NULL ? slash + 1 : path);
	const char *end = strrchr(name.p, '.');

	return is_found(c, path) &&
	       ((end != NULL &&
		    str_is_any(str_of(end + 1), program_endings, LEN(program_endings))) ||
		   str_is_any(name, program_names, LEN(program_names)));
}

static int
take_one(struct call *c, struct convey *v, struct convey_options *in, const char *path,
    intake_each *each, void *state)
{
	struct arena a = ARENA_INIT;
	struct briefs briefs = { 0 };
	struct intake it = { .path = path, .briefs = &briefs };
	const size_t said = c->d->n;
	const enum level worst = c->d->worst;
	int status = EXIT_DONE;

	v->imported = false;
	in->hints.file = str_of(path);
	if (is_of_programs(c, path)) {
		say(c->d, SAY_PASSED_OVER, (struct place){ .file = in->hints.file },
		    "no article, passed over");
	} else if (!read_input(c, v, in, path, &a, &briefs)) {
		briefs.n = 0;
		status = pass_over(c, path, said, worst) ? EXIT_DONE : EXIT_TROUBLE;
	}
	it.made_by = v->imported ? STR_NIL : MADE_BY;
	if (briefs.n != 0 || status != EXIT_DONE)
		status = put_worse(status, each(c, &it, &a, state));
	arena_free(&a);
	call_tell(c);
	return status;
}

int
intake_all(struct call *c, intake_begin *begin, intake_each *each, void *state)
{
	const long started = clock_ticks();
	struct convey_options in;
	struct convey v;
	struct strs inputs = { 0 };
	int status = EXIT_DONE;

	if (c->arg_count == 0)
		return call_usage(
		    c, "%s needs a file, or - for the standard input", c->command->name);
	if (!list_inputs(c, &inputs))
		status = EXIT_TROUBLE;
	if (!read_options(c, &in) || !is_for_all(c, &inputs) || !convey_open(&v, c))
		return EXIT_TROUBLE;
	if (begin != NULL && !begin(c)) {
		convey_close(&v);
		return EXIT_TROUBLE;
	}
	for (size_t i = 0; i < inputs.n && !c->closed; i++) {
		status =
		    put_worse(status, take_one(c, &v, &in, inputs.at[i].p, each, state));
		call_progress(i + 1, inputs.n, started);
	}
	convey_close(&v);
	return status;
}
