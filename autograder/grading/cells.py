"""Runs notebook cells in this process and keeps what they show, as notebook outputs.

It does what a kernel does for a notebook that nobody watches: an IPython shell, without
sockets, threads and history. A fork of a process that holds one is ready in milliseconds.
"""

import builtins
import io
import os
import sys
import types

from autograder.grading.absent import Answers, do_without
from autograder.grading.hidden import Hidden, harmless

__all__ = ["CellRunner"]

MOST_TEXT = 200_000
"""Letters of output that a cell may leave; what comes after is cut off, and said so."""
MOST_DATA = 2_000_000
_OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


class _Stream(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self, name, runner):
        self.name, self._runner = name, runner

    def writable(self):
        return True

    def write(self, text):
        self._runner.add_text(self.name, str(text))
        return len(text)


class CellRunner:
    """One namespace and the cells that ran in it.

    Making one builds the IPython shell, once in a process; `fresh` empties it for another notebook.
    """

    def __init__(self):
        from IPython.core.displaypub import DisplayPublisher
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        runner = self

        class Publisher(DisplayPublisher):
            def publish(self, data, metadata=None, **options):
                runner.add_data("display_data", data, metadata)

            def clear_output(self, wait=False):
                runner.outputs.clear()

        config = Config()
        config.HistoryManager.enabled = False  # its thread would not survive a fork
        config.InteractiveShell.colors = "nocolor"
        self.outputs, self._letters, self._hidden = [], 0, Hidden()
        self.shell = InteractiveShell.instance(config=config, display_pub_class=Publisher)
        self.shell.showtraceback = self._show_error
        self.shell._showtraceback = lambda *error: None
        self.shell.showsyntaxerror = self._show_error
        self.shell.displayhook.write_output_prompt = lambda: None
        self.shell.displayhook.write_format_data = lambda data, metadata=None: self.add_data(
            "execute_result", data, metadata
        )
        self.shell.displayhook.finish_displayhook = lambda: None
        do_without(self.shell)
        self._streams = _Stream("stdout", self), _Stream("stderr", self)

    def fresh(self):
        """Forget all cells and names.

        IPython's own `reset` collects garbage, which with TensorFlow loaded costs more than a
        whole notebook.
        """
        self._hidden.clear()
        self.shell.user_ns.clear()
        self.shell.user_ns.update(__name__="__main__", __builtins__=builtins)
        self.shell.init_user_ns()
        self.shell.user_ns["In"][:] = [""]
        self.shell.execution_count = 1

    def run(self, source, hidden_from=None):
        """Run one cell. Returns its outputs, as a notebook stores them, and whether it failed.

        hidden_from: the line from which on it has hidden tests, if it has: see `grading.hidden`.
        """
        self.outputs, self._letters, self.raised = [], 0, (None, None)
        self._hidden.begin(self._name_of(source) if hidden_from else "", hidden_from)
        before = sys.stdout, sys.stderr, builtins.input
        sys.stdout, sys.stderr, builtins.input = *self._streams, Answers()
        try:
            result = self.shell.run_cell(source, store_history=True, silent=False)
            failed = not result.success
        finally:
            sys.stdout, sys.stderr, builtins.input = before
        return self.outputs, failed

    def _name_of(self, source):
        """The name that IPython will compile a cell under."""
        whole = self.shell.transform_cell(source)
        return self.shell.compile.get_code_name(source, whole, self.shell.execution_count)

    def add_text(self, name, text):
        """Append to the stream output of a cell."""
        if self._letters > MOST_TEXT or self._hidden.is_running():
            return
        self._letters += len(text)
        if self._letters > MOST_TEXT:
            text = text[:1000] + "\n… more output was cut off"
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})

    def add_data(self, kind, data, metadata):
        """Append a displayed object, or the value of a cell."""
        data = {str(k): v for k, v in data.items() if len(str(v)) < MOST_DATA}
        if self._hidden.is_running():
            data = harmless(data)
            if not data:
                return
        output = {"output_type": kind, "data": data, "metadata": {}}
        if kind == "execute_result":
            output["execution_count"] = self.shell.execution_count
        if len(self.outputs) < 200:
            self.outputs.append(output)

    def _show_error(self, *arguments, **options):
        kind, error, trace = sys.exc_info()
        self.raised = error, trace
        told = self._hidden.told(kind.__name__[:200], _text(error)[:2000], trace)
        if told is not None:
            self.outputs.append({"output_type": "error", **told})
            return
        try:
            lines = self.shell.InteractiveTB.structured_traceback(kind, error, _without_ours(trace))
            place = getattr(getattr(error, "outcome", None), "place", "")
            lines = [line[:10_000] for line in lines] + ([f"It was raised at {place}"] if place else [])
        except Exception:
            lines = [f"{kind.__name__}"]
        self.outputs.append(
            {
                "output_type": "error",
                "ename": kind.__name__[:200],
                "evalue": _text(error)[:2000],
                "traceback": lines[:100],
            }
        )


def _without_ours(trace):
    """A traceback without the frames of this package, which nobody who reads it wrote; if any is left."""
    kept, step = [], trace
    while step is not None:
        if not os.path.abspath(step.tb_frame.f_code.co_filename).startswith(_OURS):
            kept.append(step)
        step = step.tb_next
    if not kept:
        return trace
    made = None
    for step in reversed(kept):
        made = types.TracebackType(made, step.tb_frame, step.tb_lasti, step.tb_lineno)
    return made


def _text(error):
    try:
        return str(error)
    except Exception:
        return ""
