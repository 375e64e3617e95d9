"""Grading behind walls: the same marks for honest work, and no point that it does not deserve."""

import ctypes
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import own_course
import pytest
from attacks import ATTACKS
from commands import run
from conftest import ROOT
from engine import grade_all, grade_behind_walls, points_of, prepared
from scoring import grade
from submissions import LESSON, submit

from autograder.classroom.feedback import SafeOutputs
from autograder.classroom.known import known_class, known_classes
from autograder.classroom.preprocessors import HideTests
from autograder.grading import watch
from autograder.grading.execute import Engine, supported
from autograder.grading.rebuild import HIDDEN_FROM, instructors, rebuild

pytestmark = pytest.mark.skipif(not supported(), reason="this system cannot fork as it must")

WRONG, RIGHT = known_classes("wrong"), known_classes("right")
FLOOR = known_class("floor_division").source
HONEST = known_class("ceil_plain_slices").source
SECRET = "a-token-that-nobody-may-see"


def leave_a_key():
    """Put a token into the session keyring of this process, where there is one, as logging in does."""
    if sys.platform == "linux" and os.uname().machine == "x86_64":
        libc = ctypes.CDLL(None)
        libc.syscall(250, 1, None)
        libc.syscall(248, b"user", b"autograder-test", SECRET.encode(), len(SECRET), -3)


@pytest.fixture(scope="module")
def engine():
    os.environ["COURSE_TOKEN"] = SECRET
    leave_a_key()
    with Engine(jobs=3, cell_seconds=8) as made:
        yield made
    del os.environ["COURSE_TOKEN"]


@pytest.fixture(scope="module")
def worth(engine):
    """What the floor class is worth without any attack."""
    points = grade_behind_walls(engine, FLOOR, 1).points
    assert 0 < points < 10
    return points


@pytest.fixture(scope="module")
def attacked(engine, worth):
    """Run all attacks, each above a floor class, with an honest class after every fifth."""

    def attack(item):
        number, (name, tried) = item
        cells, names = prepared({"data-generator": tried.above(FLOOR)}, 1, tried.spoil)
        engine.run(cells, names)
        honest = grade_behind_walls(engine, HONEST, 1).points if number % 5 == 0 else 10
        return name, (cells, honest)

    with ThreadPoolExecutor(3) as pool:  # many of them wait
        return dict(pool.map(attack, enumerate(ATTACKS.items())))


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_earns_no_point_that_its_class_does_not_deserve(attacked, worth, name):
    cells, _ = attacked[name]
    assert sum(points_of(cells)) <= worth


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_sees_no_secret_and_no_file_of_the_course(attacked, name):
    notebook, _ = HideTests().preprocess(nbformat.v4.new_notebook(cells=attacked[name][0]), {})
    shown = json.dumps(
        [
            cell.get("outputs", [])
            for cell in notebook.cells
            if not cell.metadata.get("nbgrader", {}).get("grade")
        ]
    )
    assert "FOUND" not in shown and SECRET not in shown and "257, 25" not in shown


def test_honest_marks_between_attacks_are_right(attacked):
    assert {honest for _, honest in attacked.values()} == {10}


def test_nothing_is_left_of_the_attacks(engine, attacked):
    assert not os.environ.get("EVIL") and not Path("/tmp/evil").exists()
    assert not (Path.home() / "usercustomize.py").exists()
    assert (ROOT / "autograder" / "cli.py").read_text("utf-8").startswith('"""')
    family = watch.family(engine._nursery._process.pid)
    states = [Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] for pid in family]
    # with a test process for each job, and one that waits for it
    assert len([state for state in states if state != "Z"]) <= 1 + 2 * 3


def test_what_an_attack_showed_runs_in_no_browser(attacked):
    for cells, _ in attacked.values():
        notebook, _ = SafeOutputs().preprocess(nbformat.v4.new_notebook(cells=cells), {})
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                html = output.get("data", {}).get("text/html", "")
                assert "<script" not in html and "onerror" not in html
                assert "application/javascript" not in output.get("data", {})


