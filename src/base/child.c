/* Fork, a socket, one request at a time; a length before each message. */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sanitized.h"
#include "base/shut.h"

enum {
	KEPT_WARM = 64 << 20, /* bytes the child keeps from one request to the next */
	POLL_MS = 10000,
	POLLS_IDLE = 3, /* without any CPU time: it waits for something it cannot get */
	NO_MEMORY = 70, /* the exit status of die() */
	PARTS = 4,
	FILES = 1024
};

/* ---- in the child ---- */

/* Its socket is descriptor 0. */
static bool
hear(void *to, size_t bytes)
{
	char *p = to;

	while (bytes != 0) {
		const ssize_t n = read(0, p, bytes);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		bytes -= (size_t)n;
	}
	return true;
}

/* The length and the bytes in one call as far as the socket takes them. */
static bool
answer_with(struct str answer)
{
	uint64_t length = answer.n;
	struct iovec v[2] = { { &length, sizeof(length) }, { NULL, answer.n } };
	ssize_t n;

	memcpy(&v[1].iov_base, &answer.p, sizeof(answer.p)); /* it is only read */
	n = writev(0, v, 2);
	if (n < (ssize_t)sizeof(length))
		return false;
	return fd_write(0, str_cut(answer, (size_t)n - sizeof(length), answer.n));
}

static bool
serve_one(const struct child_task *task, struct arena *a)
{
	struct buf answer = buf_new(a);
	uint64_t length;
	char *request;

	if (!hear(&length, sizeof(length)))
		return false;
	request = arena_alloc(a, (size_t)length + 1);
	if (!hear(request, (size_t)length))
		return false;
	task->serve(task->state, a, (struct str){ request, (size_t)length }, &answer);
	return answer_with(buf_view(&answer));
}

static void
close_all_but(int fd)
{
	(void)dup2(fd, 0);
	(void)close(1);
	if (!SANITIZED)
		(void)close(2); /* what it prints would be hostile bytes on a terminal */
	if (close_range(3, ~0u, 0) != 0)
		for (int other = 3; other < FILES; other++) /* Linux before 5.9 */
			(void)close(other);
}

static _Noreturn void
live(const struct child_task *task, int fd)
{
	struct arena a = ARENA_INIT;
	unsigned layers;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	(void)mallopt(M_MMAP_THRESHOLD, KEPT_WARM / 2);
	(void)mallopt(M_TRIM_THRESHOLD, KEPT_WARM);
	if (task->prepare != NULL)
		task->prepare(task->state);
	close_all_but(fd);
	layers = child_shut_doors();
	(void)arena_alloc(&a, 1);
	if (fd_write(0, (struct str){ (const char *)&layers, sizeof(layers) })) {
		const struct arena_mark empty = arena_mark(&a);

		while (serve_one(task, &a))
			arena_rewind(&a, empty);
	}
	_exit(0);
}

/* ---- in the parent ---- */

/* Never as one of the standard three, which the caller may have closed. */
static int
moved_up(int fd)
{
	const int up = fd > 2 ? fd : fcntl(fd, F_DUPFD_CLOEXEC, 3);

	if (up != fd)
		(void)close(fd);
	return up;
}

static bool
make(struct child *c)
{
	int ends[2];
	pid_t pid;

	c->process = 0;
	c->layers = CHILD_UNKNOWN;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return false;
	ends[0] = moved_up(ends[0]);
	ends[1] = moved_up(ends[1]);
	pid = ends[0] < 0 || ends[1] < 0 ? -1 : fork();
	if (pid == 0)
		live(&c->task, ends[1]);
	(void)close(ends[1]);
	if (pid < 0) {
		(void)close(ends[0]);
		return false;
	}
	c->process = pid;
	c->fd = ends[0];
	return true;
}

bool
child_start(struct child *c, struct child_task task)
{
	*c = (struct child){ .task = task };
	return make(c);
}

/* Ends it if it still runs; the status of waitpid(). */
static int
reap(struct child *c, bool kill_it)
{
	int status = 0;

	if (kill_it)
		(void)kill((pid_t)c->process, SIGKILL);
	(void)close(c->fd);
	while (waitpid((pid_t)c->process, &status, 0) < 0 && errno == EINTR)
		continue;
	c->process = 0;
	return status;
}

void
child_stop(struct child *c)
{
	if (c->process != 0)
		(void)reap(c, false); /* the closed socket ends it */
}

