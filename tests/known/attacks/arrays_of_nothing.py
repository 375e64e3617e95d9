"""An answer of many enormous arrays that hold no numbers."""
from autograder.grading.values import Writer
Writer.write = lambda self, value, depth=0: ["l", [["untold", "object", [10_000_000]]] * 500]
