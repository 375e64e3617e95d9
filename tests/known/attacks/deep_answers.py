"""An answer without end."""
import autograder.grading.student as student
def endless(self, doing, request):
    thing = []
    thing.append(thing)
    return "value", thing
student.Server.answer = endless
