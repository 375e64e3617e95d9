"""What became of pictures and sounds on the way from their files: cut in place of being resized, left out, made one
single value; label maps with classes that are not there, boxes in the pixels of the file.
"""

import numpy as np

from autograder.diagnosis.content import correlation
from autograder.diagnosis.label_maps import LabelMaps, ValuesBetween, are_coloured
from autograder.diagnosis.served import are_proportional

__all__ = ["FromFiles"]

LEAST_ROWS, FEW_VALUES, MANY_VALUES, MOST_STRANDS = 3, 4, 32, 8
LEAST_NUMBERS = 16
"""Rows of fewer numbers are not what a file holds."""
LEAST_SIDE = 6
"""Rows of fewer lines, or columns, are no pictures."""
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
        self._seen = {}  # of kinds, as `spoiled.SPOILED` names them: whether it is so, row by row or batch by batch
        self._channels, self._boxes, self._maps, self._between = {}, {}, {}, {}
        self._masks_in = self._pictures_out = ""

    def add(self, inputs, targets, name, files):
        """Note a batch. inputs, targets: lists of `(path, array)`. files: an array for each row."""
        inputs, targets = (
            [(path, array) for path, array in side if _has_a_row_each(array, files)]
            for side in (inputs, targets)
        )
        for path, array in (*inputs, *targets):
            self._note("resized", path, name, [_are_cut_by_resize(array, files)])
        for path, array in inputs:
            self._add_input(path, array, name, files)
        for path, array in targets:
            if not any(array is other for _, other in inputs):
                self._add_target(path, array, inputs, name, files)
        self._add_exchanged(inputs, targets, name, files)

    def _note(self, kind, path, name, are_so):
        self._seen.setdefault((kind, path, name), []).extend(are_so)

    def _add_input(self, path, array, name, files):
        if array.ndim < 2:
            return
        self._note("mixed", path, name, [_are_strands_mixed(array, files)])
        self._note("cut", path, name, [_are_cut_to_nothing(array, files)])
        if array.ndim >= 3:
            if _are_like_pictures(array):
                self._note("empty", path, name, _are_empty(array, files))
            self._note("wrapped", path, name, _go_round(array, files))
        if array.ndim == 4 and all(file.shape == array.shape[1:3] for file in files):
            self._channels.setdefault((path, name), []).append(_lost_channels(array, files))

    def _add_target(self, path, array, inputs, name, files):
        if array.ndim >= 3:
            if are_coloured(files):
                self._note("flat", path, name, [_is_one_value(array)])
            if self._exact:
                self._maps.setdefault((path, name), LabelMaps()).add(array, files)
            self._between.setdefault((path, name), ValuesBetween()).add(array, files)
        if array.ndim in (2, 3) and array.shape[-1] == 4:
            self._add_boxes(path, array, inputs, files)

    def _add_boxes(self, path, boxes, inputs, files):
        pictures = [x for _, x in inputs if x.ndim == 4]
        if len(pictures) == 1 and all(file.ndim in (2, 3) for file in files):
            served = pictures[0].shape[1:3]
            beyond = np.abs(boxes.reshape(len(boxes), -1)).max(axis=1)
            for file, most in zip(files, beyond):
                self._boxes.setdefault(path, []).append((file.shape[:2], served, float(most)))

    def _add_exchanged(self, inputs, targets, name, files):
        """Note whether masks are what goes in, and pictures what is told."""
        few = [len(np.unique(file)) for file in files]
        if 1 < max(few) <= FEW_VALUES and any(_are_the_pictures(array, files) for _, array in inputs):
            self._masks_in = self._masks_in or name
        if min(few) > MANY_VALUES and any(_are_the_pictures(array, files) for _, array in targets):
            self._pictures_out = self._pictures_out or name

    @property
    def found(self):
        """`(kind, path, name)` of what is so, as `spoiled.SPOILED` names kinds."""
        found = [
            key
            for key, seen in self._seen.items()
            if key[0] != "empty" and all(seen) and len(seen) >= (LEAST_ROWS if key[0] == "wrapped" else 1)
        ]
        between = [key for key, maps in self._between.items() if maps.classes > 2]
        found += [("between", *key) for key in between]
        found += [
            ("strangers", *key)
            for key, maps in self._maps.items()
            if key not in between and maps.have_strangers
        ]
        found += [
            key
            for key, rows in self._seen.items()
            if key[0] == "empty"
            and sum(rows) > max(1, LEAST_EMPTY * len(rows))
            and ("cut", *key[1:]) not in found
        ]
        found += [("channel", *key) for key, lost in self._channels.items() if set.intersection(*lost)]
        return tuple(found + [("boxes", path, "x") for path, sure in self._beyond() if sure])

    @property
    def asked(self):
        """Questions as text."""
        told = [
            f"Is it meant that {path} has values between the two of {name}? So it is where a mask is resized like a "
            "picture: its border then belongs half to each."
            for (path, name), maps in self._between.items()
            if maps.classes == 2
        ]
        if self._masks_in and self._pictures_out:
            told.append(
                f"Are inputs and targets exchanged? The inputs are masks, {self._masks_in}, and the targets pictures, "
                f"{self._pictures_out}."
            )
        return tuple(told)

    def _beyond(self):
        """Yield `(path, whether it is sure)` of boxes that reach beyond what is served, and not beyond the files."""
        for path, seen in self._boxes.items():
            files = {file for file, _, _ in seen}
            beyond = any(most > max(served) for _, served, most in seen)
            inside = all(most <= max(file) + 1 for file, _, most in seen)
            if beyond and inside and any(file != served for file, served, _ in seen):
                yield path, len(files) > 1


