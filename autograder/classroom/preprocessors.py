"""How nbgrader grades this course: settings, and notebook preprocessors that mend its traps.

They run under the stock commands, since `nbgrader_config.py` calls `configure`.
"""

import atexit
import os
import sys

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.converters import base as converters
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
from nbgrader.utils import find_all_files

from autograder.classroom.feedback import FeedbackPage, SafeOutputs, safe_markdown
from autograder.grading.execute import Engine, supported
from autograder.grading.rebuild import files_beside, instructors, rebuild

__all__ = [
    "CheckMetadata",
    "HideTests",
    "Note",
    "Rebuild",
    "Run",
    "StderrIsNoError",
    "configure",
]

NOTE = "sequence_lessons"
"""Where in a graded notebook's metadata it stands what was repaired, and what was stopped."""


def find_ordinary_files(path, exclude=None):
    """Find files as nbgrader does, for its converters to copy; no links, pipes and devices.

    nbgrader copies what a link leads to: the gradebook, a student's wish, or /dev/zero for ever.
    """
    found = find_all_files(path, exclude)
    return [name for name in found if os.path.isfile(name) and not os.path.islink(name)]


def configure(c):
    """Write the course's settings into a configuration object of traitlets."""
    converters.find_all_files = find_ordinary_files
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

    # nbconvert would validate a notebook after each preprocessor; once, after the last, is enough
    c.Exporter.optimistic_validation = True
    c.Autograde.sanitize_preprocessors = [
        ClearOutput,
        Rebuild,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        CheckMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        Run,
        IgnorePattern,
        StderrIsNoError,
        SafeOutputs,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        Note,
    ]
    c.GenerateFeedback.exporter_class = FeedbackPage
    c.GenerateFeedback.preprocessors = [GetGrades, HideTests, SafeOutputs, CSSHTMLHeaderPreprocessor]
    c.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {"nbgrader", "tags"}


class Rebuild(NbGraderPreprocessor):
    """Put the student's cells into the released notebook: see `grading.rebuild`."""

    def preprocess(self, nb, resources):
        """Replace the submitted notebook by the rebuilt one."""
        names = resources["nbgrader"]
        try:
            released, _ = instructors(".", names["assignment"], names["notebook"])
        except FileNotFoundError:  # an assignment that was not released from here
            nb.metadata.pop(NOTE, None)
            return nb, resources
        nb.cells, repairs = rebuild(nb.cells, released)
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
        try:
            _, defined = instructors(".", names["assignment"], names["notebook"])
        except FileNotFoundError:
            return super().preprocess(nb, resources, *arguments, **options)
        if ready is None or [c.source for c in ready.cells] != [c.source for c in nb.cells]:
            if Run.engine is None:
                Run.engine = Engine()
                atexit.register(Run.engine.close)
            # not those beside the copy that nbgrader made: it followed links, to anywhere
            files, notes = files_beside(os.path.join("submitted", names["student"], names["assignment"]))
            ready = Run.engine.run(nb.cells, defined, files)
            ready.stopped += notes
        for cell, run in zip(nb.cells, ready.cells):
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = run.outputs, run.execution_count
        resources[NOTE] |= {"stopped": ready.stopped, "tried": ready.tried, "seconds": ready.seconds}
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
                safe_markdown("\n".join(lines[1:])), id="repairs"  # a student chose words in it
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
