/* The child: answers, dies alone, and can do nothing else; records survive the pipe. */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "base/wire.h"
#include "brief/record.h"
#include "random_brief.h"

static const struct child_limits limits = { 1, 512 << 20, 1 << 20 };

static void
echo(void *state, struct arena *a, struct str request, struct buf *answer)
{
	(void)a;
	if (str_eq(request, STR("crash")))
		abort();
	if (str_eq(request, STR("leave")))
		_exit(3);
	if (str_eq(request, STR("flood")))
		buf_repeat(answer, 'x', 2 << 20);
	while (str_eq(request, STR("spin")))
		continue;
	buf_str(answer, str_of(state));
	buf_str(answer, request);
}

static struct str
ask(struct child *c, struct arena *a, struct str request, enum child_end want)
{
	const struct str parts[] = { request, STR_NIL };
	struct str answer = STR_NIL;

	assert_int_equal(child_ask(c, parts, 2, &limits, a, &answer), want);
	return answer;
}

static void
a_request_that_kills_the_child_is_told_and_the_next_is_answered(void **state)
{
	struct arena a = ARENA_INIT;
	struct child c;
	struct child_task task = { NULL, echo, "got " };
	char *big = calloc(3, 1 << 20);

	(void)state;
	assert_true(child_start(&c, task));
	for (int i = 0; i < 3; i++) {
		assert_str(ask(&c, &a, STR("one"), CHILD_ANSWERED), STR("got one"));
		(void)ask(&c, &a, STR("crash"), CHILD_BROKE);
		(void)ask(&c, &a, STR("leave"), CHILD_BROKE);
		(void)ask(&c, &a, STR("flood"), CHILD_BROKE);
	}
	(void)ask(&c, &a, (struct str){ big, 3 << 20 }, CHILD_BROKE);
	(void)ask(&c, &a, STR("spin"), CHILD_TIME);
	assert_str(ask(&c, &a, STR(""), CHILD_ANSWERED), STR("got "));
	child_stop(&c);
	child_stop(&c);
	free(big);
	arena_free(&a);
}

#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_LIMITED 0
#else
#define MEMORY_IS_LIMITED 1
#endif

static void
hungry(void *state, struct arena *a, struct str request, struct buf *answer)
{
	(void)state;
	(void)request;
	memset(arena_alloc(a, (size_t)600 << 20), 1, 4096);
	buf_text(answer, "full");
}

static void
memory_has_an_end(void **state)
{
	struct arena a = ARENA_INIT;
	struct child c;

	(void)state;
	assert_true(child_start(&c, (struct child_task){ NULL, hungry, NULL }));
	(void)ask(&c, &a, STR("x"), MEMORY_IS_LIMITED ? CHILD_MEMORY : CHILD_ANSWERED);
	child_stop(&c);
	arena_free(&a);
}

/* What a reader that was taken over would try; 0: it worked. */
static int
try_open(void)
{
	return open("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
}
static int
try_create(void)
{
	return open("/tmp/nutgraf-probe", O_WRONLY | O_CREAT, 0600) < 0 ? errno : 0;
}
static int
try_unlink(void)
{
	return unlink("/tmp/nutgraf-probe") < 0 && errno != ENOENT ? errno : 0;
}
static int
try_stat(void)
{
	struct stat st;

	return stat("/etc/passwd", &st) < 0 ? errno : 0;
}
static int
try_socket(int family, int type)
{
	return socket(family, type, 0) < 0 ? errno : 0;
}
static int
try_tcp(void)
{
	return try_socket(AF_INET, SOCK_STREAM);
}
static int
try_udp(void)
{
	return try_socket(AF_INET, SOCK_DGRAM);
}
static int
try_unix(void)
{
	return try_socket(AF_UNIX, SOCK_STREAM);
}
static int
try_exec(void)
{
	char name[] = "true", *argv[] = { name, NULL };

	(void)execv("/bin/true", argv);
	return errno;
}
static int
try_fork(void)
{
	const pid_t p = fork();

	if (p == 0)
		_exit(0);
	return p < 0 ? errno : 0;
}
static int
try_kill(void)
{
	return kill(getppid(), 0) < 0 ? errno : 0;
}
static int
try_terminal(void)
{
	return ioctl(0, TIOCSTI, "x") < 0 ? errno : 0;
}
static int
try_trace(void)
{
	return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0 ? errno : 0;
}
static int
try_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
		   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
		   ? errno
		   : 0;
}

static int (*const attacks[])(void) = { try_open, try_create, try_unlink, try_stat,
	try_tcp, try_udp, try_unix, try_exec, try_fork, try_kill, try_terminal, try_trace,
	try_code };

static void
attack(void *state, struct arena *a, struct str request, struct buf *answer)
{
	(void)state;
	(void)a;
	wire_number(answer, (size_t)attacks[(size_t)request.p[0]]());
}

