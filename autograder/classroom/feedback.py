"""The page that a student reads, and how what a student wrote or showed is made harmless for it.

Formgrader and the feedback show it to people who are logged in to other things. All of it is worked
on in a process with limits (`limited`): what is too much is shown cut, as text.
"""

import atexit
import functools
import html
import json
import re

import bleach
import nbformat
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import BytecodeCache, pass_context
from nbconvert.exporters import Exporter, HTMLExporter, TemplateExporter
from nbconvert.filters import ansi2html, markdown2html
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

from autograder.classroom.feedback_beginning import STYLE as BEGINNING_STYLE
from autograder.classroom.feedback_beginning import TEMPLATE, beginning, fold_lesson
from autograder.classroom.limited import Budget, Limited
from autograder.classroom.terminal import visible
from autograder.lesson.report import REPORT_TYPE

__all__ = ["NOTHING_RUNS", "FeedbackPage", "SafeOutputs", "safe_html", "safe_markdown", "start"]

_process = Limited()
atexit.register(_process.close)
start = _process.start

_STYLES = CSSSanitizer(
    allowed_css_properties=[
        "list-style",
        "padding-left",
        "padding-right",
        "text-align",
        "vertical-align",
    ]
)
_TAGS = {
    "a",
    "b",
    "br",
    "code",
    "details",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}


STYLE = re.compile(r"[\w\s:;.%-]*")
"""No brackets, so no `url(…)`, which would be fetched."""
IMAGES = ("data:image/png;base64,", "data:image/svg+xml;base64,")
"""An SVG in an `img` runs no script, and loads nothing."""
SHEET = re.compile(r"<style>[^<]*</style>")
"""A style sheet, of which only its words would stay."""
CLASS = re.compile(r"autograder-[a-z-]+|highlight|dataframe|[a-z][a-z0-9]?")
"""Of our reports, of tables, of highlighted words; others mean something in Formgrader's pages."""


def _allowed(tag, name, value):
    if name == "style":
        return bool(STYLE.fullmatch(value))
    if name == "class":
        return all(map(CLASS.fullmatch, value.split()))
    if name == "width":
        return value.isdigit() and len(value) < 5
    if name in ("scope", "alt"):
        return True
    if tag == "img" and name == "src":
        return value.startswith(IMAGES)
    return tag == "a" and name == "href" and value.startswith(("https://", "http://", "#"))


@functools.lru_cache(500)  # many students of a class are shown the same
def safe_html(text):
    """Return HTML that shows what it showed, and runs and loads nothing."""
    return _no_macros(
        bleach.clean(
            SHEET.sub("", text),
            tags=_TAGS,
            attributes=_allowed,
            css_sanitizer=_STYLES,
            strip=True,
            protocols={"http", "https", "data"},
        )
    )


MACROS = re.compile(
    r"\\\s*(?:href|url|class|cssId|style|require|html|def|let|newcommand|renewcommand|csname)"
)
TAG = re.compile(r"<[^>]*>")
BACKSLASH = re.compile(r"\\|&(?:#0*92|#x0*5c|bsol);?", re.I)


def _no_macros(text):
    """Text in which MathJax, which Formgrader loads, finds no links and no macros of one's own."""
    if not MACROS.search(html.unescape(TAG.sub("", text))):
        return text
    return BACKSLASH.sub(r"\\&#8203;", text)  # seen is the same, with nothing wide after it


SAFE_TYPES = {"text/plain", "text/html", "image/png", "image/jpeg", REPORT_TYPE}
CODE = re.compile(r"[A-Za-z0-9+/=\s]*")
"""What an image may be made of."""


class SafeOutputs(NbGraderPreprocessor):
    """Make what a student's code showed, or wrote as text, harmless to a browser."""

    def preprocess(self, nb, resources):
        """Clean a notebook."""
        cells = [dict(cell) for cell in nb.cells]
        text = _process.call(cleaned, cells)
        cells = _as_texts(cells) if text is None else json.loads(text)
        nb.cells = [nbformat.from_dict(cell) for cell in cells]
        return nb, resources


def cleaned(cells):
    """Clean cells: the HTML in their outputs, and in those of Markdown. Returns JSON."""
    budget = Budget()
    for cell in cells:
        if cell["cell_type"] == "markdown":
            source = cell["source"]
            cell["source"] = budget.spend(
                safe_markdown, source, instead=functools.partial(_as_text, _cut(source))
            )
        for output in cell.get("outputs", ()):
            if "data" in output:
                output["data"] = {
                    kind: _safe_value(kind, value, budget)
                    for kind, value in output["data"].items()
                    if kind in SAFE_TYPES and _is_whole(kind, value)
                }
    return json.dumps(cells)


def _is_whole(kind, value):
    return not kind.startswith("image/") or bool(CODE.fullmatch(_joined(value)))


def _safe_value(kind, value, budget):
    if kind != "text/html":
        return value
    text = _joined(value)
    return budget.spend(safe_html, text, instead=functools.partial(_as_text, _cut(text)))


