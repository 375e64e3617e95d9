"""The figure of an order: a row for each epoch, in it a box for each sample, as it came.

How dark a box is says from which batch of the data its sample is, so that whole batches that moved are seen
as such. A sample that came with another's label is an outline, hatched.
"""

from autograder.display.figure import FAULT, INK, image, mislabelled, new_figure, plain
from autograder.mistakes.finding import case, plural
from autograder.sequence.record import order_of

__all__ = ["as_html", "draw", "sentence", "tells_more"]

MOST_ROWS = 40
"""More samples than this have no room in a row."""
DARK, LIGHT = (0, 114, 178), (226, 240, 250)
"""The colours of the first and the last batch of the data: red, green and blue."""
GAP = 0.5
"""Between two batches, in boxes."""


def tells_more(record, finding):
    """Whether this figure is the one to draw: of what was made to shuffle, or not to, where all samples came."""
    about = finding is None or finding.mistake.rule in (11, 12, 13) or finding.name.endswith("_alone")
    return bool(record.options) and about and 1 < record.n <= MOST_ROWS and bool(record.epochs)


def _rows(record):
    """What is drawn: {name of the row: list of `Batch`}."""
    rows = {"before fit": record.batches} if record.batches else {}
    return rows | {f"epoch {k + 1}": batches for k, batches in enumerate(record.epochs)}


def _kind(record, batches):
    """How an epoch is ordered, in a few words."""
    order, b = order_of(batches), record.batch_size
    if order == sorted(order):
        return "the order of the data"
    if any(len({i // b for i in batch.samples or ()}) > 1 for batch in batches):
        return "samples changed places"
    if all(list(batch.samples or ()) == sorted(batch.samples or ()) for batch in batches):
        return "whole batches changed places"
    if [next(iter(batch.samples or (0,))) // b for batch in batches] == list(range(len(batches))):
        return "samples changed places inside their batch"
    return "whole batches changed places, and samples inside them"


def sentence(record):
    """Say in one sentence what the figure shows; it is also its alternative text."""
    said, rows = [], _rows(record)
    for kind in dict.fromkeys(_kind(record, batches) for batches in rows.values()):
        names = [name for name, batches in rows.items() if _kind(record, batches) == kind]
        said.append(f"{', '.join(names)}: {kind}")
    wrong = {name: len(mislabelled(record, batches)) for name, batches in rows.items()}
    labels = [
        f"{count} of {record.n} labels belong to other samples in {name}"
        for name, count in wrong.items()
        if count
    ]
    same = len(record.epochs) > 1 and all(order_of(e) == order_of(record.epochs[0]) for e in record.epochs)
    if same and _kind(record, record.epochs[0]) != "the order of the data":
        said.append("every epoch has the same order")
    text = "; ".join([*said, *labels])
    return f"{case(record)}. {text[:1].upper()}{text[1:]}."


def title(record):
    """State what the epochs show in a few words."""
    wrong = max(len(mislabelled(record, batches)) for batches in record.epochs)
    if wrong:
        return f"{wrong} of {plural(record.n, 'sample')} with another's label"
    kinds = list(dict.fromkeys(_kind(record, batches) for batches in record.epochs))
    return kinds[0].capitalize() if len(kinds) == 1 else "Not every epoch is ordered in the same way"


def draw(record):
    """Draw the orders of a `Record`. Returns a `matplotlib.figure.Figure` that no window owns."""
    rows = _rows(record)
    height = 0.75 + 0.36 * len(rows)
    figure = new_figure(height)
    axes = figure.subplots()
    figure.subplots_adjust(left=0.11, right=0.985, top=1 - 0.34 / height, bottom=0.36 / height)
    plain(axes)
    axes.spines["bottom"].set_visible(False)
    for row, batches in enumerate(rows.values()):
        _draw_row(axes, record, row, batches)
    width = record.n + GAP * (record.asked_length - 1)
    axes.set_xlim(-0.1, max(width + 0.1, 8))
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), list(rows))
    middles = [
        k * (record.batch_size + GAP) + min(record.batch_size, record.n - k * record.batch_size) / 2
        for k in range(record.asked_length)
    ]
    few = record.asked_length < 8
    axes.set_xticks(middles, [f"{_ordinal(k + 1)} batch" if few else k + 1 for k in range(len(middles))])
    axes.tick_params(length=0)
    axes.set_title(title(record), loc="left", color=INK, fontsize=11, fontweight="bold")
    return figure


def _ordinal(number):
    """Such as "1st", "2nd", "3rd", "4th"; below 11."""
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


def _draw_row(axes, record, row, batches):
    from matplotlib.patches import Rectangle

    wrong, place = set(mislabelled(record, batches)), 0
    for number, batch in enumerate(batches):
        for k, sample in enumerate(batch.samples or ()):
            left = number * (record.batch_size + GAP) + k
            fill, ink = _colours(sample // record.batch_size, record.asked_length)
            bad = place in wrong
            axes.add_patch(
                Rectangle(
                    (left + 0.04, row - 0.36),
                    0.92,
                    0.72,
                    facecolor="none" if bad else fill,
                    edgecolor=FAULT if bad else INK,
                    linewidth=1.2 if bad else 0.6,
                    linestyle="--" if bad else "-",
                    hatch="///" if bad else None,
                )
            )
            box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6} if bad else None
            axes.text(
                left + 0.5,
                row,
                str(sample) if sample >= 0 else "?",
                ha="center",
                va="center",
                fontsize=8,
                color=INK if bad else ink,
                bbox=box,
            )
            place += 1


def _colours(block, blocks):
    """The colour of a box, and that of the number in it."""
    part = block / max(1, blocks - 1)
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(DARK, LIGHT))
    light = 0.299 * red + 0.587 * green + 0.114 * blue > 110
    return f"#{red:02x}{green:02x}{blue:02x}", INK if light else "white"


def as_html(record):
    """Return the figure as an HTML `img` element with its sentence as alternative text."""
    return image(
        draw(record), f"A row of boxes for each epoch, one a sample, as they came. {sentence(record)}"
    )
