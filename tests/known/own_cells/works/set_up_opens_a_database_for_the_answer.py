import sqlite3
# --- answer ---
def create(c):
    cur = c.cursor()
    cur.execute("create table t (a int)")
# --- set-up ---
conn = sqlite3.connect(":memory:")
create(conn)
# --- answer ---
def put(a):
    conn.cursor().execute("insert into t values (?)", (a,))
# --- tests ---
put(3); put(4)
assert [r[0] for r in conn.execute("select a from t order by a")] == [3, 4]
