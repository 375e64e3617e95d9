"""The lessons: released as nbgrader makes them, run from top to bottom, and what they claim."""

import ast
import json
import math
import re
import shutil

import nbformat
import pytest
from conftest import LESSONS, POINTS, ROOT, START
from jupyter_core.utils import run_sync
from nbclient import NotebookClient

from autograder.lesson.progress import FILE, Progress
from autograder.lesson.quiz import seal
from autograder.sequence.samples import striped_images

FILES = LESSONS.index("05-files-and-your-own-generator")


def path_of(kind, lesson):
    return ROOT / kind / lesson / f"{lesson}.ipynb"


def tree(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts and path.name != FILE
    }


def test_notebooks_are_byte_for_byte_what_generate_makes_of_solutions(course):
    assert tree(ROOT / "notebooks") == tree(course / "notebooks")


def test_the_comparison_of_releases_can_fail(course, tmp_path):
    changed = tmp_path / "notebooks"
    shutil.copytree(course / "notebooks", changed)
    file = changed / LESSONS[0] / f"{LESSONS[0]}.ipynb"
    file.write_bytes(file.read_bytes().replace(b"Predict", b"predict", 1))
    assert tree(changed) != tree(course / "notebooks")
    file.unlink()
    assert tree(changed) != tree(course / "notebooks")


@pytest.mark.parametrize("kind", ["solutions", "notebooks"])
@pytest.mark.parametrize("lesson", [START, *LESSONS])
def test_notebook_is_valid_and_holds_no_outputs(kind, lesson):
    notebook = nbformat.read(path_of(kind, lesson), as_version=4)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    for cell in notebook.cells:
        assert not cell.get("outputs") and cell.get("execution_count") is None
        marks = cell.metadata.get("nbgrader")
        assert marks is None or marks.grade_id == cell.id


@pytest.mark.parametrize("lesson", LESSONS)
def test_release_holds_no_line_of_solution_or_hidden_test(lesson):
    released = path_of("notebooks", lesson).read_text("utf-8")
    hidden, inside = [], False
    for cell in nbformat.read(path_of("solutions", lesson), as_version=4).cells:
        for line in cell.source.split("\n"):
            if "### BEGIN" in line or "### END" in line:
                inside = "### BEGIN" in line
            elif inside and len(line.strip()) > 12:
                hidden.append(line.strip())
    assert len(hidden) > 4
    for line in hidden:
        assert json.dumps(line, ensure_ascii=False)[1:-1] not in released, line


@pytest.mark.parametrize("lesson", LESSONS)
def test_lesson_has_the_frame_that_a_learner_knows(lesson):
    cells = nbformat.read(path_of("solutions", lesson), as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    headings = re.findall(r"(?m)^(#+) (.*)", text)
    assert [level for level, _ in headings].count("#") == 1 and headings[0][1].endswith("?")
    levels = [len(level) for level, _ in headings]
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:]))
    hints = next(cell.source for cell in cells if cell.id == "hints")
    assert hints.count("<details>") == 3 == hints.count("</details>")
    assert text.count("<details>") == 3 == text.count("</details>")
    for part in (
        "Predict",
        "Explain",
        "Worked",
        "Part-way",
        "Exercise",
        "Break it",
        "Key points",
        "yourself",
    ):
        assert part in text, part
    before = text[: text.index("## Exercise")]
    assert before.count("### Small exercise") + before.count("## Part-way") >= 2
    assert sum("ask(" in cell.source for cell in cells[ids(cells).index("key-points") :]) == 3
    assert not re.search(r"\b(simply|just|obviously|easy|easily)\b", text, re.I)
    assert not re.search(r"!\[\s*\]", text), "an image without alternative text"
    for cell in cells:
        if cell.cell_type == "code":
            ast.parse(cell.source)
            if not cell.metadata.get("nbgrader", {}).get("solution"):
                assert cell.source.count("\n") < 20, cell.id


def ids(cells):
    return [cell.id for cell in cells]


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_is_not_run_everywhere_defines_no_function_and_no_class(lesson):
    """A demonstration is left out by Validate and by the grader; a student's class may use what it defines."""
    for cell in nbformat.read(path_of("solutions", lesson), as_version=4).cells:
        if "skip-execution" in cell.metadata.get("tags", ()):
            kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
            assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.AsyncFunctionDef}, cell.id


