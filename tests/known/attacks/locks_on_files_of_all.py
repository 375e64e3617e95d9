"""Locks and leases on files that others read too: of Python, of packages, of the lessons."""
import fcntl, json, os, sys
for path in (json.__file__, np.__file__, sys.executable):
    file = open(path)
    for lock in (lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB),
                 lambda: fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK),
                 lambda: fcntl.fcntl(os.open(os.path.dirname(path), os.O_RDONLY), fcntl.F_NOTIFY, 1)):
        try:
            lock()
            print("FOUND", path)
        except OSError:
            pass
