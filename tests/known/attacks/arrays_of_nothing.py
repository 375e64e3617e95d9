"""An answer of many enormous arrays that hold no numbers."""
import autograder.grading.student as student
student.encode = lambda value, buffers, depth=0: {"l": [{"e": ["object", [10_000_000]]}] * 500}
