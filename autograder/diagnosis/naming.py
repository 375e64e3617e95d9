"""Judges by the names of files whether inputs and targets belong together, and in which order they come."""

import itertools
import os
import re
from collections import Counter

from autograder.diagnosis.finding import LOSES, finding
from autograder.diagnosis.reads import folder_and_words, labels_of, stem_of

__all__ = [
    "frames_in_text_order",
    "ids_in_another_order",
    "labelled_otherwise",
    "named_otherwise",
    "names_in_text_order",
    "of_another_group",
    "same_ids",
    "sorted_otherwise",
]

TWO_LISTS = (
    "Where are both lists made? Sort both by the number in the name, for as text 10 comes before 2; "
    "or build the second name of the first."
)
MOSTLY, SOME = 0.8, 0.05
LEAST_GROUPS = 4
"""Of fewer groups it is not said which file belongs to which."""
FEW_BATCHES, LEAST_FRAMES = 3, 4
OF_FILMS = 5
"""Inputs of so many axes have pictures one after the other: rows, frames, height, width, channels."""
LEAST_FILES, MOST_LABELS = 12, 50
"""Of fewer files, or with more labels, it is not said which word of a name is a label."""
SURE_GROUPS = 3
"""Two groups and two labels may have the same sizes by chance."""
OF_SPLITS = {
    "train",
    "training",
    "val",
    "valid",
    "validation",
    "test",
    "dev",
    "data",
    "images",
    "img",
    "left",
    "right",
}
"""Words that say where a file lies, and not what is in it."""


def sorted_otherwise(record, reads):
    """Names with numbers in them, in one container sorted as text, in the other by number: 10 before 2."""
    for one, other in itertools.combinations(reads.readings, 2):
        a, b = reads.readings[one], reads.readings[other]
        if a.lists != b.lists or not (_named(a.held) and _named(b.held)):
            continue
        numbers = [[_numbers_in(key) for key in held.keys] for held in (a.held, b.held)]
        if sorted(numbers[0]) != sorted(numbers[1]) or len(set(numbers[0])) < len(numbers[0]):
            continue
        by_number = [found == sorted(found) for found in numbers]
        by_text = [list(held.keys) == sorted(held.keys) for held in (a.held, b.held)]
        if numbers[0] != numbers[1] and (by_number, by_text) in (
            ([True, False], [False, True]),
            ([False, True], [True, False]),
        ):
            place = next(k for k, (x, y) in enumerate(zip(*numbers)) if x != y)
            yield finding(
                "misaligned",
                LOSES,
                f"item {place} of {one} is {a.held.keys[place]!r}, of {other} {b.held.keys[place]!r}",
                "one is sorted as text, where 10 comes before 2, and the other by number",
                asked=f"an item of {one} comes with its own of {other}",
                attribute=other,
                items=[k for k, (x, y) in enumerate(zip(*numbers)) if x != y],
                line=record.line_of(other),
                hint="Where are both made? Sort them in one way.",
            )
            return


def named_otherwise(record, reads):
    """Files that come together, and whose names say that they belong to others."""
    for one, other in itertools.combinations(reads.readings, 2):
        a, b = reads.readings[one], reads.readings[other]
        if a.lists == b.lists and _named(a.held) and _named(b.held):
            apart = _names_apart(a.held.keys, b.held.keys)
            if apart:
                said = f"{a.held.keys[apart[0]]} of {one} comes with {b.held.keys[apart[0]]} of {other}"
                if not set(a.held.keys).isdisjoint(b.held.keys) and not _of_two_folders(reads):
                    yield f"Is it meant that {said}, as for pairs of different items?"
                    return
                yield _names_finding(
                    record, other, apart, said, f"an item of {one} comes with its own of {other}"
                )
                return
    for name, reading in reads.readings.items():
        keys = reading.held.keys or ()
        pairs = [key for key in keys if isinstance(key, tuple) and len(key) == 2 and all(map(_is_name, key))]
        if pairs and len(pairs) == len(keys):
            first, second = zip(*pairs)
            apart = _names_apart(first, second)
            if apart and set(first).isdisjoint(second):
                said = f"{os.path.basename(first[apart[0]])} comes with {os.path.basename(second[apart[0]])} in {name}"
                yield _names_finding(
                    record, name, apart, said, f"both files of a pair in {name} belong together"
                )
                return
    yield from _opened_otherwise(record, reads)


