"""Secrets in the environment."""
import os
print(dict(os.environ))
for pid in range(1, 500):
    try:
        print(open(f"/proc/{pid}/environ").read())
    except OSError:
        pass
