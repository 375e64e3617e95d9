"""What a learner alone gets: checks in a terminal, a solution after trying, and a place to play."""

import json
import shutil

import nbformat
import pytest
from commands import run
from conftest import LESSONS, ROOT, START
from nbclient import NotebookClient
from submissions import FLOOR, LESSON, solved

from autograder.classroom import self_study
from autograder.classroom.demo import filled
from autograder.classroom.error import CourseError
from autograder.lesson import installation, playground


@pytest.fixture
def notebook(tmp_path):
    """Write a learner's notebook of lesson 2, with the sources of some cells changed."""

    def write(changes, name="my work.ipynb"):
        (tmp_path / name).write_text(json.dumps(filled(ROOT, LESSON, changes)), "utf-8")
        return tmp_path / name

    return write


def test_check_says_what_is_wrong_in_four_lines_and_solution_shows_one_way(notebook):
    path = notebook({**solved(), "data-generator": FLOOR.source, "dropped": "def dropped(n, b):\n    oops"})
    done = run("autograder", "check", path, cwd=path.parent, check=False)
    assert done.returncode == 2 and done.stderr == ""
    lines = done.stdout.split("\n")
    assert lines[:6] == [
        LESSON,
        "✗ length: 1 of 3",
        "    Asked     len(gen) == 2 for 3 samples in batches of 2.",
        "    Received  1.",
        "    So        sample 2 is never served, in any epoch, and fit does not complain.",
        "    Re-read   Contract 1: len(gen) is the int n / b, rounded up. "
        "What does // do with the samples that are left over?",
    ]
    assert (
        "✗ contract: 1 of 2" in lines and "✗ dropped: 0 of 2" in lines and "✓ never served: 3 of 3" in lines
    )
    shown = run("autograder", "solution", path, cwd=path.parent).stdout
    assert "class DataGenerator" in shown and "###" not in shown and "def dropped" in shown


def test_check_of_a_right_notebook_ends_well(notebook):
    name, checks = self_study.check(notebook(solved()))
    assert name == LESSON and [check["finding"] for check in checks] == ["", "", "", ""]
    assert self_study.report(name, checks).endswith("10 of 10 points, by the tests that you can see.")


def test_check_names_a_cell_that_stopped_with_an_error(notebook):
    path = notebook({**solved(), "run-worked": "1 / 0"})
    said = self_study.report(*self_study.check(path))
    assert "✗ the cell run-worked\n    ZeroDivisionError: division by zero" in said


def test_check_without_forked_processes_says_the_same(notebook, monkeypatch):
    path = notebook({**solved(), "data-generator": FLOOR.source})
    behind_walls = self_study.check(path)
    monkeypatch.setattr(self_study, "supported", lambda: False)
    assert self_study.check(path) == behind_walls


def test_check_of_the_first_notebook_checks_the_installation(tmp_path, monkeypatch):
    path = ROOT / "notebooks" / START / f"{START}.ipynb"
    assert self_study.report(*self_study.check(path)) == f"{START}\n✓ the installation: everything is there"
    monkeypatch.setattr(installation, "data_folder", lambda: "/nowhere")
    said = self_study.report(*self_study.check(path)).split("\n")
    assert len(said) == 2 and said[1].startswith("✗ data/ is empty")
    with pytest.raises(CourseError, match="is missing"):
        self_study.check(tmp_path / f"{START}.ipynb")


def test_solution_is_not_shown_before_trying(notebook):
    with pytest.raises(CourseError, match="as it was handed out"):
        self_study.solution(notebook({}))


def test_what_is_no_notebook_of_a_lesson_is_one_line(tmp_path):
    other = tmp_path / "other.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), other)
    for path, words in (
        (other, "is none of the lessons"),
        (tmp_path / "none.ipynb", "is missing"),
        (ROOT / "README.md", "cannot be read as JSON."),
    ):
        with pytest.raises(CourseError, match=words):
            self_study.check(path)


