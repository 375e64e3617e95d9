"""Memory that counts for no process: files without a name, pipes, sockets, shared pieces let go."""
import ctypes, mmap, os, socket
libc, kept = ctypes.CDLL(None, use_errno=True), []
for _ in range(900):
    number = libc.syscall(319, b"hoard", 0)
    if number < 0:
        break
    os.ftruncate(number, 49 << 20)
    os.pwrite(number, b"x" * (40 << 20), 0)
    kept.append(number)
    if len(kept) * 40 > 4_000:
        print("FOUND", len(kept))
        break
for _ in range(60):
    number = libc.syscall(29, 0, 100 << 20, 0o1600)
    if number < 0:
        break
    libc.shmat.restype = ctypes.c_void_p
    place = libc.shmat(number, None, 0)
    ctypes.memset(place, 1, 100 << 20)
    libc.shmdt(ctypes.c_void_p(place))
    kept.append(number)
try:
    for _ in range(400):
        ours, theirs = socket.socketpair()
        kept += [ours, theirs]
        for end in (ours, theirs):
            end.setblocking(False)
            end.send(b"x" * 10_000_000)
except OSError:
    pass
