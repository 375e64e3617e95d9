"""The cell that is running: its points, by nbgrader's metadata, and whether it has hidden tests."""

import json
import os
from pathlib import Path

__all__ = ["cell_points", "give", "has_hidden_tests"]

MOST_BYTES = 20_000_000
_given, _hidden = None, False


def give(points, hidden=False):
    """Tell how many points the cell is worth that runs next, None where it is not known, and whether
    it has hidden tests."""
    global _given, _hidden
    _given, _hidden = points, hidden


def has_hidden_tests():
    """Whether the cell that is running has hidden tests: what a class prints would tell of them."""
    return _hidden


def cell_points():
    """Return the points of the cell that is running, or None where nobody knows.

    A grader gives them (`give`). In a notebook JupyterLab tells the kernel the id of the cell (in the
    metadata of an execute request) and the path of the notebook (JPY_SESSION_NAME, set by
    jupyter_server/services/sessions/sessionmanager.py), in which nbgrader's metadata stand.
    """
    if _given is not None:
        return _given
    try:
        from IPython import get_ipython

        name = get_ipython().kernel.get_parent("shell")["metadata"]["cellId"]
        path = Path(os.environ["JPY_SESSION_NAME"])
        if path.stat().st_size > MOST_BYTES:
            return None
        cells = json.loads(path.read_text("utf-8"))["cells"]
        marks = next(cell["metadata"]["nbgrader"] for cell in cells if cell.get("id") == name)
        return float(marks["points"]) if marks.get("grade") else None
    except Exception:  # no kernel, another front end, a file that is not there: nobody knows
        return None
