"""What a cell shows: points, the four lines, the figure.

The `text/plain` of a `Report` is its points alone: nbgrader reads a graded cell's
result as partial credit. Its HTML is for the person who reads it.
"""

import html
import os
import textwrap
from dataclasses import dataclass, field

import numpy as np

from autograder.display import figure, lines, order, strip
from autograder.lesson.points import cell_points
from autograder.mistakes.finding import UNJUDGED, Finding
from autograder.sequence.record import Record

__all__ = [
    "REPORT_TYPE",
    "ChecksFailed",
    "Report",
    "compare",
    "show",
    "show_order",
    "show_pictures",
    "show_steps",
    "show_times",
]

REPORT_TYPE = "application/vnd.sequence-lessons.report+json"
"""The type under which a cell's output holds `Report.as_dict`, beside its HTML."""


class ChecksFailed(Exception):
    """Raised under `nbgrader validate` alone, whose dialog shows nothing but exceptions."""

    def _render_traceback_(self):
        return str(self).split("\n")


@dataclass(frozen=True)
class Report:
    """Points of one check, an equal part for each rule that holds.

    topic: what was checked. rules: `{rule: sentence}`. found: `{rule: Finding}` of those that do not
    hold. finding: the first of them, or None. drawn: the record to draw where nothing was found.
    printed: what the class printed meanwhile, a few lines. worth: the points of the cell, by nbgrader's
    metadata; where nobody knows, as many as there are rules.
    """

    topic: str
    rules: dict
    found: dict = field(default_factory=dict)
    finding: Finding | None = None
    drawn: Record | None = None
    printed: tuple = ()
    worth: float | None = field(default_factory=cell_points)

    def __post_init__(self):
        if self.failed and os.environ.get("NBGRADER_EXECUTION") == "validate":
            raise ChecksFailed(self.text)

    @property
    def failed(self):
        """The rules that do not hold, in order."""
        return tuple(rule for rule in self.rules if rule in self.found)

    @property
    def max_points(self):
        """What the check is worth."""
        return len(self.rules) if self.worth is None else self.worth

    @property
    def points(self):
        """The part of `max_points` whose rules hold, to a hundredth."""
        points = round(self.max_points * (len(self.rules) - len(self.failed)) / len(self.rules), 2)
        return int(points) if points == int(points) else points

    @property
    def head(self):
        """Points and topic."""
        return f"{self.points:g} of {self.max_points:g} points for {self.topic}"

    @property
    def text(self):
        """Points and the four lines, in lines of at most 80 characters."""
        parts = [f"{self.head}."]
        if self.finding is not None:
            parts.append(lines.as_text(self.finding))
        if self.printed:
            parts += ["Your class printed:", *(textwrap.shorten(line, lines.WIDTH) for line in self.printed)]
        return "\n".join(parts)

    def __repr__(self):
        return f"{self.points:g}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {
            "text/plain": repr(self),
            "text/html": self._repr_html_(),
            REPORT_TYPE: self.as_dict(),
        }

    def as_dict(self):
        """The report in plain values, as the class report reads it from a graded notebook.

        findings: the names of all mistakes. rules: for each rule its sentence, and where it does not hold
        the name of the mistake and its four lines. unjudged: what the autograder itself could not do.
        """
        return {
            "topic": self.topic,
            "points": self.points,
            "max_points": self.max_points,
            "failed": [self.rules[rule] for rule in self.failed],
            "finding": self.finding.name if self.finding else "",
            "findings": list(dict.fromkeys(finding.name for finding in self.found.values())),
            "lines": [list(line) for line in self.finding.lines] if self.finding else [],
            "rules": [self._rule(rule) for rule in self.rules],
            "unjudged": [f.received for f in self.found.values() if f.mistake is UNJUDGED][:1],
        }

    def _rule(self, rule):
        found = self.found.get(rule)
        if found is None:
            return {"rule": self.rules[rule], "finding": "", "lines": []}
        return {
            "rule": self.rules[rule],
            "finding": found.name,
            "lines": [list(line) for line in found.lines],
        }

    def _repr_html_(self):
        marks = "".join(
            f"<li>{self._mark(rule)}: {html.escape(said)}</li>" for rule, said in self.rules.items()
        )
        parts = [f"<p><b>{html.escape(self.head)}</b></p>"]
        if self.finding is not None:
            parts.append(lines.as_html(self.finding))
        parts += [self._figure(), f"<ul style='list-style:none;padding-left:0'>{marks}</ul>"]
        if self.printed:
            said = "\n".join(html.escape(line) for line in self.printed)
            parts.append(f"<p>Your class printed:</p><pre>{said}</pre>")
        return f"<div class='autograder-report'>{''.join(parts)}</div>"

    def _mark(self, rule):
        finding = self.found.get(rule)
        if finding is None:
            return "✓ holds"
        return "? could not be judged" if finding.mistake is UNJUDGED else "✗ not yet"

    def _figure(self):
        record = self.finding.record if self.finding is not None else self.drawn
        if record is None or not record.served:
            return ""
        try:
            if order.tells_more(record, self.finding):
                drawn, sentence = order.as_html(record), order.sentence(record)
            else:
                drawn, sentence = figure.as_html(record, self.finding), figure.sentence(record)
            said = "" if self.finding is not None else f"<p>{html.escape(sentence)}</p>"
        except Exception:  # points and words are there without it
            return ""
        return drawn + said


