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
    return f"number {ticket()}"


# --- tests ---
assert serve() == "number 1"
assert ticket() == 2 and serve() == "number 3"
