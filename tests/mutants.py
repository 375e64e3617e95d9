"""Looks for gaps in the checks by machine: mutants of right classes, judged twice.

    .venv/bin/python tests/mutants.py [count] [--seed N] [--lesson N] [--jobs N] [--keep FILE]

A mutant is a known right class with one small change: another operator, constant or name, a bound of
a slice moved, an argument dropped, a statement deleted. `oracle.py`, which knows the contract and
shares no code with the checks, says which mutants are right and which are wrong; then the checks
grade them all, as a class is graded. Printed are the escapes (wrong, and all points), the false
accusations (right, and points lost) and what was not graded the same twice, each with its change.

The same seed gives the same mutants. --keep writes all of them with both judgements, a line of JSON
each. The exit status is 1 where something was found.
"""

import argparse
import ast
import contextlib
import difflib
import json
import random
import subprocess
import sys
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.known import EXERCISE, known_classes

__all__ = ["Changes", "Mutant", "ask_oracle", "disagreements", "is_python", "judge", "mutants"]

ORACLE = Path(__file__).resolve().parent / "oracle.py"
LESSONS = (1, 2, 3)
"""Those whose rules the oracle knows."""
TRIES = 20
"""So often another change of a class is drawn, where one is no Python or was made before."""


@dataclass
class Mutant:
    """A right class with one change, and what is thought of it.

    of: the class it was made of. kind: of the change. verdict, why: the oracle's. points, max_points,
    findings: of the checks.
    """

    name: str
    lesson: int
    of: str
    kind: str
    before: str
    source: str
    cell: str = EXERCISE
    verdict: str = ""
    why: str = ""
    points: float = 0
    max_points: float = 0
    findings: tuple = ()

    @property
    def has_all_points(self):
        return self.points == self.max_points

    @property
    def change(self):
        """The change, as a diff without its head."""
        lines = difflib.unified_diff(self.before.split("\n"), self.source.split("\n"), lineterm="", n=2)
        return "\n".join(list(lines)[2:])


# Making them ---------------------------------------------------------------------------------

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod)
COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
OPPOSITE = {ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In}
RELATED = [
    ("ceil", "floor", "trunc"),
    ("min", "max"),
    ("zeros", "empty", "ones"),
    ("array", "asarray"),
    ("concatenate", "stack"),
    ("append", "extend"),
    ("permutation", "shuffle"),
    ("int", "float", "round"),
    ("ValueError", "TypeError", "IndexError", "RuntimeError", "OSError"),
    ("sorted", "reversed"),
    ("repeat", "tile"),
    ("any", "all"),
    ("len", "id"),
]
EXCEPTIONS = ("Exception", "ValueError", "IndexError", "OSError", "TypeError", "KeyError")


class Changes:
    """The changes that can be made to a source, by kind."""

    def __init__(self, source):
        self.tree = ast.parse(source)
        self.before = ast.unparse(self.tree)
        self.kinds = {}
        for put, kind, new, old in _places(self.tree):
            self.kinds.setdefault(kind, []).append((put, new, old))

    def made(self, kind, number):
        """The source with one change of a kind made; "" where that is no other Python source."""
        put, new, old = self.kinds[kind][number]
        put(new)
        try:
            after = ast.unparse(ast.fix_missing_locations(self.tree))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(after, "mutant", "exec")
        except (
            SyntaxError,
            TypeError,
            ValueError,
        ):  # what ast takes for a tree and Python for none, such as f(*) of f(*a)
            return ""
        finally:
            put(old)
        return "" if after == self.before else after


def _places(tree):
    """Walk through a tree: yields `(put, kind, new, old)`, where `put` sets one field of one node."""
    attributes = sorted(
        {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        }
    )
    for scope, node in _scoped(tree, ()):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                for kind, new in _of_expression(value, node, field, scope, attributes):
                    yield lambda new, n=node, f=field: setattr(n, f, new), kind, new, value
            elif isinstance(value, list) and value and isinstance(value[0], ast.expr):
                for place, item in enumerate(value):
                    for kind, new in _of_expression(item, node, field, scope, attributes):
                        yield lambda new, v=value, p=place: v.__setitem__(p, new), kind, new, item
            elif isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                for kind, new in _of_block(value):
                    yield lambda new, n=node, f=field: setattr(n, f, new), kind, new, value
        for field, kind, new in _of_node(node):
            yield lambda new, n=node, f=field: setattr(n, f, new), kind, new, getattr(node, field)


