"""Memory that is shared and of no file: each piece is a file of the kernel's, which no limit counts."""
import mmap
try:
    pieces = [mmap.mmap(-1, 4096) for _ in range(60_000)]
    print("FOUND", len(pieces))
except OSError as error:
    print(error)
