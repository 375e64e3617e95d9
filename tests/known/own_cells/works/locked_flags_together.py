from enum import Flag, auto


class Right(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()


# --- answer ---
def allowed(name):
    return Right.READ | Right.WRITE if name == "root" else Right.READ


# --- tests ---
assert allowed("root") == Right.READ | Right.WRITE
assert allowed("ada") is Right.READ and Right.RUN not in allowed("root")
