"""What became of pictures on the way from their files: cut in place of being resized, left out, made one single value;
label maps with classes that are not there, boxes in the pixels of the file.
"""

import numpy as np

from autograder.diagnosis.label_maps import LabelMaps
from autograder.diagnosis.served import are_proportional

__all__ = ["FromFiles"]

MOST_LABELS = 32
"""A file with more different values is no label map."""
LEAST_SHARE, MOST_SHARE = 1e-3, 0.5
"""So much of a label map may lie between two classes: what resizing makes of their borders."""
KEPT = 0.3
"""Of the points of some class so large a share keeps its value at least where a map is resized."""
LEAST_ROWS, FEW_VALUES, MOST_STRANDS = 3, 4, 8
LEAST_EMPTY = 0.05
"""A larger share of rows without their picture is no odd file."""
SAME = 0.97
"""The correlation of a picture with itself, made grey in whatever way, at least."""
GO_TOGETHER = 0.9995
"""The correlation of a channel with the file that it is made of, at least."""


class FromFiles:
    """Gathers served arrays beside the arrays that lie in the files of their rows."""

    def __init__(self, exact):
        """exact: whether chance does nothing to the items."""
        self._exact = exact
        self._resized, self._maps, self._boxes, self._empty, self._channels = {}, {}, {}, {}, {}
        self._masks_in = self._pictures_out = ""
        self._labels, self._blank, self._lost, self._wrapped, self._strands = {}, {}, {}, {}, {}

    def add(self, inputs, targets, name, files):
        """Note a batch. inputs, targets: lists of `(path, array)`. files: an array for each row."""
        for path, array in (*inputs, *targets):
            if array is not None and array.ndim and len(array) == len(files) and array.dtype.kind in "fiu":
                self._resized.setdefault((path, name), []).append(_are_cut_by_resize(array, files))
        for path, array in inputs:
            if array is not None and array.ndim >= 2 and len(array) == len(files):
                self._strands.setdefault((path, name), []).append(_are_strands_mixed(array, files))
                if array.ndim == 2:
                    self._lost.setdefault((path, name), []).append(_are_cut_to_nothing(array, files))
            if array is not None and array.ndim >= 3 and len(array) == len(files):
                self._empty.setdefault((path, name), []).extend(_are_empty(array, files))
                self._lost.setdefault((path, name), []).append(_are_cut_to_nothing(array, files))
                self._wrapped.setdefault((path, name), []).extend(_go_round(array, files))
                if array.ndim == 4 and all(file.shape == array.shape[1:3] for file in files):
                    self._channels.setdefault((path, name), []).append(_lost_channels(array, files))
        self._add_exchanged(inputs, targets, name, files)
        for path, array in targets:
            if (
                array is None
                or not array.ndim
                or len(array) != len(files)
                or any(array is other for _, other in inputs)
            ):
                continue
            if self._exact and array.ndim >= 3:
                self._labels.setdefault((path, name), LabelMaps()).add(array, files)
            if _are_coloured(files) and array.ndim >= 3:
                self._blank.setdefault((path, name), []).append(_is_one_value(array))
            if _is_label_map(files) and array.ndim >= 3:
                self._maps.setdefault((path, name), []).append((_flat(array), _flat_files(files)))
            if array.ndim in (2, 3) and array.shape[-1] == 4 and array.dtype.kind in "fiu":
                self._add_boxes(path, array, inputs, files)

    def _add_exchanged(self, inputs, targets, name, files):
        """Note whether masks are what goes in, and pictures what is told."""
        few = [len(np.unique(file)) for file in files]
        for side, parts in (("in", inputs), ("out", targets)):
            for _, array in parts:
                if array is None or array.ndim not in (3, 4) or len(array) != len(files):
                    continue
                grey = array[..., 0] if array.ndim == 4 else array
                fits = all(file.shape[:2] == row.shape for row, file in zip(grey, files))
                if (
                    fits
                    and side == "in"
                    and 1 < max(few) <= FEW_VALUES
                    and all(map(_same_picture, grey, files))
                ):
                    self._masks_in = self._masks_in or name
                if fits and side == "out" and min(few) > MOST_LABELS and all(map(_same_picture, grey, files)):
                    self._pictures_out = self._pictures_out or name

    def _add_boxes(self, path, boxes, inputs, files):
        pictures = [x for _, x in inputs if x is not None and x.ndim == 4]
        if len(pictures) == 1 and all(file.ndim in (2, 3) for file in files):
            served = pictures[0].shape[1:3]
            beyond = np.abs(boxes.reshape(len(boxes), -1)).max(axis=1)
            for file, most in zip(files, beyond):
                self._boxes.setdefault(path, []).append((file.shape[:2], served, float(most)))

    @property
    def found(self):
        """`(kind, path, name)` of what is so in every batch, as `served.SPOILED` names kinds."""
        found = [
            ("resized", path, name) for (path, name), seen in self._resized.items() if seen and all(seen)
        ]
        between = [key for key, many in self._between() if many]
        between += [key for key, maps in self._labels.items() if key not in between and maps.have_strangers]
        found += [("between", *key) for key in between]
        found += [
            ("empty", *key)
            for key, rows in self._empty.items()
            if not all(self._lost.get(key, [False])) and sum(rows) > max(1, LEAST_EMPTY * len(rows))
        ]
        found += [("flat", *key) for key, seen in self._blank.items() if all(seen)]
        found += [("cut", *key) for key, seen in self._lost.items() if all(seen)]
        found += [
            ("wrapped", *key) for key, seen in self._wrapped.items() if len(seen) >= LEAST_ROWS and all(seen)
        ]
        found += [("mixed", *key) for key, seen in self._strands.items() if all(seen)]
        found += [("channel", *key) for key, lost in self._channels.items() if set.intersection(*lost)]
        return tuple(found + [("boxes", path, "x") for path, sure in self._beyond() if sure])

    @property
    def asked(self):
        """Questions as text."""
        told = [
            f"Is it meant that {path} has values between the two of {name}? So it is where a mask is resized like a "
            "picture: its border then belongs half to each."
            for (path, name), many in self._between()
            if not many
        ]
        if self._masks_in and self._pictures_out:
            told.append(
                f"Are inputs and targets exchanged? The inputs are masks, {self._masks_in}, and the targets pictures, "
                f"{self._pictures_out}."
            )
        return tuple(told)

    def _between(self):
        """Yield `((path, name), whether the files have more than two classes)` of maps with values between classes."""
        for key, pairs in self._maps.items():
            served, files = (np.concatenate(parts) for parts in zip(*pairs))
            values = np.unique(files)
            if len(values) > 1 and _has_values_between(served, files, values):
                yield key, len(values) > 2

    def _beyond(self):
        """Yield `(path, whether it is sure)` of boxes that reach beyond what is served, and not beyond the files."""
        for path, seen in self._boxes.items():
            files = {file for file, _, _ in seen}
            beyond = any(most > max(served) for _, served, most in seen)
            inside = all(most <= max(file) + 1 for file, _, most in seen)
            if beyond and inside and any(file != served for file, served, _ in seen):
                yield path, len(files) > 1


