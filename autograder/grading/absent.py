"""What a notebook may ask for that is not there: a network, a person, a terminal, a magic of elsewhere.

A cell that asks for it is told so, and goes on: none of it costs a point by itself. What only a
demonstration defines that is not run is not there either; the message says which cell it is.
"""

import re
import subprocess

__all__ = ["Answers", "do_without", "explained", "note_skipped"]

INSTALLERS = re.compile(r"\s*(\S*python[\d.]*\s+-m\s+)?(pip|conda|mamba|uv|apt|apt-get|npm)[\d.]*\s", re.I)
NO_NETWORK = "Nothing was installed: there is no network here. What the assignment imports is there."
MOST_TEXT = 100_000


def do_without(shell):
    """Let an IPython shell do without what is not there."""
    magic = shell.run_line_magic

    def system(command):
        command = shell.var_expand(command, depth=1)
        print(NO_NETWORK if INSTALLERS.match(f"{command} ") else _output(command), end="\n")

    def run_line_magic(name, line, _stack_depth=1):
        if shell.find_line_magic(name) is None:
            print(f"%{name} is not to be had here.")
            return None
        if name == "matplotlib":  # whichever window was asked for
            line = "inline"
        return magic(name, line, _stack_depth=_stack_depth + 1)

    shell.system, shell.run_line_magic = system, run_line_magic
    shell.enable_gui = lambda gui=None: None


def _output(command):
    """What a program writes, of which the first letters are shown. It gets no input, and no terminal."""
    try:
        done = subprocess.run(
            command, shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        return f"{command.split()[0] if command.split() else command}: {error.strerror}"
    return done.stdout.decode(errors="replace")[:MOST_TEXT].rstrip("\n")


MOST_ANSWERS = 50


class Answers:
    """In place of `input`, in one cell: nobody is there, so it is an empty line.

    Who asks on and on waits for an answer that never comes: they are told that there is no more, as at
    the end of a file.
    """

    def __init__(self):
        self._left = MOST_ANSWERS

    def __call__(self, prompt=""):
        self._left -= 1
        if self._left < 0:
            raise EOFError("nobody is here to answer")
        print(f"{prompt}(nobody is here to answer: an empty line)")
        return ""


_SKIPPED = {}
UNDEFINED = re.compile(r"name '(\w+)' is not defined")


def note_skipped(names):
    """Note which cell defines a name and is not run: {name: what the cell is called}."""
    _SKIPPED.clear()
    _SKIPPED.update(names)


def explained(message, skipped=_SKIPPED):
    """The message of a NameError, with the cell that would have defined the name, if one was not run."""
    found = UNDEFINED.match(message)
    if found is None or found[1] not in skipped:
        return message
    return (
        f"name '{found[1]}' is not defined: the cell {skipped[found[1]]} defines it, and it is not run when "
        "the notebook is validated or graded. Define it in your own cell."
    )
