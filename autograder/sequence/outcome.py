"""What came of calling somebody else's code: a value, or why there is none.

`call` is the one place where an `Outcome` is made of a call; `Outcome.said` the one place that puts
it into words. All of it is plain text and numbers, so it travels between processes, but for the value.
"""

import difflib
import linecache
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import CodeType

from autograder.sequence.limits import AT_LINE, CALL_SECONDS, StillRunning, in_thread, own_frame

__all__ = ["ENDED", "LATE", "RAISED", "VALUE", "Outcome", "call", "raised"]

VALUE, RAISED, LATE, ENDED = "value", "raised", "late", "ended"
"""How a call comes out: with a value; with an exception; not in time; the process it ran in ended."""

Limit = Callable[[Callable[[], object], float, str], tuple[object, BaseException | None]]

MOST_LETTERS = 8_000
MOST_SHOWN = 300
MOST_CAUSES = 40


@dataclass(frozen=True)
class Outcome:
    """What came of one call.

    how: one of VALUE, RAISED, LATE and ENDED. value: what was returned. Of an exception: kind is the
    name of its type, kinds the names of all its types, message and notes what it says; file, method,
    number and line are where in the caller's own code it was raised, empty where it was not there;
    causes are the names of the types of exceptions that led to it; suggestion is a name that is there,
    where a name alike was not. Of LATE and ENDED the message says what was being done; looping is whether
    it was in a `while` of its author's own when it was given up.
    """

    how: str = VALUE
    value: object = None
    kind: str = ""
    message: str = ""
    notes: tuple = ()
    kinds: tuple = ()
    file: str = ""
    method: str = ""
    number: int = 0
    line: str = ""
    causes: tuple = ()
    suggestion: str = ""
    looping: bool = False

    @property
    def good(self) -> bool:
        """Whether a value came."""
        return self.how == VALUE

    @property
    def silent(self) -> bool:
        """Whether nothing came at all, so that nothing more would come of asking again."""
        return self.how in (LATE, ENDED)

    @property
    def late_elsewhere(self) -> bool:
        """Whether a call did not end in time, and was in no line of its author's when it was given up."""
        return self.how == LATE and AT_LINE not in self.message

    @property
    def may_be_slow(self) -> bool:
        """Whether a call did not end in time, and nothing says that it never would have."""
        return self.how == LATE and not self.looping

    @property
    def place(self) -> str:
        """Where it was raised, in the caller's own code; empty if nowhere there."""
        if not self.line:
            return ""
        in_a_file = self.file.endswith(".py") and "ipykernel" not in self.file
        where = os.path.basename(self.file) if in_a_file else "its cell"
        return f"line {self.number} of {where}, in {self.method}: {self.line}"

    @property
    def words(self) -> str:
        """All that the author of the code can have said in an exception: message and notes."""
        return "\n".join((self.message, *self.notes))

    @property
    def said(self) -> str:
        """The outcome in a few words, without the value."""
        if self.how == LATE:
            return f"no answer: {self.message}"
        if self.how == ENDED:
            return f"no answer: {self.message}, and the Python process it ran in ended"
        if self.how == VALUE:
            return "a value"
        text = f"{self.kind}: {self.message}" if self.message else self.kind
        return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + " …"

    @property
    def said_where(self) -> str:
        """`said`, with the place."""
        return f"{self.said} (at {self.place})" if self.place else self.said

    def is_a(self, *names: str) -> bool:
        """Whether an exception of one of these types came, or of a type derived from one."""
        return any(name in self.kinds for name in names)

    def names_index(self, *indices: int) -> bool:
        """Whether an exception's own words hold one of the indices as a whole number, "0003" too."""
        return any(
            re.search(rf"(?<!\d)(?<!\d\.){'-' * (i < 0)}0*{abs(i)}(?!\d)", self.words) for i in indices
        )


def call(
    function: Callable[[], object],
    doing: str,
    seconds: float = CALL_SECONDS,
    limit: Limit = in_thread,
) -> Outcome:
    """Call `function()` under a limit of time. Returns its `Outcome`, and raises nothing of its own.

    doing: what is said of it, such as "__getitem__(3)". limit: `limits.in_thread` or
    `limits.by_signal`. A Ctrl-C of the person who waits passes through.
    """
    value, error = limit(function, seconds, doing)
    return Outcome(value=value) if error is None else raised(error)


def raised(error: BaseException) -> Outcome:
    """Return the `Outcome` of an exception, with the line of the caller's own code that raised it."""
    known = getattr(error, "outcome", None)
    if isinstance(known, Outcome):
        return known  # it was raised, and described, in another process
    if isinstance(error, StillRunning):
        return Outcome(
            LATE,
            kind="StillRunning",
            message=str(error),
            kinds=("StillRunning",),
            looping=error.looping,
        )
    frames: list[tuple[CodeType, int]] = []
    step = error.__traceback__
    while step is not None:
        frames.append((step.tb_frame.f_code, step.tb_lineno))
        step = step.tb_next
    code, number = own_frame(frames) or (None, 0)
    notes = getattr(error, "__notes__", ())
    return Outcome(
        RAISED,
        kind=type(error).__name__,
        message=_text(error)[:MOST_LETTERS],
        notes=tuple(_text(note)[:2_000] for note in (notes if isinstance(notes, list) else ())[:50]),
        kinds=tuple(kind.__name__ for kind in type(error).__mro__),
        file=code.co_filename if code else "",
        method=code.co_name if code else "",
        number=number,
        line=linecache.getline(code.co_filename, number).strip()[:MOST_SHOWN] if code else "",
        causes=_causes(error),
        suggestion=_suggestion(error),
    )


def _causes(error: BaseException) -> tuple[str, ...]:
    """The names of the types of the exceptions that an exception was raised from, or on the way of."""
    kinds: list[str] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(kinds) < MOST_CAUSES:
        kinds += [kind.__name__ for kind in type(cause).__mro__]
        cause = cause.__cause__ or cause.__context__
    return tuple(dict.fromkeys(kinds))


def _suggestion(error: BaseException) -> str:
    """A name that is there and much like the one that an exception misses; empty if there is none.

    Python makes such suggestions too, but only where it prints a traceback.
    """
    missed = getattr(error, "name", None)
    if not isinstance(error, (AttributeError, NameError)) or not isinstance(missed, str):
        return ""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    own = step.tb_frame.f_locals.get("self") if step is not None else None
    thing = getattr(error, "obj", None) if isinstance(error, AttributeError) else own
    try:
        return _alike(missed, vars(thing), "self." if thing is own else "")
    except TypeError:  # it keeps nothing under names
        return ""


def _alike(missed: str, names: Iterable[object], before: str) -> str:
    own = [name for name in names if isinstance(name, str) and not name.startswith("__")]
    found = difflib.get_close_matches(missed, own, 1, 0.75)
    return before + found[0] if found else ""


def _text(thing: object) -> str:
    try:
        return str(thing)
    except Exception:  # an exception whose own __str__ fails
        return ""
