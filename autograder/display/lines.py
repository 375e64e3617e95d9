"""The four lines of a finding, as text and as HTML."""

import html
import textwrap

__all__ = ["WIDTH", "as_html", "as_text"]

WIDTH = 80
"""nbgrader cuts the lines of its Validate dialog at 87 characters."""


def as_text(finding):
    """Return the four lines of a `Finding`, in lines of at most 80 characters."""
    return "\n".join(
        textwrap.fill(f"{word:<9} {said}", WIDTH, subsequent_indent=" " * 10) for word, said in finding.lines
    )


def as_html(finding):
    """Return the four lines of a `Finding` as a table; whatever is in them is shown as text."""
    rows = "".join(
        f"<tr><th scope='row' style='text-align:left;vertical-align:top;padding-right:1em'>{word}</th>"
        f"<td style='text-align:left'>{html.escape(said)}</td></tr>"
        for word, said in finding.lines
    )
    return f"<table>{rows}</table>"
