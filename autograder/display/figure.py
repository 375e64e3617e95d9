"""The one figure: samples per batch index, and under it which samples an epoch served.

Outline: what the contract asks for. Fill: what the Sequence served. Colours are
from Okabe and Ito's palette; hatches, dashes and words say the same without them.

A figure is an SVG in an `img`, so it is sharp at any size, and runs and loads nothing. Its ground is
transparent; where JupyterLab, or nbconvert, says that its theme is dark, light and dark change places.
"""

import base64
import html
import io

from autograder.mistakes.finding import case, plural, right_samples, several

__all__ = [
    "as_html",
    "draw",
    "draw_steps",
    "draw_times",
    "image",
    "mislabelled",
    "new_figure",
    "places",
    "plain",
    "sentence",
    "title",
]

SERVED, FAULT, RULE, INK = "#0072B2", "#D55E00", "#595959", "#262626"
WIDTH, HEIGHT = 7.2, 2.9  # inches
PIXELS = 700
"""How wide a figure is shown."""
DARK = (
    '<style>[data-jp-theme-light="false"] img.autograder-figure{filter:invert(1) hue-rotate(180deg)}</style>'
)
"""In a dark theme ink is light; the turn by half a circle gives the colours their hues back."""
MOST_BARS = 60
"""More batches than this are drawn as the first and the last ones, with a gap between."""
MOST_KEPT = 200
_drawn = {}
"""Figures as HTML, by all that they show: in a class, many make the same mistake."""


def sentence(record):
    """Say in one sentence what the figure shows; it is also its alternative text."""
    if record.unreadable is not None:
        return _sentence_of_a_stop(record)
    if record.length is None and not record.own_num_batches and not record.served:
        return f"{case(record)}: it has no length, so nobody can say how many batches there are."
    before = ""
    if record.fit_problem is not None:
        before = f"fit stopped with {_in_words(record.fit_problem)}. "
    if not record.told:
        return before + _sentence_of_rows(record)
    times = record.times_served()
    mixed = len(mislabelled(record, record.served))
    if not mixed and (times == 1).all() and len(record.served) == record.asked_length == record.fit_length:
        last = record.served[-1].size
        short = "" if last == record.batch_size or record.n < record.batch_size else f", the last of {last}"
        return (
            f"{before}{plural(record.n, 'sample')} in {plural(record.asked_length, 'batch')}{short}: "
            "each served once."
        )
    never, often = record.never_served(), (times > 1).nonzero()[0]
    count = record.fit_length if record.fit_length is not None else len(record.served)
    text = f"{before}{case(record)}: {plural(count, 'batch')}"
    if count != record.asked_length:
        text += f" where the contract asks for {record.asked_length:,}"
    text += f", {int((times > 0).sum()):,} of {plural(record.n, 'sample')} served"
    if len(never):
        text += f"; {several(never)} never"
    if len(often):
        text += f"; {several(often)} more than once"
    if mixed:
        text += f"; {plural(mixed, 'sample')} with another's label (hatched batches)"
    return text + "."


def _in_words(problem):
    """An exception in a few words: of TensorFlow's own, which begin with names of its graph, the type alone."""
    return problem.kind if "{{" in problem.said else problem.said[:120].rstrip(".")


def _sentence_of_rows(record):
    """What can be said where no row that came is known: how many came, and no more."""
    sizes = [batch.size for batch in record.served]
    return (
        f"{case(record)}: {plural(len(sizes), 'batch')} with {plural(sum(sizes), 'row')} in all came. Which "
        "samples they are cannot be told: no row is equal to one of the data."
    )


def _sentence_of_a_stop(record):
    """What came of an epoch in which a batch cannot be read."""
    came = len(record.served)
    text = f"{case(record)}, of which batch {record.unreadable} cannot be read: {plural(came, 'batch')} came"
    if record.fit_problem is None:
        return f"{text}, and fit went on to its end."
    never = [i for i in range(record.asked_length) if i not in record.asked]
    if not never:
        return f"{text}, then fit stopped."
    verb = "was" if len(never) == 1 else "were"
    return f"{text}, then fit stopped; {several(never, 'batch')} {verb} never asked for."