def test_sliders_redraw_the_figure_and_its_sentence():
    n, size, length, shown = playground.play().children
    assert "10 samples in 3 batches, the last of 2: each served once." in shown.value
    length.value = "n // b, rounded down"
    assert "2 batches where the contract asks for 3" in shown.value and "8 and 9 never" in shown.value
    n.value, size.value, length.value = 12, 5, "one too many"
    assert "12 samples in batches of 5: 4 batches where the contract asks for 3" in shown.value
    assert '<img src="data:image/svg+xml;base64,' in shown.value and 'alt="Bar chart' in shown.value
    for n.value in (n.min, n.max):
        for size.value in (size.min, size.max):
            for length.value in playground.LENGTHS:
                assert f"{n.value} sample" in shown.value


def test_what_is_wrong_with_the_installation_is_one_line_each(monkeypatch, capsys):
    from importlib import metadata

    assert installation.problems() == []
    version = metadata.version

    def broken(name):
        if name == "tqdm":
            raise metadata.PackageNotFoundError(name)
        return "2.0" if name == "keras" else version(name)

    monkeypatch.setattr(metadata, "version", broken)
    monkeypatch.setattr(installation, "data_folder", lambda: "/nowhere")
    installation.check_installation()
    lines = capsys.readouterr().out.strip().split("\n")
    assert len(lines) == 3 and all(line.startswith("✗ ") for line in lines)
    assert "keras is version 2.0, not" in lines[0] and "tqdm is missing" in lines[1]


def test_start_notebook_runs_and_leads_to_every_lesson():
    folder = ROOT / "notebooks" / START
    notebook = nbformat.read(folder / f"{START}.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in notebook.cells)
    for lesson in LESSONS:
        assert f"(../{lesson}/{lesson}.ipynb)" in text and (folder.parent / lesson).is_dir()
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}}).execute()
    cells = {cell.id: cell for cell in notebook.cells}
    assert cells["check-installation"].outputs[0].text.startswith("✓ Everything is there: Python 3.")
    (shown,) = cells["play"].outputs
    assert "application/vnd.jupyter.widget-view+json" in shown.data


# Handing out ---------------------------------------------------------------------------------


def test_release_holds_no_line_of_any_solution_or_hidden_test(tmp_path):
    from autograder.classroom.release import SHORT

    done = run("autograder", "release", tmp_path / "out", cwd=ROOT)
    assert "solutions: the solutions and the hidden tests" in done.stdout
    hidden, inside = set(), False
    for path in (ROOT / "solutions").glob("*/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            for line in cell.source.split("\n"):
                if line.strip().startswith("### "):
                    inside = "BEGIN" in line
                elif inside and len(line.strip()) >= SHORT:
                    hidden.add(line.strip())
    assert len(hidden) > 25
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {f"{START}.ipynb", *(f"{name}.ipynb" for name in LESSONS)}
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace").replace('\\"', '"')
        for line in hidden:
            assert line not in text, f"{line} in {path}"
    names = {path.relative_to(tmp_path / "out").parts[0] for path in files}
    assert not names & {"solutions", "tests", "gradebook.db", "nbgrader_config.py", ".git", "docs"}


def test_release_with_an_answer_in_it_is_refused_and_leaves_nothing(tmp_path):
    from autograder.classroom.release import GIVEN, release

    root = tmp_path / "course"
    root.mkdir()
    for name in (*GIVEN, "solutions"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    source = root / "solutions" / LESSON / f"{LESSON}.ipynb"
    shutil.copy(source, root / "notebooks" / LESSON)
    with pytest.raises(CourseError, match="holds a line of a solution or a hidden test"):
        release(root, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(CourseError, match="name a folder that is new"):
        release(root, root)
    with pytest.raises(CourseError, match="name a folder outside of it"):
        release(root, root / "notebooks" / "out")
    (root / "install.py").unlink()
    with pytest.raises(CourseError, match="install.py is not in"):
        release(root, tmp_path / "out")


def test_a_course_that_was_handed_out_still_checks(tmp_path, monkeypatch, notebook):
    from autograder.classroom.release import release

    release(ROOT, tmp_path / "out")
    monkeypatch.setattr(self_study, "ROOT", tmp_path / "out")
    name, checks = self_study.check(notebook(solved()))
    assert sum(check["points"] for check in checks) == 10
    with pytest.raises(CourseError, match="handed out without solutions"):
        self_study.solution(notebook(solved()))