def _are_cut_to_nothing(array, files):
    """Whether served whole numbers are nearly all the same, and the files have many."""
    many = all(len(np.unique(file)) > FEW_VALUES**2 for file in files)
    return array.dtype.kind in "iu" and many and len(np.unique(array)) <= FEW_VALUES


def _go_round(array, files):
    """For each row of a file of more than 8 bits: whether it goes with the lowest 8 of them, and not with all."""
    found = []
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == file.ndim + 1 else row
        if (
            file.dtype.kind in "iu"
            and file.dtype.itemsize > 1
            and row.shape == file.shape
            and file.max() > 255
        ):
            found.append(are_proportional(file % 256, row) and not are_proportional(file, row))
    return found


def _are_strands_mixed(array, files):
    """Whether rows are the samples of several channels by turns, as they lie in a file (samples, channels)."""
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == 2 and row.shape[1] == 1 else row
        if row.ndim != 1 or file.ndim != 2 or not 1 < file.shape[1] <= MOST_STRANDS or len(row) > file.size:
            return False
        if not are_proportional(file.ravel()[: len(row)], row):
            return False
    return True


def _are_empty(array, files):
    """For each row, whether it holds a single value, and its file several."""
    return [_is_one_value(row) and not _is_one_value(file) for row, file in zip(array, files)]


