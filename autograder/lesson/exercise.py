"""The student's class and the cell that it stands in: is there a class to try, and is it the last one?"""

import ast
import difflib
import inspect

from autograder.mistakes.exercise import CELL_FAILED, CLASS_MISSING, NOT_A_CLASS, SYNTAX_ERROR
from autograder.mistakes.finding import Finding
from autograder.mistakes.raised import (
    GETITEM_MISSING,
    LEN_MISSING,
    METHOD_MISSPELLED,
    METHOD_OUTSIDE,
    not_started,
)

__all__ = ["listen", "no_function", "no_thing", "why_missing"]

NAME = "DataGenerator"
STUB = {"", "# YOUR CODE HERE", "raise NotImplementedError()"}
"""Lines of a cell that is as it was handed out."""
SPECIAL = {*dir(list), *dir(type), "__next__", "__exit__", "__enter__"}
"""Methods that are named so on purpose."""


def _shell():
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def _sources():
    """The sources of all cells that were run, the last one first."""
    shell = _shell()
    return list(reversed(shell.user_ns.get("In", []))) if shell is not None else []


def _parsed(source):
    """The syntax tree of a cell, whose `%` and `!` lines are legal. Raises: SyntaxError."""
    from IPython.core.inputtransformer2 import TransformerManager

    return ast.parse(TransformerManager().transform_cell(source))


# The cell ------------------------------------------------------------------------------------


class _Runs:
    """Notes how the runs of cells went, to know whether a name is of the last run of its cell.

    It listens to IPython's own events; where there are no cell ids, cells are told by their place in
    the history alone, and an old class cannot be told from a new one.
    """

    def __init__(self):
        self.home, self.thing, self.last = None, None, {}

    def after(self, result):
        """Note one run, by IPython's event `post_run_cell`."""
        cell = getattr(result.info, "cell_id", None)
        thing = _shell().user_ns.get(NAME)
        made = thing is not None and thing is not self.thing
        if made:
            self.home, self.thing = cell, thing
        if cell is not None:
            self.last[cell] = made, result

    def stale(self):
        """The last run of the cell that the class is of, where that did not make it; else None."""
        made, result = self.last.get(self.home, (True, None))
        return None if made else result


_runs = _Runs()


def listen():
    """Begin to note how runs of cells go, in a notebook; once is enough."""
    shell = _shell()
    if shell is not None and _runs.after not in shell.events.callbacks.get("post_run_cell", ()):
        shell.events.register("post_run_cell", _runs.after)


def _stale_finding(thing, asked):
    result = _runs.stale() if thing is _runs.thing else None
    if result is None:
        return None
    error = result.error_before_exec or result.error_in_exec
    said = f"{type(error).__name__}: {error}"[:200] if error else f"it makes no {NAME}"
    return Finding(
        CELL_FAILED,
        asked,
        f"the class of an earlier run. The last run of its cell: {said}.",
        "what the cell says now did not run, so it cannot be tried.",
    )


# The class -----------------------------------------------------------------------------------


def no_thing(thing, record=None):
    """Why there is no class to try, as a `Finding`; None where there is one."""
    asked = f"class {NAME}(tf.keras.utils.Sequence) in the exercise cell."
    if isinstance(thing, type) or inspect.isroutine(thing):
        return _stale_finding(thing, asked)
    if thing is not None and not callable(thing):
        kind = getattr(thing, "type_name", type(thing).__name__)
        return Finding(
            NOT_A_CLASS,
            asked,
            f"an object of type {kind}.",
            "no new object can be made from it for other data.",
        )
    if thing is not None:
        return None
    broken = _syntax_error()
    if broken is not None:
        return Finding(
            SYNTAX_ERROR,
            asked,
            f"a cell that Python cannot read: {broken}.",
            "no line of that cell ran, so there is no class.",
            reread_text="the marked line, and the one before it: brackets, colons, indents.",
        )
    if _stub_alone():
        return not_started(asked, "the exercise cell", rule=6)
    other = _other_class()
    received = f"a class named {other}." if other else "no class of that name."
    return Finding(CLASS_MISSING, asked, received, "what is not defined under that name cannot be tried.")


def no_function(thing):
    """The finding for a function in the place of the class, whatever else is wrong with it."""
    if not callable(thing) or isinstance(thing, type):
        return None
    return Finding(
        NOT_A_CLASS,
        f"class {NAME}(tf.keras.utils.Sequence).",
        "a function of that name.",
        "fit cannot ask it how many batches there are; what it returns is tried instead.",
    )


def _stub_alone():
    """Whether the exercise cell was run with nothing in it but the line to replace."""
    return any(
        source.strip() and all(line.strip() in STUB for line in source.split("\n")) for source in _sources()
    )


def _syntax_error():
    for source in _sources():
        if "class" not in source or "check_" in source:
            continue
        try:
            _parsed(source)
        except SyntaxError as error:
            line = (error.text or "").strip()
            return f"{error.msg} at line {error.lineno}: {line}"
    return None


def _other_class():
    shell = _shell()
    if shell is None:
        return None
    import keras

    names = list(shell.user_ns)  # the classes that a lesson shows stand before that of the exercise
    names = names[names.index(NAME) + 1 :] if NAME in names else names
    for name in reversed(names):
        thing = shell.user_ns[name]
        if isinstance(thing, type) and issubclass(thing, keras.utils.PyDataset):
            if thing.__module__ == "__main__" and not name.startswith("_"):
                return name
    return None


# A method that is not there ------------------------------------------------------------------


def why_missing(finding):
    """Say more of a missing method, from the text of the cell: misspelled, or not inside the class."""
    wanted = {GETITEM_MISSING: "__getitem__", LEN_MISSING: "__len__"}.get(finding.mistake)
    if wanted is None:
        return finding
    for source in _sources():
        if f"class {NAME}" not in source:
            continue
        try:
            tree = _parsed(source)
        except (SyntaxError, ValueError, RecursionError):
            return finding
        return _in_cell(tree, wanted, finding)
    return finding


def _in_cell(tree, wanted, finding):
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    if any(node.name == wanted for node in functions):
        return Finding(
            METHOD_OUTSIDE,
            finding.asked,
            f"a def {wanted} that stands in another method, or outside of the class.",
            finding.so,
            finding.record,
            rule=finding.mistake.rule,
            hint=f"Is def {wanted} indented as far as def __init__?",
        )
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == NAME]
    names = [node.name for body in bodies for node in body if isinstance(node, ast.FunctionDef)]
    letters = {name.replace("_", ""): name for name in names if name not in SPECIAL}
    close = difflib.get_close_matches(wanted.strip("_"), letters, 1, 0.65)
    alike = [letters[name] for name in close]
    if not alike:
        return finding
    return Finding(
        METHOD_MISSPELLED,
        finding.asked,
        f"a method {alike[0]}, and none named {wanted}.",
        finding.so,
        finding.record,
        rule=finding.mistake.rule,
        hint="Are the two underscores there on both sides?",
    )
