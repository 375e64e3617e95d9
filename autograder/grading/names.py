"""Which names of the student's a cell of tests is given: those that it reads, and no others.

The instructor's cells say which names the student is to define. Names of the student's own making are
given too, where nothing of the tests, of Python or of a locked cell has that name.

What the student's code gives to such a name while it is asked, with `global`, the tests see. What the
tests give to a name the student's code sees where it is one of a locked set-up cell, a constant say, or
where a solution reads it; what a hidden test gives only where a function of a solution takes it from
there. More does not pass: else a class could read what a test expects, or write it.
"""

import builtins
import contextlib
import sys
import types

from autograder.grading.classes import (
    give_to_class,
    given_to_classes,
    held_by_class,
    is_common,
    made_with,
    take_from_class,
)
from autograder.grading.keeping import is_simple, keeps
from autograder.grading.shared import can_change
from autograder.grading.sources import bound, given, imports, inside, keeping, reached, read
from autograder.grading.standin import COMPARISONS, OPERATORS

__all__ = ["NOTING", "Names", "is_judged", "methods_in", "methods_of"]

BUILTINS = frozenset(name for name, thing in vars(builtins).items() if callable(thing) and name.islower())
KNOWN, NOTING = "methods: known", "methods: noted"

ORDINARY_METHODS = OPERATORS.union(
    COMPARISONS,
    """
    __abs__ __bool__ __call__ __contains__ __delitem__ __enter__ __exit__ __format__ __getitem__ __hash__ __init__
    __invert__ __iter__ __len__ __neg__ __next__ __pos__ __post_init__ __repr__ __reversed__ __setitem__ __str__
    """.split(),
)
"""Methods of Python's that any class may have."""

HELPERS = (types.FunctionType, type, types.ModuleType)
"""What both sides have of their own."""