/* Milliseconds of CPU time it has had; -1 when it is gone. */
static long
time_of(const struct child *c)
{
	struct timespec t;
	clockid_t id;

	if (clock_getcpuclockid((pid_t)c->process, &id) != 0 ||
	    clock_gettime(id, &t) != 0)
		return -1;
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Waits until there is something to read: false when nothing will come. */
static bool
wait_for(const struct child *c)
{
	long before = -1;

	for (int idle = 0; idle < POLLS_IDLE;) {
		struct pollfd p = { c->fd, POLLIN, 0 };
		const int n = poll(&p, 1, POLL_MS);
		const long now = n == 0 ? time_of(c) : 0;

		if (n > 0 || (n < 0 && errno != EINTR))
			return n > 0;
		if (n == 0)
			idle = now == before ? idle + 1 : 0;
		before = n == 0 ? now : before;
	}
	return false;
}

enum took { TOOK_ALL, TOOK_END, TOOK_NOTHING };

static enum took
take(const struct child *c, void *to, size_t bytes)
{
	char *p = to;

	while (bytes != 0) {
		ssize_t n;

		if (!wait_for(c))
			return TOOK_NOTHING;
		n = read(c->fd, p, bytes);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return TOOK_END;
		p += n;
		bytes -= (size_t)n;
	}
	return TOOK_ALL;
}

unsigned
child_layers(struct child *c)
{
	unsigned layers;

	if (c->process == 0)
		return 0;
	if (c->layers == CHILD_UNKNOWN && take(c, &layers, sizeof(layers)) == TOOK_ALL)
		c->layers = layers & CHILD_ALL;
	return c->layers == CHILD_UNKNOWN ? 0 : c->layers;
}

/* Never above the hard limit it was born with. */
static bool
limit(const struct child *c, __rlimit_resource_t what, rlim_t most)
{
	struct rlimit r;

	if (prlimit((pid_t)c->process, what, NULL, &r) != 0)
		return false;
	r.rlim_cur = most < r.rlim_max ? most : r.rlim_max;
	return prlimit((pid_t)c->process, what, &r, NULL) == 0;
}

struct child_limits
child_granted(struct child_limits asked)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_AS, &r) == 0 && r.rlim_max < asked.memory)
		asked.memory = (size_t)r.rlim_max;
	if (getrlimit(RLIMIT_CPU, &r) == 0 && r.rlim_max < asked.seconds)
		asked.seconds = (unsigned)r.rlim_max;
	return asked;
}

/* The time is counted over its life, so each request moves the limit. */
static void
allow(struct child *c, const struct child_limits *most)
{
	const long used = time_of(c);
	const rlim_t seconds = (rlim_t)(used < 0 ? 0 : used / 1000) + 1 + most->seconds;

	if (!limit(c, RLIMIT_CPU, seconds) ||
	    (!SANITIZED && !limit(c, RLIMIT_AS, most->memory)))
		c->layers &= ~(unsigned)CHILD_LIMITS;
}

static bool
send_all(int fd, struct iovec *v, size_t n)
{
	while (n != 0) {
		const struct msghdr m = { .msg_iov = v, .msg_iovlen = n };
		ssize_t sent = sendmsg(fd, &m, MSG_NOSIGNAL);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0)
			return false;
		for (; n != 0 && (size_t)sent >= v->iov_len; v++, n--)
			sent -= (ssize_t)v->iov_len;
		if (n != 0) {
			v->iov_base = (char *)v->iov_base + sent;
			v->iov_len -= (size_t)sent;
		}
	}
	return true;
}

static bool
send_request(int fd, const struct str *parts, size_t n)
{
	struct iovec v[PARTS + 1];
	uint64_t length = 0;

	v[0] = (struct iovec){ &length, sizeof(length) };
	for (size_t i = 0; i < n; i++) {
		memcpy(&v[i + 1].iov_base, &parts[i].p, sizeof(parts[i].p));
		v[i + 1].iov_len = parts[i].n;
		length += parts[i].n;
	}
	return send_all(fd, v, n + 1);
}

/* Who is killed by nobody here was in the way of a kernel that ran out of memory. */
static enum child_end
cause_of(int status)
{
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return CHILD_TIME;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
		return CHILD_MEMORY;
	return WIFEXITED(status) && WEXITSTATUS(status) == NO_MEMORY ? CHILD_MEMORY
								     : CHILD_BROKE;
}

static enum child_end
take_answer(
    struct child *c, const struct child_limits *most, struct arena *a, struct str *answer)
{
	uint64_t length = 0;
	enum took took = take(c, &length, sizeof(length));
	char *p;

	if (took == TOOK_ALL && length > most->answer) {
		(void)reap(c, true);
		return CHILD_BROKE;
	}
	p = arena_alloc(a, (size_t)length + 1);
	if (took == TOOK_ALL)
		took = take(c, p, (size_t)length);
	*answer = (struct str){ p, (size_t)length };
	if (took == TOOK_END)
		return cause_of(reap(c, false));
	if (took == TOOK_NOTHING)
		(void)reap(c, true);
	return took == TOOK_NOTHING ? CHILD_TIME : CHILD_ANSWERED;
}

enum child_end
child_ask(struct child *c, const struct str *parts, size_t n,
    const struct child_limits *most, struct arena *a, struct str *answer)
{
	if (c->process == 0 && !make(c))
		return CHILD_NONE;
	if (n > PARTS || child_layers(c) == 0) {
		(void)reap(c, true);
		return CHILD_NONE;
	}
	allow(c, most);
	if (!send_request(c->fd, parts, n))
		return cause_of(reap(c, false));
	return take_answer(c, most, a, answer);
}
