"""Files as students hand them in: which is which, and what is in a notebook, read as text.

Taken is what differs only in parts that are thrown away: ids, outputs, metadata, a byte-order mark,
a folder too many. What cannot be taken is told in one line, with what to do.
"""

import json
import os
import re
import stat
from pathlib import Path

import nbformat

__all__ = ["NotTaken", "found_in", "problem_with_time", "read"]

MOST_BYTES = 20_000_000
"""A notebook file above this is not read: the lessons' own, with outputs, are below 1 MB."""
MOST_CONTAINERS, MOST_VALUES = 100_000, 1_000_000
"""So many lists and dicts, and things in them, a notebook may have; a lesson has about 1,000."""
PARTS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{,]', re.S)
"""In a JSON file: a text, as a whole, or what begins a list, a dict or the next part of one."""
MOST_NAMED, MOST_DEPTH = 5, 3
PICTURES = ("image/png", "image/jpeg", "image/gif")
ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


class NotTaken(Exception):
    """A file, or what was handed in, cannot be graded: the message says why in one line, and what to do."""


def found_in(folder, names):
    """Find the notebooks of an assignment in what was handed in: `({name: path}, notes)`.

    names: those of the assignment's notebooks. notes: what was found elsewhere than it should be, what
    is missing and what was left out, in plain sentences. Raises: NotTaken, where none is found.
    """
    folder = Path(folder)
    found = {name: folder / f"{name}.ipynb" for name in names if os.path.lexists(folder / f"{name}.ipynb")}
    others, packed = _others(folder, set(found.values()))
    notes = []
    for name in names:
        if name in found:
            continue
        alike = [path for path in others if path.stem.lower() == name.lower()]
        if len(alike) > 1:
            raise NotTaken(f"{name}.ipynb is there {len(alike)} times: {_listed(alike, folder)}. Keep one.")
        if alike:
            found[name] = alike[0]
            others.remove(alike[0])
            notes.append(f"Taken for {name}.ipynb: {alike[0].relative_to(folder)}.")
    missing = [name for name in names if name not in found]
    if len(missing) == len(others) == 1:  # whether it is this one, its cells will tell
        name, path = missing.pop(), others.pop()
        found[name] = path
        notes.append(f"Taken for {name}.ipynb: {path.relative_to(folder)}.")
    if not found and names:
        raise NotTaken(_nothing_found(names, others, packed, folder))
    notes += [f"{name}.ipynb is missing, and gets no points." for name in missing]
    if others:
        notes.append(f"Left out, since the assignment has no such notebook: {_listed(others, folder)}.")
    return found, notes


def _nothing_found(names, others, packed, folder):
    missing = " and ".join(f"{name}.ipynb" for name in names)
    is_missing = f"{missing} {'is' if len(names) == 1 else 'are'} missing."
    if others:
        return f"{is_missing} Found {_listed(others, folder)}: rename what belongs to the assignment."
    if packed:
        return f"{is_missing} Found {_listed(packed, folder)}: unpack it in that folder."
    return f"{is_missing} Ask for {'it' if len(names) == 1 else 'them'} again."


def _listed(paths, folder):
    shown = [str(path.relative_to(folder)) for path in paths[:MOST_NAMED]]
    more = len(paths) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _others(folder, known):
    """Notebook files that are none of the known ones, and archives: two sorted lists of paths."""
    notebooks, packed = [], []
    for base, folders, files in os.walk(folder):
        depth = len(Path(base).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if name[0] not in "._" and depth < MOST_DEPTH)
        for name in sorted(files):
            path = Path(base, name)
            if name[0] in "._" or path in known or not stat.S_ISREG(os.lstat(path).st_mode):
                continue
            if path.suffix.lower() == ".ipynb":
                notebooks.append(path)
            elif path.suffix.lower() in (".zip", ".gz", ".tar", ".7z", ".rar"):
                packed.append(path)
    return notebooks, packed