def title(record, finding=None):
    """State the finding in a few words. finding: what the report says, where it is not to be seen here."""
    if record.unreadable is not None:
        stopped = "fit stopped" if record.fit_problem is not None else "fit went on"
        text = f"{stopped}: batch {record.unreadable} cannot be read"
        return f"{finding.mistake.title}: batch {record.unreadable} cannot be read" if finding else text
    times = record.times_served()
    served = int((times > 0).sum())
    if not record.told:
        return (
            finding.mistake.title if finding else f"{plural(sum(b.size for b in record.served), 'row')} came"
        )
    if served < record.n:
        return f"{served:,} of {record.n:,} samples served"
    if (times > 1).any():
        return f"{int((times > 1).sum()):,} of {record.n:,} samples served more than once"
    extra = (record.fit_length or 0) - record.asked_length
    if extra > 0:
        return f"All {record.n:,} samples, and {plural(extra, 'batch')} too many"
    if finding is not None:
        return f"{finding.mistake.title}: {case(record)}"
    mixed = len(mislabelled(record, record.served))
    if mixed:
        return f"{mixed:,} of {plural(record.n, 'sample')} with another's label"
    return f"All {record.n:,} samples, each served once"


def draw(record, finding=None):
    """Draw the figure of a `Record`. Returns a `matplotlib.figure.Figure` that no window owns.

    finding: the `Finding` that it is shown for, if any.
    """
    figure = new_figure()
    bars, strip = figure.subplots(2, 1, gridspec_kw={"height_ratios": [4, 1], "hspace": 0.75})
    figure.subplots_adjust(left=0.09, right=0.985, top=0.88, bottom=0.12)
    _draw_bars(bars, record)
    _draw_strip(strip, record)
    bars.set_title(title(record, finding), loc="left", color=INK, fontsize=11, fontweight="bold")
    return figure


def new_figure(height=HEIGHT):
    """Return an empty figure on a transparent ground, of the width that all have. height: in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, height), facecolor="none")


def image(figure, alt):
    """Return a figure as HTML: an `img` with alternative text, and what turns it over in a dark theme."""
    import matplotlib

    buffer = io.BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    with matplotlib.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "autograder"}
    ):  # the same bytes again
        figure.savefig(buffer, format="svg", metadata=nothing)
    code = base64.b64encode(buffer.getvalue()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{code}" alt="{html.escape(alt, quote=True)}" '
        f'width="{PIXELS}" class="autograder-figure">{DARK}'
    )


def plain(axes):
    """Take away what a figure does not need."""
    axes.set_facecolor("none")
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
    axes.tick_params(colors=INK, labelsize=8, length=2)


def places(count):
    """The places of `count` bars that are drawn: all, or the first and the last ones."""
    if count <= MOST_BARS:
        return list(range(count))
    return [*range(MOST_BARS // 2), *range(count - MOST_BARS // 2, count)]


def _draw_bars(axes, record):
    plain(axes)
    served = {k: batch.size for k, batch in enumerate(record.served)}
    asked = record.asked_length
    shown = places(max(asked, len(served), 1))
    many = len(shown) > 20
    highest = max([record.batch_size, *served.values()])
    left_out = [place for place, index in enumerate(shown) if _left_out(record, index)]
    middle = left_out[(len(left_out) - 1) // 2] if left_out else 0
    for place, index in enumerate(shown):
        right = len(right_samples(index, record.n, record.batch_size))
        size = served.get(index)
        if size:
            wrong = size != right or mislabelled(record, [record.served[index]])
            axes.bar(
                place,
                size,
                0.78,
                color=FAULT if wrong else SERVED,
                edgecolor="white",
                linewidth=0,
                hatch="///" if wrong else None,
                zorder=2,
            )
        if size is None and right:
            left = _left_out(record, index)
            axes.bar(
                place,
                right,
                0.78,
                fill=False,
                edgecolor=RULE if left else FAULT,
                linestyle=":" if left else "--",
                linewidth=1.4,
            )
        elif right:
            axes.bar(place, right, 0.78, fill=False, edgecolor=INK, linewidth=0.8, zorder=3)
        if size == 0:
            axes.plot(place, 0, marker="x", color=FAULT, markersize=7, mew=2, clip_on=False, zorder=4)
        if not many:
            said = "raised" if index == record.unreadable and size is None else _left_out(record, index)
            if said.startswith("not") and place != middle:
                continue  # one label for all of them
            _label(axes, place, right, size, highest, said)
    if many:
        _note(axes, record, served, asked, len(shown))
    if len(shown) < max(asked, len(served)):
        axes.axvline(MOST_BARS // 2 - 0.5, color=RULE, linestyle=":")
    step = max(1, len(shown) // 16)
    axes.set_xticks(range(0, len(shown), step), [shown[p] for p in range(0, len(shown), step)])
    axes.set_xlim(-0.6, max(len(shown) - 0.4, 3.4))
    axes.set_ylim(0, highest * 1.28)
    axes.set_yticks([record.batch_size])
    axes.set_xlabel("index of the batch", fontsize=8, color=INK, labelpad=1)
    axes.set_ylabel("samples", fontsize=8, color=INK)


def mislabelled(record, batches):
    """The places, counted through some batches, of samples that came with another's label."""
    own = record.own_labels
    pairs = [pair for batch in batches for pair in zip(batch.samples or (), batch.labels or ())]
    return [
        place
        for place, (i, label) in enumerate(pairs)
        if 0 <= i < len(own) and label is not None and label != own[i]
    ]


