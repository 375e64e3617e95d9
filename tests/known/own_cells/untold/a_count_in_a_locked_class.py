class Api:
    calls = 0

    @classmethod
    def get(cls, key):
        cls.calls += 1
        return key * 2


# --- answer ---
def total(keys):
    return sum(Api.get(key) for key in keys)


# --- tests ---
Api.calls = 0
assert total([1, 1, 1]) == 6
assert Api.calls <= 1