def test_what_a_class_prints_is_shown_where_nothing_is_hidden(engine):
    said = (
        "length = DataGenerator.__len__\nDataGenerator.__len__ = lambda self: print('asked') or length(self)"
    )
    for first in (None, 1):
        cells, names = prepared({"data-generator": f"{HONEST}\n\n{said}"}, 1)
        for cell in cells:
            if first and cell.metadata.get("nbgrader", {}).get("grade"):
                cell.metadata[HIDDEN_FROM] = first
        engine.run(cells, names)
        reports = json.dumps([c.outputs for c in cells if c.metadata.get("nbgrader", {}).get("grade")])
        assert ("Your class printed" in reports) is (first is None) and "points for length" in reports


def test_there_are_attacks_enough():
    assert len(ATTACKS) + len(SPOILED) >= 50


# Spoiled notebooks ---------------------------------------------------------------------------


def each(cells, **changes):
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            for name, value in changes.items():
                cell[name] = value


def marks(cells, **changes):
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["nbgrader"].update(changes)


def ten():
    return [
        {"output_type": "execute_result", "data": {"text/plain": "10"}, "metadata": {}, "execution_count": 1}
    ]


SPOILED = {
    "tests edited": lambda cells: each(cells, source="10"),
    "outputs forged": lambda cells: each(cells, outputs=ten()),
    "points raised": lambda cells: marks(cells, points=1000),
    "tests unlocked": lambda cells: marks(cells, locked=False, solution=True),
    "tests made text": lambda cells: each(cells, cell_type="markdown"),
    "tests renamed": lambda cells: marks(cells, grade_id="mine"),
    "tests skipped": lambda cells: [c["metadata"].update(tags=["skip-execution"]) for c in cells] and None,
    "tests deleted": lambda cells: [c for c in cells if not c["metadata"].get("nbgrader", {}).get("grade")],
    "everything twice": lambda cells: [c for c in cells for _ in range(2)],
    "backwards": lambda cells: cells[::-1],
    "own graded cell": lambda cells: (
        cells
        + [
            {
                "cell_type": "code",
                "id": "x",
                "source": "10",
                "outputs": ten(),
                "metadata": {
                    "nbgrader": {
                        "grade": True,
                        "grade_id": "extra",
                        "points": 100,
                        "locked": True,
                        "solution": False,
                        "schema_version": 3,
                        "task": False,
                    }
                },
            }
        ]
    ),
    "marks of another form": lambda cells: [c["metadata"].update(nbgrader=["grade"]) for c in cells] and None,
    "ids all the same": lambda cells: [c.update(id="check-length") for c in cells] and None,
    "set-up deleted": lambda cells: [c for c in cells if c["id"] != "setup"],
    "cells without end": lambda cells: (
        cells
        + [
            {"cell_type": "code", "id": f"z{k}", "source": "1", "metadata": {}, "outputs": []}
            for k in range(3000)
        ]
    ),
    "solution after tests": lambda cells: (
        [c for c in cells if c["id"] != "data-generator"] + [c for c in cells if c["id"] == "data-generator"]
    ),
}


@pytest.mark.parametrize("how", SPOILED)
def test_spoiled_notebook_gets_what_its_class_deserves(engine, worth, how):
    assert grade_behind_walls(engine, FLOOR, 1, SPOILED[how]).points <= worth


@pytest.mark.parametrize(
    "how",
    [
        "tests edited",
        "tests deleted",
        "set-up deleted",
        "tests skipped",
        "outputs forged",
        "tests made text",
        "solution after tests",
    ],
)
def test_repaired_notebook_of_an_honest_student_loses_nothing(engine, how):
    assert grade_behind_walls(engine, HONEST, 1, SPOILED[how]).points == 10


def test_repairs_are_told():
    name = "01-the-correct-version"
    released, names = instructors(ROOT, name, name)
    assert "DataGenerator" in names
    cells = [cell for cell in json.loads(json.dumps(released)) if cell["id"] != "check-epochs"]
    each(cells, source="10")
    _, repairs = rebuild([nbformat.from_dict(cell) for cell in cells], released)
    assert repairs == [
        "The cell check-length was changed; the instructor's own was run.",
        "The cell check-batches was changed; the instructor's own was run.",
        "The cell check-epochs was missing, and was put back.",
    ]


