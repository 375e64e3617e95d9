"""Makes the pictures in `docs/`: the figure of the README, and the exercise of each lesson, answered wrongly
and rightly.

    .venv/bin/python tests/screenshots.py
"""

import tempfile
from pathlib import Path

import matplotlib
from browser import Lab, Notebook, chromium, course_copy, fresh_environment
from conftest import LESSONS, ROOT
from PIL import Image
from submissions import solved
from test_browser import MISTAKES, NAMED, answer, mistaken, reports

from autograder.display import figure
from autograder.sequence.record import Batch, Record

DOCS = ROOT / "docs"
SIZE = {"width": 1200, "height": 2600}
"""As high as an exercise with all its checks, so that nothing of it is scrolled away."""
PICTURED = {**MISTAKES, LESSONS[2]: {NAMED: MISTAKES[LESSONS[2]][NAMED]}}
"""In lesson 3 its own mistake alone: that of lesson 2 would come first."""


def served_twice(path):
    """Save the figure of the README, which gives no answer of a lesson away. Its ground is white anywhere."""
    record = Record(10, 4, length=3)
    rows = ((0, 1, 2, 3), (2, 3, 4, 5), (8, 9))
    record.epochs = [[Batch(index, "pair", samples=samples) for index, samples in enumerate(rows)]]
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    with matplotlib.rc_context({"svg.hashsalt": "autograder"}):
        figure.draw(record).savefig(path, facecolor="white", metadata=nothing)


def answered(notebook, sources):
    """Put an answer in, run its checks and the cells between: the reports."""
    outputs = answer(notebook, sources, notebook.write)
    cells = list(outputs)
    for cell in cells[cells.index("data-generator") + 1 : cells.index(next(iter(reports(outputs))))]:
        notebook.run(cell)
    return reports(outputs)


def picture(notebook, path, first, last):
    """Save what the page shows from the cell `first` to the cell `last`."""
    notebook.cell("key-points")  # so that no cell of the picture is marked as the active one
    places = [notebook.cell(cell, active=False) for cell in (last, first)]
    end, start = (place.bounding_box() for place in places)
    clip = {**start, "height": end["y"] + end["height"] - start["y"]}
    notebook.page.screenshot(path=path, clip=clip)
    # a third of the size; this method keeps colours that few dots have, such as those of a fault
    image = Image.open(path).convert("RGB").quantize(method=Image.Quantize.MAXCOVERAGE)
    image.save(path, optimize=True)


def main():
    """Save the figure; run each lesson twice and save its two pictures."""
    DOCS.mkdir(exist_ok=True)
    served_twice(DOCS / "served-twice.svg")
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        course = course_copy(folder / "course")
        python = fresh_environment(folder / "environment")
        with Lab(browser, course, course / "notebooks", folder / "home", python) as lab:
            for lesson in LESSONS:
                with Notebook(lab, f"{lesson}/{lesson}.ipynb", **SIZE) as notebook:
                    notebook.page.keyboard.press("ControlOrMeta+b")  # the files at the left, away
                    notebook.run_all()  # the exercise may use what the lesson defined
                    said = answered(notebook, mistaken(lesson, PICTURED))
                    failed = next(cell for cell, report in said.items() if report["failed"])
                    picture(notebook, DOCS / f"{lesson}-wrong.png", "data-generator", failed)
                    answered(notebook, solved(lesson))
                    picture(notebook, DOCS / f"{lesson}-right.png", "data-generator", list(said)[-1])
    for path in sorted(DOCS.glob("*.png")):
        print(path.relative_to(ROOT), path.stat().st_size // 1000, "kB")


if __name__ == "__main__":
    main()
