"""The report of `diagnose`: as text in a terminal, as HTML with the figure in a notebook."""

import html
import textwrap
from dataclasses import dataclass, field

from autograder.diagnosis.finding import sentence
from autograder.display.lines import as_html

__all__ = ["Diagnosis"]

WIDTH = 88


@dataclass
class Diagnosis:
    """What `diagnose` found.

    findings: named mistakes, the first cause first; empty where nothing is wrong. questions: what
    cannot be known from outside. notes: advice. unseen: what could not be observed, and why.
    record: all that was observed. name: of the class. refused: why nothing was looked at, and what
    to do; "" where something was.
    """

    name: str
    findings: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    unseen: list = field(default_factory=list)
    record: object = None
    figure_of: object = None
    refused: str = ""

    @property
    def head(self):
        """The result in one line."""
        if self.refused:
            return f"{self.name}: nothing was looked at. {sentence(self.refused)}"
        if not self.findings:
            return f"{self.name}: nothing wrong was found" + (
                ", as far as it could be seen." if self.unseen else "."
            )
        count = len(self.findings)
        return f"{self.name}: {'one thing is' if count == 1 else f'{count} things are'} wrong."

    @property
    def text(self):
        """All of it, in lines of at most 88 characters."""
        lines = _filled(self.head, "")
        if self.figure_of is not None:
            lines += _filled(self.figure_of.sentence, "")
        for number, finding in enumerate(self.findings, 1):
            where = f" ({finding.attribute})" if finding.attribute else ""
            lines += ["", f"{number}. {finding.name.replace('_', ' ')}{where}: {finding.level}"]
            for word, said in finding.lines:
                lines += _filled(said, f"   {word:<9} ", " " * 13)
        for title, said in self._lists():
            lines += ["", f"{title}:"]
            for text in said:
                lines += _filled(text, "  - ", "    ")
        return "\n".join(lines)

    def _lists(self):
        lists = (("Questions", self.questions), ("Notes", self.notes), ("Could not be seen", self.unseen))
        return [(title, said) for title, said in lists if said]

    def __str__(self):
        return self.text

    __repr__ = __str__

    def _repr_html_(self):
        parts = [f"<p><b>{html.escape(self.head)}</b></p>"]
        if self.figure_of is not None:
            parts.append(self.figure_of.as_html())
            parts.append(f"<p>{html.escape(self.figure_of.sentence)}</p>")
        for number, finding in enumerate(self.findings, 1):
            where = f" (<code>{html.escape(finding.attribute)}</code>)" if finding.attribute else ""
            name = html.escape(finding.name.replace("_", " "))
            parts.append(f"<p><b>{number}. {name}</b>{where}: {finding.level}</p>{as_html(finding)}")
        for title, said in self._lists():
            items = "".join(f"<li>{html.escape(text)}</li>" for text in said)
            parts.append(f"<p>{title}</p><ul>{items}</ul>")
        return f"<div class='autograder-diagnosis'>{''.join(parts)}</div>"


def _filled(text, first, rest=None):
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest
    )
    return lines or [first.rstrip()]
