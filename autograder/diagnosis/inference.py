"""Of a long epoch a sample of batches was read: the others follow where the pattern is plain."""

from autograder.diagnosis.record import Batch, Epoch

__all__ = ["completed"]

MOST_READS = 500_000
"""In a longer epoch the lengths alone tell what is left out."""


def completed(record, epoch):
    """An epoch with the reads of all batches, where they follow from those that were asked for.

    They do for containers of which batch i reads the positions from a + i·s on, all batches but
    the last as many. Returns the epoch itself where nothing is to be filled in, or nothing follows.
    """
    length = record.length
    if length is None or not epoch.good or len(epoch.batches) == length:
        return epoch
    if len(epoch.good) < len(epoch.batches) or epoch.batches[-1].index != length - 1:
        return epoch
    names = {name for batch in epoch.good for name in batch.reads}
    patterns = {name: found for name in names if (found := _pattern(epoch.good, name))}
    if not patterns or length * max(size for _, _, size in patterns.values()) > MOST_READS:
        return epoch
    seen = {batch.index: batch for batch in epoch.good}
    rows = epoch.good[0].rows
    batches = []
    for index in range(length):
        if index in seen:
            known = seen[index]
            reads = {name: known.reads[name] for name in patterns if name in known.reads}
            batches.append(_with_rows(index, reads, known.rows))
        else:
            reads = {
                name: list(range(start + index * step, start + index * step + size))
                for name, (start, step, size) in patterns.items()
            }
            batches.append(_with_rows(index, reads, rows))
    return Epoch(batches, epoch.held, epoch.unordered)


def _with_rows(index, reads, rows):
    batch = Batch(index, reads=reads)
    batch.rows = rows
    return batch


def _pattern(good, name):
    """`(start, step, size)` of what each batch reads of a container, or None."""
    if any(not isinstance(batch.reads.get(name), list) or not batch.reads[name] for batch in good):
        return None
    whole = good[:-1]
    size = len(whole[0].reads[name])
    for batch in good:
        read = batch.reads[name]
        if read != list(range(read[0], read[0] + len(read))):
            return None
    if any(len(batch.reads[name]) != size for batch in whole) or len(good[-1].reads[name]) > size:
        return None
    one, two = whole[0], whole[-1]
    if two.index == one.index:
        return None
    step, rest = divmod(two.reads[name][0] - one.reads[name][0], two.index - one.index)
    start = one.reads[name][0] - one.index * step
    if rest or any(batch.reads[name][0] != start + batch.index * step for batch in good):
        return None
    return start, step, size
