"""A mistake, and a finding: one mistake as it was seen, in the four lines that a student reads."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from autograder.sequence.record import Record

__all__ = [
    "CONTRACT",
    "UNJUDGED",
    "Finding",
    "Mistake",
    "case",
    "judged",
    "plural",
    "right_samples",
    "several",
    "telling",
    "unjudged",
]

CONTRACT = {
    1: "len(gen) is the int n / b, rounded up.",
    2: "gen[i] is a tuple of two arrays: the samples from i·b up to, but not including, (i+1)·b "
    "or n; in order, values and dtypes unchanged, each with its own label.",
    3: "in every epoch of fit every sample is served exactly once.",
    4: "the same index gives the same batch again, asked in any order.",
    5: "what the caller passed in is left as it was.",
    6: "DataGenerator is a subclass of tf.keras.utils.Sequence.",
    7: "an index outside 0 … len−1 raises an IndexError that names the index.",
    8: "data and labels of unequal lengths raise ValueError when the object is made.",
    9: "when reading fails, an exception that names the batch index leaves __getitem__; "
    "nothing is returned in its place.",
    10: "a batch that is not numeric raises a TypeError that names the batch index.",
    11: "with shuffle=False the samples come in the order of the data, in every epoch.",
    12: "with shuffle=True the samples are shuffled, each with its own label: which of them share a batch is "
    "drawn anew for every epoch of fit.",
    13: "the same seed gives the same epochs again, whatever other objects draw in between; another seed "
    "gives others.",
}


@dataclass(frozen=True)
class Mistake:
    """A mistake that people make, in its one home.

    name: what it is called, in tables and tests. rule: of the CONTRACT that it breaks; None where it is
    about the exercise itself. teach: what to explain to a class that makes it, in a sentence. hint: a
    question for the student, where the finding itself supports it. predicts: formulas of what a class
    that makes it would answer; what they take and return stands beside the collection that holds them.
    final: whether nothing else can be judged once it was seen. asks: what holds for every right
    Sequence, in place of a rule of the contract, where there is none for it.
    """

    name: str
    rule: int | None
    teach: str
    hint: str = ""
    predicts: tuple = ()
    final: bool = False
    asks: str = ""

    @property
    def title(self) -> str:
        """The name in words, for the head of a figure."""
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Finding:
    """One mistake as it was seen, in the four lines that a student reads.

    mistake: a `Mistake`. asked, received, so: the first three lines. hint: in place of the mistake's
    own; empty where what was seen does not support it. rule: in place of the mistake's own. reread:
    the whole of the last line, where it is no rule of the contract. record: the observation that shows
    it, for the figure, where there is one.
    """

    mistake: Mistake
    asked: str
    received: str
    so: str
    record: Record | None = None
    hint: str | None = None
    rule: int | None = None
    reread_text: str = ""

    @property
    def name(self) -> str:
        """The name of its mistake."""
        return self.mistake.name

    @property
    def reread(self) -> str:
        """What to read again: a rule of the contract, with a question to think about."""
        hint = self.mistake.hint if self.hint is None else self.hint
        rule = self.rule or self.mistake.rule
        text = self.reread_text or (f"Contract {rule}: {CONTRACT[rule]}" if rule else "")
        return f"{text} {hint}" if hint else text

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The four lines as (word, text) pairs."""
        return (
            ("Asked", self.asked),
            ("Received", self.received),
            ("So", self.so),
            ("Re-read", self.reread),
        )


UNJUDGED = Mistake("not_judged", None, "The autograder itself failed here: look at the class yourself.")


def judged(judges: Mapping[str, Callable[..., Finding | None]], *arguments: object) -> dict[str, Finding]:
    """Call judges, `{rule: function that returns a Finding or None}`: `{rule: Finding}`.

    One that fails says so in the place of its finding, and the others are heard all the same.
    """
    found: dict[str, Finding] = {}
    for rule, judge in judges.items():
        finding: Finding | None
        try:
            finding = judge(*arguments)
        except Exception as error:  # no exception of ours may reach a student
            finding = unjudged(error)
        if finding is not None:
            found[rule] = finding
    return found


def unjudged(error: Exception) -> Finding:
    """The finding for a rule that could not be judged, since the autograder itself failed."""
    return Finding(
        UNJUDGED,
        "a judgement of this rule.",
        f"{type(error).__name__} in the autograder itself: {error}"[:200],
        "this is no mistake of yours. Whoever grades it is told, and looks at it.",
        reread_text="nothing: you can go on.",
    )


def right_samples(i: int, n: int, b: int) -> list[int]:
    """The samples that the contract asks for at index i, of n in batches of b: list of int."""
    return list(range(min(i * b, n), min((i + 1) * b, n)))


def several(numbers: Iterable[int], noun: str = "sample", most: int = 6) -> str:
    """Name samples by number: "sample 9", "samples 8 and 9", "samples 992 to 999"."""
    numbers = [int(number) for number in numbers]
    nouns = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{nouns} {numbers[0]} to {numbers[-1]}"
    if len(numbers) > most:
        return f"{nouns} {', '.join(map(str, numbers[:most]))} and {len(numbers) - most} more"
    return f"{nouns} {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def plural(number: int, noun: str) -> str:
    """Count things: "1 batch", "3 batches"."""
    ending = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}" + ("" if number == 1 else ending)


def case(record: Record) -> str:
    """Say which input it was: "10 samples in batches of 3", and with which options."""
    named = "".join(f", {name}={value}" for name, value in record.options.items())
    return f"{plural(record.n, 'sample')} in batches of {record.batch_size}{named}"


def telling(record: Record) -> tuple[bool, bool, int, int]:
    """Sort key: cases that can be followed by hand first, the smallest of them foremost."""
    n, b = record.n, record.batch_size
    return (not n > b >= 2, b == 1, n, b)
