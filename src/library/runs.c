/* A pair is written as two sizes and its bytes; a heap of runs gives the least key next. */
#include "library/runs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "library/bytes.h"

#ifdef ARENA_BLOCK /* tests cross every seam */
enum { RUN_BYTES = 3000, READ_BYTES = 40 };
#else
enum { RUN_BYTES = 1 << 20, READ_BYTES = 32 << 10 };
#endif

/* A file that has its name for a moment only, or -1. */
static int
nameless(const char *folder)
{
	struct arena scratch = ARENA_INIT;
	const char *path = path_join(&scratch, folder, STR("sorting.tmp"));
	int fd;

	(void)unlink(path); /* of a program that was killed in that moment */
	fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0)
		(void)unlink(path);
	arena_free(&scratch);
	return fd;
}

void
runs_open(struct runs *r, const char *folder)
{
	*r = (struct runs){ .fd = folder == NULL ? -1 : nameless(folder) };
	r->pairs = buf_new(&r->a);
}

void
runs_close(struct runs *r)
{
	if (r->fd >= 0)
		(void)close(r->fd);
	arena_free(&r->a);
	arena_free(&r->of_runs);
}

static void
take_pair(struct str *rest, struct str *key, struct str *value)
{
	*key = take_text(rest);
	*value = take_text(rest);
}

static struct str
key_at(const struct runs *r, uint32_t start)
{
	struct str rest = str_cut(buf_view(&r->pairs), start, r->pairs.n);

	return take_text(&rest);
}

/* Those of one key stay in the order of their coming. */
static int
by_key(const void *pa, const void *pb, void *runs)
{
	const uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
	const int by = str_cmp(key_at(runs, a), key_at(runs, b));

	return by != 0 ? by : (a > b) - (a < b);
}

/* What is held, in order, as the bytes of a run: into the file by and by, or all at once. */
static struct str
in_order(struct runs *r)
{
	struct buf out = buf_new(&r->a);

	if (r->starts.n > 1)
		qsort_r(r->starts.at, r->starts.n, sizeof(*r->starts.at), by_key, r);
	for (size_t i = 0; i < r->starts.n; i++) {
		struct str rest =
		    str_cut(buf_view(&r->pairs), r->starts.at[i], r->pairs.n);
		const char *from = rest.p;
		struct str key, value;

		take_pair(&rest, &key, &value);
		buf_str(&out, (struct str){ from, (size_t)(rest.p - from) });
		if (r->fd >= 0 && (out.n >= READ_BYTES || i + 1 == r->starts.n)) {
			if (r->failed == 0 && !fd_write(r->fd, buf_view(&out)))
				r->failed = errno;
			r->written += out.n;
			out.n = 0;
		}
	}
	return buf_view(&out);
}

static void
write_run(struct runs *r)
{
	const uint64_t from = r->written;

	(void)in_order(r);
	*vec_push(&r->of_runs, &r->run) = (struct run){ .at = from, .end = r->written };
	arena_free(&r->a);
	r->pairs = buf_new(&r->a);
	r->starts.at = NULL;
	r->starts.n = r->starts.room = 0;
}

void
runs_put(struct runs *r, struct str key, struct str value)
{
	if (r->pairs.n == 0 && r->fd >= 0)
		buf_room(&r->pairs, RUN_BYTES);
	*vec_push(&r->a, &r->starts) = (uint32_t)r->pairs.n;
	put_text(&r->pairs, key);
	put_text(&r->pairs, value);
	r->most = r->a.used > r->most ? r->a.used : r->most;
	if (r->fd >= 0 && r->pairs.n > RUN_BYTES - RUN_BYTES / 8)
		write_run(r);
}

/* More of the file behind what is left. */
static void
read_on(struct runs *r, struct run *n, size_t bytes)
{
	const uint64_t left = n->end - n->at;
	const size_t more = left < bytes ? (size_t)left : bytes;
	size_t got = 0;

	if (n->rest.n + more > n->bytes) {
		char *room = arena_many(&r->of_runs, char, 2 * (n->rest.n + more));

		if (n->rest.n != 0)
			memcpy(room, n->rest.p, n->rest.n);
		n->room = room;
		n->bytes = 2 * (n->rest.n + more);
	} else if (n->rest.n != 0) {
		memmove(n->room, n->rest.p, n->rest.n);
	}
	while (got < more && r->failed == 0) {
		const ssize_t now = pread(
		    r->fd, n->room + n->rest.n + got, more - got, (off_t)(n->at + got));

		if (now <= 0 && errno != EINTR)
			r->failed = now == 0 ? EIO : errno;
		got += now > 0 ? (size_t)now : 0;
	}
	n->rest = (struct str){ n->room, n->rest.n + got };
	n->at += got;
}

