"""Everybody can read the lessons: axe on what the page shows of ours, headings, words for images."""

import json
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from browser import Lab, Notebook, chromium, course_copy, fresh_environment, missing
from conftest import LESSONS, ROOT, run
from nbconvert.filters import markdown2html
from test_browser import mistaken

TESTS = Path(__file__).resolve().parent
OURS = [".jp-RenderedHTMLCommon", ".jp-OutputArea-output"]
"""Where text, tables and figures of a lesson stand. The rest is JupyterLab's and nbconvert's."""


@pytest.fixture(scope="module")
def axe():
    """The source of axe, in the version that `package.json` pins."""
    folder = TESTS / "node_modules" / "axe-core"
    if not folder.is_dir():
        missing("no axe: npm install --no-package-lock --prefix tests")
    pinned = json.loads((TESTS / "package.json").read_text())["devDependencies"]["axe-core"]
    assert json.loads((folder / "package.json").read_text())["version"] == pinned
    return (folder / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def lab(axe, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    course = course_copy(folder / "course")
    # axe can only see what is in the page, and JupyterLab leaves out what is scrolled away
    settings = folder / "home/.jupyter/lab/user-settings/@jupyterlab/notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    python = fresh_environment(folder / "environment")
    with chromium() as browser:
        with Lab(browser, course, course / "notebooks", folder / "home", python) as started:
            yield started


def violations(page, axe):
    """What axe has against our part of a page, folded parts opened: one string for each element."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(axe)
    found = page.evaluate(
        "async (ours) => (await axe.run({include: ours.filter((one) =>"
        " document.querySelector(one)).map((one) => [one])})).violations", OURS
    )
    return [f"{v['id']}: {node['html'][:300]}" for v in found for node in v["nodes"]]


@pytest.fixture(scope="module", params=LESSONS)
def checked(request, lab, axe):
    """A lesson with a wrong answer, run, in JupyterLab and as HTML: violations of each."""
    lesson = request.param
    with Notebook(lab, f"{lesson}/{lesson}.ipynb") as notebook:
        for cell, source in mistaken(lesson).items():
            notebook.write(cell, source)
        notebook.run_all()
        shown = notebook.page.locator(".autograder-report").count()
        assert shown == sum(cell.startswith("check-") for cell in notebook.outputs)
        in_lab = violations(notebook.page, axe)
        saved = notebook.save()
    run("jupyter", "nbconvert", "--to", "html", saved, cwd=saved.parent)
    page = lab.browser.new_page()
    page.route("http*://**", lambda route: route.abort())  # nbconvert's page asks for MathJax
    page.goto(saved.with_suffix(".html").as_uri(), wait_until="domcontentloaded")
    in_html = violations(page, axe)
    assert page.locator(".autograder-report").count() == shown
    page.close()
    return in_lab, in_html


def test_axe_finds_nothing_in_jupyterlab(checked):
    assert checked[0] == []


def test_axe_finds_nothing_in_the_html_export(checked):
    assert checked[1] == []


def test_axe_finds_what_is_wrong(lab, axe):
    page = lab.browser.new_page()
    page.set_content(
        "<html lang='en'><title>x</title><div class='jp-RenderedHTMLCommon'><h2>Title</h2>"
        "<img src='data:,'><h4>Skips</h4></div>"
        "<div class='jp-RenderedHTMLCommon'><p style='color: #bbb; background: #fff'>Pale</p></div>"
    )
    rules = {line.split(":")[0] for line in violations(page, axe)}
    assert {"image-alt", "heading-order", "color-contrast"} <= rules
    page.close()


# Without a browser ----------------------------------------------------------------------------


class Outline(HTMLParser):
    """The levels of the headings in HTML, and the images that have no words."""

    def __init__(self, text):
        super().__init__()
        self.levels, self.mute = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag == "img" and not (dict(attributes).get("alt") or "").strip():
            self.mute.append(self.get_starttag_text())

    @property
    def faults(self):
        """What is wrong with it, as words."""
        skips = [f"h{b} after h{a}" for a, b in zip(self.levels, self.levels[1:]) if b > a + 1]
        titles = [] if self.levels.count(1) == 1 and self.levels[0] == 1 else ["not one h1, first"]
        return titles + skips + self.mute


@pytest.mark.parametrize("kind", ["solutions", "notebooks"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_one_title_no_level_is_skipped_and_every_image_has_words(kind, lesson):
    cells = nbformat.read(ROOT / kind / lesson / f"{lesson}.ipynb", as_version=4).cells
    text = [markdown2html(cell.source) for cell in cells if cell.cell_type == "markdown"]
    # HTML that code shows is text in its source
    text += [cell.source for cell in cells if cell.cell_type == "code" and "<img" in cell.source]
    assert Outline("\n".join(text)).faults == []


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("# A\n## B\n![words](x.png)", 0),
        ("# A\n## B\n![](x.png)", 1),
        ("# A\n<img src='x.png'>", 1),
        ("# A\n<img src='x.png' alt=' '>", 1),
        ("# A\n### B", 1),
        ("# A\n# B", 1),
        ("## A", 1),
    ],
)
def test_the_outline_finds_what_is_wrong(source, faults):
    assert len(Outline(markdown2html(source)).faults) == faults
