"""Mistakes in the exercise itself: the cell, the name, the class; and lesson 2's question."""

from autograder.mistakes.finding import Mistake

__all__ = [
    "CELL_FAILED",
    "CLASS_MISSING",
    "DROPPED_WRONG",
    "MISTAKES",
    "NEVER_SERVED_WRONG",
    "NOT_A_CLASS",
    "SYNTAX_ERROR",
]

SYNTAX_ERROR = Mistake(
    "syntax_error", 6, "No line of a cell runs that Python cannot read as a whole.", final=True
)
CELL_FAILED = Mistake(
    "cell_failed",
    6,
    "After a cell failed, the names that it makes are still those of its last good run.",
    hint="Run the exercise cell again, until it ends without an error.",
    final=True,
)
CLASS_MISSING = Mistake(
    "class_missing",
    6,
    "The tests look for the class by its name.",
    hint="Did the exercise cell run without an error?",
    final=True,
)
NOT_A_CLASS = Mistake(
    "not_a_class", 6, "fit makes no epochs of a generator function: it asks a Sequence for its length."
)
DROPPED_WRONG = Mistake("dropped_wrong", None, "What a floor leaves over is n % b, the remainder.")
NEVER_SERVED_WRONG = Mistake(
    "never_served_wrong", None, "A sample was never served if its number is in none of the batches."
)

MISTAKES = (SYNTAX_ERROR, CELL_FAILED, CLASS_MISSING, NOT_A_CLASS, DROPPED_WRONG, NEVER_SERVED_WRONG)
