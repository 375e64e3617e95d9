"""Which names of the student's a cell of tests is given: those that it reads, and no others.

The instructor's cells say which names the student is to define. Names of the student's own making are
given too, where nothing of the tests, of Python or of a locked cell has that name.
"""

import builtins

from autograder.grading.sources import bound, read

__all__ = ["Names"]


class Names:
    """The names of one notebook. namespace: that of the tests' cells."""

    def __init__(self, namespace):
        self._namespace, self._given, self._read, self._imported = namespace, set(), set(), set()

    def reads(self, source):
        """Note a cell of the instructor's: what it reads, a function that it defines reads later."""
        self._read |= read(source)

    def take(self, asked, sources, ask):
        """Give the tests' cells what they read of the student's.

        asked: names that the instructor's unlocked cells define, and `import` statements of them.
        sources: of the student's cells. ask: a function (names) -> {name: value}, of those that there are.
        A name that was asked for and is not there is None.
        """
        self._import([text for text in asked if " " in text])
        wanted = {name for name in asked if name in self._read}
        own = {name for source in sources for name in bound(source)}
        free = {name for name in own - wanted if not self._is_taken(name)}
        found = ask(sorted(wanted | (free & self._read)))
        if wanted - found.keys():  # another may be there in its place, with a name that is misspelled
            found |= ask(sorted(free - self._read))
        for name in self._given - found.keys():
            self._namespace.pop(name, None)
        self._given = set(found)
        self._namespace.update({**dict.fromkeys(wanted), **found})

    def deleted(self):
        """The student's names that a cell of tests has deleted: list of texts."""
        return [name for name in self._given if name not in self._namespace]

    def _is_taken(self, name):
        return name not in self._given and (name in self._namespace or hasattr(builtins, name))

    def _import(self, statements):
        """Import here what the instructor's unlocked cells import there."""
        for statement in statements:
            if statement in self._imported:
                continue
            self._imported.add(statement)
            found = {}
            try:
                exec(statement, found)
            except Exception:  # a module that was handed in, say: the test says that it is missing
                continue
            for name in found.keys() - {"__builtins__", *self._namespace}:
                self._namespace[name] = found[name]