def test_extra_cells_and_helpers_keep_working_in_their_order(engine):
    def split(cells):
        place = next(k for k, cell in enumerate(cells) if cell["id"] == "data-generator")
        helper = {
            "cell_type": "code",
            "id": "h",
            "metadata": {},
            "outputs": [],
            "source": "def up(n, b):\n    return -(-n // b)",
        }
        return [*cells[:place], helper, *cells[place:]]

    source = FLOOR.replace("len(self.data) // self.batch_size", "up(len(self.data), self.batch_size)")
    assert grade_behind_walls(engine, source, 1, split).points == 10


# The same marks ------------------------------------------------------------------------------


APART = {"never_ends"}
"""What is slow."""


def test_marks_behind_walls_are_those_of_one_kernel_point_by_point(engine):
    """Every 160th known class; with COMPARE_EVERY=1 in the environment all of them."""
    step = int(os.environ.get("COMPARE_EVERY", "160"))
    sample = [*WRONG[::step], *RIGHT[::step]]
    behind = grade_all(engine, [e for e in sample if e.finding not in APART], jobs=3)
    differences = {}
    for entry in sample:
        if entry.finding not in APART:
            alone = grade(entry.source, entry.lesson, entry.cell).marks
            if behind[entry.name].marks != alone:
                differences[entry.name] = behind[entry.name].marks, alone
    assert differences == {}


ORDINARY = """
x, y = np.arange(10.0), np.arange(10)
gen = DataGenerator(x, y, 4)
assert len(DataGenerator(x, y, 4)) == 3
assert isinstance(gen, tf.keras.utils.Sequence) and gen.batch_size == 4
assert gen[2][0].tolist() == [8, 9]
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mse")
history = model.fit(DataGenerator(x[:, None], y), verbose=0)
try:
    DataGenerator(x)
except TypeError as error:
    print("TypeError")
"""


def test_ordinary_test_cells_of_an_instructor_run_unchanged(engine):
    cells, names = prepared({"data-generator": HONEST}, 1)
    for cell in cells:
        if cell.id == "check-length":
            cell.source = ORDINARY
            cell.metadata["nbgrader"]["points"] = 1
    engine.run(cells, names)
    outputs = next(cell.outputs for cell in cells if cell.id == "check-length")
    assert {o.output_type for o in outputs} == {"stream"}
    assert [o.text for o in outputs if o.name == "stdout"] == ["TypeError\n"]


def test_dead_and_endless_cells_do_not_stop_the_rest(engine):
    for extra, words in (
        ("import os\nos._exit(1)", "ended the Python process"),
        ("while True:\n    pass", "still running after 8 s"),
    ):
        cells, names = prepared({"data-generator": HONEST, "run-asks": extra}, 1)
        engine.run(cells, names)
        shown = {cell.id: cell.get("outputs") for cell in cells}
        assert words in shown["run-asks"][0].evalue
        assert told(cells) == []


def told(cells):
    """What the three checks of lesson 1 found, with its lines."""
    from autograder.classroom.submission import checks_in

    checks = checks_in({"cells": cells})
    assert len(checks) == 3
    return [(check["finding"], check["lines"]) for check in checks if check["finding"]]


def test_an_answer_that_was_given_up_is_not_taken_for_the_next_one():
    import threading

    from autograder.grading.link import Link
    from autograder.grading.wire import Channel, pair

    ours, theirs = map(Channel, pair())

    def student():
        first, _ = theirs.receive(5)
        theirs.send({"number": first["number"] - 1, "how": "value", "value": "late"})
        theirs.send({"number": first["number"], "how": "value", "value": "right"})

    thread = threading.Thread(target=student)
    thread.start()
    assert Link(ours).ask("asking", "len", 0) == "right"
    thread.join()


