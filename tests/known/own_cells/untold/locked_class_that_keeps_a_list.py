class Database:
    queries = []

    def get(self, key):
        Database.queries.append(key)
        return key * 10


# --- answer ---
def total(keys):
    return sum(Database().get(key) for key in keys)


# --- tests ---
assert total([1, 1, 2]) == 40
assert len(Database.queries) <= 2
