"""The notebook that is run: the instructor's, with the student's own cells put into it.

Of a submission only the sources are taken: those of the solution cells by their grade id, those of
the cells that the student added or changed, in their order. So edited tests, tags, points and ids,
and cells that were deleted, copied, split or moved, do not matter, and none of them is run as ours.
"""

import json
from pathlib import Path

import nbformat
from nbgrader.utils import is_grade, is_locked, is_solution

from autograder.grading.matching import matched, source_of
from autograder.grading.sources import bound, changed, classes, free, given, imports, inside, read
from autograder.grading.wire import printable

__all__ = [
    "HIDDEN_FROM",
    "HIDDEN_IN_CLASS",
    "SKIP",
    "UNTOLD",
    "asks_for_own_process",
    "instructors",
    "instructors_of",
    "rebuild",
]

SKIP = "skip-execution"
HIDDEN_FROM = "hidden_from"
"""Where in a cell's metadata it stands from which line on it has hidden tests."""
HIDDEN_IN_CLASS = "hidden_in_class"
"""The same, where the tests of this run are nobody's secret: what the student's code sees does not change."""
UNTOLD = "untold"
"""Where in the metadata of a cell of tests it stands why these cannot tell whether the answer is right."""
MARK, OWN_PROCESS = "autograder", "own_process"
"""Names in the metadata of a cell, or a notebook: `{"autograder": {"own_process": true}}`."""
MOST_CELLS, MOST_LETTERS = 400, 400_000


def instructors(root, assignment, notebook):
    """What the instructor has of a notebook of this collection: see `instructors_of`."""
    name = Path(assignment) / f"{notebook}.ipynb"
    return instructors_of(Path(root) / "notebooks" / name, Path(root) / "solutions" / name)


def instructors_of(released, solution):
    """Read what the instructor has of a notebook: `(released cells, asked)`.

    released, solution: paths of what students get, and of the notebook with solutions. asked: texts, what
    the tests take from the student: names that the unlocked cells define, or of a set-up cell's things that
    they change; the `import` statements that students got in them; "answer: import …", one that is part of a
    solution; "lend: name", what a solution reads and a cell of tests defines; "lend always: name", where a
    function of a solution takes it from there, and no solution defines it; "uses: name", what a solution
    reads of a set-up cell; "gives: name.attribute", what it gives to a thing of one, such as a method to a
    class. Raises: FileNotFoundError, where the notebook was not released from here.
    """
    notebook = nbformat.read(released, as_version=4)
    cells = notebook.cells
    for cell in cells:
        if asks_for_own_process(notebook) and is_grade(cell):
            cell.metadata.setdefault(MARK, {})[OWN_PROCESS] = True
    # a course that was handed out has no solutions; what is left of their cells has the names too
    source = json.loads(solution.read_text("utf-8"))["cells"] if solution.is_file() else cells
    mine = [nbformat.from_dict({**cell, "source": "".join(cell["source"])}) for cell in source]
    return cells, _asked(cells, [cell for cell in mine if cell.cell_type == "code"])


def _asked(released, source):
    """See `instructors_of`."""
    open_ones = [cell.source for cell in source if not is_locked(cell)]
    names = {name for text in open_ones for name in bound(text)}
    set_up = {
        name for cell in source if is_locked(cell) and not is_grade(cell) for name in bound(cell.source)
    }
    kinds = {
        name for cell in source if is_locked(cell) and not is_grade(cell) for name in classes(cell.source)
    }
    gives = {one for text in open_ones for one in given(text) if one.partition(".")[0] in set_up}
    # what a class is given is read off the class: it stays the locked cell's
    extended = {one.partition(".")[0] for one in gives} & kinds
    names |= {name for text in open_ones for name in changed(text)} & set_up - extended
    released_imports = {
        statement
        for cell in released
        if cell.cell_type == "code" and not is_locked(cell)
        for statement in imports(cell.source).values()
    }
    every = {statement for text in open_ones for statement in imports(text).values()}
    used = {name for text in open_ones for name in read(text)}
    lent = used & {
        name for cell in source if is_locked(cell) and is_grade(cell) for name in bound(cell.source)
    }
    # a test that puts another class or function in the place of one has the others of the answer use it
    defined = {name for text in open_ones for name in inside(text)}
    always = lent & {name for text in open_ones for name in free(text)} - (names - defined)
    answers = (f"answer: {statement}" for statement in every - released_imports)
    return [
        *sorted(names | released_imports),
        *sorted(answers),
        *(f"lend: {name}" for name in sorted(lent)),
        *(f"lend always: {name}" for name in sorted(always)),
        *(f"uses: {name}" for name in sorted(used & set_up)),
        *(f"gives: {one}" for one in sorted(gives)),
    ]


