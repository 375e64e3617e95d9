"""The course: where nbgrader finds it, and how it grades. Loaded from this folder by nbgrader
and by JupyterLab, more than once in a process."""

from autograder.classroom.preprocessors import configure

configure(get_config())  # noqa: F821  (nbgrader gives this name to configuration files)
