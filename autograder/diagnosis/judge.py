"""From a `Record` to what is told of it: findings in order, questions, notes. Pure functions.

Order: it cannot be used → inputs and targets do not belong together → which batch is which → left
out → repeated → changes → values → model. One cause is told once: echoes are left out.
"""

import itertools
import os
import re
from dataclasses import dataclass, field

from autograder.diagnosis import coverage, forms, pairing, repeats
from autograder.diagnosis.borders import over_borders
from autograder.diagnosis.cuts import left_over
from autograder.diagnosis.finding import LOSES, STOPS, finding
from autograder.diagnosis.guard import guarded
from autograder.diagnosis.inference import completed
from autograder.diagnosis.reads import Reads
from autograder.diagnosis.served import one_for_all
from autograder.diagnosis.spoiled import spoiled_on_the_way
from autograder.diagnosis.streamed import in_words_of_a_stream
from autograder.diagnosis.triplets import of_the_same_class
from autograder.diagnosis.twins import pairs_of_one_item, twins
from autograder.diagnosis.wording import numbered_by_batch
from autograder.mistakes.delivery import MISTAKES
from autograder.mistakes.finding import plural

__all__ = ["ECHOES", "ORDER", "Verdict", "judge"]

ORDER = {mistake.name: place for place, mistake in enumerate(MISTAKES)}
ECHOES = {
    "misaligned": {"never_read", "read_twice", "rows_without_item", "skips_items", "series_shuffled"},
    "uneven_rows": {"misaligned", "fit_raises", "rows_without_item", "skips_items", "never_read"},
    "getitem_raises": {
        "fit_raises",
        "never_read",
        "read_twice",
        "length_zero",
        "keeps_state",
        "threads_disagree",
        "rows_change",
    },
    "epoch_end_raises": {"fit_raises", "misaligned"},
    "no_row_axis": {
        "uneven_rows",
        "read_twice",
        "rows_without_item",
        "skips_items",
        "misaligned",
        "shape_changes",
    },
    "ignores_index": {"never_read", "read_twice", "misaligned", "rows_change", "shuffle_does_nothing"},
    "keeps_state": {
        "never_read",
        "read_twice",
        "misaligned",
        "threads_disagree",
        "rows_change",
        "shuffle_does_nothing",
    },
    "draws_at_random": {"never_read", "read_twice", "keeps_state", "misaligned", "shuffle_does_nothing"},
    "buffer_reused": {
        "changes_data",
        "threads_disagree",
        "read_twice",
        "keeps_state",
        "rows_without_item",
        "memory_never_written",
    },
    "changes_data": {"keeps_state", "threads_disagree", "misaligned", "never_read", "read_twice"},
    "rows_without_item": {"read_twice", "constant"},
    "memory_never_written": {
        "rows_without_item",
        "read_twice",
        "not_finite",
        "keeps_state",
        "threads_disagree",
    },
    "empty_batch": {"never_read", "uneven_rows"},
    "index_too_short": {"never_read", "empty_batch", "uneven_rows", "shape_changes", "ignores_batch_size"},
    "windows_left_out": {"never_read", "empty_batch", "read_twice", "shape_changes"},
    "ignores_batch_size": {"never_read", "misaligned"},
    "length_zero": {"fit_raises", "never_read"},
    "length_changes": {"rows_change"},
    "never_read": {"rows_change"},
    "grows": {"keeps_state"},
    "values_lost": {"constant", "ignores_index"},
    "seeds_each_call": {"threads_disagree"},
}
"""What else a mistake looks like."""
OF_LENGTH = {
    "keeps_state",
    "draws_at_random",
    "ignores_index",
    "ignores_batch_size",
    "length_zero",
    "empty_batch",
}
"""Mistakes by which items that no batch came to may come in another epoch, or are no matter of the length."""
COUNTED = {
    "never_read",
    "read_twice",
    "rows_without_item",
    "skips_items",
    "draws_at_random",
    "ignores_batch_size",
}
"""What lengths show too."""
FORMS = {
    "not_taken_by_fit",
    "not_a_tuple",
    "nothing_returned",
    "none_in_batch",
    "list_in_batch",
    "too_many_parts",
    "not_numeric",
    "no_row_axis",
    "uneven_rows",
    "shape_changes",
    "never_ends",
    "length_not_int",
    "length_raises",
    "no_length",
    "length_negative",
    "empty_batch",
}
"""What `fit` stops at for a reason that is told already."""


