def save(p, rows):
    pass


# --- tests ---
import os

save("out.csv", 1)
assert os.path.exists("out.csv")
