"""The figure to play with: sliders for n and batch size, and a choice of `__len__`."""

import html

from autograder.display import figure
from autograder.sequence.observe import observe
from autograder.sequence.samples import numbered

__all__ = ["play", "served"]

LENGTHS = {
    "n / b, rounded up": lambda n, b: -(-n // b),
    "n // b, rounded down": lambda n, b: n // b,
    "one too many": lambda n, b: -(-n // b) + 1,
}


class _Batches:
    """Slices of data and labels, and a length that is what the reader chose."""

    def __init__(self, data, labels, batch_size, length):
        self.data, self.labels, self.batch_size, self.length = data, labels, batch_size, length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]


def served(n, batch_size, name):
    """Return the `Record` of n samples in batches of batch_size, with one of the `LENGTHS`."""
    data, labels = numbered(n)
    batches = _Batches(data, labels, batch_size, LENGTHS[name](n, batch_size))
    return observe(batches, data, labels, batch_size, fit=False)


def play():
    """Return the controls and the figure under them, as one widget of ipywidgets."""
    import ipywidgets

    wide = {"description_width": "9em"}
    layout = ipywidgets.Layout(width="34em")
    n = ipywidgets.IntSlider(10, 1, 60, description="samples, n", style=wide, layout=layout)
    size = ipywidgets.IntSlider(4, 1, 20, description="batch size, b", style=wide, layout=layout)
    length = ipywidgets.Dropdown(options=list(LENGTHS), description="len(gen)", style=wide, layout=layout)
    shown = ipywidgets.HTML()

    def redraw(change=None):
        record = served(n.value, size.value, length.value)
        said = html.escape(figure.sentence(record))
        shown.value = f"<p>{said}</p>{figure.as_html(record)}"

    for control in (n, size, length):
        control.observe(redraw, "value")
    redraw()
    return ipywidgets.VBox([n, size, length, shown])
