"""A user and a network namespace inside the walls, by each of the calls that make one."""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
NEWUSER, NEWNET, CHILD = 0x10000000, 0x40000000, 17
pid = libc.syscall(56, NEWUSER | NEWNET | CHILD, 0, 0, 0, 0)
if pid == 0:
    os._exit(0)
arguments = (ctypes.c_uint64 * 8)(NEWUSER, 0, 0, 0, CHILD)
other = libc.syscall(435, arguments, 64)
if other == 0:
    os._exit(0)
if pid > 0 or other > 0 or libc.unshare(NEWUSER | NEWNET) == 0:
    print("FOUND", pid, other)
