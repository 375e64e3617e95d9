"""The lessons in JupyterLab, as a student meets them; the Formgrader, as an instructor does."""

import os
import re
import shutil
import subprocess
from types import SimpleNamespace

import pytest
from axe import ALL_OF_IT, spoil, violations
from browser import Lab, Notebook, chromium, clean, course_copy, fresh_environment
from commands import run
from conftest import LESSONS, POINTS, START
from submissions import FLOOR, solved, submit

from autograder.lesson.report import REPORT_TYPE

CEIL = "math.ceil(len(self.data) / self.batch_size)"
ROUNDED_DOWN = "len(self.data) // self.batch_size"
NAMED = 'raise RuntimeError(f"batch {index} cannot be read: {reason}") from reason'
MISTAKES = {
    LESSONS[0]: {CEIL: ROUNDED_DOWN},
    LESSONS[1]: {f"-(-{ROUNDED_DOWN})": f"{ROUNDED_DOWN} + 1"},
    LESSONS[2]: {CEIL: ROUNDED_DOWN, NAMED: "return None, None"},
    LESSONS[3]: {"self.generator = np.random.default_rng(seed)": "self.generator = np.random.default_rng(7)"},
    LESSONS[4]: {"-(-len(self.ids) // self.batch_size)": "len(self.ids) // self.batch_size"},
}
"""What is changed in a right answer to make a wrong one: {lesson: {right: wrong}}."""
BARS = "Bar chart of samples per batch index.", "where the contract asks for"
ORDER = "A row of boxes for each epoch, one a sample, as they came.", "epoch 1"
"""What the words of a figure begin with, and what they hold."""
EVERY = int(os.environ.get("BROWSER_EVERY", "5"))
"""Every fifth lesson is walked through, the first; with BROWSER_EVERY=1 all of them."""


def mistaken(lesson, mistakes=MISTAKES):
    """The sources of the solution cells, with the lesson's mistakes in them."""
    sources = solved(lesson)
    for right, wrong in mistakes[lesson].items():
        assert right in sources["data-generator"]
        sources["data-generator"] = sources["data-generator"].replace(right, wrong)
    return sources


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("student")
    course = course_copy(folder / "course")
    python = fresh_environment(folder / "environment")
    with Lab(browser, course, course / "notebooks", folder / "home", python) as started:
        yield started


def reports(outputs):
    """What the checks said: {cell id: Report.as_dict()}."""
    return {
        cell: out["data"][REPORT_TYPE]
        for cell, all_of_it in outputs.items()
        for out in all_of_it
        if REPORT_TYPE in out.get("data", {})
    }


def answer(notebook, sources, put):
    """Put an answer into the exercise, run it and its checks with Shift+Enter: the outputs then."""
    for cell, source in sources.items():
        put(cell, source.rstrip())
        assert notebook.source(cell) == source.rstrip()
        notebook.run(cell)
    for cell in notebook.outputs:
        if cell.startswith("check-"):
            notebook.run(cell)
    return notebook.outputs


def what_is_seen(notebook, outputs):
    """The first failed check as it stands in the page: the words of its rows, and its figure."""
    failed = next(cell for cell, report in reports(outputs).items() if report["failed"])
    shown = notebook.cell(failed).locator(".autograder-report")
    image = shown.locator("img")
    image.scroll_into_view_if_needed()
    return SimpleNamespace(
        words=shown.locator("th").all_inner_texts(),
        said=shown.locator("td").all_inner_texts(),
        visible=image.is_visible(),
        width=image.evaluate("image => image.complete && image.naturalWidth"),
        alt=image.get_attribute("alt"),
    )


def checked(lab, notebook, axe):
    """A lesson with a wrong answer, run, as axe sees it in JupyterLab and as HTML: violations of each."""
    saved, shown = notebook.save(), sum(cell.startswith("check-") for cell in notebook.outputs)
    page = Notebook(lab, saved.relative_to(lab.root).as_posix(), height=ALL_OF_IT).page
    page.locator(".autograder-report").nth(shown - 1).wait_for()
    assert page.locator(".autograder-report").count() == shown
    in_lab = violations(page, axe)
    spoil(page)
    spoilt_lab = violations(page, axe)
    page.close()
    run("jupyter", "nbconvert", "--to", "html", saved, cwd=saved.parent)
    page = lab.browser.new_page()
    page.route("http*://**", lambda route: route.abort())  # nbconvert's page asks for MathJax
    page.goto(saved.with_suffix(".html").as_uri(), wait_until="domcontentloaded")
    assert page.locator(".autograder-report").count() == shown
    in_html = violations(page, axe)
    spoil(page)
    spoilt_html = violations(page, axe)
    page.close()
    return SimpleNamespace(lab=in_lab, html=in_html, spoilt=[spoilt_lab, spoilt_html])


