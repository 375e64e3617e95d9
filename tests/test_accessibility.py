"""Everybody can read the lessons: axe on what the page shows of ours, headings, words for images."""

import json
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from browser import Lab, Notebook, chromium, course_copy, fresh_environment, missing
from conftest import LESSONS, ROOT, START, run
from nbconvert.filters import markdown2html
from test_browser import mistaken

TESTS = Path(__file__).resolve().parent
OURS = [".jp-RenderedHTMLCommon", ".jp-OutputArea-output"]
"""Where text, tables and figures of a lesson stand. The rest is JupyterLab's and nbconvert's."""
ALL_OF_IT = 24_000
"""Higher than any lesson, in pixels: JupyterLab hides from axe what is scrolled away."""


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
    python = fresh_environment(folder / "environment")
    with chromium() as browser:
        with Lab(browser, course, course / "notebooks", folder / "home", python) as started:
            yield started


def violations(page, axe):
    """What axe has against our part of a page, folded parts opened: one string for each element."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    # JupyterLab's body is 0 high and hides what overflows: axe takes all text in it for invisible
    page.add_style_tag(content="body { min-height: 100vh; }")
    page.evaluate(axe)
    found = page.evaluate(
        "async (ours) => (await axe.run({include: ours.filter((one) =>"
        " document.querySelector(one)).map((one) => [one])})).violations",
        OURS,
    )
    return [f"{v['id']}: {node['html'][:300]}" for v in found for node in v["nodes"]]


def spoil(page):
    """Make the first and the last paragraph and the last line of a report too pale to read."""
    page.evaluate(
        "() => { const every = (what) => [...document.querySelectorAll(what)];"
        " const text = every('.jp-RenderedMarkdown p');"
        " for (const one of [text[0], text.at(-1), every('.autograder-report td').at(-1)])"
        " one.style.cssText = 'color: #bbb !important'; }"
    )


@pytest.fixture(scope="module", params=LESSONS)
def checked(request, lab, axe):
    """A lesson with a wrong answer, run, in JupyterLab and as HTML: violations of each."""
    lesson = request.param
    with Notebook(lab, f"{lesson}/{lesson}.ipynb", height=ALL_OF_IT) as notebook:
        for cell, source in mistaken(lesson).items():
            notebook.write(cell, source)
        notebook.run_all()
        shown = notebook.page.locator(".autograder-report").count()
        assert shown == sum(cell.startswith("check-") for cell in notebook.outputs)
        in_lab = violations(notebook.page, axe)
        saved = notebook.save()
        spoil(notebook.page)
        spoilt_lab = violations(notebook.page, axe)
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


def test_axe_finds_nothing_in_jupyterlab(checked):
    assert checked.lab == []


def test_axe_finds_nothing_in_the_html_export(checked):
    assert checked.html == []


def test_axe_sees_each_lesson_from_its_first_word_to_its_last(checked):
    for spoilt in checked.spoilt:
        assert len([line for line in spoilt if line.startswith("color-contrast:")]) >= 3


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
@pytest.mark.parametrize("lesson", [START, *LESSONS])
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
