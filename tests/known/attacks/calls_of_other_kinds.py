"""The same calls of the kernel by the ways of 32-bit programs, which a filter may forget."""
import subprocess, sys
for code in (
    "import ctypes, mmap; b = mmap.mmap(-1, 4096, prot=7); b.write(bytes.fromhex('b814000000cd80c3'));"
    "print('FO' + 'UND', ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(b)))())",
    "import ctypes; print('FO' + 'UND' if ctypes.CDLL(None).syscall(0x40000000 + 39) > 0 else 'no')",
):
    print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
