"""Notebook preprocessors for nbgrader, that mend its traps.

They run under the stock commands too, where a course's `nbgrader_config.py` calls
`settings.configure`.
"""

import atexit
import functools
import html
import re

import bleach
import nbformat
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import BytecodeCache
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import markdown2html
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    Execute,
    NbGraderPreprocessor,
)

from autograder.classroom.assignment import Assignment
from autograder.classroom.submission import NOTE, Submission
from autograder.grading.execute import Engine, supported
from autograder.grading.rebuild import files_beside, rebuild
from autograder.lesson.report import REPORT_TYPE

__all__ = [
    "CheckMetadata",
    "FeedbackPage",
    "HideTests",
    "Note",
    "Rebuild",
    "Run",
    "SafeOutputs",
    "StderrIsNoError",
]


def _assignment(preprocessor, resources):
    """The assignment of the notebook that a preprocessor works on: its exporter's converter knows."""
    return Assignment(preprocessor.parent.parent.coursedir, resources["nbgrader"]["assignment"])


class Rebuild(NbGraderPreprocessor):
    """Put the student's cells into the released notebook: see `grading.rebuild`."""

    def preprocess(self, nb, resources):
        """Replace the submitted notebook by the rebuilt one."""
        names = resources["nbgrader"]
        assignment = _assignment(self, resources)
        nb.cells, repairs = rebuild(nb.cells, assignment.released(names["notebook"]))
        nb.metadata = nbformat.from_dict({"kernelspec": nb.metadata.get("kernelspec", {})})
        nb.metadata[NOTE] = {"repairs": repairs}
        nb.nbformat_minor = 5
        return nb, resources


class CheckMetadata(CheckCellMetadata):
    """Check nbgrader's metadata, where they are not the instructor's own, checked at the release."""

    def preprocess(self, nb, resources):
        """Raise nbgrader's ValidationError, where they are damaged."""
        return (nb, resources) if NOTE in nb.metadata else super().preprocess(nb, resources)


class Run(Execute):
    """Run the notebook behind walls, in warm processes, where the system can: `grading.execute`.

    Elsewhere it is run as nbgrader runs it, in one kernel of the student's own.
    """

    prepared = {}
    """Notebooks that were run ahead (`grading.execute.Ran`), by (student, assignment, notebook)."""
    engine = None

    def preprocess(self, nb, resources, *arguments, **options):
        """Fill in the outputs."""
        names = resources["nbgrader"]
        key = names["student"], names["assignment"], names["notebook"]
        resources[NOTE] = dict(nb.metadata.get(NOTE, {}))
        ready = self.prepared.pop(key, None)
        if ready is None and not supported():
            return super().preprocess(nb, resources, *arguments, **options)
        submission = Submission(_assignment(self, resources), names["student"])
        if ready is None or [c.source for c in ready.cells] != [c.source for c in nb.cells]:
            if Run.engine is None:
                Run.engine = Engine()
                atexit.register(Run.engine.close)
            # not those beside the copy that nbgrader made: it followed links, to anywhere
            files, notes = files_beside(submission.folder)
            ready = Run.engine.run(nb.cells, submission.assignment.asked(names["notebook"]), files)
            ready.stopped += notes
        for cell, run in zip(nb.cells, ready.cells):
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = run.outputs, run.execution_count
        resources[NOTE] |= {"stopped": ready.stopped, "seconds": ready.seconds}
        return nb, resources


class Note(NbGraderPreprocessor):
    """Say at the top of a graded notebook what was repaired or stopped, and that it is finished."""

    def preprocess(self, nb, resources):
        """Add the note, where there is something to say."""
        note = resources.get(NOTE, {})
        nb.metadata[NOTE] = {**note, "finished": True}
        lines = []
        for head, name in (
            ("Before grading, this notebook was repaired:", "repairs"),
            ("While it ran, this was stopped:", "stopped"),
        ):
            if note.get(name):
                lines += ["", f"**{head}**", "", *(f"- {text}" for text in note[name])]
        if lines:
            nb.cells.insert(0, nbformat.v4.new_markdown_cell(
                _safe_markdown("\n".join(lines[1:])), id="repairs"  # a student chose words in it
            ))
        return nb, resources


class StderrIsNoError(NbGraderPreprocessor):
    """Call what a cell wrote to stderr stdout: nbgrader gives a cell with stderr no points."""

    def preprocess_cell(self, cell, resources, index):
        """Rename the streams of one cell."""
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                output.name = "stdout"
        return cell, resources


class HideTests(ClearHiddenTests):
    """Leave hidden tests out of the feedback; nbgrader shows them there."""


_STYLES = CSSSanitizer(
    allowed_css_properties=[
        "list-style", "padding-left", "padding-right", "text-align", "vertical-align",
    ]
)
_TAGS = {
    "a", "b", "br", "code", "details", "div", "em", "h1", "h2", "h3", "h4", "i", "img", "li", "ol",
    "p", "pre", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}