def ids_in_another_order(record, reads):
    """Two tables, or a table and a list, read at the same places, that have the same ids in other orders."""
    for one, other in itertools.combinations(reads.readings, 2):
        a, b = reads.readings[one], reads.readings[other]
        if a.lists != b.lists or a.held.n != b.held.n or not (a.held.columns or b.held.columns):
            continue
        for (column, ids), (beside, others) in itertools.product(_ids_in(a.held), _ids_in(b.held)):
            if ids != others and set(ids) == set(others):
                if a.held.names == b.held.names:  # a copy of the table, of partners say
                    yield f"Is it meant that items of {one} come with other ones of {other}, as for pairs?"
                    return
                apart = [place for place, (x, y) in enumerate(zip(ids, others)) if x != y]
                yield finding(
                    "misaligned",
                    LOSES,
                    f"row {apart[0]} has {ids[apart[0]]!r} in {column}, and {others[apart[0]]!r} in {beside}",
                    f"{len(apart):,} of {a.held.n:,} rows are put beside that of another",
                    asked=f"a row of {one} comes with its own of {other}",
                    attribute=other,
                    items=apart,
                    line=record.line_of(other),
                    hint="Join both by their ids, with merge or map, or sort both by them.",
                )
                return


def same_ids(one, other):
    """Whether two containers, `record.Held` each, have the same ids in the same order: one was put beside the other."""
    return any(
        ids == others for (_, ids), (_, others) in itertools.product(_ids_in(one, 2), _ids_in(other, 2))
    )


def _ids_in(held, least=LEAST_FILES):
    """Yield `(name, ids)` of the columns of a table, or of a list, that has another text or number for each row."""
    columns = {f"{held.name}[{column!r}]": values for column, values in held.columns.items()}
    for name, values in ({held.name: held.keys} | columns).items():
        if values and len(set(values)) == held.n >= least and set(values) != set(range(held.n)):
            yield name, tuple(values)


def of_another_group(record, reads):
    """Files of which several belong to one of another container, by the words that their names begin with."""
    for one, other in itertools.combinations(reads.readings, 2):
        a, b = reads.readings[one], reads.readings[other]
        if _named(a.held) and _named(b.held) and list(map(len, a.lists)) == list(map(len, b.lists)):
            places = [*zip(itertools.chain(*a.lists), itertools.chain(*b.lists))]
            names = [a.held.keys[place] for place, _ in places], [b.held.keys[place] for _, place in places]
            apart = _groups_apart(*names)
            if apart:
                said = f"{names[0][apart[0]]} of {one} comes with {names[1][apart[0]]} of {other}"
                items = sorted({places[k][0] for k in apart})
                yield _names_finding(
                    record, one, items, said, f"an item of {one} comes with its own of {other}"
                )
                return


def _groups_apart(names, others):
    """The places at which a file comes with one of another group, where names begin with that of their group."""
    for ours, theirs in ((names, others), (others, names)):
        ours, theirs = _stems(ours), _stems(theirs)
        groups = set(theirs)
        own = [re.split(r"[_\-. ]", stem)[0] for stem in ours]
        if not LEAST_GROUPS <= len(groups) < len(set(ours)) or set(own) - groups:
            continue
        apart = [k for k, (mine, partner) in enumerate(zip(own, theirs)) if mine != partner]
        if len(apart) > MOSTLY * len(own):
            return apart
    return []


def _names_finding(record, name, apart, said, asked):
    return finding(
        "misaligned",
        LOSES,
        said,
        f"{len(apart):,} items come with what bears the name of another",
        asked=asked,
        attribute=name,
        items=apart,
        line=record.line_of(name),
        hint=TWO_LISTS,
    )


def _names_apart(names, others):
    """The places at which two lists of files have different names, where nearly all names are in both."""
    for bare in (_stems, _without_common_words):
        ours, theirs = bare(names), bare(others)
        if len(set(ours)) < len(ours) or len(set(theirs)) < len(theirs) or len(ours) != len(theirs):
            continue
        both = set(ours) & set(theirs)
        if len(both) < MOSTLY * len(ours):
            continue
        apart = [k for k, (a, b) in enumerate(zip(ours, theirs)) if a != b and (a in both or b in both)]
        sure = bare is _stems or (_in_one_order(names, others) and not _counted_from_another(ours, theirs))
        if len(apart) > SOME * len(ours) and sure:
            return apart
    return []


