class Task:
    def __init__(self, name):
        self.name, self.done = name, False


# --- answer ---
import threading


def run(task):
    task.lock = threading.Lock()
    with task.lock:
        task.done = True
    return task


# --- tests ---
task = Task("wash")
assert run(task) is task
assert task.done and task.name == "wash"
