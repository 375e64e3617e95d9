"""Things that a locked cell makes are one on both sides, and who changes them is looked at.

A locked cell runs in both processes, and each would have its own `MENU = ["tea"]`: a test that the student's
code leaves it alone would pass whatever that does. So the student's name stands for the tests' list. And since
a test may compare with such a thing, a cell of tests that reads one which holds another thing than it did
tells nothing, unless it did with the solution too. What a test itself hands to the student's code may be
changed there: the test sees it.
"""

from autograder.grading.link import StudentError, parts_of
from autograder.grading.positions import has_position
from autograder.grading.shared import can_change, held, holds, is_short
from autograder.grading.sources import asked_of, bound, counted, inside, reached, read
from autograder.grading.values import passing_over

__all__ = ["Common"]


class Common:
    """The things of the locked cells of one notebook, by name, those that classes hold too."""

    def __init__(self):
        self._held, self._changed, self._passed = {}, set(), set()
        self._moving = set()
        """The names of iterators and the like: each side has its own."""
        self._counted, self._bound, self._inside = set(), set(), {}
        self.called = set()
        """Functions of locked cells that the tests call for the student's code: see `keeping`."""

    def share(self, link, values):
        """Have values of a locked cell as one on both sides, those that can be. Raises: Gone.

        values: {name: value}; what a class holds is named "Class.name".
        """
        self._moving |= {name for name, value in values.items() if has_position(value)}
        parts = {name: _parts(value) for name, value in values.items()}
        parts = {name: found for name, found in parts.items() if found and all(map(is_short, found))}
        values = {name: values[name] for name in parts if link.is_plain(values[name])}
        if values:
            link.value("setting names", "common", values)
        self._held |= {name: [(one, held(one)) for one in parts[name]] for name in values}
        self._counted = {
            (*pair, is_given) for *pair, is_given in self._counted if is_given or pair[0] not in values
        }

    def counts(self, source, called):
        """Note what a locked cell's functions and classes leave behind: each side has what it leaves there.

        called: {name: function} of those that the tests call for the student's code, so that there is one of it.
        """
        self.called |= {*called.values()}
        self._counted |= {found for found in counted(source) if found[1] not in called}
        self._bound |= bound(source) - called.keys()
        self._inside |= inside(source)

    def counts_asked(self, source, sources, used):
        """What of it a cell of tests asks for, where the student's code has to do with it: list of texts.

        sources: of the student's cells. used: what a solution reads of locked cells.
        """
        asked, names = asked_of(source), read(source)
        found = [
            (text, whose)
            for what, whose, _ in sorted(self._counted)
            for text in sorted(asked | names)
            if text == what
            or (what[0] == "." and text.endswith(what) and text.partition(".")[0] in self._bound)
        ]
        used = reached(used.union(*map(read, sources)), self._inside) if found else set()
        return [text for text, whose in found if whose in used]

    def kept_apart(self, source, sources):
        """What of it a cell of tests has to do with, by way of the student's functions too: list of texts.

        sources: of the student's cells.
        """
        used = self.reached_by(source, sources) if self._counted else set()
        return [what for what, whose, _ in sorted(self._counted) if whose in used and what[0] != "."]

    def reached_by(self, source, sources):
        """The names that a cell of tests reads, by way of functions of the student's and of locked cells too.

        sources: of the student's cells.
        """
        insides = dict(pair for text in sources for pair in inside(text).items()) | self._inside
        return reached(read(source), insides)

    def passes(self, arguments):
        """Note what a test hands to the student's code."""
        if self._held:
            self._passed |= set(map(id, _parts(arguments)))

    def moved(self, link, names):
        """The names of iterators and the like, among some, that the student's code has moved on: a set."""
        found = self._moving & names
        with passing_over(StudentError):
            return found & {*link.ask("looking at iterators", "moved")} if found else set()
        return set()

    def changed(self):
        """The names of those that hold another thing than at first, or did when this was asked.

        What a test has handed over since this was asked last is looked at as it is now.
        """
        for name, parts in self._held.items():
            for place, (one, before) in enumerate(parts):
                if id(one) in self._passed:
                    parts[place] = one, held(one)
                elif not holds(one, before):
                    self._changed.add(name.partition(".")[0])
        self._passed.clear()
        return self._changed


def _parts(value):
    """All in a value that can be changed in place."""
    found, seen = [], set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            found += [one] if can_change(one) else []
            waiting += parts_of(one)
    return found
