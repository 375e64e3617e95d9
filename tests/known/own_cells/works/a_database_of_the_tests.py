from typing import Generic, TypeVar

T = TypeVar("T")


def best(connection, n):
    rows = connection.execute("SELECT name FROM scores ORDER BY points DESC LIMIT ?", (n,)).fetchall()
    return [name for (name,) in rows]


def add(connection, name, points):
    with connection:
        connection.execute("INSERT INTO scores VALUES (?, ?)", (name, points))


def checksum(data):
    total = 0
    for byte in data:
        total ^= byte
    return bytes([total])


class Stack(Generic[T]):
    def __init__(self):
        self.items = []

    def push(self, item: T) -> None:
        self.items.append(item)


def counted():
    yield 1
    return "end"
# --- tests ---
import sqlite3

made = sqlite3.connect(":memory:")
made.execute("CREATE TABLE scores (name TEXT, points INT)")
made.executemany("INSERT INTO scores VALUES (?, ?)", [("Ada", 3), ("Zoe", 9)])
add(made, "Ida", 5)
assert best(made, 2) == ["Zoe", "Ida"] and len(made.execute("SELECT * FROM scores").fetchall()) == 3
assert checksum(memoryview(b"ab")) == bytes([3])
stack = Stack[int]()
stack.push(1)
assert stack.items == [1] and isinstance(stack, Stack)
numbers = counted()
next(numbers)
try:
    next(numbers)
    raise AssertionError
except StopIteration as stop:
    assert stop.value == "end"