@pytest.fixture(scope="module", params=LESSONS[::EVERY])
def walk(request, lab, axe):
    """A student's way through a lesson, each step written down."""
    lesson = request.param
    with Notebook(lab, f"{lesson}/{lesson}.ipynb") as notebook:
        seen = SimpleNamespace(lesson=lesson)
        notebook.run_all()
        seen.sources = {cell: notebook.source(cell) for cell in notebook.outputs}
        seen.released = notebook.outputs
        put = notebook.type if lesson == LESSONS[0] else notebook.write
        seen.wrong = answer(notebook, mistaken(lesson), put)
        seen.failure = what_is_seen(notebook, seen.wrong)
        seen.wrong_dialog = notebook.validate()
        seen.hints = []
        for number in range(3):
            hint = notebook.cell("hints").locator("details").nth(number)
            before = hint.locator("p").first.is_visible()
            hint.locator("summary").click()
            seen.hints.append((before, hint.locator("p").first.is_visible()))
        seen.axe = checked(lab, notebook, axe)
        seen.right = answer(notebook, solved(lesson), notebook.write)
        seen.right_dialog = notebook.validate()
        seen.popups = notebook.page.locator(".jp-Dialog, .Toastify__toast").count()
        return seen


def test_first_screen_asks_nothing_and_shows_nothing_for_instructors(lab):
    page = lab.page()
    # the news are asked for once JupyterLab is up: time enough for their pop-up to come
    page.wait_for_timeout(2000)
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    menus = page.get_by_role("menuitem").all_inner_texts()
    assert "Run" in menus and "Nbgrader" not in menus
    page.close()


def test_start_notebook_finds_all_there_and_its_sliders_obey_the_keys(lab):
    with Notebook(lab, f"{START}/{START}.ipynb") as notebook:
        notebook.run_all()
        assert "✓ Everything is there" in notebook.outputs["check-installation"][0]["text"]
        cell = notebook.cell("play")
        cell.get_by_text("10 samples in 3 batches, the last of 2: each served once.").wait_for()
        cell.locator(".noUi-handle").first.press("ArrowRight")
        cell.get_by_role("combobox").select_option("n // b, rounded down")
        cell.get_by_text("11 samples in batches of 4: 2 batches where the contract asks for 3").wait_for()
        assert cell.locator("img").get_attribute("alt").startswith("Bar chart")


def test_every_prediction_that_was_not_made_is_told(walk):
    asked = sum(source.count("compare(") for source in walk.sources.values())
    told = sum(
        out.get("text", "").count("You left the dots: predict first")
        for outputs in walk.released.values()
        for out in outputs
    )
    assert told == asked > 0


def test_no_cell_fails_or_writes_to_stderr_however_far_the_student_is(walk):
    for stage in (walk.released, walk.wrong, walk.right):
        for cell, outputs in stage.items():
            for out in outputs:
                assert out["output_type"] != "error", (cell, out)
                assert out.get("name") != "stderr", (cell, out)


def test_untouched_exercise_is_told_to_be_unwritten_and_gets_no_point(walk):
    said = reports(walk.released)
    assert said and sum(report["points"] for report in said.values()) == 0
    assert {report["finding"] for report in said.values()} == {"not_started"}


def test_wrong_answer_is_told_in_four_lines_and_a_figure_with_words(walk):
    assert 0 < sum(report["points"] for report in reports(walk.wrong).values()) < POINTS[walk.lesson]
    assert walk.failure.words == ["Asked", "Received", "So", "Re-read"]
    assert all(walk.failure.said)
    assert walk.failure.visible and walk.failure.width > 500
    begins, holds = ORDER if walk.lesson == LESSONS[3] else BARS
    assert walk.failure.alt.startswith(begins) and holds in walk.failure.alt


def test_hints_are_closed_until_they_are_clicked(walk):
    assert walk.hints == 3 * [(False, True)]


def test_right_answer_gets_all_points(walk):
    said = reports(walk.right)
    assert sum(report["points"] for report in said.values()) == POINTS[walk.lesson]
    assert not any(report["failed"] for report in said.values())


def test_validate_shows_the_four_lines_or_success(walk):
    text = walk.wrong_dialog
    assert "The following cell failed" in text and "check_" in text
    for word in ("Asked", "Received", "So", "Re-read"):
        assert re.search(rf"(?m)^{word} ", text), text
    assert "Traceback" not in text
    assert "Success! Your notebook passes all the tests." in walk.right_dialog


def test_nothing_pops_up_on_the_way(walk):
    assert walk.popups == 0


