"""Texts in which a student chose words, without letters that are obeyed and not seen."""

import re

__all__ = ["plain", "visible"]

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What commands a terminal, and what turns round the letters that follow."""


def plain(text):
    """Text in one line, without the control characters that could command a terminal."""
    return "".join(c if c.isprintable() else "?" for c in " ".join(str(text).split()))


def visible(page):
    """Return a page in which each letter that would be obeyed, and not seen, is seen."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", page)
