/* Inputs one by one: read, found to be an article or a brief, digested; a bad one stops nothing. */
#include "cmd/intake.h"

#include <string.h>
#include <unistd.h>

#include "article/article.h"
#include "base/file.h"
#include "base/vec.h"
#include "cmd/world.h"
#include "data/edtf.h"
#include "digest/digest.h"

struct intake {
	struct article_hints hints;
	struct digest_options options;
};

static struct str
given(const struct call *c, enum option_id o)
{
	return c->value[o] == NULL ? STR_NIL : str_of(c->value[o]);
}

static bool
read_options(struct call *c, struct intake *in)
{
	struct edtf date;
	long sentences;

	*in = (struct intake){ .hints = { .from = given(c, OPTION_KIND),
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
	if (!call_number(c, OPTION_SENTENCES, 1, 0, &sentences))
		return false;
	in->options.sentences = (int)sentences;
	in->options.explain = c->value[OPTION_EXPLAIN] != NULL;
	return true;
}

static bool
is_address(const char *path)
{
	return strncmp(path, "https://", 8) == 0 || strncmp(path, "http://", 7) == 0;
}

/* A brief says so in its first line that is no comment. */
static bool
is_brief(struct str bytes)
{
	while (bytes.n != 0) {
		const struct str line = str_line(&bytes);

		if (str_starts(line, STR("format:")))
			return true;
		if (line.n != 0 && line.p[0] != '#' && !str_eq(line, STR("---")))
			return false;
	}
	return false;
}

static bool
read_articles(struct call *c, const struct intake *in, struct str bytes, struct arena *a,
    struct briefs *out)
{
	struct articles articles = { 0 };

	if (!article_read(a, bytes, &in->hints, &articles, c->d))
		return false;
	for (size_t i = 0; i < articles.n; i++) {
		const struct article *article = &articles.at[i];
		struct brief *b = digest(a, article, &in->options, in->hints.file, c->d);

		if (b->id.n == 0)
			b->id = brief_make_id(a, b->title, b->source.published);
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
		*vec_push(a, out) = b;
	}
	return out->n != 0;
}

static bool
read_input(struct call *c, const struct intake *in, const char *path, struct arena *a,
    struct briefs *out)
{
	struct str bytes;

	if (is_address(path)) {
		say(c->d, SAY_ADDRESS, (struct place){ 0 },
		    "'%s' is an address; save the page first, or pipe it in: curl URL | "
		    "nutgraf %s -",
		    path, c->command->name);
		return false;
	}
	if (!file_read(a, path, INPUT_MOST, &bytes, c->d))
		return false;
	if (in->hints.from.n == 0 && is_brief(bytes))
		return brief_read(a, bytes, in->hints.file, out, c->d);
	return read_articles(c, in, bytes, a, out);
}

/* "\r123 of 1000" on a terminal's standard error, when it takes long. */
static void
progress(struct call *c, size_t i, long started)
{
	struct buf line = buf_new(c->a);

	if (c->arg_count < 2 || clock_ticks() - started < 500 ||
	    isatty(STDERR_FILENO) != 1)
		return;
	buf_printf(&line, "\r%zu of %zu%s", i, c->arg_count,
	    i == c->arg_count ? "\r                    \r" : "");
	(void)fd_write(STDERR_FILENO, buf_view(&line));
}

int
intake_all(struct call *c, intake_each *each, void *state)
{
	const long started = clock_ticks();
	struct intake in;
	int status = EXIT_DONE;

	if (c->arg_count == 0)
		return call_usage(
		    c, "%s needs a file, or - for the standard input", c->command->name);
	if (!read_options(c, &in))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < c->arg_count && !c->closed; i++) {
		struct arena a = ARENA_INIT;
		struct briefs briefs = { 0 };

		in.hints.file = str_of(c->args[i]);
		if (!read_input(c, &in, c->args[i], &a, &briefs)) {
			briefs.n = 0;
			status = EXIT_TROUBLE;
		}
		if (!each(c, c->args[i], &briefs, &a, state))
			status = EXIT_TROUBLE;
		arena_free(&a);
		call_tell(c);
		progress(c, i + 1, started);
	}
	return status;
}
