/* Threads take the next job until there is none; each has its own memory, forms and stemmers. */
#include "library/crew.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "library/shelf.h"
#include "text/stem.h"

enum { WORKERS_MOST = 4, FEW = 8 };

/* Bytes of words that a worker knows, before it begins anew with none. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { LEXICON_MOST = 3000 };
#else
enum { LEXICON_MOST = 2 << 20 };
#endif

/* The words a worker met; only who takes the cards looks at what is known of them. */
struct lexicon {
	struct forms forms;
	struct arena known_a;
	struct ids known; /* by its forms: those of the index, or 0 */
};

struct worker {
	struct crew *crew;
	pthread_t thread;
	struct arena a[2];         /* what the jobs give, by turn */
	struct lexicon lexicon[2]; /* the one in use, and one of the stretch before */
	size_t use;
	struct stemmer *en;
};

struct crew {
	const char *folder;
	struct job *jobs;
	size_t n;
	atomic_size_t next;
	struct worker worker[WORKERS_MOST];
	size_t workers, running;
	size_t turn; /* of the stretch at hand: 0 or 1 */
};

static void
lexicon_close(struct lexicon *l)
{
	if (l->forms.at.n != 0)
		forms_close(&l->forms);
	arena_free(&l->known_a);
	l->known = (struct ids){ 0 };
}

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
		forms_open(&c->worker[i].lexicon[0].forms);
	}
	return c;
}

static void
keep(struct worker *w, struct job *j, const struct brief *b, const char *path)
{
	struct arena *a = &w->a[w->crew->turn];
	struct lexicon *l = &w->lexicon[w->use];
	struct buf links = buf_new(a);

	card_make(&j->done->card, &l->forms, a, b);
	links_put(&links, b, w->en);
	j->done->good = true;
	j->done->lexicon = l;
	j->done->forms = l->forms.at.at;
	j->done->parcel = (struct parcel){ j->name, j->stat, book_of(a, b, path),
		buf_view(&links), str_dup(a, b->source.language) };
}

static uint32_t
form_for(const struct done *d, struct forms *f, uint32_t form)
{
	const struct form *own = &d->forms[form];
	struct lexicon *l = d->lexicon;

	while (l->known.n <= form)
		*vec_push(&l->known_a, &l->known) = 0;
	if (l->known.at[form] == 0)
		l->known.at[form] = forms_add(f, own->text, own->stem, own->stop);
	return l->known.at[form];
}

void
job_card(struct job *j, struct forms *f, struct arena *a, struct card *out)
{
	*out = j->done->card;
	for (size_t part = 0; part < PART_COUNT; part++) {
		struct ids *run = &out->run[part];
		const uint32_t *from = run->at;

		run->at = arena_many(a, uint32_t, run->n);
		for (size_t i = 0; i < run->n; i++)
			run->at[i] = from[i] == FORM_BREAK
					 ? FORM_BREAK
					 : form_for(j->done, f, from[i]);
	}
	out->names.at = arena_many(a, struct card_name, out->names.n);
	for (size_t i = 0; i < out->names.n; i++) {
		out->names.at[i] = j->done->card.names.at[i];
		out->names.at[i].form = form_for(j->done, f, out->names.at[i].form);
	}
}

void
job_pack(struct job *j, struct buf *out)
{
	card_pack(out, &j->done->card, &j->done->lexicon->forms);
}

static void
do_job(struct worker *w, struct job *j)
{
	struct arena scratch = ARENA_INIT, *a = &w->a[w->crew->turn];
	const char *path = path_join(a, w->crew->folder, j->name);
	const struct brief *b;

	j->done = arena_new(a, struct done);
	j->done->d.a = a;
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

/* Those who know too many words begin anew; cards of the stretch before are in theirs. */
static void
next_turn(struct crew *c)
{
	c->turn ^= 1;
	for (size_t i = 0; i < c->workers; i++) {
		struct worker *w = &c->worker[i];

		if (w->lexicon[w->use].forms.a.used < LEXICON_MOST)
			continue;
		w->use ^= 1;
		lexicon_close(&w->lexicon[w->use]);
		forms_open(&w->lexicon[w->use].forms);
	}
}

/* A few jobs are not worth a thread; a thread that cannot be had is not missed. */
void
crew_start(struct crew *c, struct job *jobs, size_t n)
{
	next_turn(c);
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
	for (size_t i = 0; i < c->workers; i++) {
		arena_free(&c->worker[i].a[c->turn ^ 1]);
		lexicon_close(&c->worker[i].lexicon[c->worker[i].use ^ 1]);
	}
}

void
crew_end(struct crew *c)
{
	crew_wait(c);
	crew_rest(c);
	for (size_t i = 0; i < c->workers; i++) {
		arena_free(&c->worker[i].a[c->turn]);
		lexicon_close(&c->worker[i].lexicon[c->worker[i].use]);
		stemmer_free(c->worker[i].en);
	}
}
