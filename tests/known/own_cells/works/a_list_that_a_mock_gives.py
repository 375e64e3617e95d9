# --- answer ---
def f(db):
    rows = db.rows()
    rows.append(3)
    db.save(rows)
# --- tests ---
from unittest.mock import Mock
db = Mock(); db.rows.return_value = [1,2]
f(db)
db.save.assert_called_once_with([1,2,3])