static void
no_attack_works(void **state)
{
	struct arena a = ARENA_INIT;
	struct child c;

	(void)state;
	assert_true(child_start(&c, (struct child_task){ NULL, attack, NULL }));
	if (!(child_layers(&c) & CHILD_SECCOMP))
		skip();
	for (char i = 0; i < (char)LEN(attacks); i++) {
		const struct str parts[] = { { &i, 1 } };
		struct wire w = { STR_NIL, false };
		const enum child_end end = child_ask(&c, parts, 1, &limits, &a, &w.rest);

		if (end == CHILD_ANSWERED && wire_take_number(&w, 4096) == 0)
			fail_msg("attack %d worked", i);
		assert_true(end == CHILD_ANSWERED || attacks[(size_t)i] == try_code);
	}
	child_stop(&c);
	arena_free(&a);
}

/* A kernel without Landlock, as far as a process can tell. */
static void
lose_landlock(void)
{
	struct sock_filter rows[] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
					  offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 444, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW) };
	const struct sock_fprog program = { LEN(rows), rows };

	(void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	(void)syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

static void
a_layer_that_is_missing_is_known_and_the_others_hold(void **state)
{
	const struct child_task task = { NULL, echo, "" };
	struct child c;
	unsigned all;
	int status;
	pid_t p;

	(void)state;
	assert_true(child_start(&c, task));
	all = child_layers(&c);
	child_stop(&c);
	p = fork();
	if (p == 0) {
		bool ok;

		lose_landlock();
		ok = child_start(&c, task);
		_exit(
		    ok && child_layers(&c) == (all & ~(unsigned)CHILD_LANDLOCK) ? 0 : 1);
	}
	assert_int_equal(waitpid(p, &status, 0), p);
	assert_int_equal(status, 0);
}

static void
who_may_only_read_cannot_write(void **state)
{
	int status;
	const pid_t p = fork();

	(void)state;
	if (p == 0) {
		const bool landlock = (child_only_read() & CHILD_LANDLOCK) != 0;

		_exit(try_open() == 0 && (!landlock || try_create() == EACCES) ? 0 : 1);
	}
	assert_int_equal(waitpid(p, &status, 0), p);
	assert_int_equal(status, 0);
}

static void
a_record_holds_all_that_a_file_can(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct arena a = ARENA_INIT;
		struct brief b = *random_brief(&a, &seed);
		struct buf record = buf_new(&a), was = buf_new(&a), is = buf_new(&a);
		struct briefs in = { 0 };
		struct diags d = { .a = &a };
		struct wire w;
		const struct brief *back;

		brief_write(&b, &was);
		assert_true(brief_read(&a, buf_view(&was), STR("f.yaml"), &in, &d));
		record_put(&record, in.at[0]);
		w = (struct wire){ buf_view(&record), false };
		back = record_take(&a, &w);
		assert_non_null(back);
		assert_int_equal(w.rest.n, 0);
		brief_write(back, &is);
		assert_str(buf_view(&is), buf_view(&was));
		arena_free(&a);
	}
}

static void
half_a_record_is_refused(void **state)
{
	struct arena a = ARENA_INIT;
	uint64_t seed = 9;
	struct brief b = *random_brief(&a, &seed);
	struct buf record = buf_new(&a);

	(void)state;
	b.body = b.body.n > 200 ? STR("short") : b.body;
	record_put(&record, &b);
	for (size_t n = 0; n < record.n; n++) {
		struct wire w = { str_cut(buf_view(&record), 0, n), false };

		assert_null(record_take(&a, &w));
		assert_true(w.bad);
	}
	arena_free(&a);
}

static void
hostile_numbers_and_bytes_are_refused(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf out = buf_new(&a);
	struct wire w;
	struct diags d = { .a = &a };

	(void)state;
	wire_number(&out, 0xffffffff); /* so many messages */
	w = (struct wire){ buf_view(&out), false };
	wire_take_diags(&w, STR("f"), &d);
	assert_true(w.bad);
	out.n = 0;
	wire_number(&out, 1);
	wire_number(&out, MESSAGE_COUNT);
	for (int i = 0; i < 4; i++)
		wire_number(&out, 0);
	w = (struct wire){ buf_view(&out), false };
	wire_take_diags(&w, STR("f"), &d);
	assert_true(w.bad);
	assert_int_equal(d.n, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_request_that_kills_the_child_is_told_and_the_next_is_answered),
		cmocka_unit_test(memory_has_an_end),
		cmocka_unit_test(no_attack_works),
		cmocka_unit_test(a_layer_that_is_missing_is_known_and_the_others_hold),
		cmocka_unit_test(who_may_only_read_cannot_write),
		cmocka_unit_test(a_record_holds_all_that_a_file_can),
		cmocka_unit_test(half_a_record_is_refused),
		cmocka_unit_test(hostile_numbers_and_bytes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