def read(path):
    """Read a notebook file as it was handed in: a notebook of format 4.5, of plain parts, without outputs.

    Raises: NotTaken, for what is no notebook for Python.
    """
    path = Path(path)
    notebook = _parsed(path)
    cells = notebook["cells"]
    _must_be_for_python(path.name, notebook)
    made, ids = [], set()
    for number, cell in enumerate(cells):
        kind = cell.get("cell_type")
        metadata = cell.get("metadata")
        metadata = metadata if isinstance(metadata, dict) else {}
        kept = {
            "cell_type": kind if kind in ("code", "markdown", "raw") else "raw",
            "metadata": {name: _flat(metadata[name]) for name in ("nbgrader", "tags") if name in metadata},
            "source": _text(cell.get("source", "")),
            "id": cell.get("id"),
        }
        if not isinstance(kept["id"], str) or not ID.fullmatch(kept["id"]) or kept["id"] in ids:
            kept["id"] = f"without-id-{number}"
        ids.add(kept["id"])
        if kind == "code":
            kept |= {"outputs": [], "execution_count": None}
        elif kind == "markdown" and _pictures(cell):
            kept["attachments"] = _pictures(cell)
        made.append(kept)
    return nbformat.from_dict({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def _text(source):
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _flat(marks):
    """What of the metadata of a cell may mean something: no containers in it."""
    if isinstance(marks, dict):
        return {name: value for name, value in marks.items() if not isinstance(value, dict | list)}
    return [tag for tag in marks if isinstance(tag, str)] if isinstance(marks, list) else marks


def _pictures(cell):
    """The pictures that were pasted into a cell of text."""
    found = {}
    attachments = cell.get("attachments")
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        for kind, code in kinds.items() if isinstance(kinds, dict) else ():
            if kind in PICTURES and isinstance(code, str):
                found[name] = {kind: code}
    return found


def _parsed(path):
    """The JSON of a notebook file, whose cells are a list of dicts."""
    name = path.name
    if not os.path.lexists(path):
        raise NotTaken(f"{name} is missing. Ask for it again.")
    facts = os.lstat(path)
    if not stat.S_ISREG(facts.st_mode):
        mode = facts.st_mode
        what = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no file"
        raise NotTaken(f"{name} is {what}. Ask for the notebook file itself.")
    if facts.st_size == 0:
        raise NotTaken(f"{name} is empty. Ask for it again.")
    if facts.st_size > MOST_BYTES:
        raise NotTaken(f"{name} has {facts.st_size / 1e6:.0f} MB. Ask for it with its outputs cleared.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotTaken(f"{name} cannot be read ({error.strerror}). Check its permissions.") from None
    if _has_too_many_parts(content):
        raise NotTaken(f"{name} has too many parts. Ask for it with its outputs cleared.")
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotTaken(_why_no_json(name, content)) from None
    if not isinstance(notebook, dict) or not ({"nbformat", "cells", "worksheets"} & set(notebook)):
        raise NotTaken(f"{name} is JSON, but no notebook. Ask for it again.")
    if notebook.get("nbformat", 4) != 4:
        raise NotTaken(
            f"{name} has notebook format {str(notebook['nbformat'])[:10]}, not 4. "
            "Open and save it in JupyterLab."
        )
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotTaken(f"{name} is a damaged notebook: it has no cells. Open and save it in JupyterLab.")
    return notebook


def _why_no_json(name, content):
    """Say why the bytes of a file are no JSON: another encoding, or no notebook at all."""
    for encoding, called in (("utf-16", "UTF-16"), ("latin-1", "Latin-1 or Windows-1252")):
        try:
            json.loads(content.decode(encoding))
        except (UnicodeError, ValueError, RecursionError):
            continue
        return f"{name} is stored as {called}, not as UTF-8. Open and save it in JupyterLab."
    return f"{name} is no notebook: it cannot be read as JSON. Ask for it again."


def _has_too_many_parts(content):
    """Whether there is so much in the bytes of a JSON file that gigabytes would be needed for it."""
    containers = 0
    for number, part in enumerate(PARTS.finditer(content)):
        containers += part[0] in (b"[", b"{")
        if containers > MOST_CONTAINERS or number > 3 * MOST_VALUES:
            return True
    return False


def _must_be_for_python(name, notebook):
    metadata = notebook.get("metadata")
    for part in ("kernelspec", "language_info"):
        spec = metadata.get(part) if isinstance(metadata, dict) else None
        language = (
            spec.get("language" if part == "kernelspec" else "name") if isinstance(spec, dict) else None
        )
        if language and str(language).lower() not in ("python", "ipython"):
            raise NotTaken(
                f"{name} was written for the kernel {str(language).lower()[:30]}, not Python. "
                "Ask for a Python one."
            )


def problem_with_time(path):
    """Say in one line what is wrong with the file that tells when a submission came."""
    from nbgrader.utils import parse_utc

    if not os.path.lexists(path):
        return ""
    try:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > 200:
            raise ValueError("no ordinary file, or no date")
        text = Path(path).read_text("utf-8-sig").strip()
        if text:
            parse_utc(text)
    except (OSError, ValueError, OverflowError):
        return f"{path.name} does not hold a date, such as 2026-01-31 12:00:00 UTC. Mend or remove it."
    return ""