def _as_texts(cells):
    """The cells without anything that would have to be cleaned."""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            cell["source"] = _as_text(_cut(cell["source"]))
        for output in cell.get("outputs", ()):
            if "data" in output:
                output["data"] = {
                    kind: value
                    for kind, value in output["data"].items()
                    if kind in ("text/plain", REPORT_TYPE)
                }
    return cells


MOST_LETTERS, MOST_LINES = 2_000, 40


def _cut(text):
    """The beginning of a text that is too much to be shown as it should be; all, of a short one."""
    lines = text[:MOST_LETTERS].split("\n")[:MOST_LINES]
    if sum(map(len, lines)) + len(lines) > len(text):
        return text
    return "\n".join([*lines, "… This is too much to be shown. It goes on in the notebook itself."])


def _as_text(source):
    """Return HTML that shows a text as it was written, to a reader of Markdown too."""
    return _for_markdown(_pre(source))


def _pre(text):
    return f"<pre>{html.escape(text)}</pre>"


def _for_markdown(page):
    """HTML in which a reader of Markdown finds nothing, and no end of it: a block on one line.

    Such a block ends at a line with nothing in it, in a value of an attribute too; what came after
    would be Markdown, and the quotes of what is made of it would end the value.
    """
    return f"<div>{'&#10;'.join(page.splitlines())}</div>"


def _joined(value):
    return "".join(value) if isinstance(value, list) else str(value)


@functools.lru_cache(500)
def safe_markdown(source):
    """Return Markdown that links and loads nothing but what `safe_html` allows.

    What Markdown makes of a text is known once it is made. So it is made, cleaned, and put in place
    of the text, in a form in which the next reader of it finds no Markdown.
    """
    if not re.search(r"[<&\\]|\][\[(:]", source):
        return source
    return _for_markdown(safe_html(markdown2html(source)))


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
    """The page that nbconvert makes, in a quarter of its time, and in a process with limits."""

    def from_notebook_node(self, nb, resources=None, **options):
        """Return `(page, resources)`."""
        nb, resources = Exporter.from_notebook_node(self, nb, resources, **options)  # preprocessors
        plain = {name: value for name, value in resources.items() if not callable(value)}
        page = _process.call(_page, _page_config(self.config), nb, plain)
        return (_plain_page(nb, resources) if page is None else page), resources


def _page_config(config):
    """Those settings that a page hangs on. Others may hold classes of the course's own configuration,
    which no other process knows."""
    names = ("Exporter", "TemplateExporter", "HTMLExporter")
    return Config(
        {
            name: {key: value for key, value in config[name].items() if key != "preprocessors"}
            for name in names
            if name in config
        }
    )


def _page(config, notebook, resources):
    return _Page(config=config).from_notebook_node(notebook, resources)[0]


class _Page(HTMLExporter):
    """nbconvert's page, with a limit of time for each text in it.

    nbconvert compiles its templates anew for each page, and parses the whole page again, styles
    included, to set attributes that help readers without a mouse or without eyes. Here templates
    are kept, and those attributes set as text.
    """

    @staticmethod
    @functools.lru_cache(500)  # most cells are the same in all notebooks of a class
    def _highlight(source, language):
        return Highlight2HTML(pygments_lexer="ipython3")(source, language)

    def _create_environment(self):
        environment = super()._create_environment()
        environment.bytecode_cache = _Compiled()
        return environment

    def _limited_filters(self):
        budget = Budget()

        def within(function, source, *arguments):
            return budget.spend(function, *arguments, instead=lambda: _pre(_cut(source)))

        @pass_context
        def markdown(context, source):
            return within(self.markdown2html, source, context, source)

        return {
            "highlight_code": lambda source, language=None, metadata=None: within(
                self._highlight, source, source, language
            ),
            "ansi2html": lambda text: within(ansi2html, text, text),
            "markdown2html": markdown,
        }

    def from_notebook_node(self, nb, resources=None, **options):
        """Return `(page, resources)`."""
        resources = self._init_resources(resources)
        fold_lesson(nb)
        self.raw_template = TEMPLATE
        shown = WidgetsDataTypeFilter(notebook_metadata=self._nb_metadata, parent=self, resources=resources)
        self.register_filter("filter_data_type", shown)
        for name, function in self._limited_filters().items():
            self.register_filter(name, function)
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        page = re.sub(r"<img(?![^>]*\salt=)", '<img alt="An image without a description"', page)
        page = visible(page)
        page = page.replace("<head>", f"<head>\n{NOTHING_RUNS}\n{BEGINNING_STYLE}", 1)
        page = re.sub(r"(?i)<body[^>]*>", lambda found: found[0] + beginning(nb, resources), page, count=1)
        # what scrolls must be within reach of the keyboard
        page = re.sub(r'<div class="(?=(?:input|output)_area\b)', '<div tabindex="0" class="', page)
        return page, resources


def _plain_page(nb, resources):
    """A page of nothing but text, where a better one could not be made."""
    cells = "\n<hr>\n".join(_pre(_cut(cell.source)) for cell in nb.cells)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
{NOTHING_RUNS}
<meta charset="utf-8">
<title>Feedback</title>
</head>
<body>
<main>
<h1>Feedback</h1>
{beginning(nb, resources)}
<p>The notebook holds too much for a page with its outputs.</p>
{cells}
</main>
</body>
</html>
"""
