"""Answers of many gigabytes."""
import autograder.grading.wire as wire, autograder.grading.student as student
def huge(value, buffers, depth=0):
    return {"a": ["<f8", [10**9, 10**9], 0]}
student.encode = huge
