"""Tests that measure time: between the processes a call takes longer, so that one that is too slow may be right.

What has to do with a clock is told by the text of the instructor's cells: what is given what a clock says, or what
was made of that, and what asks one.
"""

import ast
import linecache
import re

from autograder.grading.sources import tree_of

__all__ = ["failed_by_a_clock"]

MODULES = ("time", "timeit")
CLOCK = re.compile(
    "(perf_counter|monotonic|process_time|thread_time|time)(_ns)?|default_timer|timeit|repeat|autorange"
)
"""What the functions of these modules are called that read a clock."""
SCOPES = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def failed_by_a_clock(error, trace, sources):
    """Whether an `assert` has failed for how long something took, or an AssertionError was raised for that.

    trace: its traceback. sources: of the instructor's cells.
    """
    if type(error) is not AssertionError:
        return False
    file, line = "", 0
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        file, line = (name, trace.tb_lineno) if name.startswith("<ipython-input") else (file, line)
        trace = trace.tb_next
    tree = tree_of("".join(linecache.getlines(file)))
    if tree is None:
        return False
    is_clock = _clocks([found for source in sources if (found := tree_of(source)) is not None])
    return any(is_clock(one) for node in _conditions(tree, line) for one in ast.walk(node))


def _conditions(tree, line):
    """The statement at a line, and the conditions round it in its function: what decides that it is reached."""
    found, node = [], tree
    while node is not None:
        parts = [*ast.iter_child_nodes(node)]
        inside = [part for part in parts if isinstance(part, ast.stmt | ast.excepthandler | ast.match_case)]
        node = next((part for part in inside if _begins(part) <= line <= _ends(part)), None)
        if isinstance(node, SCOPES):
            found = []
        elif isinstance(node, ast.If | ast.While):
            found.append(node.test)
        elif isinstance(node, ast.Assert | ast.Raise | ast.Expr):
            found.append(node)
    return found


def _begins(node):
    inside = [one.lineno for one in ast.walk(node) if hasattr(one, "lineno")]
    return min(inside, default=0)


def _ends(node):
    return max((one.end_lineno for one in ast.walk(node) if hasattr(one, "end_lineno")), default=0)


def _clocks(trees):
    """A function that says of a node whether it stands for what has to do with a clock, by some cells."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules, known = {*MODULES}, set()  # a cell of the student's may import them
    for node in nodes:
        if isinstance(node, ast.Import):
            modules |= {one.asname or one.name for one in node.names if one.name in MODULES}
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            known |= {one.asname or one.name for one in node.names if CLOCK.fullmatch(one.name)}

    def is_clock(node):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            return CLOCK.fullmatch(node.attr) is not None
        return isinstance(node, ast.Name) and node.id in known

    given, before = [pair for node in nodes for pair in _given(node)], None
    while before != len(known):
        before = len(known)
        for names, value in given:
            if any(map(is_clock, ast.walk(value))):
                known |= names
    return is_clock


def _given(node):
    """Yield what a statement gives to names: `(names, expression or definition)`."""
    if isinstance(node, SCOPES):
        yield {node.name}, node
    elif isinstance(node, ast.Assign):
        yield {name for target in node.targets for name in _names(target)}, node.value
    elif isinstance(node, ast.AugAssign | ast.NamedExpr) or (isinstance(node, ast.AnnAssign) and node.value):
        yield _names(node.target), node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield _names(node.target), node.iter
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield _names(node.optional_vars), node.context_expr
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("append", "add")
    ):
        yield _names(node.func.value), ast.Tuple(node.args, ast.Load())  # `times.append(clock() - start)`


def _names(node):
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
