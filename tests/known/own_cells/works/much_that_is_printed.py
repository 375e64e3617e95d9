# --- answer ---
def solve():
    for k in range(3000):
        print("step", k)
    print("Done")


# --- tests ---
import contextlib
import io

said = io.StringIO()
with contextlib.redirect_stdout(said):
    solve()
assert said.getvalue().splitlines()[-1] == "Done" and said.getvalue().count("step") == 3000
