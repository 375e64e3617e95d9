"""The times and the rights of the devices that all share."""
import os
for path in ("/dev/null", "/dev/zero", "/dev/urandom"):
    for change in (lambda: os.utime(path), lambda: os.chmod(path, 0o600), lambda: os.chown(path, 1, 1)):
        try:
            change()
            print("FOUND", path)
        except OSError:
            pass