def test_a_message_that_came_in_part_is_read_to_its_end_later():
    from autograder.grading.wire import Channel, Gone, pair

    ours, theirs = map(Channel, pair())
    theirs.send({"word": "whole"}, [b"body"])
    message = ours.sock.recv(1000)
    theirs.sock.sendall(message[:11])
    with pytest.raises(Gone, match="no answer in time"):
        ours.receive(0.05)
    theirs.sock.sendall(message[11:])
    assert ours.receive(1) == ({"word": "whole", "sizes": [4]}, [b"body"])


def test_a_large_message_arrives_whole_and_the_next_one_after_it():
    import threading

    from autograder.grading.pipes import pair
    from autograder.grading.wire import LARGE, Channel, Gone

    ours, theirs = map(Channel, pair())
    parts = [bytes(range(256)) * (LARGE // 64), b"", b"end"]

    def student():
        theirs.send({"word": "large"}, parts)
        theirs.send({"word": "small"}, [b"body"])

    thread = threading.Thread(target=student)
    thread.start()
    with pytest.raises(Gone, match="no answer in time"):
        ours.receive(0)
    head, received = ours.receive(5)
    assert head["word"] == "large" and [bytes(part) for part in received] == parts
    assert ours.receive(5)[1] == [b"body"]
    thread.join()


DIES = (
    HONEST.replace("def __getitem__(self, ", "def __getitem__(self, *more, ")
    + """

class DataGenerator(DataGenerator):
    def __getitem__(self, index):
        import os
        os._exit(3)
"""
)


def test_a_class_that_ends_its_process_keeps_the_points_that_it_earned(engine):
    cells, names = prepared({"data-generator": DIES}, 1)
    ran = engine.run(cells, names)
    assert points_of(cells)[0] == 3 and "class_missing" not in dict(told(cells))
    assert "The class ended its Python process, or gave no answer in time." in ran.stopped


def test_a_scratch_cell_that_ends_python_costs_the_class_above_it_nothing(engine):
    for extra, words in (
        ("import os\nos._exit(1)", "A cell ended the Python process it ran in."),
        ("while True:\n    pass", "A cell was still running after 8 s"),
    ):
        cells, names = prepared({"data-generator": HONEST, "article-data": extra}, 1)
        cells.insert([c.id for c in cells].index("data-generator") + 1, nbformat.v4.new_code_cell(extra))
        ran = engine.run(cells, names)
        assert told(cells) == [] and ran.stopped[0].startswith(words)


def test_files_beside_the_notebook_are_there_for_its_cells(engine, tmp_path):
    from autograder.grading.beside import files_beside

    (tmp_path / "helpers").mkdir()
    (tmp_path / "helpers" / "sizes.py").write_text("def up(n, b):\n    return -(-n // b)\n")
    (tmp_path / "numpy.py").write_text("raise ImportError('this is not NumPy')\n")
    (tmp_path / "secret").symlink_to(ROOT / "README.md")
    (tmp_path / "work.ipynb").write_text("{}")
    os.mkfifo(tmp_path / "pipe")
    files, notes = files_beside(tmp_path)
    assert sorted(files) == ["helpers/sizes.py", "numpy.py"]
    assert notes == [
        "pipe is no ordinary file, and was left out.",
        "secret is no ordinary file, and was left out.",
    ]
    source = "from helpers.sizes import up\n" + FLOOR.replace(
        "len(self.data) // self.batch_size", "up(len(self.data), self.batch_size)"
    )
    cells, names = prepared({"data-generator": source}, 1)
    engine.run(cells, names, files)
    assert told(cells) == []


TRIES = """
import os, pathlib, socket
for attempt in (
    lambda: socket.create_connection(("192.0.2.1", 80), timeout=1),
    lambda: open("/usr/evil", "w"),
    lambda: pathlib.Path("/srv/course/gradebook.db").read_bytes(),
    lambda: os.kill(2, 9),
):
    try:
        attempt()
    except OSError:
        pass
open("mine.txt", "w").write("allowed")
"""


def test_what_a_notebook_tried_and_could_not_is_told(engine):
    cells, names = prepared({"data-generator": f"{TRIES}\n{HONEST}"}, 1)
    ran = engine.run(cells, names)
    assert told(cells) == [] and ran.seconds > 0 and ran.stopped == []
    assert ran.tried == [
        "It tried to reach the network: 192.0.2.1.",
        "It tried to reach the network: ('192.0.2.1', 80).",
        "It tried to write /usr/evil.",
        "It tried to read /srv/course/gradebook.db.",
        "It tried to send a signal to process 2.",
    ]


def test_an_honest_notebook_tried_nothing(engine):
    cells, names = prepared({"data-generator": HONEST}, 1)
    ran = engine.run(cells, names)
    assert ran.stopped == ran.tried == []


# A run of a class ----------------------------------------------------------------------------


def test_run_that_was_killed_goes_on_and_ends_with_the_same_gradebook(tmp_path):
    import random
    import shutil
    import signal
    import time

    cells = [
        own_course.solution("double", "def double(n):\n    return 2 * n"),
        own_course.graded("t-double", "assert double(2) == 4 and double(3) == 6", 3),
    ]
    roots = [tmp_path / "whole", tmp_path / "killed"]
    own_course.write_course(roots[0], "ps", {"nb": cells})
    run("nbgrader", "generate_assignment", "ps", cwd=roots[0])
    released = json.loads((roots[0] / "release" / "ps" / "nb.ipynb").read_text("utf-8"))["cells"]
    for k in range(8):
        answer = f"import time\ntime.sleep(0.3)\n\n\ndef double(n):\n    return {2 if k % 3 else 'n'} * n"
        own_course.hand_in(roots[0], f"student{k}", "ps", "nb", released, {"double": answer})
    shutil.copytree(*roots)
    command = [Path(sys.executable).parent / "autograder", "grade", "ps"]
    subprocess.run(command, cwd=roots[0], check=True, capture_output=True)
    chance = random.Random(7)
    for most in (0, 2, 5):  # killed at a random moment after so many were graded
        process = subprocess.Popen(
            command, cwd=roots[1], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        until = time.monotonic() + 60
        while len(list(roots[1].glob("autograded/*/*/*.ipynb"))) < most and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.4))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    last = subprocess.run(command, cwd=roots[1], check=True, capture_output=True, text=True)
    assert re.search("[0-8] graded, [0-8] unchanged", last.stdout)
    found = [{name: score.points for name, score in own_course.scores(root, "ps").items()} for root in roots]
    assert found[0] == found[1] and sorted(found[0].values()) == [0, 0, 0, 3, 3, 3, 3, 3]
    again = subprocess.run(command, cwd=roots[1], check=True, capture_output=True, text=True)
    assert "0 graded, 8 unchanged" in again.stdout


def test_folder_that_a_killed_run_left_half_made_is_graded_again(course, tmp_path):
    import shutil

    from autograder.classroom.course import Course
    from autograder.classroom.gradebook import Mark
    from autograder.classroom.submission import Submission

    lesson = "01-the-correct-version"
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "one", lesson=lesson)
    made = Submission(Course(root).assignment(lesson), "one")
    made.before.marks["some", "cell"] = Mark(1.0, most=1.0)
    made.open()
    assert made.is_due
    graded = root / "autograded" / "one" / lesson
    graded.mkdir(parents=True)
    notebook = graded / f"{lesson}.ipynb"
    for note, due in (
        ("", True),
        ('{"metadata": {}}', True),
        (f'{{"metadata": {{"sequence_lessons": {{"content": "{made.content}"}}}}}}', True),
        (f'{{"metadata": {{"sequence_lessons": {{"content": "{made.content}", "finished": true}}}}}}', False),
        ('{"metadata": {"sequence_lessons": {"content": "another", "finished": true}}}', True),
    ):
        notebook.write_text(note)
        assert made.is_due is due


def test_walls_that_are_missing_stop_a_run_that_requires_them(course, monkeypatch):
    from autograder.classroom.course import Course
    from autograder.classroom.error import CourseError

    submit(course, "someone")
    with pytest.raises(CourseError, match="not to be had here: moat"):
        Course(course).grade(LESSON, walls=("moat",))
    import shutil

    shutil.rmtree(course / "submitted")
