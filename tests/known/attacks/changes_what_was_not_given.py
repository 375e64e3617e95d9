"""An answer says that it changed containers which it was not given."""
import autograder.grading.student as student
real = student.Server._answer
def changed(self, head, buffers):
    answer, made = real(self, head, buffers)
    return {**answer, "changed": [[place, ["l", [3, 3, 3]]] for place in range(-3, 50)]}, made
student.Server._answer = changed
