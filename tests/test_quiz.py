"""Questions that are answered by choosing or typing, and how far somebody is."""

import json
from types import SimpleNamespace

import pytest

from autograder.lesson import progress, quiz

CHOSEN = "How many batches do 10 samples in batches of 4 make?"
CHOICES = ("two", "three", "four")
SEALED = quiz.seal(CHOSEN, "three")


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """The folder of a lesson, with its notebook, in which a learner sits."""
    folder = tmp_path / "01-a-lesson"
    folder.mkdir()
    cells = [
        {"source": [f'ask("…", sealed="{SEALED}")\n', 'ask("…", sealed="0123456789")'], "metadata": {}},
        {"source": "check()", "metadata": {"nbgrader": {"grade": True, "points": 3}}},
    ]
    (folder / f"{folder.name}.ipynb").write_text(json.dumps({"cells": cells}))
    monkeypatch.chdir(folder)
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(kernel=None))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return folder


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("three", True),
        ("b", True),
        ("B", True),
        (" Three ", True),
        ("`three`", True),
        ("two", False),
        ("z", False),
        ("", False),
        (None, False),
        (2, False),
    ],
)
def test_choice_is_right_by_its_words_or_its_letter(answer, right, capsys):
    quiz.ask(CHOSEN, *CHOICES, sealed=SEALED, answer=answer, look="Look at the figure.")
    said = capsys.readouterr().out
    assert ("✓ Right." in said) is right and ("Look at the figure." in said) is not right


@pytest.mark.parametrize("answer", [104, 104.0, "104", " 104 ", "104.0"])
def test_number_is_right_however_it_is_typed(answer, capsys):
    quiz.ask("How many?", sealed=quiz.seal("How many?", 104), answer=answer)
    assert "✓ Right." in capsys.readouterr().out


def test_question_without_widgets_says_how_to_answer(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ipywidgets", None)
    shown = quiz.Question(CHOSEN, CHOICES, SEALED, "")._repr_mimebundle_()
    assert set(shown) == {"text/plain"}
    for words in (CHOSEN, "b) three", 'answer="a"'):
        assert words in shown["text/plain"]


@pytest.mark.parametrize(("choices", "wrong", "right"), [(CHOICES, "two", "three"), ((), "2", "three")])
def test_widget_says_at_once_whether_an_answer_is_right(choices, wrong, right):
    question = quiz.Question(CHOSEN, choices, SEALED, "Look <again>.")
    assert "application/vnd.jupyter.widget-view+json" in question._repr_mimebundle_()
    asked, field, said = question._widget().children
    assert CHOSEN in asked.value and said.value == ""
    field.value = wrong
    assert "✗ Not yet. Look &lt;again&gt;." in said.value and "role='status'" in said.value
    field.value = right
    assert "✓ Right." in said.value


@pytest.mark.parametrize(
    ("answer", "right", "words"),
    [
        (4, 4, "✓ Right"),
        (5, 4, "it is 4. What explains it?"),
        (..., 4, "dots are still there"),
        ([0, 4, 8], [0, 4, 8], "✓ Right"),
        ([0, 4], [0, 4, 8], "✗"),
        ([0, ..., 8], [0, 4, 8], "dots"),
        ((0, 4), [0, 4], "✓ Right"),
        ("IndexError", "IndexError", "✓ Right"),
        (None, 4, "✗"),
    ],
)
def test_answer_is_set_beside_the_right_one(answer, right, words, capsys):
    quiz.check_answer("Batches", answer, right)
    assert words in capsys.readouterr().out


def test_right_answers_and_points_are_kept_beside_the_lessons(lesson, monkeypatch, capsys):
    quiz.ask(CHOSEN, *CHOICES, sealed=SEALED, answer="two")
    assert not (lesson.parent / progress.FILE).exists()
    quiz.ask(CHOSEN, *CHOICES, sealed=SEALED, answer="b")
    quiz.ask(CHOSEN, *CHOICES, sealed=SEALED, answer="two")  # once right is enough
    progress.note_points("length", 2, 3)
    (lesson.parent / "00-start").mkdir()
    monkeypatch.chdir(lesson.parent / "00-start")
    shown = progress.progress()
    assert repr(shown) == "01-a-lesson: 1 of 2 questions, 2 of 3 points"
    assert "<td>1 of 2</td><td>2 of 3 points</td>" in shown._repr_html_()
    assert [path.name for path in lesson.parent.iterdir() if path.is_file()] == [progress.FILE]


def test_nothing_is_written_where_nobody_sits_or_a_notebook_is_graded(lesson, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    progress.note_points("length", 3, 3)
    monkeypatch.delenv("NBGRADER_EXECUTION")
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    progress.note_points("length", 3, 3)
    assert not (lesson.parent / progress.FILE).exists()


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        "{",
        '{"01-a-lesson": 3}',
        '{"01-a-lesson": {"points": [1]}}',
        '{"01-a-lesson": {"points": {"a": [null, 1], "b": 3}}}',
    ],
)
def test_damaged_file_counts_as_nothing_done(lesson, damaged):
    (lesson.parent / progress.FILE).write_text(damaged)
    assert repr(progress.Progress(lesson.parent)) == "01-a-lesson: 0 of 2 questions, 0 of 3 points"
    progress.note_points("length", 3, 3)
    assert repr(progress.Progress(lesson.parent)).endswith("3 of 3 points")


def test_folder_without_lessons_says_so(tmp_path):
    assert repr(progress.Progress(tmp_path)) == "No lessons stand beside this notebook."
