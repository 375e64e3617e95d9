# --- answer ---
def read(path):
    with open(path) as f:
        return [int(line) for line in f.read().split()]
# --- set-up ---
with open("numbers.txt", "w") as f:
    for i in range(4): f.write(f"{i}\n")
numbers = read("numbers.txt")
# --- answer ---
total = sum(int(x) for x in open("numbers.txt"))
# --- tests ---
assert numbers == [0, 1, 2, 3] and total == 6
