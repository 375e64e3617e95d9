"""As many processes as there can be."""
import os
for _ in range(10_000):
    try:
        if os.fork() == 0:
            import time
            time.sleep(100)
    except OSError:
        break
