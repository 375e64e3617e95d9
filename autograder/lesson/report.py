"""What a cell shows: points, the four lines, the figure.

The `text/plain` of a `Report` is its points alone: nbgrader reads a graded cell's
result as partial credit. Its HTML is for the person who reads it.
"""

import html
import os
import textwrap
from dataclasses import dataclass

from autograder.display import figure

__all__ = ["REPORT_TYPE", "ChecksFailed", "Report", "compare", "show"]

REPORT_TYPE = "application/vnd.sequence-lessons.report+json"
"""The type under which a cell's output holds `Report.as_dict`, beside its HTML."""

WIDTH = 80
"""nbgrader cuts the lines of its Validate dialog at 87 characters."""


class ChecksFailed(Exception):
    """Raised under `nbgrader validate` alone, whose dialog shows nothing but exceptions."""

    def _render_traceback_(self):
        return str(self).split("\n")


@dataclass(frozen=True)
class Report:
    """Points of one check: one for each rule that holds.

    topic: what was checked. rules: `{rule: sentence}`. failed: those that do not hold.
    finding: the first failure, or None.
    """

    topic: str
    rules: dict
    failed: tuple = ()
    finding: object = None

    def __post_init__(self):
        if self.failed and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise ChecksFailed(self.text)

    @property
    def points(self):
        """How many rules hold."""
        return len(self.rules) - len(self.failed)

    @property
    def max_points(self):
        """How many rules there are."""
        return len(self.rules)

    @property
    def text(self):
        """Points and the four lines, in lines of at most 80 characters."""
        lines = [f"{self.points} of {self.max_points} points for {self.topic}."]
        if self.finding is not None:
            lines += [
                textwrap.fill(f"{word:<9} {said}", WIDTH, subsequent_indent=" " * 10)
                for word, said in self.finding.lines
            ]
        return "\n".join(lines)

    def __repr__(self):
        return str(self.points)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {
            "text/plain": repr(self),
            "text/html": self._repr_html_(),
            REPORT_TYPE: self.as_dict(),
        }

    def as_dict(self):
        """The report in plain values, as the class report reads it from a graded notebook."""
        return {
            "topic": self.topic,
            "points": self.points,
            "max_points": self.max_points,
            "failed": [self.rules[rule] for rule in self.failed],
            "finding": self.finding.name if self.finding else "",
            "lines": [list(line) for line in self.finding.lines] if self.finding else [],
        }

    def _repr_html_(self):
        good = self.finding is None
        marks = "".join(
            f"<li>{'✗ not yet' if rule in self.failed else '✓ holds'}: {html.escape(said)}</li>"
            for rule, said in self.rules.items()
        )
        head = f"{self.points} of {self.max_points} points for {self.topic}"
        parts = [f"<p><b>{html.escape(head)}</b></p>"]
        if not good:
            rows = "".join(
                f"<tr><th scope='row' style='text-align:left;vertical-align:top;padding-right:1em'>{word}</th>"
                f"<td style='text-align:left'>{html.escape(said)}</td></tr>"
                for word, said in self.finding.lines
            )
            parts.append(f"<table>{rows}</table>")
            parts.append(self._figure())
        parts.append(f"<ul style='list-style:none;padding-left:0'>{marks}</ul>")
        return f"<div class='autograder-report'>{''.join(parts)}</div>"

    def _figure(self):
        record = self.finding.record
        if record is None or not record.batches or self.topic in ("past the end", "reading fails"):
            return ""
        return figure.as_html(record)


class Shown:
    """A figure with its sentence, as a cell shows it."""

    def __init__(self, record):
        self._record = record

    def __repr__(self):
        return figure.sentence(self._record)

    def _repr_html_(self):
        said = html.escape(figure.sentence(self._record))
        return f"<div>{figure.as_html(self._record)}<p>{said}</p></div>"


def show(record):
    """Show what a Sequence served: the figure of a `Record`, and its sentence."""
    return Shown(record)


def compare(what, predicted, measured):
    """Print a prediction beside what was measured. Leaving the dots counts as no prediction."""
    if predicted is ...:
        print(f"{what}: measured {measured}. You left the dots: predict first, it helps.")
    elif predicted == measured:
        print(f"{what}: you predicted {predicted}, and so it is.")
    else:
        print(f"{what}: you predicted {predicted}, measured {measured}. What explains it?")
