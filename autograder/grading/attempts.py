"""Notes what a student's code tries and the walls stop, for the report.

It listens in the student's own process, so who tries hard can hide from it. Nothing is lost by
that: the walls do not need it. It is there for code that goes astray without meaning to, and for
a grader who wants to know which submissions to look at.
"""

import os
import sys

__all__ = ["Attempts"]

MOST, LETTERS = 20, 150
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "shutil.rmtree",
}
NETWORK = {"socket.bind", "socket.connect", "socket.sendto"}
STARTS = {
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.system",
    "subprocess.Popen",
}
NEAR = 6
"""So many calls away from a cell, `open` is still the cell's own: through pathlib, say."""


class Attempts:
    """A list of texts, once it `listen`s. home: the folder in which all is allowed."""

    def __init__(self, home):
        self.home, self.texts = os.path.abspath(home), []

    def listen(self):
        """Hear of all that Python is asked to do from now on; there is no end to it."""
        sys.addaudithook(self._hear)

    def _hear(self, event, arguments):
        if event != "open" and event[:3] not in ("os.", "soc", "sub", "shu", "sql"):
            return
        try:
            text = self._describe(event, arguments)
        except Exception:  # a hook that raises would stop what it listens to
            return
        if text and text not in self.texts and len(self.texts) < MOST:
            self.texts.append(text[:LETTERS])

    def _describe(self, event, arguments):
        if event in NETWORK:
            return f"reach the network: {arguments[1]}"
        if event == "socket.getaddrinfo":
            return f"reach the network: {arguments[0]}"
        if event == "os.kill":
            return f"send a signal to process {arguments[0]}" if arguments[0] != os.getpid() else ""
        if event in STARTS:
            return "start another process (it ends with the notebook)"
        if event in CHANGES and self._is_outside(arguments[0]):
            return f"change {self._named(arguments[0])}"
        if event == "open" and self._is_outside(arguments[0]):
            if (arguments[2] or 0) & WRITING and arguments[0] != os.devnull:
                return f"write {self._named(arguments[0])}"
            if not os.path.exists(arguments[0]) and _from_a_cell():
                return f"read {self._named(arguments[0])}"
        if event == "sqlite3.connect" and self._is_outside(arguments[0]):
            return f"read {self._named(arguments[0])}"
        return ""

    def _is_outside(self, path):
        if isinstance(path, int):
            return False
        path = os.path.realpath(os.fsdecode(path))
        return path != self.home and not path.startswith(self.home + os.sep)

    @staticmethod
    def _named(path):
        return os.fsdecode(path)


def _from_a_cell():
    frame = sys._getframe(3)
    for _ in range(NEAR):
        if frame is None:
            return False
        if frame.f_code.co_filename.startswith("<ipython-input"):
            return True
        frame = frame.f_back
    return False
