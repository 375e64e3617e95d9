"""What `diagnose` says of one thing: a named mistake in four lines, and where it is."""

import re
from dataclasses import dataclass

from autograder.mistakes.delivery import MISTAKES
from autograder.mistakes.finding import Finding, several

__all__ = [
    "BY_NAME",
    "LOSES",
    "STOPS",
    "Diagnosed",
    "finding",
    "hint_on_length",
    "listed",
    "numbered",
    "sentence",
]

STOPS, LOSES = "stops fit", "loses or mixes data"
MOST_ITEMS = 1_000
BY_NAME = {mistake.name: mistake for mistake in MISTAKES}


@dataclass(frozen=True)
class Diagnosed(Finding):
    """One named mistake in an object of the user's.

    level: `STOPS` or `LOSES`. attribute: of the object, such as "self.ids". items: the numbers of
    those that it is about, and values: what they are, as far as that is known. place: the user's own
    line of code.
    """

    level: str = LOSES
    attribute: str = ""
    items: tuple = ()
    values: tuple = ()
    place: str = ""

    def __str__(self):
        return "\n".join(f"{word}: {text}" for word, text in self.lines)


def finding(name, level, received, so="", asked="", attribute="", items=(), values=(), line="", hint=None):
    """Make a `Diagnosed`. What is not said is taken from the mistake. line: the user's own."""
    mistake = BY_NAME[name]
    return Diagnosed(
        mistake,
        sentence(asked or mistake.asks),
        sentence(received),
        sentence(so or mistake.teach),
        hint=hint,
        reread_text=f"{line}{'' if line.endswith(':') else '.'}" if line else "your code.",
        level=level,
        attribute=attribute,
        items=tuple(items)[:MOST_ITEMS],
        values=tuple(values)[:MOST_ITEMS],
        place=line,
    )


def sentence(text):
    """A text with a full stop, and a capital letter where it begins with a word, and no name."""
    text = text.strip()
    first = text.split(" ", 1)[0]
    if (len(first) > 1 or first == "a") and first.isalpha() and first not in ("seq", "self", "fit", "len"):
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…")) else text + "."


def numbered(numbers, noun="item"):
    """Name things by number, in order: "item 9", "items 8 and 9", "items 992 to 999"."""
    numbers = sorted(numbers)
    return several(numbers, noun) if numbers else f"no {noun}"


def hint_on_length(line, room="", n=0, size=0, count=0):
    """What to do where the last items never come, beside the line that counts the batches.

    None, for the mistake's own hint, unless that line rounds up already, or a whole batch is missing. room: the user's
    own line that makes room for a whole batch, which a short one must not have; or "". n: how many items there are,
    size: of a batch, count: of batches; 0 where it is not known.
    """
    if size and n % size == 0 and 0 < count < n // size:
        return f"{n:,} items in batches of {size} are {n // size:,} batches, and it counts {count:,}."
    rounds_up = re.search(r"ceil|-\s*\(\s*-|-\s*1\s*\)\s*//|\bround\b", line)
    if rounds_up:
        return "It rounds up already: is what it divides the number of all items?"
    if room:
        return f"Round the number of batches up, and make arrays as long as the batch is: {room}."
    return None


def listed(values, most=3):
    """Some values, as they are written: "'a.png', 'b.png' and 5 more"."""
    shown = [text if len(text := repr(value)) <= 60 else text[:57] + " …" for value in values[:most]]
    more = len(values) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")
