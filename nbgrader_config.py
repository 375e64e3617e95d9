"""The course: where nbgrader finds it, and how it grades. Loaded from this folder by nbgrader
and by JupyterLab, more than once in a process."""

from autograder.classroom.settings import configure

c = get_config()  # noqa: F821  (nbgrader gives this name to configuration files)
c.CourseDirectory.course_id = "sequence-lessons"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
configure(c)
