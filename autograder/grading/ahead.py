"""What an assignment imports, so that it is imported once, before all processes are forked."""

import contextlib
import importlib
import io
import json
import sys
from pathlib import Path

from autograder.grading.sources import imports

__all__ = ["import_all", "imported_by"]

MOST_STATEMENTS = 200


def imported_by(paths):
    """The `import` statements in the notebooks of an instructor: sorted list of texts.

    paths: of the notebooks; what cannot be read as one is passed over. Modules that lie beside a
    notebook are left out: they are there when it runs.
    """
    found = set()
    for path in map(Path, paths):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            for cell in json.loads(path.read_text("utf-8-sig"))["cells"]:
                if cell["cell_type"] == "code":
                    found |= set(imports("".join(cell["source"])).values())
        found -= {one for one in found if _is_beside(one, path.parent)}
    return sorted(found)[:MOST_STATEMENTS]


def _is_beside(statement, folder):
    module = statement.split()[1].partition(".")[0]
    return not module or (folder / module).is_dir() or (folder / f"{module}.py").is_file()


def import_all(statements):
    """Carry out `import` statements, in the process that others are forked from.

    What fails here, or prints, fails or prints where it is run. Nothing else of a notebook is run.
    """
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for statement in statements:
            with contextlib.suppress(Exception):
                exec(statement, {"__name__": "imported"})
        if "tensorflow" in sys.modules:
            with contextlib.suppress(ImportError):  # for the first `fit`
                importlib.import_module("tensorflow.python.data.ops.from_generator_op")
        if "matplotlib" in sys.modules:
            for name in ("matplotlib.backends.backend_agg", "matplotlib.figure"):
                importlib.import_module(name)
        if "PIL" in sys.modules:
            importlib.import_module("PIL.Image").preinit()