QUESTIONS = {
    LESSONS[0]: {
        "question-last": 1000 - 31 * 32,
        "question-counter": "It is called before the first epoch too, and in any order.",
        "question-frozen": "At the last layer and the loss.",
    },
    LESSONS[1]: {
        "question-length": "(n + b - 1) // b",
        "question-unfamiliar": "The last slice ends one sample too early.",
        "question-most-lost": 10 - len(set(striped_images(1000).labels[:501].tolist())),
        "question-left-over": 1000 % 128,
        "question-shuffled": "Other samples are left out, still the same ones in every epoch.",
        "question-one-line": "len(model.predict(gen)) beside len(labels)",
    },
    LESSONS[2]: {
        "question-unequal": "in __init__",
        "question-text": "in __getitem__",
        "question-slices": "Never.",
        "question-unknown": "The line that begins with the name of the original exception.",
        "question-continue": "Nobody.",
    },
    LESSONS[3]: {
        "question-draw": "self.order = self.rng.permutation(n)",
        "question-unfamiliar": "The last samples never leave their places.",
        "question-who": "No, unless the class shuffles them.",
        "question-epoch": "Every epoch has the same order.",
        "question-predict": "comparing model.predict(gen) with the labels",
    },
    LESSONS[FILES]: {
        "question-a": "labels = self.labels[: len(names)]",
        "question-d": "Let the exception go on.",
        "question-workers": 3,
        "question-cache": "Mirror the array in the cache, in place.",
        "question-handle": "In __getitem__.",
    },
}
"""The right answers, of which the notebooks hold the seals: {lesson: {cell: answer}}."""


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_question_has_one_right_answer_and_says_where_to_look(lesson):
    asked = {}
    for cell in nbformat.read(path_of("solutions", lesson), as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith("ask("):
            call = ast.parse(cell.source).body[0].value
            texts = [ast.literal_eval(text) for text in call.args]
            asked[cell.id] = texts, {word.arg: ast.literal_eval(word.value) for word in call.keywords}
    assert set(asked) == set(QUESTIONS[lesson])
    for name, right in QUESTIONS[lesson].items():
        (question, *choices), words = asked[name]
        assert words["sealed"] == seal(question, right) and words["look"]
        assert not choices or choices.count(right) == 1 < len(choices)


def test_progress_counts_the_questions_and_points_of_all_lessons():
    rows = {name: (asked, points) for name, _, asked, _, points in Progress(ROOT / "notebooks").rows}
    assert rows == {lesson: (len(QUESTIONS[lesson]), points) for lesson, points in POINTS.items()}


def test_graded_cells_have_a_visible_part_and_hidden_numbers():
    for lesson in LESSONS:
        points = 0
        for cell in nbformat.read(path_of("notebooks", lesson), as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                points += cell.metadata.nbgrader.points
                assert "check_" in cell.source and "HIDDEN" not in cell.source
        assert 10 <= points <= 12
        solution = path_of("solutions", lesson).read_text("utf-8")
        assert solution.count("BEGIN HIDDEN TESTS") >= 3


# What the lessons claim ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Run every solution notebook, demonstrations too: {lesson: {cell id: text it showed}}.

    One kernel runs them all, each with no names: to import TensorFlow takes longer than some of them.
    """
    shown, folder = {}, tmp_path_factory.mktemp("run")  # not where the progress would be noted
    kernel = NotebookClient(nbformat.v4.new_notebook(), kernel_name="python3").create_kernel_manager()
    for lesson in LESSONS:
        path = path_of("solutions", lesson)
        notebook = nbformat.read(path, as_version=4)
        notebook.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
        client = NotebookClient(
            notebook,
            km=kernel,
            timeout=300,
            iopub_timeout=60,
            skip_cells_with_tag="",
            resources={"metadata": {"path": str(folder)}},
        )
        client.execute()
        shown[lesson] = {}
        for cell in notebook.cells:
            parts = []
            for output in cell.get("outputs", []):
                assert output.output_type != "error"
                assert output.get("name") != "stderr", f"{lesson} {cell.id}: {output.text}"
                data = output.get("data", {})
                parts.append(output.get("text", "") or data.get("text/plain", ""))
                if "text/html" in data and "<img" in data["text/html"]:
                    alt = re.search(r'alt="([^"]{40,})"', data["text/html"])
                    assert alt, f"{lesson} {cell.id}: a figure without its sentence"
            shown[lesson][cell.id] = "".join(parts)
    run_sync(kernel.shutdown_kernel)(now=True)
    return shown


def numbers(text):
    return [float(number) for number in re.findall(r"-?\d+\.\d+|-?\d+", text)]


def test_lesson_1_fit_asks_eight_times_for_three_batches_in_two_epochs(said):
    text = said[LESSONS[0]]["run-asks"]
    assert "measured 8" in text
    assert text.count("'batch 2'") == 2 and text.count("'batch 0'") == 3
    assert text.count("end of epoch") == 3
    assert "[0. 1. 2. 3. 4. 5. 6. 7. 8. 9.]" in said[LESSONS[0]]["print-samples"]
    assert "x[8:12]: measured [8, 9]" in said[LESSONS[0]]["run-slices"]
    assert said[LESSONS[0]]["run-worked"] == "7 samples in 4 batches, the last of 1: each served once."
    assert "'ellipsis'" in said[LESSONS[0]]["try-part-way"]


def test_lesson_1_loss_by_name_freezes_at_ln_10_and_falls_from_logits(said):
    frozen = numbers(said[LESSONS[0]]["article-loss"].split("ln 10")[0])
    assert frozen[1:] == [round(math.log(10), 3)] * 9
    falling = numbers(said[LESSONS[0]]["article-fixed"])
    assert all(b < a for a, b in zip(falling, falling[1:])) and falling[-1] < 1.5
    assert "super().__init__(**kwargs)" in said[LESSONS[0]]["article-super"]


def test_lesson_2_floor_takes_31_steps_and_misses_the_same_8_samples(said):
    text = said[LESSONS[1]]["run-floor"]
    assert "fit fails: measured False" in text
    assert "Steps in one epoch: measured 31" in text and "never served: measured 8" in text
    missing = str(list(range(992, 1000))).replace(",", "")
    assert text.count(missing) == 2
    assert "992 of 1,000" in said[LESSONS[1]]["show-floor"]


def test_lesson_2_the_class_in_the_tail_is_never_learnt_and_no_number_shows_it(said):
    fit, evaluated, last = (
        float(line.rsplit(" ", 1)[-1].rstrip("."))
        if "measured" not in line
        else float(re.search(r"measured ([\d.]+\d)", line)[1])
        for line in said[LESSONS[1]]["run-class"].strip().split("\n")
    )
    assert fit >= 0.99 and evaluated >= 0.99 and last == 0.0
    assert said[LESSONS[1]]["run-rows"].strip() == "predict: 992 rows for 1000 labels"
    assert numbers(said[LESSONS[1]]["run-class-more"])[-1] > 0.9
    assert "left out: measured 232" in said[LESSONS[1]]["run-lost"]
    assert "Classes never seen: measured 3" in said[LESSONS[1]]["run-lost"]


def test_lesson_2_the_figure_tells_the_fault_of_the_unfamiliar_class(said):
    text = said[LESSONS[1]]["show-unfamiliar"]
    assert text == "10 samples in batches of 4: 3 batches, 9 of 10 samples served; sample 9 never."
    source = "\n".join(said[LESSONS[1]][name] for name in ids_before(LESSONS[1], "unfamiliar-source"))
    assert (
        "len(self.data) - 1" not in source and "len(self.data) - 1" in said[LESSONS[1]]["unfamiliar-source"]
    )


def test_lesson_2_of_four_lengths_one_is_right_for_every_n_and_b(said):
    rows = [numbers(line)[2:] for line in said[LESSONS[1]]["try-four"].strip().split("\n")[1:]]
    assert [all(row[0] == row[k] for row in rows) for k in (1, 2, 3, 4)] == [False, False, True, False]


def test_lesson_2_only_zero_and_no_int_are_loud(said):
    *lines, counted = said[LESSONS[1]]["run-loud"].strip().split("\n")
    assert [line.endswith("stops") for line in lines] == [True, True, False, False, False]
    assert "measured 2" in counted


def test_lesson_3_except_never_runs_and_slices_past_the_end_are_empty(said):
    assert "The except ran: measured 0" in said[LESSONS[2]]["run-caught"]
    assert "(0, 2) (0, 2)" in said[LESSONS[2]]["run-caught"]
    assert said[LESSONS[2]]["run-none"].startswith("InvalidArgumentError")
    assert "the yielded element was None" in said[LESSONS[2]]["run-none"]


def test_lesson_3_an_exception_changes_its_type_but_keeps_its_words(said):
    text = said[LESSONS[2]]["run-type"]
    assert "Bad batch 15: measured UnknownError" in text
    assert "Bad batch 0: measured IndexError" in text
    assert "IndexError: batch 15 cannot be read" in said[LESSONS[2]]["read-type"]


def test_lesson_3_wrong_content_stops_fit_at_that_batch_or_anywhere_when_shuffled(said):
    assert "Steps in order: measured 15" in said[LESSONS[2]]["run-late"]
    assert "Always the same when shuffled: measured False" in said[LESSONS[2]]["run-late"]
    assert said[LESSONS[2]]["show-late"].startswith("in order: 15 of 32 steps; shuffled, seed 0: ")
    assert "300 of 400 samples served" in said[LESSONS[2]]["show-stop"]


def test_lesson_3_unequal_lengths_and_text_are_told_early_and_by_name(said):
    assert "fit raises InvalidArgumentError" in said[LESSONS[2]]["run-early"]
    assert "at once: 10 labels too few" in said[LESSONS[2]]["run-early"]
    kinds = [line.split()[-1] for line in said[LESSONS[2]]["run-numbers"].strip().split("\n")]
    assert kinds == ["True", "True", "False", "False"]
    assert "batch" not in said[LESSONS[2]]["run-text"]


def test_lesson_3_another_batch_instead_is_noticed_by_nobody(said):
    text = said[LESSONS[2]]["run-instead"]
    assert "fit notices: measured False" in text and "never seen: measured 32" in text
    assert "samples 480 to 511 never; samples 448 to 479 more than once" in text


def test_lesson_3_one_shard_cannot_be_read(said):
    lines = said[LESSONS[2]]["read-files"].strip().split("\n")
    assert len(lines) == 5 and [line for line in lines if "ValueError" in line] == [lines[3]]
    assert "batch 3: cannot read shard_3.npy" in said[LESSONS[2]]["run-worked"]


def test_lesson_4_fit_moves_whole_batches_and_sorted_labels_stay_together(said):
    shown = said[LESSONS[3]]
    assert "right behind sample 0: measured True" in shown["run-fit"]
    assert "epoch 3: whole batches changed places." in shown["show-fit"]
    assert re.findall(r"measured (\d+)", shown["run-sorted"]) == ["2", "2", "10"]
    in_order, by_fit, by_class = numbers(shown["run-one-epoch"])
    assert in_order < 40 and by_fit < 60 and by_class > 90


def test_lesson_4_the_first_epoch_is_shuffled_and_labels_left_behind_are_not_noticed(said):
    shown = said[LESSONS[3]]
    assert "samples 0 to 3: measured False" in shown["run-first"]
    assert "epoch 1, epoch 2, epoch 3: samples changed places." in shown["show-first"]
    assert re.findall(r"measured ([\w.]+\w)", shown["run-alone"]) == ["False", "0.1", "False"]
    assert "labels belong to other samples in epoch 1" in shown["show-alone"]
    assert shown["try-draws"].count("16 of 16 samples") == 1


def test_lesson_4_a_seed_for_everybody_is_disturbed_and_predict_has_another_order(said):
    shown = said[LESSONS[3]]
    assert "np.random.seed: measured False" in shown["run-seed"]
    assert "of its own: True" in shown["run-seed"] and "dots are still there" in shown["try-part-way"]
    assert re.findall(r"measured ([\d.]+\d)", shown["run-validation"]) == ["1.0", "0.1"]


def test_lesson_4_weights_follow_the_rows_or_count_for_others(said):
    *losses, both = said[LESSONS[3]]["run-weights"].strip().split("\n")
    in_order, shuffled, by_rows, in_place = (numbers(line)[-1] for line in losses)
    assert in_order == shuffled == by_rows != in_place and "at the same time" in both
    assert re.findall(r"measured ([\d.]+\d)", said[LESSONS[3]]["run-missed"]) == ["0.4", "0.05"]


def test_lesson_4_the_figure_does_not_name_the_fault_of_the_unfamiliar_class(said):
    assert said[LESSONS[3]]["show-unfamiliar"].endswith("epoch 1, epoch 2, epoch 3: samples changed places.")
    assert "[:count]" in said[LESSONS[3]]["unfamiliar-source"]
    above = "\n".join(said[LESSONS[3]][name] for name in ids_before(LESSONS[3], "unfamiliar-source"))
    assert "[:count]" not in above


def test_lesson_5_a_missing_file_is_told_late_and_by_its_path(said):
    text = said[LESSONS[FILES]]["run-missing"]
    assert "You hear of it: measured during" in text and "names the file: measured True" in text
    assert "Steps before it stopped: 3" in text
    assert "it is 1." in said[LESSONS[FILES]]["try-missing"]
    assert said[LESSONS[FILES]]["leave-out"].startswith("40 ids with 40 labels")


def test_lesson_5_what_is_written_into_the_cache_adds_up(said):
    text = said[LESSONS[FILES]]["run-bright"]
    assert numbers(text.split("]")[0]) == [round(1.1**k, 2) for k in range(1, 11)]
    assert "names the id: measured False" in said[LESSONS[FILES]]["run-size"]
    assert "{'a list': True, 'a path': True, 'an open file': False" in said[LESSONS[FILES]]["run-copied"]


def test_lesson_5_python_code_of_four_threads_takes_as_long_as_that_of_one(said):
    text = said[LESSONS[FILES]]["run-workers"]
    assert "Computing: less than 1.2 s: measured False" in text
    assert said[LESSONS[FILES]]["show-workers"].startswith("waiting, workers=1: ")


def test_lesson_5_each_stranger_and_each_fault_of_the_loader_has_its_name(said):
    shown = said[LESSONS[FILES]]
    assert "nothing wrong was found" in shown["diagnose-reader"] + shown["diagnose-yours"]
    for letter, name in zip("abcd", ("misaligned", "draws at random", "never written", "skips items")):
        assert name in shown[f"diagnose-{letter}"]
        assert f"Stranger{letter.upper()}" in shown["strangers-source"]
    assert "on_epoch_end puts self.ids" in shown["diagnose-broken"]
    assert "buffer reused" in shown["diagnose-broken"] and "4 never" in shown["diagnose-broken"]


OPEN = {
    (0, "run-asks"): ("Eight times", "measured 8\\b", "looks at batches 0 and 1"),
    (0, "run-slices"): (r"\[8,? 9\]", "stops where the samples stop"),
    (1, "run-floor"): (
        "No error, no warning",
        "31 steps|measured 31|31 whole",
        "992",
        "never served: measured 8|last 8 samples",
        "never stops|silent",
    ),
    (1, "run-class"): ("never seen the last class", "look perfect", "does not tell either"),
    (1, "run-loud"): ("Two are loud", "measured 2\\b", "no int"),
    (1, "run-lost"): ("measured 232", "measured 3\\b"),
    (2, "run-caught"): ("raises nothing", "Slices do not raise", "measured 0\\. You", r"\(0, 2\)"),
    (2, "run-type"): ("UnknownError", "changes its type", "arrives as it is"),
    (2, "run-late"): ("measured 15", "number of steps is the index", "at another place"),
    (2, "run-instead"): ("968 of 1,000", "measured 32\\b"),
    (3, "run-fit"): (
        "orders? (of )?the batches",
        "whole batches change",
        "always come together",
        "right behind sample 0: measured",
    ),
    (3, "run-sorted"): ("measured 10\\b", "a single class teaches", "to move whole batches around"),
    (3, "run-first"): (
        "Every sample kept its label",
        "shuffled first epoch",
        "epoch 3: samples changed places",
    ),
    (3, "run-alone"): ("under a second name", "one in ten, a guess", "measured 0\\.1"),
    (3, "run-seed"): ("that everybody shares", "belongs to one object", "np.random.seed: measured"),
    (3, "run-validation"): ("`predict` calls", "rows come in another order", "validation data without"),
    (3, "run-missed"): ("measured 0\\.4", "measured 0\\.05"),
    (FILES, "run-missing"): (
        "measured during",
        "file: measured True",
        "Nobody opens a file",
        "words tell the path",
    ),
    (FILES, "run-bright"): (r"measured 2\.59", "where the last one ended", "works on a copy"),
    (FILES, "run-wait"): ("the slower of the two", "reads ahead"),
    (FILES, "run-workers"): (
        "Computing: less than 1.2 s: measured False",
        "one at a time runs",
        "processes help",
    ),
    (FILES, "run-copied"): ("copied: measured 2", "keep lists and paths", "'a lambda': False"),
    (FILES, "run-size"): ("names the id: measured False", "NumPy knows no ids", "must have the same shape"),
}
"""What a learner predicts, by the cell that shows it, and words of which each gives it away."""


def ids_before(lesson, name):
    """The ids of the cells that stand above a cell."""
    cells = nbformat.read(path_of("solutions", lesson), as_version=4).cells
    return ids(cells)[: ids(cells).index(name)]


@pytest.mark.parametrize(("number", "cell"), OPEN)
def test_prediction_is_open_until_its_cell_is_run(said, number, cell):
    before, after = [(ROOT / "README.md").read_text("utf-8")], []
    for lesson in (START, *LESSONS[: number + 1]):
        above = True
        for one in nbformat.read(path_of("solutions", lesson), as_version=4).cells:
            above &= (lesson, one.id) != (LESSONS[number], cell)
            texts = [said.get(lesson, {}).get(one.id, "")]
            if one.id != cell or above:
                texts.append(one.source)
            (before if above else after).extend(texts)
    for words in OPEN[number, cell]:
        assert re.search(words, "\n".join(after)), f"{words}: no longer what the cell shows"
        found = re.search(f".{{0,60}}({words}).{{0,60}}", "\n".join(before))
        assert not found, found[0]


def test_every_prediction_of_a_lesson_is_among_those_that_are_kept_open():
    for number, lesson in enumerate(LESSONS):
        cells = nbformat.read(path_of("solutions", lesson), as_version=4).cells
        compared = {
            cell.id
            for cell in cells
            if cell.cell_type == "code" and "compare(" in cell.source and "import" not in cell.source
        }
        assert compared <= {cell for at, cell in OPEN if at == number}


@pytest.mark.parametrize("lesson", LESSONS)
def test_solution_gets_all_points_where_it_is_run_whole(said, lesson):
    cells = nbformat.read(path_of("solutions", lesson), as_version=4).cells
    points = {c.id: c.metadata.nbgrader.points for c in cells if c.metadata.get("nbgrader", {}).get("grade")}
    assert {name: float(said[lesson][name]) for name in points} == points


def test_shards_are_what_their_script_makes(tmp_path):
    namespace = {"__name__": "make_shards", "__file__": str(tmp_path / "x.py")}
    exec((ROOT / "data" / "make_shards.py").read_text("utf-8"), namespace)
    namespace["main"](tmp_path)
    for number in range(5):
        made = (tmp_path / f"shard_{number}.npy").read_bytes()
        assert made == (ROOT / "data" / f"shard_{number}.npy").read_bytes()


def test_pictures_are_what_their_script_makes(tmp_path):
    """The same pixels: how they are packed is up to the version of zlib."""
    from PIL import Image

    namespace = {"__name__": "make_pictures", "__file__": str(tmp_path / "x.py")}
    exec((ROOT / "data" / "make_pictures.py").read_text("utf-8"), namespace)
    namespace["main"](tmp_path / "pictures")
    made, kept = tmp_path / "pictures", ROOT / "data" / "pictures"
    assert {path.name for path in made.iterdir()} == {path.name for path in kept.iterdir()}
    assert (made / "labels.csv").read_bytes() == (kept / "labels.csv").read_bytes()
    for path in made.glob("*.png"):
        assert Image.open(path).tobytes() == Image.open(kept / path.name).tobytes()
    assert sum(path.stat().st_size for path in kept.iterdir()) < 10_000
