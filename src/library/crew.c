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
pack(struct worker *w, struct job *j, const struct brief *b, const char *path)
{
	struct arena scratch = ARENA_INIT;
	struct buf card = buf_new(&scratch), links = buf_new(&scratch);
	struct card made;

	card_make(&made, &w->forms, &scratch, b);
	card_pack(&card, &made, &w->forms);
	links_put(&links, b, w->en);
	j->done->good = true;
	j->done->parcel = (struct parcel){ j->name, j->stat, book_of(&w->a, b, path),
		str_dup(&w->a, buf_view(&card)), str_dup(&w->a, buf_view(&links)),
		str_dup(&w->a, b->source.language) };
	arena_free(&scratch);
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
		pack(w, j, b, path);
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
	}
}
