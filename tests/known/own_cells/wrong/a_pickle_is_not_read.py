import pickle


class E:
    def __reduce__(s):
        return (print, ("HACK",))


def save(p):
    with open(p, "wb") as f:
        pickle.dump(E(), f)


# --- tests ---
import pickle

save("m.txt")
print(pickle.load(open("m.txt", "rb")))
