"""A lock on a course: two runs at once would take each other's half-made folders for missing ones."""

import contextlib
import os

from autograder.classroom.error import CourseError

__all__ = ["alone"]

LOCK = ".autograder-lock"


@contextlib.contextmanager
def alone(root):
    """Hold the course in a folder for this process. Raises: CourseError, where another one does.

    What is locked is the folder itself, and the system lets go of it however the process ends: no file
    is left. Where a folder cannot be locked, on NFS say, a file in it is. Windows has no such locks;
    there nobody keeps two runs apart.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    held = None
    for path, how in ((root, os.O_RDONLY), (os.path.join(root, LOCK), os.O_RDWR | os.O_CREAT)):
        held = os.open(path, how)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            os.close(held)
            raise CourseError(
                f"Another run is grading the course in {root}. Wait until it has ended, or stop it."
            ) from None
        except OSError as error:
            os.close(held)
            held, problem = None, error.strerror
    if held is None:
        raise CourseError(f"{root} cannot be locked for one run ({problem}).")
    try:
        yield
    finally:
        fcntl.flock(held, fcntl.LOCK_UN)  # also for a fork that has not closed it yet
        os.close(held)
