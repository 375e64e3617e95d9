class V:
    def __init__(s, x):
        s.x = x

    def __eq__(s, o):
        return isinstance(o, V) and s.x == o.x


# --- tests ---
import pickle, copy

v = V([1])
assert v == pickle.loads(pickle.dumps(v)) and copy.deepcopy(v) == v and pickle.loads(pickle.dumps(v)) is not v
