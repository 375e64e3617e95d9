"""The page that a student reads, and how what a student wrote or showed is made harmless for it.

Formgrader and the feedback show it to people who are logged in to other things.
"""

import functools
import html
import re

import bleach
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import BytecodeCache
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import markdown2html
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.lesson.report import REPORT_TYPE

__all__ = ["NOTHING_RUNS", "FeedbackPage", "SafeOutputs", "safe_html", "safe_markdown"]

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
            clean = safe_markdown if self._letters >= 0 and self._may_have(cell.source) else _as_text
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
def safe_markdown(source):
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
