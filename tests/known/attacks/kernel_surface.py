"""Calls of the kernel that a notebook has no use for, and others found holes behind."""
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
for name, number, arguments in (
    ("io_uring_setup", 425, (8, bytes(120))), ("userfaultfd", 323, (1,)), ("bpf", 321, (0, bytes(72), 72)),
    ("perf_event_open", 298, (bytes(112), 0, -1, -1, 0)), ("ptrace", 101, (0, 0, 0, 0)),
    ("process_vm_readv", 310, (1, 0, 0, 0, 0, 0)), ("memfd_create", 319, (b"x", 0)),
    ("shmget", 29, (0, 4096, 0o1600)), ("msgget", 68, (0, 0o1600)), ("semget", 64, (0, 1, 0o1600)),
    ("mq_open", 240, (b"x", 0o102, 0o600, 0)), ("setns", 308, (0, 0)), ("keyctl", 250, (0, -3, 1)),
    ("name_to_handle_at", 303, (-100, b"/", bytes(200), bytes(8), 0)), ("syslog", 103, (3, bytes(100), 100)),
    ("quotactl", 179, (0, 0, 0, 0)), ("add_key", 248, (b"user", b"a", b"b", 1, -1)), ("sync", 162, ()),
    ("kcmp", 312, (1, 1, 0, 0, 0)), ("io_setup", 206, (1, bytes(8))), ("vmsplice", 278, (1, 0, 0, 0)),
    ("modify_ldt", 154, (0, bytes(16), 16)), ("personality", 135, (0x40000,)), ("fanotify_init", 300, (0, 0)),
    ("landlock_create_ruleset", 444, (0, 0, 1)), ("pkey_alloc", 330, (0, 0)),
):
    ctypes.set_errno(0)
    answer = libc.syscall(number, *arguments)
    if answer >= 0 or ctypes.get_errno() != errno.ENOSYS:
        print("FOUND", name, answer, errno.errorcode.get(ctypes.get_errno()))
