"""Where a function's text stands in the student's cells, as `inspect.getsource` looks for it.

The text is found in the cells that were handed in, which are read and never run; nobody is asked.
"""

import ast
import linecache

__all__ = ["code_of"]


def code_of(sources, qualname):
    """Return a code object that leads to a function's text. sources: of the student's cells, in order.

    The last cell that defines it counts. Raises: AttributeError, where none does.
    """
    for number in reversed(range(len(sources))):
        try:
            tree = ast.parse(sources[number])
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        found = _find(tree.body, qualname.split("."))
        if found is not None:
            name = f"<cell {number + 1} of the student>"
            lines = sources[number].splitlines(keepends=True)
            linecache.cache[name] = len(sources[number]), None, [*lines[:-1], lines[-1].rstrip("\n") + "\n"], name
            first = min([found.lineno, *(decorator.lineno for decorator in found.decorator_list)])
            code = compile("0", name, "eval")
            return code.replace(co_firstlineno=first, co_name=found.name)
    raise AttributeError("__code__")


def _find(body, names):
    """The last definition of a name in a list of statements; of a method in that of its class."""
    name, *others = names
    for statement in reversed(body):
        if others and isinstance(statement, ast.ClassDef) and statement.name == name:
            return _find(statement.body, others)
        functions = ast.FunctionDef | ast.AsyncFunctionDef
        if not others and isinstance(statement, functions) and statement.name == name:
            return statement
    return None
