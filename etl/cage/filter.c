#include "cage/filter.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the filter knows the calls of x86-64 and of 64-bit Arm: add this machine's name, and try tests/unit/test_cage.c"
#endif

/* Of an argument the lower word is loaded, which is all that the kernel looks at in those below. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the lower word of an argument comes first");

/* A jump says how many steps to leave out where it is so, and where not. */
#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define EQUAL(value, so, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (so), (otherwise))
#define HAS_BITS(bits, so, otherwise) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (so), (otherwise))
#define END(verdict) BPF_STMT(BPF_RET | BPF_K, (verdict))

#define ALLOW_NUMBER(number) EQUAL(number, 0, 1), END(SECCOMP_RET_ALLOW)
#define ALLOW(call) ALLOW_NUMBER(SYS_##call)
#define ALLOW_WHERE(call, argument, value)                                                                             \
    EQUAL(SYS_##call, 0, 4), LOAD(args[argument]), EQUAL(value, 0, 1), END(SECCOMP_RET_ALLOW), END(SECCOMP_RET_TRAP)
#define ALLOW_WITHOUT(call, argument, bits)                                                                            \
    EQUAL(SYS_##call, 0, 4), LOAD(args[argument]), HAS_BITS(bits, 1, 0), END(SECCOMP_RET_ALLOW), END(SECCOMP_RET_TRAP)

/* What a tracer makes of a call that it takes away. */
#define NO_CALL 0xffffffff

/* A list of what is forbidden would be out of date with the next kernel. The numbers of another architecture mean other calls. */
static const struct sock_filter steps[] = {
    LOAD(arch),
    EQUAL(OWN_ARCHITECTURE, 1, 0),
    END(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    ALLOW(read),
    ALLOW(write),
    ALLOW(pread64),
    ALLOW(lseek),
    ALLOW(close),
    ALLOW(fstat),
    ALLOW(newfstatat),
    ALLOW(dup),
    ALLOW(fsync),
    ALLOW(brk),
    ALLOW(munmap),
    ALLOW(mremap),
    ALLOW(madvise),
    ALLOW(sysinfo),
    ALLOW(getrandom),
    ALLOW(clock_gettime),
    ALLOW(gettimeofday),
    ALLOW(futex),
    ALLOW(exit_group),
    ALLOW(exit),
    ALLOW(rt_sigreturn),
    ALLOW(getpid),
    ALLOW_NUMBER(NO_CALL),
    ALLOW_WITHOUT(mmap, 2, PROT_EXEC),
    ALLOW_WHERE(fcntl, 1, F_GETFL),
    ALLOW_WHERE(ioctl, 1, TCGETS),
    END(SECCOMP_RET_TRAP),
};

bool
filter_load(void)
{
    const struct sock_fprog program = {sizeof steps / sizeof steps[0], (struct sock_filter *)steps};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
