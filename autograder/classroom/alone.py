"""A lock on a course: two runs at once would take each other's half-made folders for missing ones."""

import contextlib
import os

from autograder.classroom.assignment import CourseError

__all__ = ["alone"]


@contextlib.contextmanager
def alone(root):
    """Hold the course in a folder for this process. Raises: CourseError, where another one does.

    What is locked is the folder itself, and the system lets go of it however the process ends: no file
    is left. Windows has no such locks; there two runs are told apart by nobody.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(
                f"Another run is grading the course in {root}. Wait until it has ended, or stop it."
            ) from None
        try:
            yield
        finally:
            fcntl.flock(folder, fcntl.LOCK_UN)  # also for a fork that has not closed it yet
    finally:
        os.close(folder)