SHUFFLING = ("shuffle(", "permutation(", "permuted(", ".sample(")
"""How a class says that it shuffles."""
MANY = 20
"""Of fewer items it is not said that they are in no order."""


@dataclass
class Verdict:
    """What is told of a `Record`. reads: of the first epoch, for the figure."""

    findings: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    unseen: list = field(default_factory=list)
    reads: object = None


def judge(record):
    """Judge a `Record`. Returns: `Verdict`."""
    verdict = Verdict(unseen=list(record.unseen))
    said = []
    if record.built is not None:
        said.append(finding("cannot_be_built", STOPS, record.built.said, line=forms.place(record.built)))
    if record.other_base:
        said.append(finding("other_keras", STOPS, f"class {record.name} is derived from {record.other_base}"))
    elif record.kind == "object":
        said.append(finding("other_keras", STOPS, f"class {record.name} is derived from no class of Keras"))
    if record.made_again:
        said.append(finding("constructor_keeps_state", LOSES, record.made_again, line=record.lines["made"]))
    with guarded("what else its length and form show", verdict.unseen):
        said += [*forms.lengths(record), *forms.stream(record)]
        said += forms.form(record)
    if record.epochs and record.epochs[0].good:
        with guarded("what else its epochs show", verdict.unseen):
            _epochs(record, verdict, said)
    with guarded("what else it shows", verdict.unseen):
        said += _rest(record)
    said = [in_words_of_a_stream(record, _as_the_words_say(record, one)) for one in said]
    findings = [one for one in said if not isinstance(one, str)]
    verdict.findings = without_echoes(findings, [one for one in findings if _by_length(record, one)])
    names = {one.name for one in verdict.findings}
    questions = dict.fromkeys(one for one in said if isinstance(one, str))
    if names & {
        "misaligned",
        "keeps_state",
        "draws_at_random",
        "ignores_index",
        "getitem_raises",
        "empty_batch",
        "index_too_short",
        "windows_left_out",
        "skips_items",
        "changes_data",
        "memory_never_written",
        "buffer_reused",
        "values_lost",
    }:
        questions = {}  # they are of the same cause
    verdict.questions = list(questions)
    verdict.notes = list(_notes(record, names))
    verdict.unseen += _unseen(record, verdict)
    return verdict


INTENDED = {
    "never_read": re.compile(
        r"drop.?(last|remainder)|dropped on purpose|only (full|whole|complete) batch|(incomplete|last|rest).*"
        r"(drop|left out|discard|skipp)|(drop|leaves? out|discard|skip)s? the (incomplete|last|rest)|"
        r"all batches (have|of) (the )?(same|equal)|batches (are|of) equal",
        re.IGNORECASE,
    ),
    "skips_items": re.compile(
        r"skip (clips|files|images|items|rows|samples|those|what)|left out|on purpose", re.IGNORECASE
    ),
    "read_twice": re.compile(
        r"wrap|fill(ed|s)? up|on purpose|over-?sampl|(all|every) batch(es)? (is|are|has|have)( the| a)? full|"
        r"completes? the last batch|(from|at) the (start|beginning)|last (one|batch) is moved back|come again|"
        r"repeat(s|ing|ed)? (the|its) last|to a multiple of|duplicates? (items|rows|samples)",
        re.IGNORECASE,
    ),
}
"""Words by which a class says that it means what else is a mistake."""
MOST_WORDS = 120


