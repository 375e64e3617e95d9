"""How nbgrader grades this course: settings, and notebook preprocessors that mend its traps.

They run under the stock commands, since `nbgrader_config.py` calls `configure`.
"""

import os
import sys
from pathlib import Path

import bleach
import nbformat
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearOutput,
    DeduplicateIds,
    Execute,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

from autograder.report import REPORT_TYPE

__all__ = ["HideTests", "KeepTags", "SafeOutputs", "StderrIsNoError", "configure"]

SKIP = "skip-execution"


def configure(c):
    """Write the course's settings into a configuration object of traitlets."""
    # inherited by the kernels that nbgrader starts, where a notebook may import TensorFlow first
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    # nbgrader calls `alembic` by its name alone
    programs = os.path.dirname(sys.executable)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")

    c.CourseDirectory.course_id = "sequence-lessons"
    c.CourseDirectory.source_directory = "solutions"
    c.CourseDirectory.release_directory = "notebooks"

    # On a busy machine the defaults (30 s a cell, 4 s for a kernel's last words) failed
    # 5 of 5 autogrades of a TensorFlow notebook.
    c.ExecutePreprocessor.timeout = 300
    c.ExecutePreprocessor.iopub_timeout = 60
    c.ExecutePreprocessor.startup_timeout = 300

    # IPython's history must not be shared between students; the kernel's own warnings about its
    # sockets are nothing that a grader can act on.
    c.ExecutePreprocessor.extra_arguments = [
        "--HistoryManager.hist_file=:memory:",
        "--IPKernelApp.log_level=40",
    ]

    # A student may have deleted a test cell.
    c.OverwriteCells.add_missing_cells = True

    c.Autograde.sanitize_preprocessors = [
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        KeepTags,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        Execute,
        IgnorePattern,
        StderrIsNoError,
        SafeOutputs,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    c.GenerateFeedback.preprocessors = [GetGrades, HideTests, SafeOutputs, CSSHTMLHeaderPreprocessor]
    # Cells by their metadata, the student's too, are cleared by default; tags are ours to judge.
    c.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {"nbgrader", "tags"}


def released_cells(assignment, notebook, root="."):
    """The cells of a released notebook by id; empty where it was not released from here."""
    path = Path(root) / "notebooks" / assignment / f"{notebook}.ipynb"
    try:
        return {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}
    except FileNotFoundError:
        return {}


class KeepTags(NbGraderPreprocessor):
    """Skip a demonstration that the instructor marked so, and nothing that a student marked.

    A marked cell that the student changed is run: there may be a helper in it that the
    exercise needs.
    """

    def preprocess(self, nb, resources):
        """Take `skip-execution` from all cells but the instructor's own, unchanged ones."""
        names = resources["nbgrader"]
        released = released_cells(names["assignment"], names["notebook"])
        for cell in nb.cells:
            tags = [tag for tag in _tags(cell) if tag != SKIP]
            own = released.get(cell.get("id"))
            if own is not None and SKIP in _tags(own) and own.source == cell.source:
                tags.append(SKIP)
            cell.metadata["tags"] = tags
        return nb, resources


def _tags(cell):
    tags = cell.metadata.get("tags", [])
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


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


def safe_html(text):
    """Return HTML that shows what it showed, and runs and loads nothing."""
    return bleach.clean(
        text, tags=_TAGS, attributes=_allowed, css_sanitizer=_STYLES, strip=True,
        protocols={"http", "https", "data"},
    )


SAFE_TYPES = {"text/plain", "text/html", "image/png", "image/jpeg", REPORT_TYPE}


class SafeOutputs(NbGraderPreprocessor):
    """Make what a student's code showed, or wrote as text, harmless to a browser.

    Formgrader and the feedback show it to people who are logged in to other things.
    """

    def preprocess_cell(self, cell, resources, index):
        """Clean one cell: its HTML outputs, and the HTML in a Markdown cell."""
        if cell.cell_type == "markdown":
            cell.source = _safe_markdown(cell.source)
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {
                    kind: safe_html(_joined(value)) if kind == "text/html" else value
                    for kind, value in output.data.items()
                    if kind in SAFE_TYPES
                }
        return cell, resources


def _joined(value):
    return "".join(value) if isinstance(value, list) else str(value)


def _safe_markdown(source):
    return source if "<" not in source else safe_html(source).replace("&gt;", ">")
