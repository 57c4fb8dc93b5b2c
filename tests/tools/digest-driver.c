/*
 * For the learners: digests many articles in one process and prints what they need.
 *
 *   digest-driver summary|names|whole FILE
 *
 * FILE holds articles: title, US, body, RS.  summary: a line for each article with its
 * candidate sentences and what is measured of them, parted by US; then for each line of
 * weights on stdin a line with the chosen numbers of every article.  names: a line for each entity: its forms,
 * its sense, its evidence; an empty line ends an article.  whole: one article a line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "digest/digest.h"
#include "digest/names.h"
#include "digest/reading.h"
#include "digest/summary.h"

struct item {
	struct reading *r;
	struct candidates c;
};

static void
put(struct str s)
{
	fwrite(s.p, 1, s.n, stdout);
}

static struct article
article_of(struct arena *a, struct str record)
{
	struct article out = { .title = str_split(&record, '\037'), .body = doc_new(a) };

	while (record.n != 0) {
		size_t end = str_find(record, STR("\n\n"), 0);
		struct str para;

		if (end == STR_NONE)
			end = record.n;
		para = str_trim(str_cut(record, 0, end));
		record = str_cut(record, end + 2, record.n);
		if (para.n != 0)
			block_run(a, doc_add(a, out.body, NULL, BLOCK_PARA),
			    (struct run){ .text = para });
	}
	return out;
}

/* The lead, barred or slight but no piece, a piece, dangling, passage, words, needs (a term of -1: none; the candidate, from 1, that alone will do); features; topic words with the passages they stand in; shared pairs; the text. */
static void
put_candidate(const struct item *item, size_t k)
{
	const struct candidate *c = &item->c.at[k];
	const struct reading *r = item->r;
	const struct passage *p = &r->at[c->passage];

	printf("%d %d %d %d %u %u", k == item->c.lead,
	    (c->barred && !c->piece) || c->slight, c->piece, c->dangling, c->passage,
	    c->words);
	for (size_t n = 0; n < c->need_count; n++)
		printf(" %d %d %d %u", c->needs[n].near, (int)c->needs[n].words[0],
		    (int)c->needs[n].words[1], c->needs[n].of);
	putchar('|');
	for (size_t f = 0; f < FEATURE_COUNT; f++)
		printf("%.6g ", (double)c->feature[f]);
	putchar('|');
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (r->term_of[t] != TERM_NONE && !r->terms[r->term_of[t]].stop)
			printf("%u,%u ", r->term_of[t], r->terms[r->term_of[t]].passages);
	putchar('|');
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (item->c.pair_of[t] != 0)
			printf("%u ", item->c.pair_of[t]);
	putchar('|');
	put(passage_text(r, c->passage));
}

static void
summaries(struct arena *a, struct item *at, size_t n)
{
	char line[4096];

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < at[i].c.n; k++) {
			put_candidate(&at[i], k);
			putchar('\037');
		}
		putchar('\n');
	}
	fflush(stdout);
	while (fgets(line, sizeof line, stdin) != NULL) {
		struct weights w = { 0 };
		char *p = line;
		const struct arena_mark m = arena_mark(a);

		for (size_t f = 0; f < FEATURE_COUNT; f++)
			w.feature[f] = strtod(p, &p);
		w.redundancy = strtod(p, &p);
		w.again = strtod(p, &p);
		w.beyond = strtod(p, &p);
		w.fresh = strtod(p, &p);
		w.faults = strtod(p, &p);
		for (size_t i = 0; i < n; i++) {
			const bool *chosen =
			    summary_choose(a, at[i].r, &at[i].c, &w, 3, false);

			for (size_t k = 0; k < at[i].c.n; k++)
				if (at[i].c.n <= 3 ? !at[i].c.at[k].noise : chosen[k])
					printf("%zu ", k);
			putchar(';');
		}
		putchar('\n');
		fflush(stdout);
		arena_rewind(a, m);
	}
}

static void
names(struct arena *a, const struct reading *r)
{
	struct entities all = names_fold(a, r, spans_find(a, r));

	names_weigh(r, &all);
	for (size_t i = 0; i < all.n; i++) {
		const struct entity *e = &all.at[i];

		if (e->into != 0)
			continue;
		put(e->name);
		for (size_t k = 0; k < e->aka.n; k++) {
			putchar('\037');
			put(e->aka.at[k]);
		}
		printf("\t%d\t", e->sense);
		for (int id = 0; id < EVIDENCE_COUNT; id++)
			if (evidence_has(&e->e, (enum evidence_id)id))
				printf("%d ", id);
		putchar('\n');
	}
	putchar('\n');
}

static void
put_names(const struct name_list *l, const char *kind)
{
	for (size_t i = 0; i < l->n; i++) {
		printf("  %s: ", kind);
		put(l->at[i].name);
		for (size_t k = 0; k < l->at[i].aka.n; k++) {
			printf(" | ");
			put(l->at[i].aka.at[k]);
		}
		if (l->at[i].role.n != 0)
			printf("  [" STR_FMT "]", STR_ARG(l->at[i].role));
		putchar('\n');
	}
}

static void
whole(struct arena *a, const struct article *in)
{
	const struct digest_options o = { 0 };
	struct diags d = { .a = a };
	const struct brief *b = digest(a, in, &o, STR("x"), &d);

	printf("# " STR_FMT "\n", STR_ARG(b->title));
	for (size_t i = 0; i < b->summary.n; i++)
		printf("  - (%ld) " STR_FMT "\n", b->summary.at[i].para,
		    STR_ARG(b->summary.at[i].text));
	for (size_t i = 0; i < b->topics.n; i++)
		printf("  topic: " STR_FMT "\n", STR_ARG(b->topics.at[i]));
	for (size_t i = 0; i < b->acronyms.n; i++)
		printf("  acronym: " STR_FMT " = " STR_FMT "\n",
		    STR_ARG(b->acronyms.at[i].shorter),
		    STR_ARG(b->acronyms.at[i].expansion));
	put_names(&b->people, "person");
	put_names(&b->orgs, "org");
	put_names(&b->places, "place");
}

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct str all;
	struct {
		struct item *at;
		size_t n, room;
	} items = { 0 };

	if (argc != 3 || !file_read(&a, argv[2], SIZE_MAX / 2, &all, &d))
		return 2;
	while (all.n != 0) {
		struct article in = article_of(&a, str_split(&all, '\036'));
		const struct arena_mark m = arena_mark(&a);

		if (strcmp(argv[1], "whole") == 0) {
			whole(&a, &in);
			arena_rewind(&a, m);
		} else {
			struct reading *r = reading_of(&a, &in);

			if (strcmp(argv[1], "names") == 0)
				names(&a, r);
			else
				*vec_push(&a, &items) =
				    (struct item){ r, summary_candidates(&a, r) };
		}
	}
	if (items.n != 0)
		summaries(&a, items.at, items.n);
	arena_free(&a);
	return 0;
}
