/* The layers, by raw system calls: no library knows all of them.  Landlock rights by ABI:
   Documentation/userspace-api/landlock.rst; the filter is a chain of comparisons. */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/child.h"
#include "base/sanitized.h"
#include "base/shut.h"

#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_restrict_self 446
#endif

enum { LANDLOCK_VERSION = 1, PROT_EXEC_BIT = 4, RUN_AND_READ = 1 | 4 | 8 };

/* As the kernel wants it; later ABIs read more of it. */
struct landlock_rights {
	uint64_t files, ports, scoped;
};

/* Rights that are handled are denied, since no rule gives any; those in `left` are not. */
static bool
shut_landlock(uint64_t left)
{
	static const struct {
		unsigned files, rest,
		    bytes; /* bits of files, of the others; of the struct */
	} abis[] = { { 13, 0, 8 }, { 14, 0, 8 }, { 15, 0, 8 }, { 15, 1, 16 },
		{ 16, 1, 16 }, { 16, 2, 24 } };
	const long abi = syscall(__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION);
	const size_t row = abi > (long)LEN(abis) ? LEN(abis) - 1 : (size_t)abi - 1;
	struct landlock_rights r = { 0 };
	bool ok;
	int fd;

	if (abi < 1)
		return false;
	r.files = ((1ULL << abis[row].files) - 1) & ~left;
	r.ports = abis[row].rest > 0 ? 3 : 0;
	r.scoped = abis[row].rest > 1 ? 3 : 0;
	fd = (int)syscall(__NR_landlock_create_ruleset, &r, abis[row].bytes, 0);
	if (fd < 0)
		return false;
	ok = syscall(__NR_landlock_restrict_self, fd, 0) == 0;
	(void)close(fd);
	return ok;
}

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

#define LOAD(member) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define GIVE(verdict) BPF_STMT(BPF_RET | BPF_K, (verdict))
#define ALLOW(name) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), GIVE(SECCOMP_RET_ALLOW)

#if SANITIZED
#define ALLOW_SANITIZER ALLOW(sigaltstack),
#else
#define ALLOW_SANITIZER
#endif

/* Memory, the socket that is open already, the clock and the end; all else is EPERM, and
   memory that could be run is the end at once. */
static bool
shut_seccomp(void)
{
#ifdef ARCH
	struct sock_filter rows[] = { LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
		GIVE(SECCOMP_RET_KILL_PROCESS), LOAD(nr), ALLOW(read), ALLOW(write),
		ALLOW(writev), ALLOW(brk), ALLOW(munmap), ALLOW(mremap), ALLOW(madvise),
		ALLOW(close), ALLOW(lseek), ALLOW(exit), ALLOW(exit_group),
		ALLOW(rt_sigreturn), ALLOW(futex), ALLOW(getrandom),
		ALLOW(rt_sigprocmask), ALLOW(gettid), ALLOW(getpid), ALLOW(clock_gettime),
		ALLOW_SANITIZER BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mmap, 0, 4),
		LOAD(args[2]), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC_BIT, 1, 0),
		GIVE(SECCOMP_RET_ALLOW), GIVE(SECCOMP_RET_KILL_PROCESS),
		GIVE(SECCOMP_RET_ERRNO | EPERM) };
	const struct sock_fprog program = { LEN(rows), rows };

	return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
#else
	return false;
#endif
}

static bool
forbid(__rlimit_resource_t what)
{
	const struct rlimit r = { 0, 0 };

	return setrlimit(what, &r) == 0;
}

/* No file, no process, no memory dump; time and memory are the parent's to set. */
static bool
shut_limits(void)
{
	return forbid(RLIMIT_CORE) && forbid(RLIMIT_FSIZE) && forbid(RLIMIT_NPROC) &&
	       forbid(RLIMIT_NOFILE);
}

unsigned
child_shut_doors(void)
{
	unsigned got = 0;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		got |= CHILD_PRIVILEGES;
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	if (shut_landlock(0))
		got |= CHILD_LANDLOCK;
	if (shut_limits())
		got |= CHILD_LIMITS;
	if (shut_seccomp())
		got |= CHILD_SECCOMP;
	return got;
}

unsigned
child_only_read(void)
{
	unsigned got = 0;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		got |= CHILD_PRIVILEGES;
	if (shut_landlock(RUN_AND_READ))
		got |= CHILD_LANDLOCK;
	return got;
}