def test_axe_finds_nothing_in_jupyterlab(walk):
    assert walk.axe.lab == []


def test_axe_finds_nothing_in_the_html_export(walk):
    assert walk.axe.html == []


def test_axe_sees_each_lesson_from_its_first_word_to_its_last(walk):
    for spoilt in walk.axe.spoilt:
        assert len([line for line in spoilt if line.startswith("color-contrast:")]) >= 3


VECTORS = """
<script>window.evil = 1</script> <img src=x onerror="window.evil = 1"> <svg onload="window.evil = 1">
</svg> <iframe srcdoc="<script>parent.evil = 1</script>"></iframe> <a href="javascript:evil = 1">a</a>
<a href="java&#10;script:window.evil = 1">b</a> <input autofocus onfocus="window.evil = 1">
<style>body { background: url(http://evil.invalid/1.png) }</style> <img src="http://evil.invalid/2.png">
<form action="http://evil.invalid"></form> <meta http-equiv="refresh" content="0; http://evil.invalid">

[c](javascript:window.evil=1) ![d](http://evil.invalid/3.png) ![e][f]

[f]: http://evil.invalid/4.png
"""


def test_pages_about_a_hostile_notebook_run_and_fetch_nothing_of_it(browser, course, tmp_path):
    lesson = LESSONS[0]
    root = tmp_path / "course"
    shutil.copytree(course, root)
    show = "\n".join(
        [
            "from IPython.display import HTML, Javascript, Markdown, SVG, display",
            f"text = {VECTORS!r}",
            "display(HTML(text), Javascript('window.evil = 1'), Markdown(text))",
            "print(text)",
            "display({'text/html': [text], 'image/svg+xml': text, 'text/latex': text}, raw=True)",
            "raise ValueError(text)",
        ]
    )
    submit(root, "eve", {"title": VECTORS, "run-asks": show, "data-generator": FLOOR.source}, lesson=lesson)
    run("autograder", "grade", lesson, cwd=root)
    graded = root / "autograded" / "eve" / lesson / f"{lesson}.ipynb"
    run("jupyter", "nbconvert", "--to", "html", graded, cwd=graded.parent)  # as Formgrader shows it
    for path in (
        root / "feedback" / "eve" / lesson / f"{lesson}.html",
        root / "reports" / lesson / "index.html",
        graded.with_suffix(".html"),
    ):
        page = browser.new_page()
        fetched = []
        page.on("request", lambda request: fetched.append(request.url))
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.route("http*://**", lambda route: route.abort())
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        page.wait_for_timeout(500)
        assert page.evaluate("window.evil") is None, path
        assert not [url for url in fetched if "evil" in url], path
        for link in page.locator("a").all():
            assert "javascript:" not in (link.get_attribute("href") or ""), path
        page.close()
    assert "evil.invalid" in graded.read_text("utf-8")  # it was there to be shown


def test_instructor_enables_the_formgrader_with_one_command_and_reads_grades(browser, course, tmp_path):
    lesson = LESSONS[0]
    root = tmp_path / "course"
    shutil.copytree(course, root)
    submit(root, "ada", solved(lesson), lesson=lesson)
    submit(root, "ben", {"data-generator": FLOOR.source}, lesson=lesson)
    run("autograder", "grade", lesson, cwd=root)
    python, home = fresh_environment(tmp_path / "environment"), tmp_path / "home"
    subprocess.run(
        [
            python,
            "-m",
            "jupyterlab.labextensions",
            "enable",
            "@jupyter/nbgrader:formgrader",
            "@jupyter/nbgrader:menu",
        ],
        env=clean(home),
        check=True,
    )
    with Lab(browser, root, root, home, python) as lab:
        page = lab.page()
        page.get_by_role("menuitem", name="Nbgrader").click()
        page.get_by_role("menuitem", name="Formgrader", exact=True).click()
        form = page.frame_locator("iframe[src*=formgrader]")
        row = form.get_by_role("row").filter(has_text=lesson)
        row.get_by_role("link", name="2", exact=True).click()
        for student, score in (("ada", "10 / 10"), ("ben", "6 / 10")):
            graded = form.get_by_role("row").filter(has_text=student)
            graded.filter(has_text=score).filter(has_text="graded").wait_for()
        form.get_by_role("link", name="Manual Grading").click()
        for _ in ("the assignment", "its notebook"):
            form.get_by_role("link", name=lesson).last.click()
        # their order is that of random numbers
        row = form.get_by_role("row").filter(has_text="6 / 10")
        row.get_by_role("link", name="Submission #").click()
        form.get_by_text("sample 2 is never served").first.wait_for()
        page.close()