/* With so many bytes the pair at the front is whole. */
static uint64_t
wants(struct str rest)
{
	enum { SIZES = 20 };
	const uint64_t key = take_number(&rest);

	rest = str_cut(rest, (size_t)key, rest.n);
	return SIZES + key + (rest.p == NULL ? 0 : take_number(&rest));
}

static bool
next_of(struct runs *r, struct run *n)
{
	while (n->rest.n < wants(n->rest) && n->at < n->end && r->failed == 0)
		read_on(r, n, READ_BYTES);
	if (n->rest.n == 0 || r->failed != 0)
		return false;
	take_pair(&n->rest, &n->key, &n->value);
	return true;
}

/* The run comes before the other: the lesser key, or the older one. */
static bool
is_before(const struct runs *r, size_t a, size_t b)
{
	const int by = str_cmp(r->run.at[a].key, r->run.at[b].key);

	return by != 0 ? by < 0 : a < b;
}

static void
sink(struct runs *r, size_t i)
{
	size_t *heap = r->heap.at;

	for (;;) {
		size_t least = i;
		const size_t was = heap[i];

		for (size_t k = 2 * i + 1; k <= 2 * i + 2 && k < r->heap.n; k++)
			if (is_before(r, heap[k], heap[least]))
				least = k;
		if (least == i)
			return;
		heap[i] = heap[least];
		heap[least] = was;
		i = least;
	}
}

void
runs_sort(struct runs *r)
{
	if (r->fd >= 0) {
		write_run(r);
	} else {
		const struct str all = in_order(r);

		*vec_push(&r->of_runs, &r->run) = (struct run){ .rest = all };
	}
	for (size_t i = 0; i < r->run.n; i++)
		if (next_of(r, &r->run.at[i]))
			*vec_push(&r->of_runs, &r->heap) = i;
	for (size_t i = r->heap.n; i-- > 0;)
		sink(r, i);
}

/* The run that gave the last pair goes on first: till then its bytes are still there. */
bool
runs_next(struct runs *r, struct str *key, struct str *value)
{
	if (r->given && r->heap.n != 0) {
		if (!next_of(r, &r->run.at[r->heap.at[0]]))
			r->heap.at[0] = r->heap.at[--r->heap.n];
		sink(r, 0);
	}
	r->given = true;
	if (r->heap.n == 0 || r->failed != 0)
		return false;
	*key = r->run.at[r->heap.at[0]].key;
	*value = r->run.at[r->heap.at[0]].value;
	return true;
}

/* A zero byte is followed by a one, so that the end (two zeros) comes before all else. */
void
key_rising(struct buf *key, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		buf_byte(key, s.p[i]);
		if (s.p[i] == '\0')
			buf_byte(key, '\1');
	}
	buf_str(key, (struct str){ "\0\0", 2 });
}

/* The same, every byte turned over. */
void
key_falling(struct buf *key, struct str s)
{
	const size_t from = key->n;

	key_rising(key, s);
	for (size_t i = from; i < key->n; i++)
		key->p[i] = (char)~key->p[i];
}

static void
put_big_endian(struct buf *key, uint64_t v, unsigned bytes)
{
	while (bytes-- > 0)
		buf_byte(key, (char)(v >> 8 * bytes & 0xff));
}

static uint64_t
take_big_endian(const char *p, unsigned bytes)
{
	uint64_t v = 0;

	for (unsigned i = 0; i < bytes; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

void
key_number(struct buf *key, int64_t v)
{
	put_big_endian(key, (uint64_t)v ^ (uint64_t)1 << 63, 8);
}

void
key_slot(struct buf *key, uint32_t v)
{
	put_big_endian(key, v, 4);
}

int64_t
key_take_number(struct str key, size_t at)
{
	return (int64_t)(take_big_endian(key.p + at, 8) ^ (uint64_t)1 << 63);
}

uint32_t
key_take_slot(struct str key)
{
	return (uint32_t)take_big_endian(key.p + key.n - 4, 4);
}
