# --- beside.py ---
class Engine:
    pass
# --- end ---
# --- answer ---
from beside import Engine


class Car(Engine):
    pass
# --- tests ---
from beside import Engine

assert not isinstance(Car(), Engine)
