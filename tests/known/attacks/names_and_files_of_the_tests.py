"""An answer gives names and files to the tests that nobody asked for."""
import autograder.grading.student as student
real = student.Server._answer
names = ["check_length", "check_batches", "check_epochs", "sizes", "np", "len", "math", "DataGenerator"]
def renamed(self, head, buffers):
    answer, made = real(self, head, buffers)
    if "changed" in answer:
        answer["renamed"] = ["names", [[name, "value", None] for name in names]]
        files = ["autograder.py", "../numpy.py", "/tmp/evil.txt", "data/../../x.txt", "x.txt"]
        answer["files"] = [files, ["autograder", "../../x"]]
        made = [*made, *[b"raise SystemExit"] * len(files)]
    return answer, made
student.Server._answer = renamed