def _as_the_words_say(record, one):
    """A question in place of a finding, where the class says in words that it means just that."""
    pattern = INTENDED.get(getattr(one, "name", ""))
    words = [text for text in record.words if pattern.search(text)] if pattern else []
    if not words:
        return one
    said = one.received[0].lower() + one.received[1:].rstrip(".")
    return f"Is it meant that it serves {said}? Its text says: {words[0][:MOST_WORDS]!r}."


def _overwritten(record):
    name = record.batch_size_name
    return finding(
        "keeps_state",
        LOSES,
        f"{name} is {record.batch_size:,} at first, and {record.overwritten:,} after an epoch",
        "from the second epoch on the batches are cut at other places, and the last ones may never come",
        asked=f"{name} stays what it is",
        attribute=name,
        line=record.lines.get("overwrites", ""),
        hint="Keep the size of this batch in a name of its own, without self.",
    )


def _epochs(record, verdict, said):
    """Add to `said`, a list, what its epochs show."""
    said += forms.batches(record)
    raised = len(record.epochs[0].good) < len(record.epochs[0].batches)
    followed = False
    epoch = completed(record, record.epochs[0])
    reads = verdict.reads = Reads(epoch)
    main = coverage.main_reading(record, reads)
    said += pairing.pairing(record, reads)
    if not raised:
        told = list(coverage.coverage(record, reads))
        said += told
        whole = len(epoch.batches) == record.length and not record.background
        followed = main is not None and reads.one_read_a_row and whole
        if len(record.epochs) > 1:
            said += _second(record, {one.name for one in told if not isinstance(one, str)})
    said += _shuffle(record, reads)
    said += _series(record, reads)
    said += over_borders(record, reads)
    said += _as_it_was_made(record, reads)
    said += repeats.again(record)
    if record.overwritten is not None:
        said.append(_overwritten(record))
    if not raised:
        said += repeats.repeats(record, reads, followed, main)
        said += repeats.contradictions(record)
        said += repeats.several_targets(record)
        if not any(getattr(one, "name", "") in COUNTED for one in said):
            besides = {name for name in reads.readings if not coverage.is_judged(record, reads, name)}
            all_read = main is not None and not main.missing and len(epoch.batches) == record.length
            by_content = [] if followed or all_read else list(repeats.left_out(record, reads))
            said += by_content or repeats.sums(record, reads, followed, besides)
    said += left_over(record) if not raised and record.complete and not record.sampled else ()
    said += forms.values(record)
    said += [*pairs_of_one_item(record)] or twins(record)
    said += of_the_same_class(record)
    said += spoiled_on_the_way(record)
    said += record.odd_values
    said += _partly_mapped(record)
    said += one_for_all(record, main)
    said += numbered_by_batch(record)
    said += forms.scaled(record, main)
    if record.loops_have and record.loops_have[0] and record.loops_have[1] == 0:
        said.append(
            "Is it meant that a second `for batch in seq:` has no batch? Its __iter__ does not begin anew."
        )
    if record.same_with_seed is False and not raised:
        said.append("Is it meant that seq[0] has other rows at every call, even after the same seed?")
    said += _between_epochs(record)


def _second(record, told):
    """What the epoch after `on_epoch_end` shows that the first did not."""
    second = completed(record, record.epochs[1])
    if len(second.good) < len(second.batches):
        return
    for one in coverage.coverage(record, Reads(second), later=True):
        if not isinstance(one, str) and one.name not in told and one.name in ("never_read", "read_twice"):
            yield finding(
                one.name,
                one.level,
                "after on_epoch_end: " + one.received,
                one.so,
                one.asked,
                one.attribute,
                one.items,
                one.values,
                record.lines.get("on_epoch_end") or one.place,
            )