class Shown:
    """A figure with its sentence, as a cell shows it. draw: makes the figure as HTML."""

    def __init__(self, sentence, draw):
        self._sentence, self._draw = sentence, draw

    def __repr__(self):
        return self._sentence

    def _repr_html_(self):
        return f"<div>{self._draw()}<p>{html.escape(self._sentence)}</p></div>"


def show(record):
    """Show what a Sequence served: the figure of a `Record`, and its sentence."""
    return Shown(figure.sentence(record), lambda: figure.as_html(record))


def show_order(record):
    """Show in which order `fit` was served the samples of a `Record`, a row for each epoch."""
    return Shown(order.sentence(record), lambda: order.as_html(record))


def show_steps(runs, count):
    """Show how many steps some runs of `fit` took before they stopped.

    runs: `{name: steps}`. count: the steps of a whole epoch.
    """
    said = "; ".join(f"{name}: {steps} of {count} steps" for name, steps in runs.items()) + "."
    alt = f"A row of boxes for each run, one a step. {said}"
    return Shown(said, lambda: figure.image(figure.draw_steps(runs, count), alt))


def show_times(times, floor):
    """Show how long some runs took.

    times: `{name: seconds}`. floor: the seconds below which none of them can come.
    """
    said = "; ".join(f"{name}: {seconds:.1f} s" for name, seconds in times.items())
    said = f"{said}; the steps alone: {floor:.1f} s."
    alt = f"A bar for each run, as long as it took. {said}"
    return Shown(said, lambda: figure.image(figure.draw_times(times, floor), alt))


def show_pictures(pictures, labels):
    """Show a few grey pictures side by side, as they are in any theme: arrays from 0 to 1, of one shape."""
    said = f"{len(pictures)} pictures, with the labels {', '.join(map(str, labels))}."
    return Shown(said, lambda: strip.as_html(pictures, said))


def compare(what, predicted, measured):
    """Print a prediction beside what was measured. Leaving the dots counts as no prediction.

    Numbers and arrays are right to a hundredth of what was measured; texts and truth are to be the same.
    """
    if predicted is ...:
        print(f"{what}: measured {measured}. You left the dots: predict first, it helps.")
    elif _agree(predicted, measured):
        print(f"{what}: you predicted {predicted}, and so it is.")
    else:
        print(f"{what}: you predicted {predicted!r}, measured {measured!r}. What explains it?")


def _agree(predicted, measured):
    """Whether a prediction is right, up to rounding."""
    for kinds in ((bool, np.bool_), str, type(None)):
        if isinstance(predicted, kinds) or isinstance(measured, kinds):
            return isinstance(predicted, kinds) and isinstance(measured, kinds) and predicted == measured
    try:
        one, other = np.asarray(predicted, float), np.asarray(measured, float)
    except (TypeError, ValueError):
        return bool(np.all(predicted == measured))
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=0.01, atol=1e-9, equal_nan=True))
