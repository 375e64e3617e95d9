"""Figures of Matplotlib as plain descriptions, which answer what tests ask of them.

`describe` runs in the student's process: of each artist it notes what its `get_…` methods return,
and the artists in it. `Described` answers by these notes, and draws nothing.
"""

import sys

import numpy as np

__all__ = ["Described", "describe", "is_artist", "part_of", "restore"]

GETTERS = """
get_alpha get_array get_aspect get_axisbelow get_closed get_clim get_color get_data get_dpi get_edgecolor
get_edgecolors get_extent get_facecolor get_facecolors get_figheight get_figwidth get_fill get_fontfamily
get_fontsize get_fontstyle get_fontweight get_frame_on get_gid get_ha get_hatch get_height
get_horizontalalignment get_interpolation get_inverted get_label get_label_text get_linestyle get_linestyles
get_linewidth get_linewidths get_ls get_lw get_marker get_markeredgecolor get_markerfacecolor get_markersize
get_ms get_offsets get_position get_radius get_rotation get_scale get_size get_size_inches get_sizes
get_suptitle get_supxlabel get_supylabel get_text get_title get_va get_verticalalignment get_visible
get_width get_x get_xbound get_xdata get_xlabel get_xlim get_xscale get_xticks get_xy get_xydata get_y
get_ybound get_ydata get_ylabel get_ylim get_yscale get_yticks get_zlabel get_zlim get_zorder has_data
xaxis_inverted yaxis_inverted
"""
"""What an artist is asked, where it has it; only what is plain is noted."""
LISTS = {
    "get_axes": "axes",
    "get_lines": "lines",
    "get_images": "images",
    "get_texts": "texts",
    "get_patches": "patches",
    "get_legend": "legend_",
}
"""Methods that return the artists in an artist, and under which name it holds them."""
INSIDE = {
    "Figure": ("axes", "texts", "legends", "patches", "lines", "images", "_suptitle"),
    "Axes": (
        "lines",
        "patches",
        "texts",
        "images",
        "collections",
        "containers",
        "legend_",
        "title",
        "xaxis",
        "yaxis",
    ),
    "Legend": ("texts", "lines", "patches", "title"),
    "Axis": ("label",),
    "Container": ("patches", "lines"),
}
"""Names of the artists, and lists of artists, that are noted of an artist."""
PLAIN = {"Container": ("datavalues", "orientation"), "Figure": ("dpi", "number"), "Axes": ("name",)}
"""Names of plain attributes that are noted."""
MOST_ARTISTS = 5_000


def _kinds():
    """The kinds of artists that hold others, by name, those that are loaded."""
    found = {}
    for module, name in (
        ("figure", "Figure"),
        ("axes", "Axes"),
        ("legend", "Legend"),
        ("axis", "Axis"),
        ("container", "Container"),
    ):
        kind = getattr(sys.modules.get(f"matplotlib.{module}"), name, None)
        if kind is not None:
            found[name] = kind
    return found


def is_artist(value):
    """Whether a value is a figure of Matplotlib, or something in one."""
    artist = getattr(sys.modules.get("matplotlib.artist"), "Artist", None)
    if artist is None:
        return False
    return isinstance(value, (artist, _kinds()["Container"]) if "Container" in _kinds() else artist)


# In the student's process --------------------------------------------------------------------


def describe(artist, writer):
    """Describe an artist: a tree of dicts with plain data, written by a `values.Writer`.

    A figure is described once in an answer, and what is in it by its way from there.
    Raises: values.CannotPass, through the writer.
    """
    figure = getattr(artist, "figure", None)
    if figure is not None and any(artist is axes for axes in getattr(figure, "axes", ())):
        return _whole(figure, writer, [["axes", figure.axes.index(artist)]])
    return _whole(artist, writer, [])


def _whole(artist, writer, way):
    drawn = writer.drawn
    if id(artist) in drawn:
        return [drawn[id(artist)], None, way]
    drawn[id(artist)] = len(drawn)
    shares, writer.shares = writer.shares, False  # a description is one of a moment
    try:
        return [drawn[id(artist)], _node(artist, writer, [MOST_ARTISTS]), way]
    finally:
        writer.shares = shares


def _node(artist, writer, left):
    left[0] -= 1
    if left[0] < 0:
        writer.refuse(artist, f"it has more than {MOST_ARTISTS:,} parts")
    kind = _kind_of(artist)
    home = next(
        (
            base
            for base in type(artist).__mro__
            if base.__module__.startswith(("matplotlib.", "mpl_toolkits."))
        ),
        type(artist),
    )
    node = {"kind": kind, "type": [home.__module__, home.__name__], "get": {}, "has": {}}
    for name in GETTERS.split():
        method = getattr(artist, name, None)
        if method is not None:
            _note(node["get"], name, method, writer)
    for name in PLAIN.get(kind, ()):
        _note(node["get"], f".{name}", lambda name=name: getattr(artist, name), writer)
    for name in INSIDE.get(kind, ()):
        part = _part(artist, kind, name)
        if isinstance(part, (list, tuple)):
            node["has"][name] = [_node(one, writer, left) for one in part]
        elif part is not None:
            node["has"][name] = _node(part, writer, left)
    if kind == "Axes":
        for side in ("left", "right"):
            _note(node["get"], f"get_title({side})", lambda side=side: artist.get_title(side), writer)
        handles, labels = artist.get_legend_handles_labels()
        node["has"]["handles"] = [_node(handle, writer, left) for handle in handles]
        node["get"]["handle labels"] = writer.write([str(label) for label in labels])
        for name in ("get_xticklabels", "get_yticklabels"):
            node["has"][name] = [_node(label, writer, left) for label in getattr(artist, name)()]
    return node