def _as_it_was_made(record, reads):
    """Findings about what was done to the data before the object was there."""
    if record.emptied:
        name, count, example = record.emptied
        yield finding(
            "values_lost",
            LOSES,
            f"{plural(count, 'text')} of {name} {'is' if count == 1 else 'are'} empty, and had letters when given: "
            f"{example[:40]!r}",
            asked=f"each text of {name} has what is in it",
            attribute=name,
            hint="Which letters does the cleaning keep? [a-z] has none of other alphabets.",
        )
    if record.headless:
        file, names = record.headless
        yield finding(
            "never_read",
            LOSES,
            f"the first line of {os.path.basename(file)} was taken for the names of its columns: "
            f"{', '.join(map(repr, names[:3]))}",
            "the first item is left out, and what goes with the others stands one place before them",
            asked="each line of the file is an item",
            hint="read_csv(file, header=None) where there is no line of names.",
        )
    if record.text_order and reads.windows:
        column, *examples = record.text_order
        yield finding(
            "series_shuffled",
            LOSES,
            f"rows were put in the order of {column!r} as text, such as {' and '.join(map(repr, examples))}",
            "neighbours in a window are no neighbours in time",
            asked="the rows of a series are in the order of time",
            hint=f"Make dates of the texts before they are sorted: pandas.to_datetime(table[{column!r}]).",
        )
    for name in sorted(reads.windows):
        held = reads.held[name]
        labels = held.labels
        named = bool(labels) and hasattr(labels[0], "toordinal") and _is_shuffled(labels)  # times, no numbers
        if named or (held.kind == "array" and held.n in record.unordered):
            called = f"are called {', '.join(map(str, labels[:3]))}, …" if named else "are those of a table"
            yield finding(
                "series_shuffled",
                LOSES,
                f"the rows of {name} {called}: they are in no order",
                "neighbours in a window are no neighbours in time",
                asked=f"the rows of {name} are in the order of time",
                attribute=name,
                line=record.line_of(name),
                hint="Split a series at a point in time, without shuffling.",
            )
            return


def _partly_mapped(record):
    for name, dtype, file, there, mapped in record.partly_mapped:
        yield (
            f"Is {name} of another dtype, or longer? {file} has {there:,} bytes, and it takes {mapped:,} of them "
            f"as {dtype}."
        )


def _series(record, reads):
    """`on_epoch_end` shuffles the very items of which windows are made that overlap."""
    if coverage.draws(record, reads):
        return  # runs of items that chance has put one behind the other
    for name in sorted(set(record.scattered) & reads.windows):
        if reads.readings[name].overlap > 1.5:
            yield finding(
                "series_shuffled",
                LOSES,
                f"{name} is put in another order",
                asked=f"on_epoch_end leaves {name} in its order: each row is a run of its items",
                attribute=name,
                line=record.lines.get("on_epoch_end", ""),
            )
            return


def _shuffle(record, reads):
    """Something is shuffled, or is meant to be, and both epochs serve the same all the same."""
    if len(record.epochs) < 2 or record.count < 3 or record.sampled:
        return
    first, second = record.epochs[:2]
    if record.not_called and [b.content for b in first.batches] == [b.content for b in second.batches]:
        yield finding(
            "shuffle_does_nothing",
            LOSES,
            f"both epochs have the same batches: {record.not_called} shuffles in its on_epoch_end, which nobody calls",
            asked="the second epoch has another order than the first",
            attribute=record.not_called,
            hint=f"Write an on_epoch_end that calls {record.not_called}.on_epoch_end().",
        )
        return
    indices = [name for name in record.reordered if name in first.held and first.held[name].is_index]
    later = _made_at_the_end(first, second)
    if not indices and later and [b.content for b in first.batches] == [b.content for b in second.batches]:
        yield finding(
            "shuffle_does_nothing",
            LOSES,
            f"{later} is made in another order by on_epoch_end, and never read",
            asked="__getitem__ reads what on_epoch_end shuffles",
            attribute=later,
            line=record.lines.get("on_epoch_end", ""),
        )
        return
    read = [name for name in indices if name in reads.drivers]
    if not (record.shuffle or indices or (record.thrown_away and record.shuffle is None)):
        yield from _same_order(record, reads, second)
        return
    if record.deterministic:
        same = [b.content for b in first.batches] == [b.content for b in second.batches]
    else:
        later = Reads(second).readings
        same = (
            bool(reads.readings)
            and not set(record.reordered) & set(reads.readings)
            and all(
                name in later and later[name].lists == reading.lists
                for name, reading in reads.readings.items()
            )
        )
    if not same:
        return
    if not indices and not record.thrown_away and not record.lines.get("shuffles"):
        yield "Is it meant that every epoch has the same order? It is told to shuffle, and nothing in it does."
        return
    name = (read or indices or [""])[0]
    if name and not read and name.endswith("]"):
        return
    said = f"{name} is shuffled, and never read" if name and not read else "both epochs have the same batches"
    yield finding(
        "shuffle_does_nothing",
        LOSES,
        said,
        asked="__getitem__ reads what on_epoch_end shuffles"
        if name and not read
        else "the second epoch has another order than the first",
        attribute=name,
        line=record.thrown_away or record.lines.get("on_epoch_end", ""),
        hint="What it returns is thrown away: keep it, as in self.order = …" if record.thrown_away else None,
    )