def _stopped_at(record):
    """The index of the batch at which `fit` stopped in its first epoch, or None."""
    if record.fit_problem is None:
        return None
    if record.unreadable is not None:
        return record.unreadable
    came = len(record.served)
    return came if record.epochs and came < (record.fit_length or 0) else None


def _left_out(record, index):
    """Why a batch did not come that is no fault of its own, after one that stopped `fit`; else empty."""
    stopped = _stopped_at(record)
    if stopped is None or index <= stopped:
        return ""
    return "not reached" if index in record.asked or record.unreadable is None else "not asked"


def _label(axes, place, right, size, highest, said=""):
    text = said or ("missing" if size is None else str(size) if size else "empty")
    axes.text(
        place,
        max(right, size or 0) + highest * (0.04 if size or right else 0.09),
        text,
        ha="center",
        va="bottom",
        fontsize=8,
        color=INK if (size == right and size) or said.startswith("not") else FAULT,
    )


def _note(axes, record, served, asked, shown):
    """Say what is wrong at the end, where bars are too thin for a label each."""
    missing = [i for i in range(asked) if i not in served]
    wrong = [
        i
        for i, size in served.items()
        if i < asked and size != len(right_samples(i, record.n, record.batch_size))
    ]
    extra = (record.fit_length or 0) - asked
    last = len(right_samples(asked - 1, record.n, record.batch_size))
    stopped = _stopped_at(record)
    if stopped is not None:
        text = f"fit stopped at batch {stopped}; the dotted ones were not reached"
    elif missing:
        text = f"{several(missing, 'batch')}: missing"
    elif wrong:
        text = f"{several(wrong, 'batch')}: wrong size"
    elif extra > 0:
        text = f"from batch {asked} on: {plural(extra, 'batch')} past the last sample"
    else:
        text = f"batch {asked - 1}: {plural(last, 'sample')}"
    axes.text(
        shown - 0.6,
        max([record.batch_size, *served.values()]) * 1.05,
        text,
        ha="right",
        va="bottom",
        fontsize=8,
        color=FAULT if missing or wrong or extra > 0 else INK,
    )


def _draw_strip(axes, record):
    from matplotlib.patches import Rectangle

    plain(axes)
    if not record.told:
        axes.set_axis_off()
        axes.text(0, 0.5, "which samples came cannot be told", fontsize=8, color=INK)
        return
    times = record.times_served()
    start = 0
    for i in range(1, record.n + 1):
        if i < record.n and record.n > 40 and min(times[i], 2) == min(times[start], 2):
            continue
        kind = min(times[start], 2)
        axes.add_patch(
            Rectangle(
                (start - 0.5, 0),
                i - start,
                1,
                facecolor=(SERVED if kind == 1 else FAULT) if kind else "none",
                edgecolor="white" if kind else FAULT,
                linewidth=0.8 if record.n <= 40 or kind != 1 else 0,
                linestyle="-" if kind else "--",
                hatch="///" if kind == 2 else None,
                clip_on=False,  # the last outline stands on the edge of the axes
            )
        )
        start = i
    axes.set_xlim(-0.5, record.n - 0.5)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.set_xticks([0] if record.n == 1 else [0, record.n - 1])
    notes = [
        f"{several(which.nonzero()[0])}: {name}"
        for name, which in (("never", times == 0), ("more than once", times > 1))
        if which.any()
    ]
    axes.text(record.n - 0.5, 1.12, "; ".join(notes), ha="right", va="bottom", fontsize=8, color=FAULT)
    axes.set_xlabel("number of the sample", fontsize=8, color=INK, labelpad=-8)


