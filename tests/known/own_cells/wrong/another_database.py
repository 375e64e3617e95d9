# --- answer ---
def users(connection):
    connection.execute("ATTACH DATABASE 'other.db' AS other")
    return [("al", 1)]
# --- tests ---
import os
import sqlite3

connection = sqlite3.connect(":memory:")
assert users(connection) == [("al", 1)]
assert not os.path.exists("other.db")
