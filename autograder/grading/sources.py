"""What the text of cells says: the names that they bind, read and import, and where a function stands.

Cells are read and never run. IPython's `%` and `!` lines are legal in them.
"""

import ast
import builtins
import contextlib
import functools
import linecache
import re
import symtable
import threading
from types import MappingProxyType

__all__ = [
    "about",
    "are_checks",
    "asked_of",
    "bound",
    "changed",
    "classes",
    "code_of",
    "counted",
    "free",
    "given",
    "imports",
    "inside",
    "keeping",
    "of_itself",
    "reached",
    "read",
    "stored",
    "taken",
    "tree_of",
]

FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef

MOST_LETTERS = 100_000
"""A longer cell is not looked into: what Python knows of it takes a thousand times its memory."""
MOST_REPEATED = 30_000
"""Letters that IPython may read again: it reads the whole cell again for each line of its own in it."""
BODY = re.compile(r"%%(?:capture|time|timeit|prun)\b(?P<line>[^\n]*)\n(?P<body>.*)", re.S)
"""A cell magic whose body is Python of the notebook; the line of `%%capture` begins with a name."""
OWN = re.compile(
    r"^(?P<indent>[ \t]*+)(?:(?P<given>\w[\w., \t]*+=)[ \t]*+)?(?:[%!?,;/].*|\S.*\?[ \t]*)$", re.M
)
"""A line of IPython's own, and what it gives its value to."""
SHORT = 5_000
"""What is known of cells up to this length is kept."""


_one_at_a_time = threading.RLock()
"""Until 3.13, Python counts the depth of all threads' trees in one place, and raises a SystemError when two
of them are built at once (https://github.com/python/cpython/issues/106905)."""


def tree_of(text):
    """The syntax tree of a text; None, where Python cannot read it. Threads may ask at the same time."""
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError), _one_at_a_time:
        return ast.parse(text)
    return None


def _python(source):
    """A cell as plain Python, which most are as they stand."""
    from IPython.core.inputtransformer2 import TransformerManager

    if tree_of(source) is not None:
        return source
    if (magic := BODY.match(source)) is not None:
        name = magic["line"].split()[:1] if source.startswith("%%capture") else []
        given = f"{name[0]} = None" if name and name[0].isidentifier() else ""
        return f"{given}\n{_python(magic['body'])}"
    own = 0 if source.startswith("%%") else len(OWN.findall(source))
    if (own + 1) * len(source) > MOST_REPEATED:
        return OWN.sub(lambda line: f"{line['indent']}{line['given'] or ''}None", source)
    try:
        return TransformerManager().transform_cell(source)
    except (SyntaxError, ValueError, RecursionError):
        return source


def _parsed(source):
    """The syntax tree of a cell; an empty one of a cell that Python cannot read, or that is too long."""
    found = None
    if len(source) <= MOST_LETTERS:
        found = tree_of(source) or tree_of(_python(source))
    return found or ast.Module([], [])


def _kept(function):
    """Keep what a function says of short cells, which many notebooks of a class have."""
    known = functools.lru_cache(1_000)(function)

    @functools.wraps(function)
    def kept(source):
        return (known if len(source) <= SHORT else function)(source)

    return kept


def _outer(node):
    """All nodes of a tree but those inside of functions, classes, lambdas and comprehensions."""
    waiting = list(ast.iter_child_nodes(node))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, FUNCTIONS | ast.ClassDef):
            waiting += node.decorator_list
        elif not isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            waiting += ast.iter_child_nodes(node)