def _allowed(tag, name, value):
    if name in ("style", "scope", "class", "alt", "width"):
        return True
    if tag == "img" and name == "src":
        return value.startswith("data:image/png;base64,")
    return tag == "a" and name == "href" and value.startswith(("https://", "http://", "#"))


@functools.lru_cache(500)  # many students of a class are shown the same
def safe_html(text):
    """Return HTML that shows what it showed, and runs and loads nothing."""
    return bleach.clean(
        text, tags=_TAGS, attributes=_allowed, css_sanitizer=_STYLES, strip=True,
        protocols={"http", "https", "data"},
    )


MOST_TAGS, MOST_MARKDOWN = 10_000, 50_000
"""So many tags and letters of Markdown in a notebook are cleaned: for nested ones it takes time that
grows with their square. Lesson 2 with its reports has 188 tags and 5,750 letters."""
SAFE_TYPES = {"text/plain", "text/html", "image/png", "image/jpeg", REPORT_TYPE}


class SafeOutputs(NbGraderPreprocessor):
    """Make what a student's code showed, or wrote as text, harmless to a browser.

    Formgrader and the feedback show it to people who are logged in to other things.
    """

    _tags, _letters = MOST_TAGS, MOST_MARKDOWN

    def preprocess(self, nb, resources):
        """Clean a notebook. What is too long to be cleaned in a second is shown as it was written."""
        self._tags, self._letters = MOST_TAGS, MOST_MARKDOWN
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, index):
        """Clean one cell: its HTML outputs, and the HTML in a Markdown cell."""
        if cell.cell_type == "markdown":
            self._letters -= len(cell.source)
            clean = _safe_markdown if self._letters >= 0 and self._may_have(cell.source) else _as_text
            cell.source = clean(cell.source)
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {
                    kind: self._html(_joined(value)) if kind == "text/html" else value
                    for kind, value in output.data.items()
                    if kind in SAFE_TYPES
                }
        return cell, resources

    def _may_have(self, text):
        self._tags -= text.count("<")
        return self._tags >= 0

    def _html(self, text):
        return safe_html(text) if self._may_have(text) else _as_text(text[:MOST_MARKDOWN])


def _as_text(source):
    """Return HTML that shows a text as it was written, to a reader of Markdown too."""
    lines = html.escape(source).replace("[", "&#91;").replace("]", "&#93;").replace("\n\n", "\n&#10;")
    return f"<pre>{lines}</pre>"


def _joined(value):
    return "".join(value) if isinstance(value, list) else str(value)


@functools.lru_cache(500)
def _safe_markdown(source):
    """Return Markdown that links and loads nothing but what `safe_html` allows.

    What Markdown makes of a text is known once it is made. So it is made, cleaned, and put in place
    of the text; brackets and empty lines become entities, that the next reader of it finds in them
    no links, and no end of the HTML.
    """
    if not re.search(r"[<&]|\][\[(:]", source):
        return source
    page = safe_html(markdown2html(source))
    for letters, entities in (("[", "&#91;"), ("]", "&#93;"), ("\n\n", "\n&#10;")):
        page = page.replace(letters, entities)
    return page


class _Compiled(BytecodeCache):
    """Templates that were compiled in this process, by their checksum."""

    codes = {}

    def load_bytecode(self, bucket):
        """Fill in the code, where there is one."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket):
        """Keep the code."""
        self.codes[bucket.key, bucket.checksum] = bucket.code


NOTHING_RUNS = """<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">"""
"""For the browser: whatever got into a page, run no script, and fetch nothing from anywhere."""


class FeedbackPage(HTMLExporter):
    """The page that nbconvert makes, in a quarter of its time.

    nbconvert compiles its templates anew for each page, and parses the whole page again, styles
    included, to set attributes that help readers without a mouse or without eyes. Here templates
    are kept, and those attributes set as text.
    """

    @staticmethod
    @functools.lru_cache(500)  # most cells are the same in all notebooks of a class
    def _highlight(source, language):
        return Highlight2HTML(pygments_lexer="ipython3")(source, language)

    def _highlighted(self, source, language=None, metadata=None):
        return self._highlight(source, language)

    def _create_environment(self):
        environment = super()._create_environment()
        environment.bytecode_cache = _Compiled()
        return environment

    def from_notebook_node(self, nb, resources=None, **options):
        """Return `(page, resources)`."""
        resources = self._init_resources(resources)
        shown = WidgetsDataTypeFilter(
            notebook_metadata=self._nb_metadata, parent=self, resources=resources
        )
        self.register_filter("highlight_code", self._highlighted)
        self.register_filter("filter_data_type", shown)
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        page = re.sub(r"<img(?![^>]*\salt=)", '<img alt="An image without a description"', page)
        # what scrolls must be within reach of the keyboard
        page = page.replace("<head>", f"<head>\n{NOTHING_RUNS}", 1)
        page = re.sub(r'<div class="(?=(?:input|output)_area\b)', '<div tabindex="0" class="', page)
        return page, resources