def _stems(names):
    return list(map(stem_of, names))


def _without_common_words(names):
    """What tells names apart: their words and numbers, but the words that all of them have."""
    words = [re.findall(r"[a-z]+|[0-9]+", stem_of(name).lower()) for name in names]
    common = set.intersection(*map(set, words)) if words else set()
    return [
        tuple(int(w) if w.isdigit() else w for w in one if w.isdigit() or w not in common) for one in words
    ]


def _in_one_order(names, others):
    """Whether two lists were put side by side, each in the order of its texts or numbers: nobody drew the pairs."""
    pairs = [*zip(map(os.fspath, names), map(os.fspath, others))]
    for key in (str, _numbers_in):
        behind = [other for _, other in sorted(pairs, key=lambda pair: key(pair[0]))]
        if any(behind == sorted(behind, key=by) for by in (str, _numbers_in)):
            return True
    return False


def _counted_from_another(ours, theirs):
    """Whether all numbers differ by as much: files that are counted from 0, and from 1."""
    if not all(len(one) == 1 and type(one[0]) is int for one in (*ours, *theirs)):
        return False
    return len({b[0] - a[0] for a, b in zip(ours, theirs)}) == 1


def _opened_otherwise(record, reads):
    """Files that are opened for the same rows, of two folders or of two names, and belong to others."""
    pairs = []
    for batch in reads.batches:
        opened = [os.path.normpath(path) for path in batch.reads.get("<files>", ())]
        kinds = {}
        for path in opened:
            kinds.setdefault(folder_and_words(path), []).append(path)
        if len(kinds) != 2 or {len(paths) for paths in kinds.values()} != {batch.rows}:
            return
        pairs += zip(*(kinds[kind] for kind in sorted(kinds)))
    if not pairs:
        return
    first, second = zip(*pairs)
    apart = _names_apart(first, second)
    apart = (apart if _in_one_order(first, second) else []) or _groups_apart(first, second)
    if apart:
        one, other = (os.path.basename(paths[apart[0]]) for paths in (first, second))
        yield finding(
            "misaligned",
            LOSES,
            f"{one} is opened for the same row as {other}",
            f"{len(apart):,} items come with what bears the name of another",
            asked="the files of a row belong together",
            line=record.lines.get("__getitem__", ""),
            hint=TWO_LISTS,
        )


def _of_two_folders(reads):
    """Whether the files that an epoch opened have each name in two folders, as inputs and targets do."""
    opened = {os.path.normpath(path) for batch in reads.batches for path in batch.reads.get("<files>", ())}
    times = Counter(map(stem_of, opened))
    return bool(times) and sum(count > 1 for count in times.values()) > MOSTLY * len(times)


def _is_name(key):
    return isinstance(key, (str, os.PathLike))


def _named(held):
    return held.kind != "dict" and bool(held.keys) and all(map(_is_name, held.keys))


def _numbers_in(name):
    """The numbers in the last part of a path: (10,) of "masks/10.png"."""
    return tuple(map(int, re.findall(r"\d+", re.split(r"[/\\]", os.fspath(name))[-1])))


def labelled_otherwise(record, reads):
    """Files whose folder, or a word of whose name, says what is in them, and whose labels say something else."""
    if record.random_labels:
        return
    for name, keys in _files_in(reads):
        labels = labels_of(reads, name, keys) if len(reads.batches[0].side("y")) == 1 else None
        if not labels or len(labels) < LEAST_FILES or any(len(own) > 1 for own in labels.values()):
            continue
        label_of = {key: own for key, (own,) in labels.items()}
        counts = Counter(label_of.values())
        groupings = _groupings([*label_of])
        if not 2 <= len(counts) <= MOST_LABELS or any(_says(words, label_of) for words in groupings):
            continue
        texts = _texts_in(record, reads)
        for words in groupings:
            sizes = Counter(words.values())
            if len(sizes) != len(counts) or sorted(sizes.values()) != sorted(counts.values()):
                continue
            pure = sum(
                Counter(label_of[k] for k in words if words[k] == word).most_common(1)[0][1] for word in sizes
            )
            unlike = len(set(sizes.values())) > 1
            word, size = sizes.most_common(1)[0]
            of = [label_of[key] for key in words if words[key] == word]
            said = f"the {size:,} files of {word!r} in {name} have {len(set(of)):,} different labels"
            if texts >= set(sizes) or (unlike and (len(sizes) >= SURE_GROUPS or pure > MOSTLY * len(words))):
                yield finding(
                    "misaligned",
                    LOSES,
                    said,
                    f"there are as many files of {len(sizes):,} names as there are of {len(counts):,} labels, and they "
                    "do not go together",
                    asked="files of one name have one label",
                    attribute=name,
                    line=record.line_of(name),
                    hint="Where are files and labels put in an order, and is it the same one?",
                )
                return
            if (
                all(re.fullmatch("[A-Za-z]+", w) for w in sizes)
                and not {w.lower() for w in sizes} & OF_SPLITS
            ):
                yield f"Is it meant that {said}? There are as many of each label as of each name."
                return


