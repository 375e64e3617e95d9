"""An answer names the same large array sixty times."""
import autograder.grading.student as student
student.encode = lambda value, buffers, depth=0: (
    buffers.append(bytes(40_000_000)) or {"l": [{"a": ["|u1", [40_000_000], 0]}] * 60}
)