class Names:
    """The names of one notebook. namespace: that of the tests' cells."""

    def __init__(self, namespace):
        self._namespace, self._given, self._read, self._imported = namespace, set(), set(), set()
        self._asked, self._own, self._bound, self._set_up, self._lent = set(), set(), {}, {}, {}
        self.values_given, self.replaced = set(), set()
        """What is no method, of what the student's code has given to classes: each side has its own; and
        what it has put in the place of something that a locked cell has there, and a solution has not."""
        self._read_in_set_up, self._inside, self._keeping, self._classes_given = set(), {}, set(), set()
        self._in_classes = {}  # what classes of set-up cells were given, by the tests or the student's code
        self._gives = set()  # what the text of the tests gives to classes: no count that a class itself keeps

    def reads(self, source):
        """Note a cell of the instructor's: what it reads, a function that it defines reads later."""
        self._read |= read(source)
        self._own |= {*bound(source), *imports(source)}

    def set_up(self, source):
        """Note what a locked cell without tests has defined, when it has run on both sides."""
        self._set_up |= {name: self._namespace[name] for name in bound(source) if name in self._namespace}
        self._read_in_set_up |= read(source)
        self._inside |= inside(source)
        self._keeping |= keeping(source) | self._made(source)

    def reads_of(self, source):
        """The names that a cell of tests reads, and those that functions of locked cells read for it."""
        found = read(source)
        for name in found & self._set_up.keys():
            if isinstance(self._set_up[name], HELPERS):
                found = found | self._read_in_set_up
        return found

    def made(self, source):
        """What a locked cell without tests has given to names, but functions and classes: {name: value}."""
        found = {name: self._namespace[name] for name in bound(source) if name in self._namespace}
        defined = inside(source).keys()
        # by its type: what stands for a function of the student's says that it is one
        return {
            name: value
            for name, value in found.items()
            if not issubclass(type(value), HELPERS) and not (name in defined and callable(value))
        }

    def held_by_classes(self, source):
        """What can be changed in place of that which classes of a locked cell hold: {"Class.name": thing}."""
        kinds = {name: self._set_up.get(name) for name in bound(source)}
        return {
            f"{name}.{attribute}": thing
            for name, kind in kinds.items()
            if isinstance(kind, type) and is_common(kind)
            for attribute, thing in held_by_class(kind).items()
            if can_change(thing)
        }

    def made_functions(self, source):
        """The functions that a locked cell has had made by another one, such as a decorator: set of names."""
        made = {name for name in bound(source) if type(self._namespace.get(name)) is types.FunctionType}
        return made - inside(source).keys()

    def keeping(self, source, used):
        """The functions of a locked cell that the student's code has the tests call, so that both see what they keep.

        Those whose calls leave something behind in a name or in a function, a count of them say, and that do
        no more than compute. used: the names of such cells that a solution reads: what it does not call the
        student's code does not call here. Returns: {name: function}.
        """
        found = {
            name: self._namespace.get(name)
            for name in reached(used, self._inside) & bound(source)
            if self._keeping & reached([name], self._inside)
        }
        return {
            name: value
            for name, value in found.items()
            if isinstance(value, types.FunctionType) and is_simple(value, self._namespace)
        }

    def _made(self, source):
        """Functions that another one has made, and that keep something of their calls, such as a counter."""
        made = {name: self._namespace.get(name) for name in bound(source)}
        return {
            name
            for name, value in made.items()
            if isinstance(value, types.FunctionType) and value.__code__.co_freevars and keeps(value.__code__)
        }

    def take(self, asked, sources, ask, imported):
        """Give the tests' cells what they read of the student's.

        asked: see `rebuild.instructors_of`. sources: of the student's cells. ask: a function
        (names) -> {name: value}, of those that there are. imported: a function (statements) -> the names,
        of those that these import, that stand for just that over there.
        """
        answers = [text.removeprefix("answer: ") for text in asked if text.startswith("answer: ")]
        self._import([text for text in asked if text.startswith(("import ", "from "))])
        answers = {name: text for text in answers for name in imports(text) if name in self._read}
        answers = {name: text for name, text in answers.items() if not self._is_taken(name)}
        same = set(imported(sorted(answers.values()))) if answers else set()
        # a module is had as easily as it is said to be there
        same = {
            name
            for name in same & answers.keys()
            if _is_module(_imported(answers[name]).get(name)) or _is_imported(name, answers[name], sources)
        }
        others, kept = answers.keys() - same, self._kept(sources, {*asked, *answers})
        out = kept | {name for name in others if _is_module(_imported(answers[name]).get(name))}
        wanted = ({name for name in asked if name in self._read} | others) - out
        own = {name for source in sources for name in bound(source)} - out
        free = {name for name in own - wanted - self._own if not self._is_taken(name)}
        self._asked = wanted | (free & self._read)
        found = ask(sorted(self._asked))
        if wanted - found.keys():  # another may be there in its place, with a name that is misspelled
            found |= ask(sorted(free - self._read))
        for name in same & answers.keys():
            found |= _imported(answers[name])
        for name in self._given - found.keys() - kept - (self._own - self._asked):
            self._namespace.pop(name, None)
        self._given = set(found)
        self._namespace.update(found)

    def use_classes(self, sources):
        """Whether cells of the student's read the name of a class of a set-up cell."""
        kinds = {name for name, value in self._set_up.items() if isinstance(value, type) and is_common(value)}
        return bool(kinds) and any(kinds & read(source) for source in sources)

    def give(self, found, asked, sources):
        """Give classes of set-up cells what the student's code has given them, methods say.

        found: {"Class.name": value}. Of Python's own methods only ordinary ones are taken, and those that a
        solution gives too; in the place of a method of the locked cell, only what a solution gives too; and of
        other values those that the text of a cell gives, no count that the class itself keeps. sources: of the
        student's cells.
        """
        by_solution = {text.removeprefix("gives: ") for text in asked if text.startswith("gives: ")}
        by_text = by_solution.union(*map(given, sources))
        before, self._classes_given = self._classes_given, set()
        self.values_given, self.replaced = set(), set()
        for text, value in found.items():
            name, _, attribute = text.partition(".")
            kind, is_method = self._set_up.get(name), callable(value) or hasattr(type(value), "__get__")
            if not isinstance(kind, type) or not is_common(kind) or not attribute.isidentifier():
                continue
            if text not in by_solution and is_method and attribute in made_with(kind):
                self.replaced.add(text)
                continue
            is_ordinary = not attribute.startswith("__") or attribute in ORDINARY_METHODS
            if text in by_solution or (is_ordinary if is_method else text in by_text):
                self._classes_given.add((kind, attribute))
                self.values_given |= set() if is_method else {text}
                give_to_class(kind, attribute, value)
        for kind, attribute in before - self._classes_given:
            take_from_class(kind, attribute)
        self._in_classes = given_to_classes()

    def defined_again(self, sources):
        """The classes of set-up cells that cells of the student's define too: sorted list of names."""
        kinds = {name for name, value in self._set_up.items() if isinstance(value, type)}
        return sorted(kinds & {name for source in sources for name in bound(source)} - self._asked)

    def _kept(self, sources, asked):
        """The names that a cell of tests has bound, and that stay the tests'.

        So do all but those of an answer that a cell of the student's has bound since.
        """
        return {
            name
            for name, count in self._bound.items()
            if name in self._namespace
            and not (name in asked and any(name in bound(source) for source in sources[count:]))
        }

    def ran(self, source, sources):
        """Note that a cell of tests has run. sources: of the student's cells that ran before it."""
        self._bound |= dict.fromkeys([*bound(source), *imports(source)], len(sources))

    def deleted(self):
        """The student's names that a cell of tests has deleted: list of texts."""
        return [name for name in self._given if name not in self._namespace]

    def lend(self, asked, source, hidden_from):
        """Note which names of a cell of tests the student's code may see: those that a solution reads.

        hidden_from: the number of its first line that has a hidden test, or None. What that gives to a name is
        seen only where it is the one way in for a function of a solution. Returns the lines before.
        """
        self._gives |= given(source)
        lines = source.split("\n")
        count = (hidden_from or len(lines) + 1) - 1
        shown, hidden = "\n".join(lines[:count]), "\n".join(lines[count:])
        lent = {text.removeprefix("lend: ") for text in asked if text.startswith("lend: ")}
        lent &= bound(shown) - bound(hidden)
        always = {text.removeprefix("lend always: ") for text in asked if text.startswith("lend always: ")}
        lent |= always & bound(source)
        self._lent = {name: self._namespace.get(name, self) for name in lent}
        return shown

    def rebound(self):
        """What the tests gave to such names, and to those of a set-up cell, since this was asked last.

        Returns: {name: value}; what they gave to a class of a set-up cell is named "Class.name".
        """
        found = {}
        for names in (self._set_up, self._lent):
            for name, before in names.items():
                if names is self._set_up and name in self._given:  # it stands for what the student's code has
                    continue
                value = names[name] = self._namespace.get(name, before)
                if value is not before:
                    found[name] = value
        before, self._in_classes = self._in_classes, given_to_classes()
        new = {name for name, value in self._in_classes.items() if value is not before.get(name, self)}
        return found | {name: self._in_classes[name] for name in new & self._gives}

    def shadowed(self):
        """What the tests' cells have put in the place of built-in functions: {("__main__", name): value}."""
        found = {name: self._namespace[name] for name in self._own & BUILTINS if name in self._namespace}
        return {
            ("__main__", name): value
            for name, value in found.items()
            if name not in self._given and callable(value) and value is not getattr(builtins, name)
        }

    def take_back(self, found):
        """Take what the student's code has given to names that it was asked for: {name: value}.

        Those to which the tests have given something are theirs.
        """
        found = {name: value for name, value in found.items() if name in self._asked - self._own}
        self._given |= found.keys()
        self._namespace.update(found)

    def _is_taken(self, name):
        return name not in self._given and (name in self._namespace or hasattr(builtins, name))

    def _import(self, statements):
        """Import here what the instructor's unlocked cells import there."""
        for statement in statements:
            if statement in self._imported:
                continue
            self._imported.add(statement)
            found = _imported(statement)
            for name in found.keys() - self._namespace.keys():
                self._namespace[name] = found[name]


