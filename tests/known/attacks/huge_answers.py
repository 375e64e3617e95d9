"""Answers of many gigabytes."""
from autograder.grading.values import Writer
Writer.write = lambda self, value, depth=0: ["a", "<f8", [10**9, 10**9], 0, ""]