def _files_in(reads):
    """Yield `(name, texts)` of lists of names that are read, and of columns of tables."""
    for name, reading in reads.readings.items():
        if _named(reading.held):
            yield name, reading.held.keys
        for texts in reading.held.columns.values():
            if all(isinstance(text, str) for text in texts):
                yield name, texts


def _groupings(keys):
    """`{file: word}` by the folder it lies in, by the one above, and by each word of its name."""
    parts = [
        [
            *os.path.normpath(os.fspath(key)).split(os.sep)[-3:-1],
            *re.findall("[A-Za-z]+|[0-9]+", stem_of(key)),
        ]
        for key in keys
    ]
    found = []
    for place in {*range(min(map(len, parts))), *range(-min(map(len, parts)), 0)}:
        words = {key: part[place] for key, part in zip(keys, parts)}
        if 1 < len(set(words.values())) <= len(keys) / 2:
            found.append(words)
    return found


def _says(words, label_of):
    """Whether files of one word have one label."""
    return len({*zip(words.values(), map(label_of.get, words))}) == len(set(words.values()))


def _texts_in(record, reads):
    """Texts that number something, or stand in a list of a few: the names of classes, perhaps."""
    texts = {text for numbers in record.numberings.values() for text in numbers}
    for held in reads.held.values():
        if held.n <= MOST_LABELS and held.keys and all(isinstance(key, str) for key in held.keys):
            texts.update(held.keys)
    return texts


def frames_in_text_order(record, reads):
    """Files of one folder, such as the frames of a film, that are opened in the order of their names as text."""
    for batch in reads.batches[:FEW_BATCHES]:
        if not any(len(leaf.shape) >= OF_FILMS for leaf in batch.side("x")):
            continue
        opened = [os.path.normpath(path) for path in batch.reads.get("<files>", ())]
        for _, group in itertools.groupby(opened, os.path.dirname):
            names = list(map(os.path.basename, group))
            numbers = [_numbers_in(name)[-1:] for name in names]
            if len(set(names)) < LEAST_FRAMES or len(names) > len(set(names)) or batch.rows >= len(opened):
                continue
            if names == sorted(names) and all(numbers) and numbers != sorted(numbers):
                yield finding(
                    "misaligned",
                    LOSES,
                    f"the files of a row are read in the order {', '.join(names[:4])} …",
                    "what comes later in time is put before what was earlier",
                    asked="the frames of a row are read in the order of their numbers",
                    line=record.lines.get("__getitem__", ""),
                    hint="As text, 10 comes before 2: sort them by the number in their names.",
                )
                return


def names_in_text_order(record, reads):
    """A question about names with numbers that are sorted as text, beside values that may stand in another order."""
    for name, reading in reads.readings.items():
        if not _named(reading.held):
            continue
        keys = reading.held.keys
        numbers = [_numbers_in(key)[-1:] for key in keys]
        counted = sorted(itertools.chain(*numbers))
        if numbers == sorted(numbers) or len(counted) < len(keys) or list(keys) != sorted(keys):
            continue
        if counted != list(range(counted[0], counted[0] + len(keys))):
            continue
        for other, one in reads.readings.items():
            values = one.held.kind in ("array", "list") and not one.held.is_index and not _named(one.held)
            if other != name and values and one.held.n == reading.held.n and one.lists == reading.lists:
                place = next(k for k, (a, b) in enumerate(itertools.pairwise(numbers)) if a > b)
                yield (
                    f"Does {other} stand in the order of {name}, which is sorted as text? "
                    f"{os.path.basename(keys[place])} comes before {os.path.basename(keys[place + 1])} there."
                )
                return
