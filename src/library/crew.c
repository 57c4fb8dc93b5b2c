/* Threads take the next job until there is none; each has its own memory, forms and stemmers. */
#include "library/crew.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "library/shelf.h"
#include "text/stem.h"

enum { WORKERS_MOST = 8, FEW = 8 };

struct worker {
	struct crew *crew;
	pthread_t thread;
	struct arena a; /* what the jobs give */
	struct forms forms;
	struct stemmer *en;
	struct arena known_a;
	struct ids known; /* by its forms: those of the index, or 0 */
};

struct crew {
	const char *folder;
	struct job *jobs;
	size_t n;
	atomic_size_t next;
	struct worker worker[WORKERS_MOST];
	size_t workers, running;
};

struct crew *
crew_new(struct arena *a, const char *folder)
{
	struct crew *c = arena_new(a, struct crew);
	const long cores = sysconf(_SC_NPROCESSORS_ONLN);

	c->folder = folder;
	c->workers = cores < 1 ? 1 : cores > WORKERS_MOST ? WORKERS_MOST : (size_t)cores;
	for (size_t i = 0; i < c->workers; i++) {
		c->worker[i].crew = c;
		c->worker[i].en = stemmer_new(STR("en"));
		forms_open(&c->worker[i].forms);
	}
	return c;
}

static void
keep(struct worker *w, struct job *j, const struct brief *b, const char *path)
{
	struct buf links = buf_new(&w->a);

	card_make(&j->done->card, &w->forms, &w->a, b);
	links_put(&links, b, w->en);
	j->done->good = true;
	j->done->worker = w;
	j->done->parcel = (struct parcel){ j->name, j->stat, book_of(&w->a, b, path),
		buf_view(&links), str_dup(&w->a, b->source.language) };
}

static uint32_t
form_for(struct worker *w, struct forms *f, uint32_t form)
{
	const struct form *own = &w->forms.at.at[form];

	while (w->known.n <= form)
		*vec_push(&w->known_a, &w->known) = 0;
	if (w->known.at[form] == 0)
		w->known.at[form] = forms_add(f, own->text, own->stem, own->stop);
	return w->known.at[form];
}

void
job_card(struct job *j, struct forms *f, struct arena *a, struct card *out)
{
	struct worker *w = j->done->worker;

	*out = j->done->card;
	for (size_t part = 0; part < PART_COUNT; part++) {
		struct ids *run = &out->run[part];
		const uint32_t *from = run->at;

		run->at = arena_many(a, uint32_t, run->n);
		for (size_t i = 0; i < run->n; i++)
			run->at[i] =
			    from[i] == FORM_BREAK ? FORM_BREAK : form_for(w, f, from[i]);
	}
	out->names.at = arena_many(a, struct card_name, out->names.n);
	for (size_t i = 0; i < out->names.n; i++) {
		out->names.at[i] = j->done->card.names.at[i];
		out->names.at[i].form = form_for(w, f, out->names.at[i].form);
	}
}

void
job_pack(struct job *j, struct buf *out)
{
	card_pack(out, &j->done->card, &j->done->worker->forms);
}

static void
do_job(struct worker *w, struct job *j)
{
	struct arena scratch = ARENA_INIT;
	const char *path = path_join(&w->a, w->crew->folder, j->name);
	const struct brief *b;

	j->done = arena_new(&w->a, struct done);
	j->done->d.a = &w->a;
	b = shelf_read(&scratch, path, &j->done->d);
	if (b != NULL)
		keep(w, j, b, path);
	arena_free(&scratch);
}

static void *
work(void *worker)
{
	struct worker *w = worker;
	struct crew *c = w->crew;
	size_t i;

	while ((i = atomic_fetch_add(&c->next, 1)) < c->n)
		if (c->jobs[i].old == NOWHERE)
			do_job(w, &c->jobs[i]);
	return NULL;
}

/* A few jobs are not worth a thread; a thread that cannot be had is not missed. */
void
crew_start(struct crew *c, struct job *jobs, size_t n)
{
	c->jobs = jobs;
	c->n = n;
	atomic_store(&c->next, 0);
	c->running = 0;
	while (n > FEW && c->running < c->workers &&
	       pthread_create(&c->worker[c->running].thread, NULL, work,
		   &c->worker[c->running]) == 0)
		c->running++;
	if (c->running == 0)
		(void)work(&c->worker[0]);
}

void
crew_wait(struct crew *c)
{
	for (size_t i = 0; i < c->running; i++)
		(void)pthread_join(c->worker[i].thread, NULL);
	c->running = 0;
}

void
crew_rest(struct crew *c)
{
	for (size_t i = 0; i < c->workers; i++)
		arena_free(&c->worker[i].a);
}

void
crew_end(struct crew *c)
{
	crew_wait(c);
	crew_rest(c);
	for (size_t i = 0; i < c->workers; i++) {
		forms_close(&c->worker[i].forms);
		stemmer_free(c->worker[i].en);
		arena_free(&c->worker[i].known_a);
	}
}
