def counter():
    n = 0

    def tick():
        nonlocal n
        n += 1
        return n

    return tick


ticket = counter()


# --- answer ---
def serve():
    ticket()
    return "ok"


# --- tests ---
assert serve() == "ok"
assert ticket() == 1, "serve draws no ticket"
