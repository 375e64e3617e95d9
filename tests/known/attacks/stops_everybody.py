"""Everything that can be reached is stopped."""
import os, signal
for pid in [os.getpid(), os.getppid(), -1]:
    try:
        os.kill(pid, signal.SIGSTOP)
    except OSError:
        pass
