"""The notebook that is run: the instructor's, with the student's own cells put into it.

Of a submission only the sources are taken: those of the solution cells by their grade id, those of
the cells that the student added or changed, in their order. So edited tests, tags, points and ids,
and cells that were deleted, copied, split or moved, do not matter, and none of them is run as ours.
"""

import json
from pathlib import Path

import nbformat
from nbgrader.utils import is_grade, is_locked, is_solution

from autograder.grading.sources import bound, imports
from autograder.grading.wire import printable

__all__ = [
    "HIDDEN_FROM",
    "SKIP",
    "asks_for_own_process",
    "instructors",
    "instructors_of",
    "rebuild",
]

SKIP = "skip-execution"
HIDDEN_FROM = "hidden_from"
"""Where in a cell's metadata it stands from which line on it has hidden tests."""
MARK, OWN_PROCESS = "autograder", "own_process"
"""Names in the metadata of a cell, or a notebook: `{"autograder": {"own_process": true}}`."""
MOST_CELLS, MOST_LETTERS = 400, 400_000


def instructors(root, assignment, notebook):
    """What the instructor has of a notebook of this collection: see `instructors_of`."""
    name = Path(assignment) / f"{notebook}.ipynb"
    return instructors_of(Path(root) / "notebooks" / name, Path(root) / "solutions" / name)


def instructors_of(released, solution):
    """Read what the instructor has of a notebook: `(released cells, names)`.

    released, solution: paths of what students get, and of the notebook with solutions. names: what
    the unlocked cells define, so what the tests take from the student; and the `import` statements in
    them. Raises: FileNotFoundError, where the notebook was not released from here.
    """
    notebook = nbformat.read(released, as_version=4)
    cells = notebook.cells
    for cell in cells:
        if asks_for_own_process(notebook) and is_grade(cell):
            cell.metadata.setdefault(MARK, {})[OWN_PROCESS] = True
    # a course that was handed out has no solutions; what is left of their cells has the names too
    source = json.loads(solution.read_text("utf-8"))["cells"] if solution.is_file() else cells
    names = set()
    for cell in source:
        if cell["cell_type"] == "code" and not is_locked(nbformat.from_dict(cell)):
            text = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
            names |= {*bound(text), *imports(text).values()}
    return cells, sorted(names)


def asks_for_own_process(thing):
    """Whether a notebook or a cell asks for its tests to run in the student's own process.

    What such tests say can be forged by the student's code, which can read them too.
    """
    mark = thing.get("metadata", {}).get(MARK, {})
    return isinstance(mark, dict) and mark.get(OWN_PROCESS) is True


def _marks(cell):
    marks = cell.get("metadata", {}).get("nbgrader", {})
    return marks if isinstance(marks, dict) else {}


def _tags(cell):
    tags = cell.get("metadata", {}).get("tags", [])
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def rebuild(submitted, released):
    """Put a student's cells into the released notebook.

    submitted, released: lists of cells. Returns `(cells, repairs)`; repairs says in plain
    sentences what the submission had otherwise.
    """
    places = {}
    for place, cell in enumerate(released):
        places[("grade", _marks(cell).get("grade_id"))] = place
        places[("id", cell.get("id"))] = place
    taken, extras, repairs = {}, {}, []
    last = -1
    for cell in submitted[:MOST_CELLS]:
        place = _place(cell, places, released)
        if place is None or place in taken:
            if place is not None and _marks(released[place]):
                repairs.append(f"A second {_name(released[place])} was taken for a cell of your own.")
            extras.setdefault(last, []).append(cell)
        else:
            taken[place] = cell
            last = max(last, place)
    if len(submitted) > MOST_CELLS:
        repairs.append(f"Cells after the first {MOST_CELLS} were left out.")
    cells = [_extra(cell, f"own-0-{k}") for k, cell in enumerate(extras.get(-1, []))]
    for place, own in enumerate(released):
        cells.append(_merged(own, taken.get(place), repairs))
        cells += [
            _extra(cell, f"own-{place + 1}-{k}") for k, cell in enumerate(extras.get(place, []))
        ]
    return cells, repairs


def _place(cell, places, released):
    grade_id = _marks(cell).get("grade_id")
    if isinstance(grade_id, str) and ("grade", grade_id) in places:
        return places["grade", grade_id]
    name = cell.get("id")
    place = places.get(("id", name)) if isinstance(name, str) else None
    if place is not None and not _marks(released[place]):
        return place if cell.get("cell_type") == released[place].cell_type else None
    return place


def _name(cell):
    return f"cell {_marks(cell).get('grade_id') or cell.get('id')}"


def _source(cell):
    source = cell.get("source", "")
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    return printable(source[:MOST_LETTERS])


def _merged(own, cell, repairs):
    """One cell of the instructor's, with the student's source where that is the student's to give."""
    new = nbformat.from_dict(json.loads(json.dumps(own)))
    marks = _marks(own)
    if cell is None:
        if marks:
            repairs.append(f"The {_name(own)} was missing, and was put back.")
        return new
    source = _source(cell)
    if marks and cell.get("cell_type") != own.cell_type:
        repairs.append(f"The {_name(own)} had another type, which was put right.")
    if is_locked(own):
        if source != own.source:
            repairs.append(f"The {_name(own)} was changed; the instructor's own was run.")
    elif is_solution(own) or source != own.source:
        new.source = source
        new.metadata["tags"] = [tag for tag in _tags(own) if tag != SKIP]
    if SKIP in _tags(cell) and SKIP not in _tags(own):
        repairs.append(f"The {_name(own)} was tagged to be skipped, and was run.")
    return new


def _extra(cell, name):
    kind = cell.get("cell_type")
    make = {"markdown": nbformat.v4.new_markdown_cell, "raw": nbformat.v4.new_raw_cell}
    new = make.get(kind, nbformat.v4.new_code_cell)(_source(cell))
    new["id"] = name
    return new
