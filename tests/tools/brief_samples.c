/*
 * brief_samples FOLDER -- tricky briefs for other readers of YAML.
 *
 * stream.yaml holds 120 random briefs as brief_write() writes them; strings.txt what is
 * in them, a line per scalar: document, path and text in hexadecimal, for tools that
 * have no common idea of quoting.  one/N.yaml are briefs that keep the schema.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "base/file.h"
#include "check.h"
#include "data/yaml.h"
#include "random_brief.h"

enum { RANDOM = 120, GOOD = 40 };

static void
put_hex(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_printf(out, "%02x", (unsigned char)s.p[i]);
}

/* The tree is at most 32 levels deep. */
static void
put_strings(struct buf *out, const struct yaml *y, struct str path)
{
	long n = 0;

	for (const struct yaml *child = y->first; child != NULL; child = child->next) {
		struct buf below = buf_new(out->a);

		buf_str(&below, path);
		buf_byte(&below, '/');
		if (y->kind == YAML_MAP)
			put_hex(&below, child->key);
		else
			buf_printf(&below, "%ld", n++);
		put_strings(out, child, buf_view(&below));
	}
	if (y->kind == YAML_SCALAR) {
		buf_str(out, path);
		buf_byte(out, '=');
		put_hex(out, y->text);
		buf_byte(out, '\n');
	}
}

/* Random texts where the schema lets any line stand; the rest as it must be. */
static struct brief *
good_brief(struct arena *a, uint64_t *seed)
{
	struct brief *b = random_brief(a, seed);

	b->id = STR("an-id");
	b->source.url = STR("https://e.org/");
	b->source.language = STR("en-GB");
	b->source.sha256 = STR_NIL;
	b->keep = b->topics = b->tags = (struct strs){ 0 };
	*vec_push(a, &b->tags) = some_str(a, seed, false);
	*vec_push(a, &b->summary) = (struct extract){ some_str(a, seed, false), 0 };
	for (size_t i = 0; i < b->timeline.n; i++)
		b->timeline.at[i].when = some_str(a, seed, false);
	for (size_t i = 0; i < b->related.n; i++)
		b->related.at[i].id = b->related.at[i].url = STR_NIL;
	for (size_t i = 0; i < b->notes.n; i++)
		if (!str_has(b->notes.at[i].text, STR("\n")))
			b->notes.at[i].text = STR("one line");
	for (size_t k = 0; k < 3; k++) {
		struct name_list *names = k == 0   ? &b->people
					  : k == 1 ? &b->orgs
						   : &b->places;

		for (size_t i = 0; i < names->n; i++) {
			names->at[i].url = STR_NIL;
			names->at[i].aka.n =
			    names->at[i].aka.n > 1 ? 1 : names->at[i].aka.n;
		}
	}
	return b;
}

static bool
write_good(const char *folder, struct diags *d)
{
	uint64_t seed = 43;
	bool good = true;

	for (int i = 0; i < GOOD; i++) {
		struct arena a = ARENA_INIT;
		struct buf out = buf_new(&a), name = buf_new(&a);

		brief_write_made(good_brief(&a, &seed), STR("nutgraf 1"), &out);
		buf_printf(&name, "one/%d.yaml", i);
		good = good && file_write(path_join(&a, folder, buf_view(&name)),
				   buf_view(&out), d);
		arena_free(&a);
	}
	return good;
}

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct buf stream = buf_new(&a), strings = buf_new(&a);
	uint64_t seed = 41;
	struct yaml *docs;
	long n = 0;
	bool written;

	if (argc != 2)
		return 2;
	for (int i = 0; i < RANDOM; i++) {
		buf_text(&stream, "---\n");
		brief_write(random_brief(&a, &seed), &stream);
	}
	if (!yaml_read(&a, buf_view(&stream), STR("stream"), &docs, &d))
		return 1;
	for (; docs != NULL; docs = docs->next) {
		struct buf path = buf_new(&a);

		buf_printf(&path, "%ld", n++);
		put_strings(&strings, docs, buf_view(&path));
	}
	written = file_write(path_join(&a, argv[1], STR("stream.yaml")),
		      buf_view(&stream), &d) &&
		  file_write(path_join(&a, argv[1], STR("strings.txt")),
		      buf_view(&strings), &d) &&
		  folder_make(path_join(&a, argv[1], STR("one")), &d) &&
		  write_good(argv[1], &d);
	arena_free(&a);
	return written ? 0 : 1;
}