def _made_at_the_end(first, second):
    """An index in no order that is there since `on_epoch_end`, and that no batch read after it; else ""."""
    read = {name for batch in second.batches for name in batch.reads}
    for name, held in second.held.items():
        if name not in first.held and name not in read and held.is_index and _is_shuffled(held.keys):
            return name
    return ""


def _same_order(record, reads, second):
    """A finding, or a question, about items that come in no order, and in the same one in both epochs."""
    if record.epoch_end is not None or record.shuffle is False:
        return
    later, mixed = Reads(second).readings, []
    singly = {name: reading for name, reading in reads.readings.items() if reading.one_a_row}
    for name, reading in singly.items():
        values = reading.held.keys if reading.held.is_index else range(reading.held.n)
        read = [values[place] for places in reading.lists for place in places if place < len(values)]
        mixed += [name] if _is_shuffled(read) else []
    again = all(name in later and later[name].lists == one.lists for name, one in singly.items())
    line = record.lines.get("on_epoch_end", "")
    if mixed and again and record.drawn_at_the_end and any(word in line for word in SHUFFLING):
        yield finding(
            "shuffle_does_nothing",
            LOSES,
            f"{mixed[0]} is read in no order, and in the same one in both epochs",
            asked="the second epoch has another order than the first",
            attribute=mixed[0],
            line=line,
            hint="Is the same seed set before each shuffle?",
        )
    elif mixed and again and line:
        yield f"Is it meant that every epoch has the same order? {mixed[0]} is read in none, and in the same one again."
    elif record.deterministic and record.lines.get("draws"):
        if [batch.content for batch in record.epochs[0].batches] == [
            batch.content for batch in second.batches
        ]:
            yield f"Is it meant that every epoch draws the same? Both have the same rows ({record.lines['draws']})."


def _is_shuffled(read):
    """Whether different numbers come in no order."""
    rising = sum(b > a for a, b in itertools.pairwise(read))
    return len(read) >= MANY and len(set(read)) == len(read) and 0.2 < rising / (len(read) - 1) < 0.8


