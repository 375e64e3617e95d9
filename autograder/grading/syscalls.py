"""Which calls of the kernel a student's process may make: a seccomp filter, by libseccomp.

What is named here exists; every other call, and so every one that a later kernel brings, answers
"not there", as on an older kernel, and programs go another way. Left out on purpose, since holes were
found behind them or since they pass what no other wall sees: keyrings, io_uring, new namespaces and
mounts, ptrace and memory of others, bpf, userfaultfd, memory without a limit (memfd, System V, shared
pieces of no file),
`sync`, which waits for the disks of everybody, and `flock`, leases, inotify and `fadvise`, which work on
files that others read: they lock them, see who opens them, and have them read from the disk again.
"""

import ctypes
import errno
import functools

__all__ = ["forbid_the_rest", "prepared"]

FILES = """
    access chdir chmod chown close close_range copy_file_range creat dup dup2 dup3 faccessat faccessat2
    fallocate fchdir fchmod fchmodat fchmodat2 fchown fchownat fdatasync fgetxattr
    flistxattr fremovexattr fsetxattr fstat fstatfs fsync ftruncate futimesat getcwd getdents
    getdents64 getxattr lchown lgetxattr
    link linkat listxattr llistxattr lremovexattr lseek lsetxattr lstat mkdir mkdirat mknod mknodat
    newfstatat open openat openat2 pipe pipe2 pread64 preadv preadv2 pwrite64 pwritev pwritev2 read
    readahead readlink readlinkat readv removexattr rename renameat renameat2 rmdir sendfile setxattr
    stat statfs statx symlink symlinkat truncate umask unlink unlinkat utime utimensat utimes write
    writev
"""
PROCESSES = """
    arch_prctl execve execveat exit exit_group fork futex futex_wait futex_waitv futex_wake
    get_robust_list getcpu getegid geteuid getgid getgroups getpgid getpgrp getpid getppid getpriority
    getresgid getresuid getrlimit getrusage getsid gettid getuid ioprio_get kill pidfd_open
    pidfd_send_signal prlimit64 restart_syscall rseq rt_sigaction rt_sigpending rt_sigprocmask
    rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo sched_get_priority_max
    sched_get_priority_min sched_getaffinity sched_getattr sched_getparam sched_getscheduler
    sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield
    set_robust_list set_tid_address setpgid setpriority setrlimit setsid sigaltstack signalfd signalfd4
    sysinfo tgkill times tkill uname vfork wait4 waitid
"""
MEMORY = """
    brk get_mempolicy madvise mbind membarrier mincore mlock mlock2 mprotect mremap msync munlock munmap
    set_mempolicy
"""
TIME = """
    alarm clock_getres clock_gettime clock_nanosleep getitimer getrandom gettimeofday nanosleep pause
    setitimer time timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create
    timerfd_gettime timerfd_settime
"""
WAITING = """
    accept accept4 bind connect epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait
    eventfd eventfd2 getpeername getsockname getsockopt listen poll ppoll pselect6 recvfrom recvmmsg
    recvmsg select setsockopt shutdown
"""

ALLOW, ERROR = 0x7FFF0000, 0x00050000
LESS, EQUAL, MASKED = 2, 4, 7
NAMESPACES = 0x7E020080
"""Of `clone`: every kind of new namespace, time's too."""
FASTOPEN = 0x20000000
UNIX, INET, INET6, NETLINK = 1, 2, 10, 16
STREAM, DATAGRAM, SEQUENTIAL, KINDS = 1, 2, 5, 0xF
TCP, UDP = 6, 17
LEASE, OF_PIPES = 1024, (1030, 1031, 1032, 1034)
"""Of `fcntl`: all that is older than leases, and a copy that closes itself, sizes of pipes, seals."""
TERMINAL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""Of `ioctl`: is it a terminal, its size, bytes that wait, blocking or not, close when a program starts."""
SHARED, ANONYMOUS = 0x1, 0x20
"""Of `mmap`: not both. Each such piece is a file of the kernel's, and 60,000 of them count for nothing."""
OF_ITSELF = (2, 3, 15, 16, 21, 23, 38, 39, 0x53564D41)
"""Of `prctl`: names, and looking. Not: to outlive its parent, to be looked into, to be traced."""


class _Compare(ctypes.Structure):
    _fields_ = [
        ("argument", ctypes.c_uint),
        ("how", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    ]


def _is(argument, value):
    return _Compare(argument, EQUAL, value, 0)


def _masked(argument, mask, value=0):
    return _Compare(argument, MASKED, mask, value)


def _rules():
    """Yield `(action, name of the call, conditions)`."""
    for names in (FILES, PROCESSES, MEMORY, TIME, WAITING):
        for name in names.split():
            yield ALLOW, name, ()
    yield ALLOW, "clone", (_masked(0, NAMESPACES),)
    yield ALLOW, "fcntl", (_Compare(1, LESS, LEASE, 0),)
    for command in OF_PIPES:
        yield ALLOW, "fcntl", (_is(1, command),)
    for flag in (SHARED, ANONYMOUS):
        yield ALLOW, "mmap", (_masked(3, flag),)
    for request in TERMINAL:
        yield ALLOW, "ioctl", (_is(1, request),)
    for option in OF_ITSELF:
        yield ALLOW, "prctl", (_is(0, option),)
    # asyncio and ZeroMQ go on without these two, if they are told so in these words
    yield ERROR | errno.EAFNOSUPPORT, "socket", (_is(0, INET6),)
    yield ERROR | errno.EOPNOTSUPP, "socket", (_is(0, NETLINK),)
    for kind in (STREAM, DATAGRAM, SEQUENTIAL):
        yield ALLOW, "socket", (_is(0, UNIX), _masked(1, KINDS, kind), _is(2, 0))
        yield ALLOW, "socketpair", (_is(0, UNIX), _masked(1, KINDS, kind), _is(2, 0))
    for kind, protocol in ((STREAM, TCP), (DATAGRAM, UDP)):
        for number in (0, protocol):
            yield ALLOW, "socket", (_is(0, INET), _masked(1, KINDS, kind), _is(2, number))
    for name, place in (("sendto", 3), ("sendmsg", 2), ("sendmmsg", 3)):
        yield ALLOW, name, (_masked(place, FASTOPEN),)


@functools.cache
def prepared():
    """Make the filter, once for all forks. Returns `(library, filter)`. Raises: OSError."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_void_p,
    ]
    rules = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(ERROR | errno.ENOSYS)))
    if not rules:
        raise OSError(errno.ENOMEM, "seccomp: no filter could be made")
    for action, name, conditions in _rules():
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number == -1:  # a call of a kernel later than the library
            continue
        array = (_Compare * len(conditions))(*conditions)
        _check(library.seccomp_rule_add_array(rules, action, number, len(conditions), array), name)
    return library, rules


def forbid_the_rest():
    """Load the filter into this process, for good, and all that it will start. Raises: OSError."""
    library, rules = prepared()
    _check(library.seccomp_load(rules), "load")


def _check(result, what):
    if result < 0:
        raise OSError(-result, f"seccomp: {what}")
