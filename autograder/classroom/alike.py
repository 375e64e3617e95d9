"""Which answers are alike: the same after comments, layout and names are taken out.

Answers are read and never run, in a process with limits (`limited`): what takes too much there, or is
no Python, is compared as it was written.
"""

import ast
import atexit
import hashlib
import time

from autograder.classroom.limited import Budget, Limited

__all__ = ["MOST_LETTERS", "bare", "form", "forms"]

MOST_LETTERS = 20_000
"""Longer answers are compared as they were written."""
MOST_SECONDS = 120
"""For the answers of a whole class; those that are left then are compared as they were written."""
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
NAMED = {
    ast.Name: "id",
    ast.arg: "arg",
    ast.Attribute: "attr",
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
    ast.ClassDef: "name",
    ast.keyword: "arg",
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.MatchStar: "name",
}
"""Where a node keeps a name that may be the student's own."""

_process = Limited()
atexit.register(_process.close)


def forms(sources):
    """What each of some texts comes to, once each is looked at: {text: a word for its form}."""
    end = time.monotonic() + MOST_SECONDS
    found = {}
    for source in dict.fromkeys(sources):
        told = _process.call(_form, source) if time.monotonic() < end else None
        found[source] = told or _as_written(source)
    return found


def bare(source):
    """A text without comments and docstrings; as it was written, where Python cannot read it."""
    return _process.call(_bare, source) or source


def _bare(source):
    return Budget().spend(_unparsed, source, instead=lambda: source)


def _unparsed(source):
    if len(source) > MOST_LETTERS:
        return source
    tree = ast.parse(source)
    _take_out_docstrings(tree)
    return ast.unparse(tree)


def _form(source):
    return Budget().spend(form, source, instead=lambda: _as_written(source))


def form(source):
    """A word for the form of a text: the same for two that differ in comments, layout and names alone.

    A name counts as the student's where the text binds it. What it reads of others, such as `math.ceil`
    or `len`, stays.
    """
    if len(source) > MOST_LETTERS:
        return _as_written(source)
    try:
        tree = ast.parse(source)
        _take_out_docstrings(tree)
        _take_out_names(tree)
        text = ast.dump(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _as_written(source)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _as_written(source):
    """A word for a text that cannot be read: blanks at the ends of lines, and blank lines, do not count."""
    lines = [line.rstrip() for line in source.split("\n")]
    text = "\n".join(line for line in lines if line)
    return f"text {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _take_out_names(tree):
    """Put numbers in the place of the names that the text binds, in the order in which they come.

    A variable and an attribute of one name are two; what stands in the body of a class is an attribute.
    """
    members = {id(node) for one in ast.walk(tree) if isinstance(one, ast.ClassDef) for node in _members(one)}
    named = []  # (node, where it keeps its name, the kind and the name)
    for node in ast.walk(tree):
        place = NAMED.get(type(node))
        if place and getattr(node, place):
            kind = "attribute" if isinstance(node, ast.Attribute) or id(node) in members else "name"
            named.append((node, place, (kind, getattr(node, place))))
    own = {key for node, _, key in named if _binds(node) and not key[1].startswith("__")}
    numbers = {}
    for node, place, key in named:
        if key in own:
            # no identifier has this form, so it cannot be one that the text reads of others
            setattr(node, place, f"<{numbers.setdefault(key, len(numbers))}>")
    for node in ast.walk(tree):
        if isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [str(numbers.get(("name", name), name)) for name in node.names]


def _members(one):
    """The nodes that name something in the body of a class."""
    for statement in one.body:
        if isinstance(statement, FUNCTIONS | ast.ClassDef):
            yield statement
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            yield from statement.targets if isinstance(statement, ast.Assign) else [statement.target]


def _binds(node):
    """Whether a node gives its name to something."""
    return not isinstance(getattr(node, "ctx", None), ast.Load) and not isinstance(node, ast.keyword)


def _take_out_docstrings(tree):
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS | ast.ClassDef | ast.Module) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
