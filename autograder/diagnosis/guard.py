"""A failure of this package is told in one line, and takes away nothing that was found before it."""

import contextlib

__all__ = ["guarded"]


@contextlib.contextmanager
def guarded(what, unseen):
    """Where the body fails, add to `unseen` that `what` could not be seen, and go on after it."""
    try:
        yield
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        unseen.append(f"{what}: autograder itself failed there ({said}), please report it")