def is_judged(asked):
    """Whether it is known, or noted in this run, what tests do with a solution."""
    return KNOWN in asked or NOTING in asked


def methods_in(methods):
    """How it is told, among the names that are asked for, what tests ask objects of a solution for.

    methods: for each a text, its cell and its name.
    """
    return [KNOWN, *(f"method: {text}" for text in methods)]


def methods_of(asked, cell):
    """What a cell of tests asks objects of a solution for, by `methods_in`; None where that is not known."""
    start = f"method: {cell} "
    return [text.removeprefix(start) for text in asked if text.startswith(start)] if KNOWN in asked else None


def _is_imported(name, statement, sources):
    """Whether one of the student's cells imports under a name what a statement of a solution does.

    The student's process says so too, and could say so of anything.
    """
    wanted = _imported(statement).get(name)
    found = [imports(source)[name] for source in sources if name in imports(source)]
    found = [text for text in found if text.split()[1].partition(".")[0] in sys.modules]
    return any(_imported(text).get(name) is wanted for text in found)


def _is_module(thing):
    """Whether a solution imports a module: what calls itself so and is another one is not believed."""
    return isinstance(thing, types.ModuleType)


def _imported(statement):
    """What a statement imports: {name: thing}; nothing where it cannot, of a module that was handed in, say."""
    found = {}
    with contextlib.suppress(Exception):
        exec(statement, found)
    found.pop("__builtins__", None)
    return found
