"""An answer without end."""
import autograder.grading.student as student
def endless(self, head, buffers):
    thing = []
    for _ in range(900):
        thing = ["l", [thing]]
    return {"how": "value", "value": thing}, []
student.Server._answer = endless
