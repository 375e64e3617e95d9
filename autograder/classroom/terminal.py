"""Texts in which a student chose words, for a terminal."""

__all__ = ["plain"]


def plain(text):
    """Text in one line, without the control characters that could command a terminal."""
    return "".join(c if c.isprintable() else "?" for c in " ".join(str(text).split()))