def _scoped(node, scope):
    """All nodes, each with the names that its function knows."""
    if isinstance(node, (ast.FunctionDef, ast.Lambda)):
        arguments = [a.arg for a in ast.walk(node.args) if isinstance(a, ast.arg)]
        stored = [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        scope = tuple(dict.fromkeys([*scope, *arguments, *stored]))
    yield scope, node
    for child in ast.iter_child_nodes(node):
        yield from _scoped(child, scope)


def _of_expression(old, parent, field, scope, attributes):
    """What an expression may become: yields `(kind, expression)`."""
    number = lambda value: ast.Constant(value)  # noqa: E731 (a short name for what is made often)
    if isinstance(parent, ast.arg) or field in ("annotation", "returns"):
        return  # no type hint is ever evaluated by what runs the class
    if isinstance(getattr(old, "ctx", None), (ast.Store, ast.Del)):
        return
    match old:
        case ast.BinOp(left, op, right):
            for other in ARITHMETIC:
                if not isinstance(op, other):
                    yield "operator", ast.BinOp(left, other(), right)
            yield "operand", left
            yield "operand", right
            yield "operand", ast.BinOp(right, op, left)
        case ast.UnaryOp(op, operand):
            yield "operator", operand
        case ast.Compare(left, ops, comparators):
            for place, op in enumerate(ops):
                others = COMPARISONS if isinstance(op, COMPARISONS) else (OPPOSITE[type(op)],)
                for other in others:
                    if not isinstance(op, other):
                        yield (
                            "comparison",
                            ast.Compare(left, [*ops[:place], other(), *ops[place + 1 :]], comparators),
                        )
            if len(ops) > 1:
                yield "comparison", ast.Compare(left, ops[:-1], comparators[:-1])
                yield "comparison", ast.Compare(comparators[0], ops[1:], comparators[1:])
        case ast.BoolOp(op, values):
            yield "condition", ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            for place in range(len(values)):
                rest = [*values[:place], *values[place + 1 :]]
                yield "condition", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.Constant(bool() as value):
            yield "constant", number(not value)
        case ast.Constant(int() | float() as value):
            for new in dict.fromkeys((value + 1, value - 1, 0, 1, 2 * value, -value)):
                if new != value:
                    yield "constant", number(new)
        case ast.Constant(str() as value) if value and not isinstance(parent, ast.Expr):
            yield "text", number("")
            yield "text", number(value + "s")
        case ast.JoinedStr(values):
            for place, part in enumerate(values):
                if isinstance(part, ast.FormattedValue):
                    yield "text", ast.JoinedStr([*values[:place], *values[place + 1 :]])
                    shown = ast.unparse(part.value)
                    yield (
                        "text",
                        ast.JoinedStr([*values[:place], number(f"{{{shown}}}"), *values[place + 1 :]]),
                    )
        case ast.Name(name):
            for other in scope:
                if other not in (name, "self"):
                    yield "name", ast.Name(other, ast.Load())
            for other in _related(name):
                yield "related", ast.Name(other, ast.Load())
        case ast.Attribute(value, name):
            if isinstance(value, ast.Name) and value.id == "self" and name in attributes:
                for other in attributes:
                    if other != name:
                        yield "attribute", ast.Attribute(value, other, ast.Load())
            for other in _related(name):
                yield "related", ast.Attribute(value, other, ast.Load())
        case ast.Slice(lower, upper, step):
            yield "slice", ast.Slice(None, upper, step)
            yield "slice", ast.Slice(lower, None, step)
            yield "slice", ast.Slice(upper, lower, step)
            yield "slice", ast.Slice(lower, upper, number(-1))
            yield "slice", ast.Slice(lower, upper, number(2))
            for bound, make in (
                (lower, lambda b: ast.Slice(b, upper, step)),
                (upper, lambda b: ast.Slice(lower, b, step)),
            ):
                if bound is not None:
                    for new in _one_off(bound):
                        yield "off by one", make(new)
            if lower is not None:
                yield "slice", lower
        case ast.Subscript(value, key):
            yield "subscript", value
            if not isinstance(key, (ast.Slice, ast.Constant)):
                for new in _one_off(key):
                    yield "off by one", ast.Subscript(value, new, ast.Load())
        case ast.Call(function, arguments, keywords):
            for place in range(len(arguments)):
                rest = [*arguments[:place], *arguments[place + 1 :]]
                yield "argument", ast.Call(function, rest, keywords)
                if not isinstance(arguments[place], ast.Starred):
                    yield "call", arguments[place]
                    if isinstance(function, ast.Name) and function.id == "range":
                        for new in _one_off(arguments[place]):
                            yield (
                                "off by one",
                                ast.Call(
                                    function, [*arguments[:place], new, *arguments[place + 1 :]], keywords
                                ),
                            )
            for place in range(len(arguments) - 1):
                swapped = [
                    *arguments[:place],
                    arguments[place + 1],
                    arguments[place],
                    *arguments[place + 2 :],
                ]
                yield "argument", ast.Call(function, swapped, keywords)
            for place in range(len(keywords)):
                yield "argument", ast.Call(function, arguments, [*keywords[:place], *keywords[place + 1 :]])
            if isinstance(function, ast.Attribute):
                yield "call", function.value
        case ast.Tuple(items) if items:
            yield "tuple", ast.List(items, ast.Load())
            yield "tuple", ast.Tuple(items[::-1], ast.Load())
            yield "tuple", items[0]
            yield "tuple", ast.Tuple([*items, items[-1]], ast.Load())
        case ast.IfExp(test, body, orelse):
            yield "condition", body
            yield "condition", orelse
            yield "condition", ast.IfExp(test, orelse, body)


def _related(name):
    return [other for group in RELATED if name in group for other in group if other != name]


def _one_off(expression):
    return [ast.BinOp(expression, op, ast.Constant(1)) for op in (ast.Add(), ast.Sub())]


def _of_block(block):
    """What a list of statements may become: yields `(kind, list)`."""
    for place, statement in enumerate(block):
        rest = [*block[:place], *block[place + 1 :]]
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            continue
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        kind = "method" if isinstance(statement, (ast.FunctionDef, ast.ClassDef)) else "statement"
        yield kind, rest or [ast.Pass()]
        if kind == "method":
            continue
        if not isinstance(statement, (ast.Return, ast.Raise, ast.Pass)):
            yield "statement", [*block[: place + 1], *block[place:]]
        if place + 1 < len(block) and not isinstance(block[place + 1], (ast.FunctionDef, ast.ClassDef)):
            yield "order", [*block[:place], block[place + 1], statement, *block[place + 2 :]]
        match statement:
            case ast.For() | ast.While() | ast.With() | ast.If():
                inner = statement.body
                yield "nesting", [*block[:place], *inner, *block[place + 1 :]]
                if len(inner) > 1:
                    short = type(statement)(**{**_fields(statement), "body": inner[:-1]})
                    yield "nesting", [*block[:place], short, inner[-1], *block[place + 1 :]]
            case ast.Try(body):
                yield "exception", [*block[:place], *body, *block[place + 1 :]]
            case ast.Raise():
                yield "exception", [*block[:place], ast.Return(None), *block[place + 1 :]]
            case ast.Return(value) if value is not None:
                yield "return", [*block[:place], ast.Expr(value), *block[place + 1 :]]
                yield "return", [*block[:place], ast.Return(ast.Constant(None)), *block[place + 1 :]]


def _fields(node):
    return dict(ast.iter_fields(node))


def _of_node(node):
    """What the fields of a node that are no expressions may become: yields `(field, kind, new)`."""
    if isinstance(node, ast.FunctionDef):
        for new in _of_parameters(node.args):
            yield "args", "parameters", new
    match node:
        case ast.If(test) | ast.While(test):
            for new in (ast.Constant(True), ast.Constant(False), ast.UnaryOp(ast.Not(), test)):
                yield "test", "condition", new
            if isinstance(node, ast.If) and node.orelse:
                yield "orelse", "condition", []
        case ast.AugAssign(op=op):
            for other in (ast.Add, ast.Sub, ast.Mult):
                if not isinstance(op, other):
                    yield "op", "operator", other()
        case ast.ExceptHandler(type=kind):
            for name in EXCEPTIONS:
                if not (isinstance(kind, ast.Name) and kind.id == name):
                    yield "type", "exception", ast.Name(name, ast.Load())
            yield "body", "exception", [ast.Pass()]
        case ast.Raise(exc=ast.Call(function, [_, *_])):
            yield "exc", "exception", ast.Call(function, [], [])
        case ast.FunctionDef(decorator_list=[_, *rest]):
            yield "decorator_list", "method", rest
        case ast.ClassDef(bases=[_, *rest]):
            yield "bases", "method", rest
        case ast.comprehension(ifs=[_, *rest]):
            yield "ifs", "condition", rest


def _of_parameters(old):
    """Two parameters in each other's place, each with its default; and those with defaults by keyword."""
    bare = len(old.args) - len(old.defaults)
    pairs = list(zip(old.args, [None] * bare + old.defaults))
    for place in range(1, len(pairs) - 1):  # self stays the first
        swapped = [*pairs[:place], pairs[place + 1], pairs[place], *pairs[place + 2 :]]
        arguments = [argument for argument, _ in swapped]
        defaults = [default for _, default in swapped if default is not None]
        if (place < bare) == (place + 1 < bare):  # else one without a default would follow one with it
            yield ast.arguments(**{**_fields(old), "args": arguments, "defaults": defaults})
    if old.defaults and not old.vararg:
        yield ast.arguments(
            **{
                **_fields(old),
                "args": old.args[:bare],
                "defaults": [],
                "kwonlyargs": [*old.args[bare:], *old.kwonlyargs],
                "kw_defaults": [*old.defaults, *old.kw_defaults],
            }
        )


def mutants(count, seed=0, lesson=None):
    """Make so many mutants of the known right classes, of all kinds and classes alike.

    Some classes are drawn more than once, none with the same change twice.
    """
    chance = random.Random(seed)
    parents = [
        entry
        for entry in known_classes("right")
        if entry.cell == EXERCISE and entry.lesson in (LESSONS if lesson is None else (lesson,))
        if is_python(entry.source)
    ]
    made, left, changes, seen = [], [], {}, set()
    while len(made) < count:
        left = left or chance.sample(parents, len(parents))
        parent = left.pop()
        if parent.name not in changes:
            changes[parent.name] = Changes(parent.source)
        possible = changes[parent.name]
        for _ in range(TRIES):
            kind = chance.choice(sorted(possible.kinds))
            source = possible.made(kind, chance.randrange(len(possible.kinds[kind])))
            if source and source not in seen:
                seen.add(source)
                name = f"{len(made)}-{parent.name}"
                made.append(Mutant(name, parent.lesson, parent.name, kind, possible.before, source))
                break
    return made


def is_python(source):
    """Whether a cell is Python without magics."""
    with contextlib.suppress(SyntaxError):
        return bool(ast.parse(source))
    return False


# Judging them --------------------------------------------------------------------------------


def judge(made, jobs=2):
    """Ask the oracle of mutants, and then the checks; writes into each what came."""
    said = ask_oracle(made, jobs)
    for mutant in made:
        mutant.verdict, mutant.why = said[mutant.name]
    _grade(made, jobs)


def ask_oracle(entries, jobs=2):
    """Ask the oracle of classes: {name: (verdict, why)}.

    entries: with `name`, `lesson` and `source`.
    """
    questions = [{"name": e.name, "lesson": e.lesson, "source": e.source} for e in entries]
    done = subprocess.run(
        [sys.executable, ORACLE, str(jobs)],
        input="\n".join(map(json.dumps, questions)),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answers = map(json.loads, done.stdout.splitlines())
    return {answer["name"]: (answer["verdict"], answer["why"]) for answer in answers}


def _grade(made, jobs):
    from engine import grade_all

    from autograder.grading.execute import Engine

    with Engine(jobs=jobs) as engine:
        scores = grade_all(engine, made, jobs)
    for mutant in made:
        score = scores[mutant.name]
        mutant.points, mutant.max_points = score.points, score.max_points
        mutant.findings = tuple(score.findings)


def disagreements(made):
    """Where oracle and checks differ: `{what it is: mutants}`.

    Of a mutant that the oracle found endless and the checks did not, nothing is known.
    """
    return {
        "escapes": [m for m in made if m.verdict == "wrong" and m.has_all_points],
        "false accusations": [m for m in made if m.verdict == "right" and not m.has_all_points],
        "unknown": [m for m in made if m.verdict == "endless" and m.has_all_points],
    }


def main():
    """Make, judge, print. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lesson", type=int, choices=LESSONS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    made = mutants(options.count, options.seed, options.lesson)
    judge(made, options.jobs)
    found = disagreements(made)
    doubtful = [mutant for which in found.values() for mutant in which]
    first = {m.name: (m.points, m.findings) for m in doubtful}
    if doubtful:
        _grade(doubtful, options.jobs)
    found["not the same twice"] = [m for m in doubtful if first[m.name] != (m.points, m.findings)]
    for what, which in found.items():
        for m in which:
            print(f"\n{what}: {m.name} (lesson {m.lesson}, {m.kind}), {m.points:g} of {m.max_points:g}")
            print(f"  oracle: {m.verdict}. {m.why}\n  checks: {', '.join(m.findings)}\n{m.change}")
    if options.keep:
        options.keep.write_text("".join(json.dumps(vars(mutant)) + "\n" for mutant in made), "utf-8")
    verdicts = Counter(mutant.verdict for mutant in made)
    print(
        f"\n{len(made)} mutants, seed {options.seed}: "
        f"{', '.join(f'{count} {verdict}' for verdict, count in verdicts.most_common())}; "
        f"{', '.join(f'{len(which)} {what}' for what, which in found.items())}"
    )
    return bool(found["escapes"] or found["false accusations"] or found["not the same twice"])


if __name__ == "__main__":
    sys.exit(main())
