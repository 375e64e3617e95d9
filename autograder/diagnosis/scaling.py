"""Inputs that are scaled by their own batch: with its mean, its deviation, its smallest or largest value."""

import numpy as np

__all__ = ["scaled_by_batch"]

LEAST_ROWS, LEAST_BATCHES = 4, 2
CLOSE = 1e-3


def scaled_by_batch(pairs):
    """Whether each of some batches is scaled by itself.

    pairs: `(served, own)` of batches: arrays of floats, (rows, ...), as they came, and the items that
    they were made of; own is None where those are not known. Returns: None, or whether it is sure:
    what the items were is known, and each batch made something else of its items.
    """
    pairs = [(served, own) for served, own in pairs if len(served) >= LEAST_ROWS]
    if len(pairs) < LEAST_BATCHES or not all(_is_standard(served) for served, _ in pairs):
        return None
    if any(own is None for _, own in pairs):
        # such values by chance, in every batch, have a mean of 0 only, and not of rows scaled one by one
        return False if all(_mean_of_none(served) for served, _ in pairs) else None
    fits = [_fit(served, own) for served, own in pairs]
    if any(fit is None for fit in fits):
        return None
    first = fits[0]
    same = all(np.allclose(fit, first, rtol=CLOSE, atol=CLOSE * _size(first), equal_nan=True) for fit in fits)
    return None if same else True


def _flat(array):
    return np.asarray(array, "float64").reshape(len(array), -1)


def _size(array):
    known = np.abs(array[np.isfinite(array)])
    return float(known.max()) if known.size else 1.0


def _is_standard(served):
    """Whether a batch, or each column of it, has what scaling gives: mean 0, or from 0 or -1 to 1."""
    flat = _flat(served)
    if not np.isfinite(flat).all():
        return False
    for axis in (None, 0):
        low, high, mean, spread = (f(flat, axis=axis) for f in (np.min, np.max, np.mean, np.std))
        differs = spread > 0
        if not np.any(differs):
            return False
        centred = np.abs(mean) < CLOSE * np.maximum(spread, 1e-12)
        full = (np.abs(high - 1) < CLOSE) & ((np.abs(low) < CLOSE) | (np.abs(low + 1) < CLOSE))
        if np.all((centred | full)[differs] if axis == 0 else centred | full):
            return True
    return False


def _mean_of_none(served):
    """Whether the mean is 0 in each column, or over all while no row has one of 0 by itself."""
    flat = _flat(served)
    spread = flat.std(axis=0)
    columns = np.abs(flat.mean(axis=0)) < CLOSE * np.maximum(spread, 1e-12)
    if flat.shape[1] > 1 and (spread > 0).all() and columns.all():
        return bool((np.abs(spread - 1) < 10 * CLOSE).all())
    whole = abs(flat.mean()) < CLOSE * flat.std() and abs(flat.std() - 1) < 10 * CLOSE
    return bool(whole and (np.abs(flat.mean(axis=1)) > 10 * CLOSE).any())


def _fit(served, own):
    """The factors and terms that make `served` of `own`: for all, else for each column; or None."""
    x, y = _flat(own), _flat(served)
    if x.shape != y.shape:
        return None
    for axis in (None, 0):
        middle, level = x.mean(axis=axis), y.mean(axis=axis)
        away = x - middle
        power = (away * away).sum(axis=axis)
        with np.errstate(all="ignore"):
            factor = np.where(power > 0, (away * (y - level)).sum(axis=axis) / power, np.nan)
            rest = np.abs(y - level - np.where(np.isnan(factor), 0, factor) * away).max()
        if rest < CLOSE * max(_size(y), 1e-12):
            return np.stack([np.atleast_1d(factor), np.atleast_1d(level - factor * middle)])
    return None
