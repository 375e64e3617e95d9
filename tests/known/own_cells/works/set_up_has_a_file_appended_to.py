# --- answer ---
def save(t):
    f = open("log.txt", "a"); f.write(t); f.close()
# --- set-up ---
save("a"); save("b")
# --- tests ---
assert open("log.txt").read() == "ab"
