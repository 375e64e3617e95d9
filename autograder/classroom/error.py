"""What is said, in one line, where a course cannot be worked on. It imports nothing: see `cli`."""

__all__ = ["CourseError"]


class CourseError(Exception):
    """The course, or what was asked of it, is not as it must be; the message says what to do."""
