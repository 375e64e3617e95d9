"""Files as students hand them in: what is wrong with one, in one line, or nothing.

They are read as text, never run. What they hold may be of any form and any size.
"""

import json
import os
import stat

import nbformat

__all__ = ["problem_with_file", "problem_with_time"]

MOST_BYTES = 20_000_000
"""A notebook file above this is not read: the lessons' own, with outputs, are below 1 MB."""
MOST_CONTAINERS, MOST_VALUES = 100_000, 1_000_000
"""So many lists and dicts, and things in them, a notebook may have; a lesson has about 1,000."""


def problem_with_time(path):
    """Say in one line what is wrong with the file that tells when a submission came."""
    from nbgrader.utils import parse_utc

    if not os.path.lexists(path):
        return ""
    try:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > 200:
            raise ValueError("no ordinary file, or no date")
        text = path.read_text("utf-8").strip()
        if text:
            parse_utc(text)
    except (OSError, ValueError, OverflowError):
        return f"{path.name} does not hold a date, such as 2026-01-31 12:00:00 UTC. Mend or remove it."
    return ""


def problem_with_file(path):
    """Say in one line what is wrong with a submitted notebook file, and what to do."""
    if not os.path.lexists(path):
        found = sorted(other.name for other in path.parent.glob("*.ipynb"))
        hint = f"Found {', '.join(found)}: rename it." if found else "Ask for it again."
        return f"{path.name} is missing. {hint}"
    mode = os.lstat(path).st_mode
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no file"
        return f"{path.name} is {what}. Ask for the notebook file itself."
    size = os.lstat(path).st_size
    if size == 0:
        return f"{path.name} is empty. Ask for it again."
    if size > MOST_BYTES:
        return f"{path.name} has {size / 1e6:.0f} MB. Ask for it with its outputs cleared."
    try:
        notebook = json.loads(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return f"{path.name} is no notebook: it cannot be read as JSON. Ask for it again."
    except OSError as error:
        return f"{path.name} cannot be read ({error.strerror}). Check its permissions."
    if _has_too_many_parts(notebook):
        return f"{path.name} has too many parts. Ask for it with its outputs cleared."
    return _problem_with_notebook(path.name, notebook)


def _has_too_many_parts(notebook):
    """Whether there is so much in a notebook that nbformat would need gigabytes for it."""
    containers, values, found = 0, 0, [notebook]
    while found:
        inside = found.pop()
        inside = inside.values() if isinstance(inside, dict) else inside
        values += len(inside)
        more = [thing for thing in inside if isinstance(thing, (dict, list))]
        containers += len(more)
        found += more
        if containers > MOST_CONTAINERS or values > MOST_VALUES:
            return True
    return False


def _problem_with_notebook(name, notebook):
    if not isinstance(notebook, dict) or "nbformat" not in notebook:
        return f"{name} is JSON, but no notebook. Ask for it again."
    if notebook["nbformat"] != 4:
        return (
            f"{name} has notebook format {str(notebook['nbformat'])[:10]}, not 4. "
            "Open and save it in JupyterLab."
        )
    from nbformat.validator import normalize

    try:
        # old files lack cell ids, copied cells share them: both are no damage
        _, notebook = normalize(notebook)
        nbformat.validate(notebook)
    except Exception as error:
        first = str(error).split("\n")[0][:120]
        return f"{name} is a damaged notebook ({first}). Open and save it in JupyterLab."
    spec = notebook.get("metadata", {}).get("kernelspec", {})
    language = str(spec.get("language", "python")).lower() if isinstance(spec, dict) else "python"
    if language != "python":
        return f"{name} was written for the kernel {language[:30]}, not Python. Ask for a Python one."
    return ""
