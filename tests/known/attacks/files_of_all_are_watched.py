"""Who opens the packages' files is watched, and what is kept of them in memory is thrown away."""
import ctypes, os
library = ctypes.CDLL(None)
watch = library.inotify_init()
folder = os.path.dirname(np.__file__)
if watch >= 0 and library.inotify_add_watch(watch, os.fsencode(folder), 0x20) >= 0:
    print("FOUND opened")
number = os.open(np.__file__, os.O_RDONLY)
try:
    os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
    print("FOUND thrown away")
except OSError as error:
    print(error)
os.close(number)
