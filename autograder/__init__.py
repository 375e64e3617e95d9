"""Sequence lessons that tell the truth, and an autograder that names the mistake.

Lessons import their few names from here. They are looked up when they are first
used, since importing TensorFlow takes seconds that `autograder --help` need not.
"""

import importlib
import os

# TensorFlow reads these when it is first imported. Its log lines go to stderr, and nbgrader
# gives no points to a graded cell that wrote there.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

_HOME_OF = {
    "Reordered": "lesson.unfamiliar",
    "StrangerA": "lesson.strangers",
    "StrangerB": "lesson.strangers",
    "StrangerC": "lesson.strangers",
    "StrangerD": "lesson.strangers",
    "Unfamiliar": "lesson.unfamiliar",
    "ask": "lesson.quiz",
    "check_answer": "lesson.quiz",
    "check_batches": "lesson.checks",
    "check_contract": "lesson.checks",
    "check_dropped": "lesson.checks",
    "check_epochs": "lesson.checks",
    "check_installation": "lesson.installation",
    "check_kept_order": "lesson.checks",
    "check_length": "lesson.checks",
    "check_lengths_differ": "lesson.checks",
    "check_missing_file": "lesson.files",
    "check_never_served": "lesson.checks",
    "check_not_numeric": "lesson.checks",
    "check_past_the_end": "lesson.checks",
    "check_picture_epochs": "lesson.files",
    "check_pictures": "lesson.files",
    "check_reading_fails": "lesson.checks",
    "check_seed": "lesson.checks",
    "check_shuffled": "lesson.checks",
    "compare": "lesson.report",
    "data_folder": "sequence.samples",
    "diagnose": "diagnosis.api",
    "numbered": "sequence.samples",
    "observe": "sequence.observe",
    "play": "lesson.playground",
    "progress": "lesson.progress",
    "show": "lesson.report",
    "show_order": "lesson.report",
    "show_pictures": "lesson.report",
    "show_steps": "lesson.report",
    "show_times": "lesson.report",
    "striped_images": "sequence.samples",
}

__all__ = sorted(_HOME_OF)


def __getattr__(name):
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__():
    return __all__
