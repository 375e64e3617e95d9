"""Inputs, or targets, that stand in another order than those of the model, by what each is called on both sides."""

import re

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.pairing import made_of

__all__ = ["exchanged"]

NO_NAMES = {
    "input",
    "inputs",
    "output",
    "outputs",
    "batch",
    "data",
    "id",
    "ids",
    "label",
    "labels",
    "y",
    "x",
    "list",
}
"""Words that tell none from another."""


def exchanged(facts, record, reads):
    """Yield a finding about inputs, or targets, of which two are each called as the model calls the other.

    facts: `model.ModelFacts`. reads: `Reads` of the first epoch, or None.
    """
    if reads is None or not reads.batches:
        return
    for side, names in (
        ("x", [name for name, _ in facts.inputs]),
        ("y", [one.name for one in facts.outputs]),
    ):
        leaves = reads.batches[0].side(side)
        if len(leaves) < 2 or len(leaves) != len(names) or any("['" in leaf.path for leaf in leaves):
            continue
        ours = [made_of(reads, leaf) for leaf in leaves]
        for place, other in ((a, b) for a in range(len(names)) for b in range(a + 1, len(names))):
            straight = _alike(ours[place], names[place]) or _alike(ours[other], names[other])
            if not straight and _alike(ours[place], names[other]) and _alike(ours[other], names[place]):
                what = "inputs" if side == "x" else "targets"
                yield finding(
                    "exchanged",
                    LOSES,
                    f"{leaves[place].path} is made of self.{ours[place]}, {leaves[other].path} of self.{ours[other]}",
                    f"{what} without names are taken by their order: each goes where the other belongs",
                    asked=f"the {what} of the model are {names[place]!r} and {names[other]!r}, in this order",
                    line=record.lines.get("__getitem__", ""),
                )
                return


def _alike(ours, theirs):
    """Whether two names have a word in common that says what it is."""
    return bool(_words(ours) & _words(theirs))


def _words(name):
    words = re.findall("[a-z]+", re.sub("([a-z])([A-Z])", r"\1 \2", name).lower())
    return {word.removesuffix("s") for word in words} - NO_NAMES - {""}
