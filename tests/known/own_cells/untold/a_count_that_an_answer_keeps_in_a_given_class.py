class Cache:
    def __init__(self):
        self.known = {}


# --- answer ---
def get(self, key):
    Cache.misses += 1
    return self.known.setdefault(key, key * 2)


Cache.misses, Cache.get = 0, get

# --- tests ---
cache, before = Cache(), Cache.misses
assert cache.get(3) == cache.get(3) == 6
assert Cache.misses <= before + 1
