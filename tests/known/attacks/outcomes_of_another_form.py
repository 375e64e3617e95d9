"""Lists of batches that are none."""
import autograder.grading.student as student
student.Server.do_batches = lambda self, number, indices: [("value",), "value", {"value": 3}, None]
