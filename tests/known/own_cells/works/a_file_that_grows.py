def log(m):
    with open("log.txt", "a") as f:
        f.write(m + "\n")


# --- tests ---
log("a")
log("b")
assert open("log.txt").read().split() == ["a", "b"]
