"""Texts and bytes that came from the student's process are data: in the process of the tests none of them
is run, whatever a test asks for.

`eval`, `exec`, doctests and pandas' `query` would run a text that a function of the student's returned, or
its docstring, with all rights of the tests. So such texts are known here, and what would run one says that
it cannot be told. Bytes that hold a pickle are made anew where there are plain values in it alone.
"""

import ast
import io
import os
import pickle
import sys
import textwrap

from autograder.grading.values import CannotPass
from autograder.patches import Patch

__all__ = ["Running"]

MOST_TEXTS = 200_000
LEVEL = 6
"""Where `pandas.eval` takes the number of frames between it and who asks, after the expression."""
LEAST_LETTERS = 4
"""A text that is shorter is no call, and is looked for as the whole alone."""
LEAST_PART = 20
"""Of so many letters a part of the student's cells is no chance."""
OF_SUMS = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod)
OF_SUMS += (ast.USub, ast.UAdd, ast.Compare, ast.cmpop)
PLAIN = {
    "builtins": "bool bytearray bytes complex dict float frozenset int list object range set slice str tuple",
    "collections": "Counter OrderedDict defaultdict deque",
    "datetime": "date datetime time timedelta timezone",
    "decimal": "Decimal",
    "fractions": "Fraction",
    "numpy": "dtype ndarray",
    "numpy._core.multiarray": "_reconstruct scalar",
    "numpy._core.numeric": "_frombuffer",
    "numpy.core.multiarray": "_reconstruct scalar",
    "numpy.core.numeric": "_frombuffer",
    "autograder.grading.standin": "_unpickled",
}
"""What a pickle in memory may name, by module."""


class _Unpickler(pickle.Unpickler):
    """Makes plain values of a pickle, and objects of the tests' own classes."""

    def find_class(self, module, name):
        kind = getattr(sys.modules.get("__main__"), name, None) if module == "__main__" else None
        if name in PLAIN.get(module, "").split() or isinstance(kind, type):
            return super().find_class(module, name)
        raise CannotPass(
            f"A pickle with {module}.{name} in it is not made anew by the tests: whoever wrote it says what "
            "runs then."
        )


class Running:
    """Keeps what came from the student's process from being run in this one."""

    def __init__(self):
        self._texts, self._sources, self._files = set(), (), set()
        self._on = self._parsed = self._tree = False

    def install(self):
        """Stand in the way of all that runs a text. Returns itself; there is no way back."""
        load = pickle.load
        Patch(
            pickle,
            {
                "loads": lambda data, /, **options: _Unpickler(io.BytesIO(data), **options).load(),
                "load": lambda file, **options: (
                    load(file, **options) if _is_on_disk(file) else _Unpickler(file, **options).load()
                ),
            },
        ).install()
        sys.addaudithook(self._hear)
        return self

    def begin(self):
        """Begin a notebook."""
        self._texts.clear()

    def came(self, text):
        """Note a text that came."""
        if len(self._texts) < MOST_TEXTS:
            self._texts.add(text.strip())

    def watch(self, sources):
        """Begin a cell of tests. sources: of the student's cells."""
        self._sources, self._on, self._parsed, self._tree = sources, True, False, False
        self._files.clear()
        evaluating = sys.modules.get("pandas.core.computation.eval")
        if evaluating is not None and not hasattr(evaluating.eval, "guarded"):
            evaluate = evaluating.eval

            def guarded(expr, *arguments, **options):
                if isinstance(expr, str) and self._is_theirs(expr):
                    self._refuse(expr)
                if len(arguments) < LEVEL:  # whose names it looks up: this function stands between
                    options["level"] = options.get("level", 0) + 1
                return evaluate(expr, *arguments, **options)

            guarded.guarded = True
            for module in (evaluating, sys.modules["pandas"]):
                Patch(module, {"eval": guarded}).install()

    def rest(self):
        """End it."""
        self._on = False

    def _hear(self, event, arguments):
        if not self._on:
            return
        if event == "compile" and sys._getframe(1).f_globals.get("__name__") != "typing":  # see `annotation`
            source, file = arguments[0], str(arguments[1])
            if isinstance(source, (bytes, bytearray)):
                source = bytes(source).decode("utf-8", "replace")
            if isinstance(source, str) and not file.startswith("<ipython-input"):
                theirs = self._is_theirs(source, in_doc=file.startswith("<doctest"))
                self._parsed, self._tree = self._parsed or theirs, False
                (self._files.add if theirs else self._files.discard)(file)
            elif isinstance(
                source, ast.AST
            ):  # which may be made of such a text; of what file it is is not told
                self._tree = self._parsed
        elif event == "exec" and (self._files or self._tree):
            file = getattr(arguments[0], "co_filename", "")
            of_a_tree = self._tree and not file.startswith("<ipython-input") and not os.path.exists(file)
            if file in self._files or of_a_tree:
                self._files.clear()
                self._refuse()

    def _is_theirs(self, source, in_doc=False):
        """Whether a source is, or has in it, a text that came, or is a part of one of the student's cells."""
        self._on = False  # what is compiled to look at it is ours
        try:
            return self._looked_up(source, in_doc)
        finally:
            self._on = True

    def _looked_up(self, source, in_doc):
        source = source.strip()
        if not source or _is_sum(source):
            return False
        if source in self._texts:
            return True
        texts = list(self._texts)
        if in_doc:
            return any(source in text for text in texts)
        if any(len(text) >= LEAST_LETTERS and "(" in text and text in source for text in texts):
            return True
        plain = textwrap.dedent(source)
        return len(plain) >= LEAST_PART and any(plain in textwrap.dedent(cell) for cell in self._sources)

    @staticmethod
    def _refuse(text=""):
        shown = f" ({text[:200]!r})" if text else ""
        raise CannotPass(
            f"A test would run a text of the student's{shown} with all rights of the tests. Ask what it is made "
            "of, or let the cell's tests run in the student's process."
        )


def _is_sum(source):
    """Whether a text is numbers, and signs between them: nothing that could take long, or ask for a name."""
    try:
        nodes = list(ast.walk(ast.parse(source[:1_000], mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(
        isinstance(node, OF_SUMS) or (isinstance(node, ast.Constant) and type(node.value) in (int, float))
        for node in nodes
    )


def _is_on_disk(file):
    """Whether a file is one that was opened by its name; what the student's code wrote passes as no pickle."""
    return isinstance(file, (io.BufferedReader, io.FileIO)) and isinstance(
        file.name, (str, os.PathLike, bytes)
    )
