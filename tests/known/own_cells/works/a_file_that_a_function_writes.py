def save(p, rows):
    with open(p, "w") as f:
        f.write("a,b\n1,2\n")


# --- tests ---
import os, csv

save("out.csv", 1)
assert os.path.exists("out.csv") and open("out.csv").read() == "a,b\n1,2\n"
os.remove("out.csv")
save("out.csv", 2)
assert os.path.exists("out.csv")
