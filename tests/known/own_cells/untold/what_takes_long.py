import time


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *error):
        self.took = time.perf_counter() - self.start


# --- answer ---
import time


def doubled(n):
    time.sleep(0.05)
    return 2 * n


# --- tests ---
with Timer() as timer:
    assert doubled(2) == 4
assert timer.took < 0.02
