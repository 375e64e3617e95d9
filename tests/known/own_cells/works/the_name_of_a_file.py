def write():
    open("r.txt", "w").write("x")
    return "r.txt"


# --- tests ---
n = write()
assert open(n).read() == "x"