@_kept
def bound(source):
    """The names that a cell gives to something, its functions with `global` too: frozenset of texts.

    Imports are left out.
    """
    tree = _parsed(source)
    names = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}
    for node in _outer(tree):
        if isinstance(node, FUNCTIONS | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            names.add(node.name)
    return frozenset(names)


@_kept
def classes(source):
    """The names of the classes that a cell defines: frozenset of texts."""
    return frozenset(node.name for node in _parsed(source).body if isinstance(node, ast.ClassDef))


@_kept
def changed(source):
    """The names of things that a cell changes in place: frozenset of texts.

    Such as `answers` in `answers["first"] = 3`, in `del answers["last"]` and in `answers.append(3)`.
    """
    names = set()
    for node in ast.walk(_parsed(source)):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            names.add(_root(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            name = call.func.attr if isinstance(call.func, ast.Attribute) else _root(call.func)
            if name in CHANGE_AN_ARGUMENT:
                names |= set(map(_root, call.args))
            elif isinstance(call.func, ast.Attribute) and name not in LOOK:
                names.add(_root(call.func))
    return frozenset(names - {""})


@_kept
def keeping(source):
    """The functions of a cell whose calls leave something behind in a name or in a function: frozenset of texts.

    Such as one that counts its calls, with `global calls` or in `square.calls += 1`.
    """
    body = _parsed(source).body
    functions = {node.name: node for node in body if isinstance(node, FUNCTIONS)}
    found = set()
    for name, function in functions.items():
        for node in ast.walk(function):
            kept = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del)
            if isinstance(node, ast.Global) or (kept and _root(node) in functions):
                found.add(name)
    return frozenset(found)


@_kept
def inside(source):
    """The names that each function and class of a cell reads: {its name: frozenset of texts}."""
    return MappingProxyType(
        {
            outer.name: frozenset(
                node.id
                for node in ast.walk(outer)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            )
            for outer in _parsed(source).body
            if isinstance(outer, ast.ClassDef | FUNCTIONS)
        }
    )


def reached(names, insides):
    """Names, and all that are read by way of them. insides: {name: names}, see `inside`."""
    found, waiting = set(), [*names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += insides.get(name, ())
    return found


@_kept
def counted(source):
    """What functions and methods of a cell leave behind elsewhere: frozenset of `(what, whose, is_given)`.

    What: `Class.name`, or a name that is `global` in them, or ".name", an attribute that a function inside of
    another one gives to itself. Whose: the name of the class or of the function. is_given: whether another thing
    has the name then, or what has it is changed in place.
    """
    found = set()
    for outer in _parsed(source).body:
        if not isinstance(outer, ast.ClassDef | FUNCTIONS):
            continue
        inner = {node.name for node in ast.walk(outer) if isinstance(node, FUNCTIONS)}
        for node in ast.walk(outer):
            if isinstance(node, ast.Global):
                found |= {(name, outer.name, True) for name in node.names}
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                found |= {(f".{node.attr}", outer.name, True)} if _root(node) in inner else set()
        for method in outer.body if isinstance(outer, ast.ClassDef) else ():
            # a class that is derived is told to both sides
            if isinstance(method, FUNCTIONS) and method.name != "__init_subclass__":
                found |= {
                    (f"{outer.name}.{node.attr}", outer.name, not isinstance(node.ctx, ast.Load))
                    for node in _left_behind(method)
                    if _is_class(node.value, outer.name, method)
                }
    return frozenset(found)


def _left_behind(method):
    """Yield the attributes that a method gives to something, or changes in place where they are."""
    for node in ast.walk(method):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            yield from [node.value] if isinstance(node.value, ast.Attribute) else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGE:
            yield from [node.func.value] if isinstance(node.func.value, ast.Attribute) else []


def _is_class(node, name, method):
    """Whether an expression in a method stands for its class, as in `Api.calls`, `cls.calls` or `type(self).calls`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "type"
    if isinstance(node, ast.Attribute):
        return node.attr == "__class__"
    decorators = {one.id for one in method.decorator_list if isinstance(one, ast.Name)}
    of_class = method.args.args[:1] if "classmethod" in decorators or method.name == "__new__" else []
    return isinstance(node, ast.Name) and node.id in {name, *(argument.arg for argument in of_class)}


@_kept
def asked_of(source):
    """The attributes that a cell asks names for: frozenset of `name.attribute`."""
    return frozenset(
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(_parsed(source))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and isinstance(node.ctx, ast.Load)
    )


@_kept
def given(source):
    """The attributes that a cell gives to names: frozenset of `name.attribute`.

    Such as a method that it adds to a class, by `Stack.peek = peek`, with `setattr` or by a decorator that is
    given the class.
    """
    found = set()
    for node in ast.walk(_parsed(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= {f"{node.value.id}.{node.attr}"} if isinstance(node.value, ast.Name) else set()
        elif isinstance(node, FUNCTIONS):
            calls = [one for one in node.decorator_list if isinstance(one, ast.Call)]
            found |= {
                f"{name.id}.{node.name}" for one in calls for name in one.args if isinstance(name, ast.Name)
            }
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr":
            match node.args:
                case [ast.Name(id=name), ast.Constant(value=str(attribute)), _]:
                    found.add(f"{name}.{attribute}")
    return frozenset(found)


@_kept
def stored(source):
    """The attributes that functions of a cell give to something but their own object: frozenset of names.

    Such as `count` in `Robot.count += 1`, in `cls.count = 0` and in `type(self).count = 0`.
    """
    found = set()
    for function in ast.walk(_parsed(source)):
        if not isinstance(function, FUNCTIONS):
            continue
        decorators = {one.id for one in function.decorator_list if isinstance(one, ast.Name)}
        own = (
            {argument.arg for argument in function.args.args[:1]}
            if "classmethod" not in decorators
            else set()
        )
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                is_own = isinstance(node.value, ast.Name) and node.value.id in own - {"cls"}
                found |= set() if is_own else {node.attr}
    return frozenset(found)


CHANGE = frozenset(
    "add append appendleft clear discard extend insert pop popitem popleft remove setdefault update".split()
)
"""Methods that change a container."""
CHANGE_AN_ARGUMENT = frozenset("delattr heapify heappop heappush insort setattr shuffle".split())
LOOK = frozenset(
    """
    copy count describe format get groupby head index info isna isnull items join keys lower max mean min
    nunique sample show split std strip sum tail unique upper value_counts values
    """.split()
)
"""Methods that are called for what they return, or show, below a cell: they change nothing."""


def _root(node):
    """The name that an expression such as `a.b["c"].d` begins with; "" where it begins with none."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


@_kept
def imports(source):
    """What a cell imports: {name: the statement that imports it}; "*" for all that a module has."""
    found = {}
    for node in _outer(_parsed(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                one = ast.Import([alias])
                if isinstance(node, ast.ImportFrom):
                    one = ast.ImportFrom(node.module, [alias], node.level)
                found[alias.asname or alias.name.partition(".")[0]] = ast.unparse(one)
    return MappingProxyType(found)


@_kept
def read(source):
    """The names that a cell reads somewhere, those in texts such as "total" or "__main__.total" too.

    Returns: frozenset of texts.
    """
    names = set()
    for node in ast.walk(_parsed(source)):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value.removeprefix("__main__").removeprefix(".")
            names |= {name} if name.isidentifier() else set()
    return frozenset(names)


@_kept
def free(source):
    """The names that functions of a cell take from outside of them when they are called: frozenset of texts."""
    return frozenset(
        symbol.get_name()
        for table in _tables(source)
        if table.get_type() == "function"
        for symbol in table.get_symbols()
        if symbol.is_global() and symbol.is_referenced()
    )


@_kept
def taken(source):
    """The names that a cell takes from outside of it, its functions and classes too: frozenset of texts.

    None of what is an argument in them, or bound by the cell itself before it is read: `data = data.dropna()`
    takes `data`.
    """
    found, seen = set(), set()
    for statement in _one_by_one(_parsed(source).body):
        nodes = [*_own_nodes(statement)]
        own = {
            name.id
            for node in nodes
            if isinstance(node, ast.comprehension)
            for name in _names_in(node.target)
        }
        own |= {node.arg for node in nodes if isinstance(node, ast.arg)}
        names = [node for node in nodes if isinstance(node, ast.Name) and node.id not in own]
        found |= {name.id for name in names if isinstance(name.ctx, ast.Load)} - seen
        if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
            found |= {statement.target.id} - seen
        seen |= {name.id for name in names if isinstance(name.ctx, ast.Store)} | _bound_by(statement)
    inner = {
        symbol.get_name()
        for table in _tables(source)
        for symbol in table.get_symbols()
        if table.get_type() != "module" and symbol.is_referenced() and symbol.is_global()
    }
    return frozenset(found | (inner - bound(source) - imports(source).keys()))


def of_itself(source, packages):
    """What of a cell has to do with nothing but itself, Python and packages: text.

    Its imports and definitions, and statements that read no names but those of packages and those that such a
    statement before has made. packages: the names of packages, and of what is taken from them.
    """
    tree = tree_of(_python(source)) if len(source) <= MOST_LETTERS else None
    if tree is None:
        return source
    always = {*packages, *imports(source), *dir(builtins), "get_ipython"} - {"open", "input"}
    own, kept = set(), []
    for statement in tree.body:
        text = _text_of([statement])
        if _defines(statement) or (text and taken(text) <= always | own):
            kept.append(statement)
            own |= bound(text)
        else:  # what it does to them is done elsewhere
            own -= bound(text) | read(text)
    return _text_of(kept)


def about(source, names):
    """The statements of a cell that give something to one of these names, or change it in place: text."""
    texts = [_text_of([statement]) for statement in _parsed(source).body]
    return "\n".join(text for text in texts if names & (bound(text) | changed(text)))


def _text_of(statements):
    """Statements as text; "" where they are too deep inside one another."""
    with contextlib.suppress(RecursionError):
        return ast.unparse(ast.Module(statements, []))
    return ""


def _defines(statement):
    """Whether a statement imports, or defines a function or a class."""
    value = getattr(statement, "value", None) if isinstance(statement, ast.Assign) else statement
    return isinstance(value, FUNCTIONS | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Lambda)


def _one_by_one(statements):
    """Yield statements in their order, those inside of loops and the like too, and none of functions and classes."""
    for statement in statements:
        yield statement
        if not isinstance(statement, FUNCTIONS | ast.ClassDef):
            inside_of = [
                child
                for node in _own_nodes(statement)
                for child in ast.iter_child_nodes(node)
                if isinstance(child, ast.stmt)
            ]
            yield from _one_by_one(sorted(inside_of, key=lambda child: (child.lineno, child.col_offset)))


def _own_nodes(statement):
    """Yield a statement and all nodes of it that are in no statement inside of it."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]


def _bound_by(statement):
    """The names that a definition, an import or the `except` of a statement binds."""
    if isinstance(statement, FUNCTIONS | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
    return {handler.name for handler in getattr(statement, "handlers", ()) if handler.name}


def _names_in(node):
    return [name for name in ast.walk(node) if isinstance(name, ast.Name)]


def _tables(source):
    """Yield what Python knows of the names of a cell, of its functions and of its classes."""
    text = _python(source) if len(source) <= MOST_LETTERS else ""
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError), _one_at_a_time:
        waiting = [symtable.symtable(text, "<cell>", "exec")]
        while waiting:
            table = waiting.pop()
            waiting += table.get_children()
            yield table


def code_of(sources, qualname):
    """Return a code object by which `inspect.getsource` finds a function's text in the student's cells.

    sources: of the cells, in order; the last that defines it counts. Raises: AttributeError, where none
    does.
    """
    for number in reversed(range(len(sources))):
        found = _find(_parsed(sources[number]).body, qualname.split("."))
        if found is not None:
            name = f"<cell {number + 1} of the student>"
            text = _python(sources[number])
            linecache.cache[name] = len(text), None, text.splitlines(keepends=True), name
            first = min([found.lineno, *(decorator.lineno for decorator in found.decorator_list)])
            return compile("0", name, "eval").replace(co_firstlineno=first, co_name=found.name)
    raise AttributeError("__code__")


def _find(body, names):
    """The last definition of a function in a list of statements; of a method in that of its class."""
    name, *others = names
    for statement in reversed(body):
        if others and isinstance(statement, ast.ClassDef) and statement.name == name:
            return _find(statement.body, others)
        if not others and isinstance(statement, FUNCTIONS) and statement.name == name:
            return statement
    return None


def are_checks(sources):
    """Whether cells do no more than import, give names to literals, and call functions of this package.

    Such cells leave nothing behind in their process, whatever they are given.
    """
    trees = [_parsed(source) for source in sources]
    ours = {
        alias.asname or alias.name
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "autograder" and not node.level
        for alias in node.names
    }
    return all(_is_plain(node, ours) for tree in trees for node in tree.body) and all(
        tree.body for tree in trees
    )


def _is_plain(node, ours):
    """Whether a statement imports, gives names to literals, or calls one of our functions with names or literals."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Assign):
        return _is_literal(node.value) and all(isinstance(name, ast.Name) for name in node.targets)
    if isinstance(node, ast.AugAssign):
        return _is_literal(node.value) and isinstance(node.target, ast.Name)
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in ours:
        return False
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return all(isinstance(value, ast.Name) or _is_literal(value) for value in given)


def _is_literal(node):
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError):
        return False
    return True
