class Task:
    last = 0

    def __init__(self, name):
        Task.last += 1
        self.name = name


# --- answer ---
def made(names):
    return [Task(name) for name in names]


# --- tests ---
assert [task.name for task in made(["tea", "cake"])] == ["tea", "cake"]
