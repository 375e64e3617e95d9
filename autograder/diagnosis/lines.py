"""The user's own lines of code: found by method and by the words in them."""

import ast
import contextlib
import inspect
import io
import linecache
import os
import textwrap
import tokenize

from autograder.sequence.limits import is_own

__all__ = ["in_class", "in_file", "in_method", "thrown_away", "words_of"]

MOST_LETTERS = 140


def in_method(thing, method, words=()):
    """The last line of a method that has one of the words, else its last one: "line 12: return …".

    Empty where the source cannot be had.
    """
    try:
        source, start = inspect.getsourcelines(getattr(type(thing), method))
        name = inspect.getsourcefile(getattr(type(thing), method)) or ""
    except (OSError, TypeError, AttributeError):
        return ""
    if "keras" in (getattr(getattr(type(thing), method), "__module__", "") or ""):
        return ""
    lines = [(start + place, line.strip()) for place, line in enumerate(source)]
    lines = [
        (number, line) for number, line in lines if line and not line.startswith(("#", "@", "def ", '"""'))
    ]
    if not lines:  # all on the line of `def`
        lines = [(start, source[0].strip())]
    having = [pair for pair in lines if any(word in pair[1] for word in words)]
    number, line = (having or lines)[-1]
    for _, more in lines[lines.index((number, line)) + 1 :]:
        if sum(map(line.count, "([{")) <= sum(map(line.count, ")]}")) or len(line) > MOST_LETTERS:
            break
        line += f" {more}"
    return shown(method, name, number, line)


def in_class(thing, words):
    """The first line of the class's own methods, in the order they are written, that has one of the words."""
    for kind in type(thing).__mro__:
        for name, method in vars(kind).items():
            if callable(method) and "keras" not in (getattr(method, "__module__", "") or "keras"):
                told = in_method(thing, name, words)
                if any(word in told.partition(": ")[2] for word in words) and name != "__init__":
                    return told
    return ""


COPIES = ("tf.random.shuffle", "tensorflow.random.shuffle", "keras.random.shuffle")
"""Functions that shuffle a copy."""
COPYING = ("list", "tuple", "zip", "sorted", "array", "arange", "copy", "deepcopy")


def thrown_away(thing, method, functions):
    """The line of a method that calls one of some functions and does nothing with what it returns; else "".

    What shuffles in place is one of them where it is given a copy that is made in the call.
    """
    try:
        source, start = inspect.getsourcelines(getattr(type(thing), method))
        tree = ast.parse(textwrap.dedent("".join(source)))
    except (OSError, TypeError, AttributeError, SyntaxError):
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            called, given = _name(node.value), node.value.args
            copied = called == "shuffle" and given and _name(given[0]) in COPYING
            copied = copied or ast.unparse(node.value.func) in COPIES
            if called in functions or copied:
                name = inspect.getsourcefile(getattr(type(thing), method)) or ""
                line = source[node.lineno - 1].strip()
                return shown(method, name, start + node.lineno - 1, line)
    return ""


def _name(node):
    """The last part of the name of what a call calls; "" of what is no call."""
    called = getattr(node, "func", None)
    return getattr(called, "attr", getattr(called, "id", ""))


def words_of(thing):
    """What the text of a class says in words: its docstrings and comments, each a sentence or a line.

    Those of a function around it, and of functions of the user's that its methods name, are among them.
    """
    found = []
    for source in dict.fromkeys(_sources_of(thing)):
        with contextlib.suppress(SyntaxError, tokenize.TokenError):
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                    found += (ast.get_docstring(node) or "").replace(";", ".").split(".")
            tokens = tokenize.generate_tokens(io.StringIO(source).readline)
            found += [token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT]
    return tuple(" ".join(text.split()) for text in found if text.strip())


def _sources_of(thing):
    for kind in type(thing).__mro__:
        if "keras" in (getattr(kind, "__module__", "") or "") or kind is object:
            continue
        yield _source_of(kind)
        for method in vars(kind).values():
            code, scope = getattr(method, "__code__", None), getattr(method, "__globals__", {})
            for name in code.co_names if code is not None else ():
                called = scope.get(name)
                if inspect.isfunction(called) and is_own(called.__code__.co_filename):
                    yield _text_of(called)


def _text_of(function):
    """The text of a function; "" where it cannot be had."""
    try:
        return textwrap.dedent(inspect.getsource(function))
    except (OSError, TypeError, SyntaxError):
        return ""


def _source_of(kind):
    """The text of a class, from the file that its methods are in; "" where it cannot be had."""
    codes = [
        code for method in vars(kind).values() if (code := getattr(method, "__code__", None)) is not None
    ]
    text = next(filter(None, (linecache.getlines(code.co_filename) for code in codes)), [])
    with contextlib.suppress(SyntaxError, ValueError):
        for node in ast.walk(ast.parse("".join(text))):
            if isinstance(node, ast.ClassDef) and node.name == kind.__name__:
                return textwrap.dedent("".join(text[node.lineno - 1 : node.end_lineno]))
    return ""


def in_file(place):
    """A line by `(method, file, number)`."""
    if place is None:
        return ""
    method, name, number = place
    return shown(method, name, number, linecache.getline(name, number).strip())


def shown(method, name, number, line):
    """Put method, file, number and text of a line together."""
    in_a_cell = not name or name.startswith("<") or "ipykernel" in name
    where = f"line {number}" if in_a_cell else f"{os.path.basename(name)}, line {number}"
    line = line if len(line) <= MOST_LETTERS else line[:MOST_LETTERS] + " …"
    return f"{where}, in {method}: {line}" if line else f"{where}, in {method}"