def draw_steps(runs, count):
    """Draw how many steps each of some runs of `fit` took before it stopped, a row of boxes each.

    runs: `{name: steps}`. count: the steps of a whole epoch. Returns a `matplotlib.figure.Figure`.
    """
    from matplotlib.patches import Rectangle

    height = 0.75 + 0.32 * len(runs)
    figure = new_figure(height)
    axes = figure.subplots()
    figure.subplots_adjust(left=0.24, right=0.985, top=1 - 0.32 / height, bottom=0.4 / height)
    plain(axes)
    for row, steps in enumerate(runs.values()):
        for step in range(count):
            done = step < steps
            axes.add_patch(
                Rectangle(
                    (step - 0.42, row - 0.36),
                    0.84,
                    0.72,
                    facecolor=SERVED if done else "none",
                    edgecolor=SERVED if done else RULE,
                    linewidth=0.8,
                    linestyle="-" if done else ":",
                )
            )
        if steps < count:
            axes.plot(steps, row, marker="x", color=FAULT, markersize=7, mew=2)
    axes.set_xlim(-0.6, count - 0.4)
    axes.set_ylim(len(runs) - 0.5, -0.5)
    axes.set_yticks(range(len(runs)), list(runs))
    axes.set_xticks(range(0, count, max(1, count // 16)))
    axes.set_xlabel("step of the epoch", fontsize=8, color=INK, labelpad=1)
    few, most = min(runs.values()), max(runs.values())
    said = f"after {plural(few, 'step')}" if few == most else f"after {few} to {most} steps"
    text = f"fit stopped {said}" if few < count else "fit went on to the end"
    axes.set_title(text, loc="left", color=INK, fontsize=11, fontweight="bold")
    return figure


def draw_times(times, floor):
    """Draw how long some runs took, a bar each, and the time below which none of them can come.

    times: `{name: seconds}`. floor: in seconds. Returns a `matplotlib.figure.Figure`.
    """
    height = 0.85 + 0.32 * len(times)
    figure = new_figure(height)
    axes = figure.subplots()
    figure.subplots_adjust(left=0.3, right=0.94, top=1 - 0.32 / height, bottom=0.4 / height)
    plain(axes)
    axes.barh(range(len(times)), times.values(), height=0.62, color=SERVED)
    for row, seconds in enumerate(times.values()):
        axes.annotate(
            f"{seconds:.1f} s",
            (max(seconds, floor), row),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=8,
            color=INK,
        )
    axes.axvline(floor, color=INK, linewidth=1.2, linestyle="--")
    axes.set_ylim(len(times) - 0.5, -0.5)
    axes.set_yticks(range(len(times)), list(times))
    axes.set_xlabel("seconds for one epoch; dashed: the steps alone", fontsize=8, color=INK, labelpad=1)
    few, most = min(times.values()), max(times.values())
    axes.set_title(
        f"One epoch: {few:.1f} to {most:.1f} s", loc="left", color=INK, fontsize=11, fontweight="bold"
    )
    return figure


def as_html(record, finding=None):
    """Return the figure as an HTML `img` element with its sentence as alternative text."""
    served = tuple((batch.index, batch.samples) for batch in record.served)
    said = sentence(record)
    key = (
        record.n,
        record.batch_size,
        record.fit_length,
        served,
        tuple(record.times_served().tolist()),
        tuple(record.asked) if record.unreadable is not None else (),
        title(record, finding),
        said,
    )
    if key not in _drawn:
        if len(_drawn) >= MOST_KEPT:
            _drawn.clear()
        _drawn[key] = image(draw(record, finding), f"Bar chart of samples per batch index. {said}")
    return _drawn[key]