def asks_for_own_process(thing):
    """Whether a notebook or a cell asks for its tests to run in the student's own process.

    What such tests say can be forged by the student's code, which can read them too.
    """
    mark = thing.get("metadata", {}).get(MARK, {})
    return isinstance(mark, dict) and mark.get(OWN_PROCESS) is True


def rebuild(submitted, released):
    """Put a student's cells into the released notebook.

    submitted, released: lists of cells. Returns `(cells, repairs)`; repairs says in plain
    sentences what the submission had otherwise.
    """
    repairs = []
    if len(submitted) > MOST_CELLS:
        repairs.append(f"Cells after the first {MOST_CELLS} were left out.")
    submitted = submitted[:MOST_CELLS]
    found = matched(submitted, released)
    place_of = {own: place for place, own in found.items()}
    extras, last = {}, -1
    for own, cell in enumerate(submitted):
        if own in place_of:
            last = max(last, place_of[own])
        else:
            repairs += _copies(cell, released)
            extras.setdefault(last, []).append(cell)
    defined = set().union(
        *(
            bound(source_of(cell))
            for own, cell in enumerate(submitted)
            if cell.get("cell_type") == "code"
            and not (own in place_of and is_locked(released[place_of[own]]))
        )
    )
    cells = [_extra(cell, f"own-0-{k}") for k, cell in enumerate(extras.get(-1, []))]
    for place, own in enumerate(released):
        cells.append(_merged(own, submitted[found[place]] if place in found else None, repairs, defined))
        cells += [_extra(cell, f"own-{place + 1}-{k}") for k, cell in enumerate(extras.get(place, []))]
    return cells, repairs


def _copies(cell, released):
    """Say that a cell is a second one with the name of the instructor's, if it is."""
    marks = cell.get("metadata", {}).get("nbgrader", {})
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    if isinstance(name, str) and any(_grade_id(own) == name for own in released):
        return [f"A second cell {name} was taken for a cell of your own."]
    return []


def _grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _tags(cell):
    tags = cell.get("metadata", {}).get("tags", [])
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _name(cell):
    return f"cell {_grade_id(cell) or cell.get('id')}"


def _source(cell):
    return printable(source_of(cell)[:MOST_LETTERS])


def _merged(own, cell, repairs, defined):
    """One cell of the instructor's, with the student's source where that is the student's to give.

    cell: the student's, or None. defined: the names that the student's cells define.
    """
    new = nbformat.from_dict(json.loads(json.dumps(own)))
    if cell is None:
        return _put_back(new, repairs, defined)
    source = _source(cell)
    if _grade_id(own) and cell.get("cell_type") != own.cell_type:
        repairs.append(f"The {_name(own)} had another type, which was put right.")
    if is_locked(own):
        if source != own.source:
            repairs.append(f"The {_name(own)} was changed; the instructor's own was run.")
    elif is_solution(own) or source != own.source:
        new.source = source
        new.metadata["tags"] = [tag for tag in _tags(own) if tag != SKIP]
        if new.cell_type == "markdown" and cell.get("attachments"):
            new["attachments"] = cell["attachments"]
    if SKIP in _tags(cell) and SKIP not in _tags(own):
        repairs.append(f"The {_name(own)} was tagged to be skipped, and was run.")
    return new


def _put_back(new, repairs, defined):
    """A cell that the submission does not have. What the student defines elsewhere it must not replace."""
    names = bound(new.source) if new.cell_type == "code" and not is_locked(new) else set()
    if names & defined:
        new.metadata["tags"] = [*_tags(new), SKIP]
        new.source = f"# What you define in another cell was graded: {', '.join(sorted(names & defined))}."
        if _grade_id(new):
            repairs.append(f"The {_name(new)} was missing; what you define in another cell was graded.")
    elif _grade_id(new):
        repairs.append(f"The {_name(new)} was missing, and was put back.")
    return new


def _extra(cell, name):
    kind = cell.get("cell_type")
    make = {"markdown": nbformat.v4.new_markdown_cell, "raw": nbformat.v4.new_raw_cell}
    new = make.get(kind, nbformat.v4.new_code_cell)(_source(cell))
    new["id"] = name
    if kind == "markdown" and cell.get("attachments"):
        new["attachments"] = cell["attachments"]
    return new