def _between_epochs(record):
    if record.epoch_end is not None:
        yield finding(
            "epoch_end_raises",
            STOPS,
            record.epoch_end.said,
            asked="on_epoch_end() returns",
            line=forms.place(record.epoch_end),
        )
    if record.resampled and not record.resampled[2]:
        name, gone, _ = record.resampled
        yield (
            f"Is it meant that on_epoch_end draws {name} with replacement? {plural(gone, 'item')} of it did "
            "not come in the second epoch."
        )
    elif record.resampled:
        name, gone, later = record.resampled
        yield finding(
            "draws_at_random",
            LOSES,
            f"{plural(gone, 'item')} of {name} gone after on_epoch_end, {later:,} after the next one",
            "what is gone never comes again, and other items come more than once",
            asked=f"{name} has the same items in every epoch",
            attribute=name,
            line=record.lines.get("on_epoch_end", ""),
            hint="Shuffle without replacement, as sample(frac=1) and permutation do.",
        )
    if record.changed_data:
        yield finding(
            "changes_data",
            LOSES,
            f"{record.changed_data[0]} is not what it was",
            asked=f"after seq[0] {record.changed_data[0]} is what it was",
            attribute=record.changed_data[0],
            line=record.lines.get("changes", ""),
        )
    if len(record.epochs) > 1 and record.complete:
        one, two = (sum(batch.rows for batch in epoch.batches) for epoch in record.epochs[:2])
        whole = all(len(epoch.good) == record.length for epoch in record.epochs[:2])
        before = {batch.index: batch.rows for batch in record.epochs[0].good}
        by_chance = record.same_with_seed and any(
            before.get(index) != batch.rows for index, batch in record.again.items()
        )
        if whole and one != two and by_chance:
            yield f"Is it meant that chance says how many rows an epoch has? {one:,} at first, {two:,} in the second."
        elif whole and one != two:
            yield finding(
                "rows_change",
                LOSES,
                f"{one:,} rows in the first epoch, {two:,} in the second",
                line=record.lines.get("on_epoch_end", ""),
            )
    calls = len(record.epochs[0].batches)
    for name, (first, second) in record.collected.items():
        if first >= calls and second >= calls and name not in record.reordered:
            yield f"Is it meant that {name} has {second:,} items more after each epoch?"
            break
    for name, (first, second) in record.grown.items():
        if first >= calls and second >= calls and name not in record.reordered:
            yield finding(
                "grows",
                LOSES,
                f"{name} has {second:,} items more after each epoch of {calls:,} batches",
                attribute=name,
                line=record.lines.get("__getitem__", ""),
            )
            break


def _rest(record):
    if record.marks_problem is not None:
        yield finding(
            "memory_never_written",
            LOSES,
            record.marks_problem.said,
            "memory of np.empty is used before it is written",
            line=forms.place(record.marks_problem),
        )
    for span in record.marks[-1:]:
        yield finding(
            "memory_never_written",
            LOSES,
            f"{span.rows} of {span.total} rows of {span.path} in seq[{span.index}] were never written",
            asked=f"all rows of seq[{span.index}] were written",
            line=record.lines.get("__getitem__", ""),
        )
    if record.seeds:
        yield finding(
            "seeds_each_call",
            LOSES,
            f"{record.seeds} is called with the same number for seq[0] and for seq[1]",
            line=record.lines.get("seeds", ""),
        )
    if record.made_with_seed:
        yield (
            "Is it meant that every batch draws the same numbers? A generator is made with the same seed in seq[0] "
            f"and in seq[1] ({record.made_with_seed})."
        )
    if record.threads and record.workers < 2:  # fit asks from one thread at a time
        yield (
            "Is it meant for one worker alone? Asked for at once with another, "
            f"seq[{record.threads[0]}] is not what it is alone: so it would be with workers=2."
        )
    elif record.threads:
        yield finding(
            "threads_disagree",
            LOSES,
            f"asked for at once with another, seq[{record.threads[0]}] is not what it is alone",
            line=record.lines.get("__getitem__", ""),
        )
    if record.processes and record.pickling and record.spawned:
        yield finding("not_picklable", STOPS, record.pickling)
    if record.fit is not None and not record.fit.may_be_slow:  # slow batches are no fault
        yield finding("fit_raises", STOPS, _words(record.fit), line=forms.place(record.fit))


def _words(problem):
    """What fit raised, in one line: the last one that says something."""
    lines = [line.strip() for line in problem.message.splitlines() if line.strip()]
    own = [line for line in lines if line.split(":")[0].endswith(("Error", "Exception")) and ":" in line]
    return f"{problem.kind}: {(own or lines or [''])[0]}"[:300]


def _by_length(record, one):
    """Whether a finding is of the items that a length rounded down leaves out: no other mistake does that."""
    if one.name != "never_read" or not record.epochs or not record.complete:
        return False
    held = record.epochs[0].held.get(one.attribute)
    rows = sum(batch.rows for batch in record.epochs[0].good)
    return held is not None and list(one.items) == list(range(rows, held.n))


