"""The figure of any Sequence: rows per batch index, and under it which items an epoch read."""

from dataclasses import dataclass

from autograder.display.figure import FAULT, INK, SERVED, image, new_figure, plain
from autograder.display.figure import places as drawn_places

__all__ = ["ReadingFigure"]

MOST_RUNS = 2_000
"""A strip of more pieces than this is drawn coarser."""
UNKNOWN = "#999999"


@dataclass(frozen=True)
class ReadingFigure:
    """What the figure shows, in plain values.

    count: batches in an epoch. sizes: `{index: rows}`, None for a batch that did not come. usual:
    the batch size. source: the container whose items the strip shows, "" where none is known.
    n: its length. times: how often each item was read; None where that is unknown.
    """

    name: str
    count: int
    sizes: dict
    usual: int
    source: str = ""
    n: int = 0
    times: tuple | None = None
    whole: bool = True

    @property
    def sentence(self):
        """What it shows in one sentence; also its alternative text."""
        rows = sum(size or 0 for size in self.sizes.values())
        batches = f"{self.count:,} {'batch' if self.count == 1 else 'batches'}"
        seen = "" if len(self.sizes) == self.count else f", {len(self.sizes):,} of them looked at"
        text = f"{batches}{seen}, {rows:,} rows"
        if self.times is None:
            return text + "; which items were read is unknown."
        never = sum(1 for times in self.times if times == 0)
        often = sum(1 for times in self.times if times > 1)
        unknown = self.n - len(self.times) if self.whole else None
        if not self.whole:
            return text + f"; of {self.n:,} items of {self.source} those of the batches looked at are shown."
        text += f"; of {self.n:,} items of {self.source} {len(self.times) - never:,} were read"
        if never:
            text += f", {never:,} never"
        if often:
            text += f", {often:,} more than once"
        if unknown:
            text += f", {unknown:,} unknown"
        return text + "."

    @property
    def title(self):
        """The finding in a few words."""
        if self.times is None:
            return f"{self.count:,} {'batch' if self.count == 1 else 'batches'}; what was read is unknown"
        if not self.whole:
            return f"{len(self.sizes):,} of {self.count:,} batches looked at"
        read = sum(1 for times in self.times if times)
        if read == self.n and max(self.times, default=0) > 1:
            return f"All {self.n:,} items read, some more than once"
        return (
            f"{read:,} of {self.n:,} items read" if read < self.n else f"All {self.n:,} items read, each once"
        )

    def draw(self):
        """Return a `matplotlib.figure.Figure` that no window owns."""
        figure = new_figure()
        bars, strip = figure.subplots(2, 1, gridspec_kw={"height_ratios": [4, 1], "hspace": 0.75})
        figure.subplots_adjust(left=0.09, right=0.985, top=0.88, bottom=0.12)
        self._draw_bars(bars)
        self._draw_strip(strip)
        bars.set_title(self.title, loc="left", color=INK, fontsize=11, fontweight="bold")
        return figure

    def as_html(self):
        """The figure as an HTML `img` element."""
        return image(self.draw(), f"Bar chart of rows per batch index. {self.sentence}")

    def _draw_bars(self, axes):
        plain(axes)
        indices = sorted(self.sizes) if len(self.sizes) < self.count else list(range(self.count))
        places = drawn_places(len(indices))
        highest = max([self.usual, *(size or 0 for size in self.sizes.values()), 1])
        for place, at in enumerate(places):
            size = self.sizes.get(indices[at]) if indices else None
            if size:
                odd = size != self.usual and at != len(indices) - 1
                axes.bar(
                    place,
                    size,
                    0.78,
                    color=FAULT if odd else SERVED,
                    edgecolor="white",
                    linewidth=0,
                    hatch="///" if odd else None,
                    zorder=2,
                )
            else:
                axes.plot(place, 0, marker="x", color=FAULT, markersize=7, mew=2, clip_on=False, zorder=4)
            if len(places) <= 20:
                text = "raised" if size is None else str(size) if size else "empty"
                axes.text(
                    place,
                    (size or 0) + highest * (0.04 if size else 0.09),
                    text,
                    ha="center",
                    va="bottom",
                    fontsize=8,
                    color=INK if size else FAULT,
                )
        step = max(1, len(places) // 16)
        ticks = range(0, len(places), step)
        axes.set_xticks(list(ticks), [indices[places[tick]] for tick in ticks])
        axes.set_xlim(-0.6, max(len(places) - 0.4, 3.4))
        axes.set_ylim(0, highest * 1.28)
        axes.set_yticks([self.usual] if self.usual else [])
        axes.set_xlabel("index of the batch", fontsize=8, color=INK, labelpad=1)
        axes.set_ylabel("rows", fontsize=8, color=INK)

    def _draw_strip(self, axes):
        from matplotlib.patches import Rectangle

        plain(axes)
        axes.set_ylim(0, 1)
        axes.set_yticks([])
        if self.times is None or not self.n:
            axes.add_patch(
                Rectangle((0, 0), 1, 1, facecolor="none", edgecolor=UNKNOWN, hatch="...", clip_on=False)
            )
            axes.set_xlim(0, 1)
            axes.set_xticks([])
            axes.text(
                0.5,
                0.5,
                "which items were read is unknown",
                ha="center",
                va="center",
                fontsize=8,
                color=INK,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 2},
            )
            return
        for start, length, kind in _runs(self.times, self.n, self.whole):
            axes.add_patch(
                Rectangle((start - 0.5, 0), length, 1, clip_on=False, **_LOOK[kind](length, self.n))
            )
        axes.set_xlim(-0.5, self.n - 0.5)
        axes.set_xticks([0] if self.n == 1 else [0, self.n - 1])
        never = sum(1 for times in self.times if times == 0) if self.whole else 0
        often = sum(1 for times in self.times if times > 1)
        notes = [
            f"{count:,} {word}" for count, word in ((never, "never"), (often, "more than once")) if count
        ]
        axes.text(self.n - 0.5, 1.12, "; ".join(notes), ha="right", va="bottom", fontsize=8, color=FAULT)
        axes.set_xlabel(f"item of {self.source}", fontsize=8, color=INK, labelpad=-8)


_LOOK = {
    "once": lambda length, n: {"facecolor": SERVED, "edgecolor": "white", "linewidth": 0.8 if n <= 40 else 0},
    "more": lambda length, n: {"facecolor": FAULT, "edgecolor": "white", "linewidth": 0.8, "hatch": "///"},
    "never": lambda length, n: {"facecolor": "none", "edgecolor": FAULT, "linewidth": 0.8, "linestyle": "--"},
    "unknown": lambda length, n: {"facecolor": "none", "edgecolor": UNKNOWN, "linewidth": 0, "hatch": "..."},
}


def _runs(times, n, whole):
    """Yield `(start, length, kind)` of equal neighbours."""
    kinds = ["more" if count > 1 else "once" if count else "never" if whole else "unknown" for count in times]
    step = max(1, n // MOST_RUNS)
    start = 0
    for place in range(step, n + step, step):
        if place < n and n > 40 and kinds[place] == kinds[start]:
            continue
        yield start, min(place, n) - start, kinds[start]
        start = place