def _has_a_row_each(array, files):
    return array is not None and array.ndim > 0 and len(array) == len(files) and array.dtype.kind in "fiub"


def _are_the_pictures(array, files):
    """Whether rows are their files, of the same size, scaled or grey."""
    grey = array[..., 0] if array.ndim == 4 else array
    return grey.ndim == 3 and all(
        file.shape[:2] == row.shape and _same_picture(row, file) for row, file in zip(grey, files)
    )


def _are_cut_by_resize(array, files):
    """Whether each row holds the first numbers of its file in another shape, as np.resize gives them.

    Where rows of a picture are as long as those of its file, or there is one axis alone, that is an ordinary cut.
    """
    if len(files) < LEAST_ROWS or array.dtype.kind == "b":
        return False
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == file.ndim + 1 and row.shape[-1] == 1 else row
        if row.ndim != file.ndim or row.ndim < 2 or row.size == file.size or row.shape[1:] == file.shape[1:]:
            return False
        if not are_proportional(np.resize(file, row.shape), row):
            return False
    return True


def _are_cut_to_nothing(array, files):
    """Whether served whole numbers are nearly all the same, and the files have many."""
    many = all(len(np.unique(file)) > FEW_VALUES**2 for file in files)
    if len(array) and array[0].size < LEAST_NUMBERS:
        return False  # something else about a file, such as its length
    return array.dtype.kind in "iu" and many and len(np.unique(array)) <= FEW_VALUES


def _go_round(array, files):
    """For each row of a file of more than 8 bits: whether it goes with the lowest 8 of them, and not with all."""
    found = []
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == file.ndim + 1 else row
        if file.dtype == np.uint8 and row.shape == file.shape:
            found += [True] * _is_shifted_round(row, file)
        elif (
            file.dtype.kind in "iu"
            and file.dtype.itemsize > 1
            and row.shape == file.shape
            and file.max() > 255
        ):
            found.append(are_proportional(file % 256, row) and not are_proportional(file, row))
    return found


def _is_shifted_round(row, file):
    """Whether a row is a picture of bytes made brighter or darker, of which what went beyond the end came in below."""
    whole = np.rint(row * (255 if row.max() <= 1 else 1)).astype(int)
    away = np.unique(whole - file.astype(int))
    return len(away) == 2 and int(away[1] - away[0]) == 256


def _are_strands_mixed(array, files):
    """Whether rows are the samples of several channels by turns, as they lie in a file (samples, channels)."""
    for row, file in zip(array, files):
        row = row[..., 0] if row.ndim == 2 and row.shape[1] == 1 else row
        if row.ndim != 1 or file.ndim != 2 or not 1 < file.shape[1] <= MOST_STRANDS or len(row) > file.size:
            return False
        if not are_proportional(file.ravel()[: len(row)], row):
            return False
    return True


def _are_like_pictures(array):
    """Whether rows may be pictures, or what a picture is cut to; not boxes, nor a grid of what is to be found there."""
    return min(array.shape[1:3]) >= LEAST_SIDE and (array.ndim == 3 or array.shape[3:] in ((1,), (3,), (4,)))


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
        if any(abs(correlation(row[..., channel], file)) > GO_TOGETHER for row, file in rows):
            return set()
    return flat


def _same_picture(row, file):
    """Whether a row is a file of the same size, scaled, or grey."""
    grey = file if file.ndim == 2 else file[..., :3].mean(axis=2)
    return _is_one_value(row) or _is_one_value(grey) or correlation(row, grey) > SAME
