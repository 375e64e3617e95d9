class Table(dict):
    def __missing__(self, key):
        return 0


class Rows(list):
    def total(self):
        return sum(self)


def count(words):
    table = Table()
    for word in words:
        table[word] += 1
    return table


# --- tests ---
table = count(["a", "b", "a"])
assert table == {"a": 2, "b": 1} and {"a": 2, "b": 1} == table and table != {"a": 1}
assert table["z"] == 0 and len(table) == 2
rows = Rows([1, 2, 3])
assert rows == [1, 2, 3] and rows.total() == 6 and rows != [1, 2] and not rows == (1, 2, 3)
