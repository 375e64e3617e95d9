"""What is told of a stream, in words for what has no index."""

import dataclasses
import re

__all__ = ["STREAMS", "in_words_of_a_stream"]

STREAMS = ("dataset", "generator")
"""Kinds of records of what has no index."""
OWN = {
    "getitem_raises": {"hint": "Call next() on it yourself: outside of fit you see your own traceback."},
    "ignores_index": {
        "asked": "Another batch has other rows.",
        "so": "fit trains on the same items each time.",
        "hint": "What moves on from one batch to the next?",
    },
    "draws_at_random": {"hint": "Shuffle an index array before each round, and take slices of it."},
    "read_twice": {"hint": "Compare where one batch ends with where the next begins."},
    "shuffle_does_nothing": {
        "asked": "The second round has another order than the first.",
        "hint": "Is what is shuffled what the batches are taken from?",
    },
    "no_row_axis": {"hint": "Put rows together to a batch: batch(…) of a dataset, np.stack of items."},
}
"""In place of what a mistake says of a Sequence."""
NAMES = {
    r"\bseq\[(\d+)\]": r"batch \1",
    r"\bEvery index reads\b": "Every batch reads",
    r"\bon_epoch_end\b": "the generator",
    r"\b(A|a)fter the first epoch\b": r"\1fter that",
}
OF_DATASETS = {
    "never_read": {
        "hint": "Is there a drop_remainder=True, or a take() or skip() of what is shuffled anew each time?"
    },
    "misaligned": {"hint": "Zip inputs and targets first, and shuffle then."},
}


def in_words_of_a_stream(record, one):
    """A finding, or a question as text, about a Sequence, as it is said of a stream; of others the same."""
    if record.kind not in STREAMS:
        return one
    if isinstance(one, str):
        return _renamed(one)
    own = OWN.get(one.name, {}) | (OF_DATASETS.get(one.name, {}) if record.kind == "dataset" else {})
    hint = one.mistake.hint if one.hint is None else one.hint
    said = {"asked": one.asked, "received": one.received, "so": one.so, "hint": hint} | own
    said = {part: _renamed(text) for part, text in said.items()}
    if record.kind == "generator":
        said["hint"] = re.sub(r"\breturn\b", "yield", re.sub(r"\bReturn\b", "Yield", said["hint"]))
    return dataclasses.replace(one, **said)


def _renamed(text):
    """With batches by their number: "batch 3" for "seq[3]"; nothing is called when an epoch ends."""
    for of_a_sequence, of_a_stream in NAMES.items():
        text = re.sub(of_a_sequence, of_a_stream, text)
    return text[0].upper() + text[1:] if text.startswith(("batch", "the generator")) else text