def _is_one_value(array):
    return bool((array == array.flat[0]).all()) if array.size else False


def _lost_channels(array, files):
    """The channels that have a single value, where the files, of one channel each, vary and are in no other channel."""
    flat = {channel for channel in range(array.shape[3]) if _is_one_value(array[..., channel])}
    if not flat or all(map(_is_one_value, files)):
        return set()
    rows = [(row, file) for row, file in zip(array, files) if not _is_one_value(file)]
    for channel in set(range(array.shape[3])) - flat:
        if any(
            abs(np.corrcoef(row[..., channel].ravel(), file.ravel())[0, 1]) > GO_TOGETHER
            for row, file in rows
        ):
            return set()
    return flat


def _same_picture(row, file):
    """Whether a row is a file of the same size, scaled, or grey."""
    grey = file if file.ndim == 2 else file[..., :3].mean(axis=2)
    one, other = (part.astype("float64").ravel() - part.mean(dtype="float64") for part in (row, grey))
    size = np.linalg.norm(one) * np.linalg.norm(other)
    return not size or float(one @ other) > SAME * size


def _are_coloured(files):
    """Whether files have a few values each, as masks do, and not all the same one."""
    few = all(len(np.unique(file)) <= MOST_LABELS for file in files)
    return few and any(not _is_one_value(file) for file in files)


def _is_label_map(files):
    return all(
        (file.ndim == 2 or (file.ndim == 3 and file.shape[2] == 1))
        and file.dtype.kind in "iub"
        and len(np.unique(file)) <= MOST_LABELS
        for file in files
    )


def _flat(array):
    """The values of label maps, one-hot or not, one after the other."""
    if array.ndim > 3 and array.shape[-1] > 1 and np.isin(array, (0, 1)).all():
        array = array.argmax(axis=-1)
    return array.ravel()


def _flat_files(files):
    return np.concatenate([file.ravel() for file in files])


def _has_values_between(served, files, values):
    """Whether most points of a map have the values of the files, as they are or scaled, and some lie between these."""
    for factor in (1.0, 1 / 255, 1 / max(float(values.max()), 1e-9)):
        scaled = values * factor
        near = np.abs(served[:, None] - scaled[None]).min(axis=1) < 1e-6 * max(scaled.max(), 1e-9)
        between = ~near & (served > scaled.min()) & (served < scaled.max())
        if not LEAST_SHARE < between.mean() < MOST_SHARE or (~near & ~between).any():
            continue
        shares = [(np.mean(files == value), np.mean(np.isclose(served, value * factor))) for value in values]
        (most, kept), *others = sorted(shares, reverse=True)
        if kept > KEPT * most and any(kept > KEPT * share for share, kept in others):
            return True
    return False


def _are_cut_by_resize(array, files):
    """Whether each row holds the first numbers of its file in another shape, as np.resize gives them.

    Where rows of a picture are as long as those of its file, or there is one axis alone, that is an ordinary cut.
    """
    if len(files) < LEAST_ROWS:
        return False
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == file.ndim + 1 and row.shape[-1] == 1 else row
        if row.ndim != file.ndim or row.ndim < 2 or row.size == file.size or row.shape[1:] == file.shape[1:]:
            return False
        if not are_proportional(np.resize(file, row.shape), row):
            return False
    return True
