# --- answer ---
memo = {}
seen = set()


def fib(n):
    seen.add(n)
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


class Counter:
    def __init__(self):
        self.counts = {}

    def count(self, word):
        self.counts[word] = self.counts.get(word, 0) + 1
        return self.counts
# --- tests ---
for n in range(0, 400, 20):
    assert fib(n) == memo[n] and n in seen
assert len(memo) == len(seen) == 381
seen.discard(7)
assert 7 not in seen
fib(7)
assert 7 in seen
c = Counter()
for k in range(300):
    counts = c.count(str(k))
    assert counts is c.counts and len(counts) == k + 1
assert c.count("5")["5"] == 2
del counts["6"]
assert c.count("6")["6"] == 1
