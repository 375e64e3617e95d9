"""An answer names the same large array sixty times."""
from autograder.grading.values import Writer
Writer.write = lambda self, value, depth=0: (
    self.buffers.append(bytes(40_000_000)) or ["l", [["a", "|u1", [40_000_000], 0, ""]] * 60]
)
