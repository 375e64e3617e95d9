# --- answer ---
def shortest(words):
    words.sort(key=len)
    return words[0]


def count(words):
    words.clear()
    return 0
# --- tests ---
import keyword

mine = [*keyword.kwlist]
assert len(shortest(keyword.kwlist)) == 2
count(keyword.kwlist)
assert keyword.kwlist == mine
