# --- answer ---
import os
import pickle


class Runs:
    def __reduce__(self):
        return os.getpid, ()


def dump(x):
    return pickle.dumps(Runs())
# --- tests ---
import pickle

pickle.loads(dump(1))
