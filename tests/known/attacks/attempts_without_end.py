"""The list of attempts is enormous, and full of HTML."""
import gc
from autograder.grading.attempts import Attempts
for thing in gc.get_objects():
    if isinstance(thing, Attempts):
        thing.texts = ["<script>alert(1)</script>" * 1000] * 5000
