"""nbgrader's configuration: what this package adds to it, and where a course says it is.

The one line for a course's `nbgrader_config.py`, below what the course sets itself:

    from autograder.classroom.settings import configure; configure(get_config())
"""

import contextlib
import logging
import os
import sys
import warnings

from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import (
    AssignLatePenalties,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
)
from traitlets.config import Application

from autograder.classroom.converter import HandedIn
from autograder.classroom.feedback import FeedbackPage, SafeOutputs
from autograder.classroom.preprocessors import (
    CheckMetadata,
    Grades,
    HideTests,
    Note,
    Rebuild,
    Run,
    SavePoints,
    ScalePoints,
    StderrIsNoError,
)
from autograder.grading.rebuild import UNTOLD
from autograder.patches import files_of_students, ordinary_files, readable_dates, revision_here

__all__ = ["configure", "load"]

DEFAULTS = {
    # On a busy machine nbgrader's own (30 s a cell, 4 s for a kernel's last words) failed
    # 5 of 5 autogrades of a TensorFlow notebook.
    "timeout": 300,
    "iopub_timeout": 60,
    "startup_timeout": 300,
    # IPython's history must not be shared between students; the kernel's own warnings about its
    # sockets are nothing that a grader can act on.
    "extra_arguments": ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.log_level=40"],
}


def configure(c):
    """Write into a configuration object of traitlets how a class is graded.

    Folders, database and course id are the course's own, and so is a time limit that it has set.
    """
    for patch in (ordinary_files(), *files_of_students()):
        patch.install()
    readable_dates().install()
    revision_here().install()
    # inherited by the kernels that nbgrader starts, where a notebook may import TensorFlow first
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    # nbgrader calls `alembic` by its name alone
    programs = os.path.dirname(sys.executable)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
    for name, value in DEFAULTS.items():
        if name not in c.ExecutePreprocessor:
            c.ExecutePreprocessor[name] = value

    # nbconvert would validate a notebook after each preprocessor; once, after the last, is enough
    c.Exporter.optimistic_validation = True
    c.Autograde.exporter_class = HandedIn
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
        ScalePoints,
        SafeOutputs,
        ClearMetadataPreprocessor,
        LimitOutput,
        SavePoints,
        AssignLatePenalties,
        Note,
    ]
    c.GenerateFeedback.exporter_class = FeedbackPage
    c.GenerateFeedback.preprocessors = [Grades, HideTests, SafeOutputs, CSSHTMLHeaderPreprocessor]
    c.ClearMetadataPreprocessor.preserve_cell_metadata_mask = {"nbgrader", "tags", UNTOLD}


def load(root):
    """Return nbgrader's configuration of the course in a folder, as its own commands would read it.

    root: the folder, or None for the one that nbgrader's configuration names, else the current one.
    What `configure` writes is in it, whether the course's own file calls it or not.
    Raises: what a configuration file raises.
    """
    # SQLAlchemy's advice to nbgrader is nothing that a grader can act on
    warnings.filterwarnings("ignore", module=r"nbgrader\.")
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    app = NbGrader()
    app.log.setLevel(logging.CRITICAL)
    app.raise_config_file_errors = True
    folder = os.path.abspath(root or os.curdir)
    with contextlib.chdir(folder):
        app.load_config_file()  # those in Jupyter's folders, and in this one
    root = folder if root else os.path.abspath(CourseDirectory(config=app.config).root)
    if root != folder:
        Application.load_config_file(app, "nbgrader_config.py", path=root)
    app.config.CourseDirectory.root = root
    app.config.Application.log_level = logging.CRITICAL
    configure(app.config)
    return app.config