def _part(artist, kind, name):
    if (kind, name) == ("Legend", "lines"):
        return list(artist.get_lines())
    if (kind, name) == ("Legend", "patches"):
        return list(artist.get_patches())
    if (kind, name) == ("Legend", "title"):
        return artist.get_title()
    if (kind, name) == ("Axis", "label"):
        return artist.label
    part = getattr(artist, name, None)
    if part is None or is_artist(part):
        return part
    return [one for one in part if is_artist(one)]


def part_of(artist, way):
    """The artist that is found in another one by the places of its descriptions: names and indices."""
    for name, place in way:
        if name == "handles":
            found = artist.get_legend_handles_labels()[0]
        elif name in ("get_xticklabels", "get_yticklabels"):
            found = getattr(artist, name)()
        else:
            found = _part(artist, _kind_of(artist), name)
        artist = found if place is None else found[place]
    return artist


def _kind_of(artist):
    return next((name for name, kind in _kinds().items() if isinstance(artist, kind)), "")


def _note(notes, name, method, writer):
    """Note what a method returns, where that is plain."""
    try:
        value = method()
    except Exception:  # one that wants arguments, or that this artist cannot answer
        return
    if hasattr(value, "bounds") and not isinstance(value, np.ndarray):  # a box
        value = tuple(map(float, value.bounds))
    if isinstance(value, np.ma.MaskedArray):
        value = value.filled(np.nan) if value.dtype.kind == "f" else np.asarray(value)
    if _is_plain(value):
        notes[name] = writer.write(value)


def _is_plain(value, depth=0):
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return depth < 4 and all(_is_plain(item, depth + 1) for item in value)
    if isinstance(value, np.ndarray):
        return type(value) is np.ndarray and value.dtype.kind in "biufcUMm"
    return value is None or type(value) in (bool, int, float, complex, str) or isinstance(value, np.generic)


# In the process of the tests -----------------------------------------------------------------


def restore(reader, depth, number, node, way):
    """Make a `Described` of what `describe` wrote, for a `values.Reader`."""
    if node is not None:
        reader.drawn[number] = Described(reader, depth, node, None, [MOST_ARTISTS])
    found = reader.drawn[number]
    for name, place in way:
        found = found._parts[name][place]
    return found


class Described:
    """What is known of an artist: answers the `get_…` methods, and holds the artists in it.

    Whatever else is asked of it is asked of the artist itself, by way of the stand-in that holds this
    description; without one it raises an AttributeError that says so.
    """

    def __init__(self, reader, depth, node, parent, left, place=None):
        left[0] -= 1
        if left[0] < 0:
            raise ValueError("a figure of too many parts")
        self._place, self._ask = place, None  # in what it is a part of; a function (way, name)
        self._kind, (self._module, self._name) = str(node["kind"]), map(str, node["type"])
        self._parent = parent
        self._notes = {str(name): reader.read(value, depth + 1) for name, value in node["get"].items()}
        self._parts = {
            str(name): [
                Described(reader, depth + 1, one, self, left, (str(name), place))
                for place, one in enumerate(part)
            ]
            if type(part) is list
            else Described(reader, depth + 1, part, self, left, (str(name), None))
            for name, part in node["has"].items()
        }

    @property
    def __class__(self):
        """The class of Matplotlib, for `isinstance`."""
        kind = getattr(sys.modules.get(self._module), self._name, None)
        known = self._module.startswith(("matplotlib.", "mpl_toolkits.")) and isinstance(kind, type)
        return kind if known else Described

    def _above(self, kind):
        found = self
        while found is not None and found._kind != kind:
            found = found._parent
        return found

    @property
    def figure(self):
        """The figure that it is in."""
        return self._above("Figure")

    @property
    def axes(self):
        """The axes that it is in; of a figure, all of them."""
        return self._parts.get("axes", []) if self._kind == "Figure" else self._above("Axes")

    def get_figure(self):
        """See `figure`."""
        return self.figure

    def get_title(self, loc="center"):
        """The title: a text, and of a legend what holds it."""
        if self._kind == "Legend":
            return self._parts["title"]
        return self._notes["get_title" if loc == "center" else f"get_title({loc})"]

    def get_legend_handles_labels(self):
        """Handles and labels of what a legend would show."""
        return self._parts["handles"], self._notes["handle labels"]

    def get_label(self):
        """The label: a text, and of an axis what holds it."""
        return self._parts["label"] if self._kind == "Axis" else self._notes["get_label"]

    def __len__(self):
        return len(self._items())

    def __iter__(self):
        return iter(self._items())

    def __getitem__(self, place):
        return self._items()[place]

    def __bool__(self):
        return True

    def _items(self):
        if self._kind != "Container":
            raise TypeError(f"{self._name} is no container")
        return self._parts["patches"] or self._parts["lines"]

    def __getattr__(self, name):
        notes, parts = self.__dict__.get("_notes", {}), self.__dict__.get("_parts", {})
        if name in notes:
            return lambda: notes[name]
        if f".{name}" in notes:
            return notes[f".{name}"]
        if name in LISTS or name in ("get_xticklabels", "get_yticklabels"):
            inside = LISTS.get(name, name)
            if inside in parts or inside in ("legend_",):
                return lambda: parts.get(inside)
        elif name in parts:
            return parts[name]
        elif name in ("legend_", "_suptitle"):
            return None
        if name.startswith("__"):
            raise AttributeError(name)
        way, top = [], self
        while top is not None and top.__dict__.get("_ask") is None:
            way, top = [top.__dict__.get("_place"), *way], top.__dict__.get("_parent")
        if top is not None:
            return top._ask(way, name)
        raise AttributeError(
            f"A {self._name} passes to the tests as a plain description, which knows no {name}."
        )

    def __repr__(self):
        return f"<description of a {self._name}>"