def without_echoes(findings, by_length=()):
    """Order findings, one of each mistake, and leave out what follows from another.

    by_length: those of them that the number of batches alone explains; the order that items come in does
    not.
    """
    first = {}
    for one in (*by_length, *findings):
        first.setdefault(one.name, one)
    if "fit_raises" in first and set(first) & (FORMS | {"getitem_raises", "epoch_end_raises"}):
        del first["fit_raises"]
    if "memory_never_written" in first:
        for name in ("misaligned", "never_read"):  # what was left in memory is another row each time
            if name in first and not first[name].attribute:
                del first[name]
    if {"skips_items", "never_read"} <= set(first):
        if set(first["never_read"].items) <= set(first["skips_items"].items):
            del first["never_read"]  # such as the label of a file that was skipped
    echoes = set()
    for name in sorted(first, key=ORDER.get):
        if name not in echoes:
            apart = {"never_read"} if by_length and name not in OF_LENGTH else set()
            echoes |= ECHOES.get(name, set()) - apart
    kept = [one for name, one in first.items() if name not in echoes]
    return sorted(kept, key=lambda one: ORDER[one.name])


def _notes(record, names):
    if not record.super_called:
        yield (
            "super().__init__(**kwargs) is not called: workers, use_multiprocessing and max_queue_size "
            "cannot be set."
        )
    for name in record.strange_hooks:
        yield f"Keras calls on_epoch_begin and on_epoch_end, and not {name}: nothing of yours calls it either."
    past = record.past_end
    if past is not None and not record.loops and record.length and "keeps_state" not in names:
        if past.problem is None:
            what = plural(past.rows, "row") if past.rows else "an empty batch"
            yield (
                f"`for batch in seq:` goes on without end: seq[{record.length}], past the last batch, is "
                f"{what}, and no IndexError."
            )
        elif "IndexError" not in past.problem.kinds:
            yield (
                f"`for batch in seq:` stops with {past.problem.kind} at seq[{record.length}], past the last "
                "batch: an IndexError there would end it quietly."
            )
    if record.pickling and record.processes and not record.spawned:
        yield (
            f"It cannot be pickled ({record.pickling.split(':')[0]}), and asks for processes: here they are forked, so "
            "it works; on macOS and Windows they are spawned, and fit stops."
        )
    elif record.pickling and not record.processes:
        yield f"It cannot be pickled ({record.pickling.split(':')[0]}), so use_multiprocessing may not work."
    sizes = [b.rows for b in record.epochs[0].good] if record.epochs else []
    if record.batch_size and sizes and max(sizes) > record.batch_size:
        yield f"Batches have up to {plural(max(sizes), 'row')}; {record.batch_size_name} is {record.batch_size}."


def _unseen(record, verdict):
    reads = verdict.reads
    if record.endless:
        yield "coverage: it has no end, so no epoch in which every item should come"
    if reads is not None and record.traced and not reads.readings and record.epochs[0].good:
        names = ", ".join(reads.opaque[:3])
        yield (
            f"which items are read{' of ' + names if names else ''}: it reads in a way that cannot be "
            "followed, "
            "so lengths and content alone were compared"
        )
    elif reads is not None:
        opaque = [name for name in reads.opaque if not _told_elsewhere(name, reads)]
        if opaque:
            yield f"which items are read of {', '.join(opaque[:3])}: all of it is read at once"
    if record.fit is not None and record.fit.may_be_slow:
        yield f"whether model.fit runs to its end: {record.fit.message}"
    if record.background:
        yield "which batch reads which items: it reads in a thread of its own"
    if record.sampled:
        seen = len(record.epochs[0].batches) if record.epochs else 0
        yield f"every batch: {seen:,} of {record.count:,} were looked at, the first and the last among them"


def _told_elsewhere(name, reads):
    """Whether the parts of a container tell what is read, or it is itself a part of one that does."""
    parts = any(other.startswith(f"{name}[") for other in reads.held)
    return parts or name.rpartition("[")[0] in (*reads.readings, *reads.opaque)
