"""The known classes as files: each is read whole, has a name of its own, and says what it is."""

import pytest
from conftest import LESSONS

from autograder.classroom import known
from autograder.classroom.error import CourseError
from autograder.classroom.known import known_class, known_classes

WRONG, RIGHT = known_classes("wrong"), known_classes("right")


def test_known_classes_have_names_of_their_own_and_enough_of_them():
    names = [entry.name for entry in [*WRONG, *RIGHT]]
    assert len({name.lower() for name in names}) == len(names)
    assert len(WRONG) >= 274 and len(RIGHT) >= 156


def test_every_wrong_class_lies_in_the_folder_of_its_mistake_and_no_right_one_in_any():
    assert all(entry.finding for entry in WRONG) and not any(entry.finding for entry in RIGHT)
    assert {entry.lesson for entry in [*WRONG, *RIGHT]} == {*range(1, len(LESSONS) + 1)}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(known, "FOLDER", tmp_path)
    (tmp_path / "wrong" / "drops_tail").mkdir(parents=True)
    return tmp_path


def test_file_is_the_text_of_a_cell_below_a_line_that_says_what_it_is(folder):
    cell = "%matplotlib inline\n!pip list\n\nclass DataGenerator\n"
    path = folder / "wrong" / "drops_tail" / "magics.py"
    path.write_text(f"# lesson 2: magics: no Python\n{cell}\n", "utf-8")
    (read,) = known_classes("wrong")
    assert (read.name, read.finding, read.lesson) == ("magics", "drops_tail", 2)
    assert read.sentence == "magics: no Python" and read.source == cell


@pytest.mark.parametrize(
    "head", ["", "class DataGenerator:", "# lesson one: no number", "# lesson 1 no colon"]
)
def test_file_that_begins_with_another_line_is_named(folder, head):
    (folder / "wrong" / "drops_tail" / "bare.py").write_text(f"{head}\n", "utf-8")
    with pytest.raises(CourseError, match="bare.py does not begin with a line such as"):
        known_classes("wrong")


def test_package_without_the_repository_says_what_is_missing(folder):
    with pytest.raises(CourseError, match="Get the whole repository"):
        known_class("floor_division")
