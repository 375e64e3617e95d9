"""Findings are pure functions of records: tried on records made by hand, without TensorFlow."""

import base64
import itertools
import random
import re
import subprocess
import sys

import pytest
from conftest import ROOT

from autograder.classroom.known import known_classes
from autograder.display import figure
from autograder.display import order as order_figure
from autograder.mistakes import batches, epochs, exercise, files, lengths, order, raised, refusals
from autograder.mistakes.batches import LABELS, SAMPLES, batch_findings
from autograder.mistakes.epochs import epoch_findings
from autograder.mistakes.finding import CONTRACT, UNJUDGED, Finding, judged, right_samples, telling
from autograder.mistakes.lengths import PREDICTED, length_findings, length_rule
from autograder.mistakes.order import kept_finding, order_findings, seed_findings
from autograder.mistakes.raised import call_finding
from autograder.mistakes.refusals import numeric_findings, past_findings, reading_findings, unequal_findings
from autograder.mistakes.registry import MISTAKES
from autograder.sequence.outcome import ENDED, LATE, RAISED, Outcome
from autograder.sequence.record import Batch, Record

CASES = [(n, b) for n in range(1, 13) for b in range(1, 14)] + [(1300, 100)]
TAUGHT = {
    m.name: m
    for home in (exercise, raised, lengths, batches, epochs, refusals, order, files)
    for m in home.MISTAKES
}
TAUGHT[UNJUDGED.name] = UNJUDGED
"""The mistakes that the lessons' checks name."""
ONLY_BY_HAND = {"not_judged", "cell_failed"}
"""Mistakes that no class makes: the autograder's own, and that of a cell in a notebook."""


def label_of(sample):
    return 100 + 7 * sample


def pair(index, samples, labels=None, form="pair", **facts):
    labels = [label_of(s) for s in samples] if labels is None else labels
    return Batch(
        index,
        form,
        "what came",
        tuple(samples),
        tuple(labels),
        shape=(len(samples), 2),
        label_shape=(len(labels),),
        dtype="float32",
        label_dtype="int64",
        **facts,
    )


def record(n, b, served=right_samples, labels=None, **facts):
    """A record of a class that serves what `served(i, n, b)` says."""
    made = Record(
        n,
        b,
        own_labels=tuple(map(label_of, range(n))),
        sample_shape=(2,),
        dtype="float32",
        label_dtype="int64",
        length=-(-n // b),
        **facts,
    )
    for i in range(-(-n // b)):
        samples = served(i, n, b)
        theirs = None if labels is None else [label_of(j) for j in labels(i, n, b, samples) if 0 <= j < n]
        made.batches.append(pair(i, samples, theirs))
    return made


def fitted(n=10, b=4, **facts):
    made = record(n, b, **facts)
    made.again, made.fit_ran = list(made.batches), True
    made.epochs = [list(made.batches), list(made.batches)]
    return made


# The registry --------------------------------------------------------------------------------


def test_every_mistake_has_a_known_class_and_every_known_class_names_a_mistake():
    known = {entry.finding for entry in known_classes("wrong")}
    assert known - set(TAUGHT) == set()
    assert set(TAUGHT) - known == ONLY_BY_HAND


def test_every_mistake_says_which_rule_it_breaks_and_what_to_teach():
    for mistake in MISTAKES.values():
        assert mistake.rule in (None, *CONTRACT)
        assert mistake.teach.endswith(".") and len(mistake.teach) > 20
        assert not mistake.hint or mistake.hint.endswith(("?", "."))


def test_no_name_of_a_mistake_stands_in_a_second_place():
    text = "\n".join(
        path.read_text("utf-8")
        for path in sorted((ROOT / "autograder").rglob("*.py"))
        if "diagnosis" not in path.parts
    )
    twice = [name for name in TAUGHT if text.count(f'"{name}"') != 1]
    assert twice == []


def test_findings_and_the_figure_need_no_tensorflow():
    code = (
        "import sys; from autograder.mistakes import registry; from autograder.display import figure; "
        "sys.exit('tensorflow' in sys.modules or 'keras' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


# Predictions ---------------------------------------------------------------------------------


def first_of(collection, fits):
    """The first mistake of a collection of which a formula fits."""
    return next(m for m in collection if any(map(fits, m.predicts)))


@pytest.mark.parametrize("mistake", PREDICTED, ids=lambda m: m.name)
def test_length_that_a_mistake_predicts_is_named_so_and_shown_on_the_smallest_case(mistake):
    for formula in mistake.predicts:
        records = [Record(n, b, length=formula(n, b)) for n, b in CASES if formula(n, b) >= 0]
        found = length_findings(records)
        before = first_of(PREDICTED, lambda other: all(other(r.n, r.batch_size) == r.length for r in records))
        for rule, finding in found.items():
            assert finding.mistake in (before, lengths.MISTAKES[len(PREDICTED)]), finding.name
            wrong = [
                r for r in records if r.length != r.asked_length and length_rule(r.n, r.batch_size) == rule
            ]
            assert finding.record is min(wrong, key=telling)
        assert found, "a formula that is never wrong"


@pytest.mark.parametrize("mistake", SAMPLES, ids=lambda m: m.name)
def test_samples_that_a_mistake_predicts_are_named_so_and_shown_on_the_smallest_case(mistake):
    for formula in mistake.predicts:
        records = [record(n, b, formula) for n, b in CASES]
        found = batch_findings(records)
        first = first_of(
            SAMPLES,
            lambda other: all(
                list(batch.samples) == other(batch.index, r.n, r.batch_size)
                for r in records
                for batch in r.batches
            ),
        )
        assert found["samples"].mistake is first
        wrong = [
            r
            for r in records
            if any(
                list(batch.samples) != right_samples(batch.index, r.n, r.batch_size) for batch in r.batches
            )
        ]
        assert found["samples"].record is min(wrong, key=telling)
        assert "labels" not in found and "form" not in found


@pytest.mark.parametrize("mistake", LABELS, ids=lambda m: m.name)
def test_labels_that_a_mistake_predicts_are_named_so_and_cost_no_other_rule(mistake):
    for formula in mistake.predicts:
        found = batch_findings([record(n, b, labels=formula) for n, b in CASES])
        assert list(found) == ["labels"]
        first = next(m for m in LABELS if m is mistake or _same_labels(m, formula))
        assert found["labels"].mistake is first


def _same_labels(mistake, formula):
    def of(f, n, b):
        return [[j for j in f(i, n, b, right_samples(i, n, b)) if 0 <= j < n] for i in range(-(-n // b))]

    return any(all(of(f, n, b) == of(formula, n, b) for n, b in CASES) for f in mistake.predicts)


def test_right_records_have_no_finding():
    assert length_findings([Record(n, b, length=-(-n // b)) for n, b in CASES]) == {}
    assert batch_findings([record(n, b) for n, b in CASES]) == {}
    assert epoch_findings([fitted(n, b) for n, b in [(10, 4), (3, 8), (12, 4)]]) == {}


def test_what_fits_no_formula_is_told_without_a_hint():
    odd = record(10, 4, lambda i, n, b: [0, 5, 7, 9][: len(right_samples(i, n, b))])
    found = batch_findings([odd])
    assert found["samples"].mistake.name == "repeats_samples" or not found["samples"].mistake.hint
    assert length_findings([Record(10, 4, length=3), Record(11, 4, length=9)])["remainder"].reread.endswith(
        "up."
    )


@pytest.mark.parametrize(("form", "name"), [(form, m.name) for form, (m, _) in batches.FORMS.items()])
def test_each_form_that_is_no_pair_is_named(form, name):
    made = Record(4, 2, own_labels=(1, 2, 3, 4), sample_shape=(2,), length=2)
    made.batches = [Batch(i, form, "what came", samples=None, labels=None) for i in (0, 1)]
    assert batch_findings([made])["form"].name == name


def test_empty_labels_are_a_finding_and_no_exception():
    made = fitted()
    made.batches = made.epochs[0] = made.epochs[1] = made.again = [
        pair(i, right_samples(i, 10, 4), []) for i in range(3)
    ]
    assert batch_findings([made])["labels"].name == "labels_missing"
    assert "0 labels beside 4 samples" in epoch_findings([made])["once"].received


def test_labels_with_more_than_one_number_are_told_by_their_shape():
    made = record(4, 2)
    made.batches = [
        Batch(i, "pair", "what came", (2 * i, 2 * i + 1), (None, None), (2, 2), (2, 3), "float32", "float32")
        for i in (0, 1)
    ]
    found = batch_findings([made])
    assert "shape (2, 3)" in found["labels"].received and "None" not in found["labels"].received


def test_judge_that_fails_says_so_and_the_others_are_heard():
    def fails(_):
        raise KeyError("ours")

    found = judged({"one": fails, "two": lambda _: None}, None)
    assert found["one"].mistake is UNJUDGED and "KeyError" in found["one"].received and "two" not in found


# Epochs --------------------------------------------------------------------------------------


def changed(**facts):
    made = fitted()
    for name, value in facts.items():
        setattr(made, name, value)
    return made


SWAPPED = [pair(0, [4, 5, 6, 7]), pair(1, [0, 1, 2, 3]), pair(2, [8, 9])]
EPOCHS = {
    "floor": (changed(length=2, epochs=[fitted().batches[:2]] * 2), "once", "drops_tail"),
    "missing": (changed(epochs=[fitted().batches[:2]] * 2), "once", "samples_missing"),
    "twice": (changed(epochs=[[*fitted().batches, pair(3, [0])]] * 2), "once", "samples_repeated"),
    "second epoch": (changed(epochs=[fitted().batches, fitted().batches[:2]]), "once", "changes_after_epoch"),
    "later": (changed(later=[fitted().batches, fitted().batches[:2]]), "once", "changes_after_epoch"),
    "shorter": (changed(lengths=(3, 3, 2), epochs=[fitted().batches[:2]] * 2), "once", "len_changes"),
    "other order, labels left": (
        changed(
            epochs=[
                [
                    pair(b.index, b.samples, [label_of(s) for s in right_samples(b.index, 10, 4)])
                    for b in SWAPPED
                ]
            ]
            * 2
        ),
        "once",
        "data_shuffled_alone",
    ),
    "labels moved": (
        changed(
            epochs=[
                [pair(b.index, right_samples(b.index, 10, 4), b.labels) for b in SWAPPED[:2]] + [SWAPPED[2]]
            ]
            * 2
        ),
        "once",
        "labels_shuffled_alone",
    ),
    "raises": (changed(fit_problem=Outcome(RAISED, kind="ValueError", message="boom")), "fit", "fit_raises"),
    "hangs": (changed(fit_problem=Outcome(LATE, message="model.fit was still running")), "fit", "fit_hangs"),
    "ends": (changed(fit_problem=Outcome(ENDED, message="model.fit")), "fit", "ends_process"),
    "again": (changed(again=SWAPPED), "again", "state_in_getitem"),
    "random": (changed(batches=SWAPPED, again=fitted().batches), "again", "random_each_time"),
    "used up": (
        changed(
            again=[Batch(i, "problem", problem=Outcome(RAISED, kind="StopIteration")) for i in (0, 1, 2)]
        ),
        "again",
        "iterator_exhausted",
    ),
    "buffer": (changed(moved=1), "again", "shared_buffer"),
    "in place": (changed(changed=("labels",)), "unchanged", "input_changed"),
    "no base": (changed(is_sequence=False), "fit", "not_a_sequence"),
    "num_batches": (
        changed(own_num_batches=True, num_batches=2, epochs=[fitted().batches[:2]] * 2),
        "once",
        "num_batches_differs",
    ),
}


@pytest.mark.parametrize("name", EPOCHS)
def test_what_an_epoch_shows_is_named(name):
    made, rule, mistake = EPOCHS[name]
    assert epoch_findings([made])[rule].name == mistake


def test_length_that_is_an_echo_of_num_batches_is_not_named_twice():
    made = Record(10, 4, length=3, own_num_batches=True, num_batches=2)
    (finding,) = length_findings([made]).values()
    assert finding.mistake is lengths.NUM_BATCHES_DIFFERS and "2 samples less" in finding.so


# Outcomes ------------------------------------------------------------------------------------

RAISES = {
    "self": (
        Outcome(
            RAISED,
            kind="TypeError",
            message="X.__getitem__() takes 1 positional argument but 2 were given",
            kinds=("TypeError", "Exception"),
        ),
        "__getitem__",
        "self_missing",
    ),
    "misspelled": (
        Outcome(
            RAISED, kind="AttributeError", message="no attribute 'batchsize'", suggestion="self.batch_size"
        ),
        "__len__",
        "name_misspelled",
    ),
    "plain": (Outcome(RAISED, kind="ValueError", message="no"), "__getitem__", "getitem_raises"),
    "late": (Outcome(LATE, message="__len__() was still running after 10 s"), "__len__", "never_ends"),
    "ended": (Outcome(ENDED, message="__getitem__(2)"), "__getitem__", "ends_process"),
    "made": (Outcome(RAISED, kind="ValueError", message="no"), "__init__", "cannot_be_made"),
    "not started": (
        Outcome(RAISED, kind="NotImplementedError", method="__len__", line="raise"),
        "__len__",
        "not_started",
    ),
    "not there": (Outcome(RAISED, kind="NotImplementedError"), "__getitem__", "getitem_missing"),
}


@pytest.mark.parametrize("name", RAISES)
def test_what_a_call_raised_is_named_by_what_it_says(name):
    outcome, method, mistake = RAISES[name]
    finding = call_finding(outcome, method, "asked.")
    assert finding.name == mistake
    assert all(isinstance(text, str) and text for _, text in finding.lines)


def test_the_end_of_a_process_is_not_called_a_loop():
    finding = call_finding(Outcome(ENDED, message="__getitem__(2)"), "__getitem__", "asked.")
    assert "loop" not in finding.so and "ended" in finding.received


# Refusals ------------------------------------------------------------------------------------


def refuses(kind, message, *kinds, causes=()):
    return Outcome(
        RAISED,
        kind=kind,
        message=message,
        kinds=(kind, *kinds, "Exception"),
        causes=causes,
        method="__getitem__",
    )


def past(answers):
    made = record(10, 4)
    made.readable = made.batches[-1]
    made.outside = [
        Batch(i, "problem", problem=answers(i)) if isinstance(answers(i), Outcome) else answers(i)
        for i in (3, 6, 30, -1, -3, -4)
    ]
    return past_findings([made])


def test_indices_outside_are_judged():
    assert past(lambda i: refuses("IndexError", f"no batch {i}")) == {}
    served = past(lambda i: pair(i, []))
    assert served["past"].name == "past_end_served" and served["negative"].name == "negative_served"
    one = past(lambda i: pair(i, []) if i == 3 else refuses("IndexError", f"no batch {i}"))
    assert one["past"].name == "past_end_off_by_one" and "negative" not in one
    unnamed = past(lambda i: refuses("IndexError", "no batch {index}"))
    assert unnamed["past"].name == "past_end_unnamed" and "f before the quotes" in unnamed["past"].reread
    assert past(lambda i: refuses("RuntimeError", f"{i}"))["past"].name == "past_end_wrong_type"
    own = past(lambda i: refuses("RuntimeError", f"{i}", causes=("IndexError",)))
    assert own["past"].name == "catches_own_raise"
    given = past(lambda i: Batch(i, "exception", "IndexError"))
    assert given["past"].name == "exception_returned"


def test_unequal_lengths_are_judged():
    made = record(10, 3)
    made.label_count, made.readable, made.made = 9, made.batches[0], [Outcome()]
    assert unequal_findings([made])["fewer"].name == "unequal_accepted"
    made.made = [refuses("TypeError", "no")]
    assert unequal_findings([made])["fewer"].name == "unequal_wrong_type"
    made.made = [refuses("ValueError", "no")]
    assert unequal_findings([made]) == {}


def reading(refused, **facts):
    made = record(20, 3)
    made.unreadable, made.error, made.readable = 4, "OSError", made.batches[3]
    made.refused = [refused, refused]
    for name, value in facts.items():
        setattr(made, name, value)
    return reading_findings([made])


def test_what_comes_for_a_batch_that_cannot_be_read_is_judged():
    named = Batch(4, "problem", problem=refuses("RuntimeError", "batch 4"))
    assert reading(named) == {}
    stopped = refuses("UnknownError", "RuntimeError: batch 4")
    assert reading(named, fit_ran=True, fit_problem=stopped) == {}
    assert reading(named, fit_ran=True)["stops"].name == "fit_does_not_stop"
    assert (
        reading(Batch(4, "problem", problem=refuses("OSError", "cut off")))["named"].name == "error_unnamed"
    )
    for batch, name in (
        (Batch(4, "none"), "swallowed_none"),
        (pair(4, []), "swallowed_empty"),
        (pair(4, [0, 1, 2]), "swallowed_other"),
        (Batch(4, "exception", "OSError"), "exception_returned"),
        (Batch(4, "problem", problem=Outcome(RAISED, kind="SystemExit")), "ends_python"),
        (Batch(4, "problem", problem=Outcome(LATE, message="x")), "never_ends"),
        (Batch(4, "problem", problem=Outcome(ENDED, message="x")), "ends_process"),
    ):
        assert reading(batch)["leaves"].name == name
    early = Batch(3, "problem", problem=refuses("OSError", "cut off"))
    assert reading(named, readable=early)["leaves"].name == "error_too_early"


def test_text_in_a_batch_is_judged():
    def numeric(refused):
        made = record(20, 3)
        made.unreadable, made.error, made.readable, made.refused = 4, "<U9", made.batches[4], [refused]
        return numeric_findings([made])

    assert numeric(Batch(4, "problem", problem=refuses("TypeError", "batch 4"))) == {}
    assert numeric(pair(4, [0]))["type"].name == "non_numeric_served"
    assert (
        numeric(Batch(4, "problem", problem=refuses("TypeError", "text")))["named"].name
        == "non_numeric_unnamed"
    )
    other = numeric(Batch(4, "problem", problem=refuses("ValueError", "batch 4")))
    assert other["type"].name == "non_numeric_wrong_type" and "named" not in other


# Order ---------------------------------------------------------------------------------------


def shuffled(seed, n=24):
    return random.Random(seed).sample(range(n), n)


def flat(parts):
    return list(itertools.chain.from_iterable(parts))


def ordered(*orders, b=4, labels=None, **facts):
    """A record whose epochs of `fit` have these orders; labels: orders of the labels, where they differ."""
    made = record(160 if b == 8 else 24, b, **facts)
    made.again, made.fit_ran = list(made.batches), True
    for samples, theirs in zip(orders, labels or orders):
        cuts = [slice(i, i + b) for i in range(0, len(samples), b)]
        pairs = [(samples[cut], [label_of(j) for j in theirs[cut]]) for cut in cuts]
        made.epochs.append([pair(i, *both) for i, both in enumerate(pairs)])
    return made


ROWS = list(range(24))
BLOCKS = [ROWS[i : i + 4] for i in range(0, 24, 4)]
ORDERS = {
    "not_shuffled": (["rows", "epochs", "pairs", "once", "unchanged"], ordered(ROWS, ROWS)),
    "batches_shuffled": (
        ["rows", "epochs"],
        ordered(flat(BLOCKS[::-1]), flat(BLOCKS[1:] + BLOCKS[:1])),
    ),
    "shuffled_within_batches": (
        ["rows", "epochs"],
        ordered(flat(b[::-1] for b in BLOCKS), flat(b[1:] + b[:1] for b in BLOCKS)),
    ),
    "same_order_every_epoch": (["epochs"], ordered(shuffled(1), shuffled(2), shuffled(1))),
    "hardly_shuffled": (["rows"], ordered(*([*range(k, 160), *range(k)] for k in (50, 93)), b=8)),
    "drawn_with_replacement": (["once"], ordered(*(random.Random(k).choices(ROWS, k=24) for k in (1, 2)))),
    "data_shuffled_alone": (["pairs"], ordered(shuffled(1), shuffled(2), labels=(ROWS, ROWS))),
    "shuffled_apart": (["pairs"], ordered(shuffled(1), shuffled(2), labels=(shuffled(3), shuffled(4)))),
    "samples_missing": (["once"], ordered(shuffled(1)[1:], shuffled(2))),
    "shuffled_by_len": (["once"], ordered(shuffled(1), shuffled(2), len_moves=True)),
}
ORDERS["shuffled_by_len"][1].again = ORDERS["shuffled_by_len"][1].epochs[0]


@pytest.mark.parametrize("name", ORDERS)
def test_what_the_order_of_the_epochs_shows_is_named(name):
    rules, made = ORDERS[name]
    found = order_findings([ordered(shuffled(5), shuffled(6)), made])
    assert list(found) == rules and found[rules[0]].name == name


def test_shuffled_rows_are_right_whatever_the_order_before_fit_and_inside_a_batch():
    orders = [shuffled(k) for k in range(3)]
    inside = [flat(sorted(order[i : i + 4]) for i in range(0, 24, 4)) for order in orders]
    assert order_findings([ordered(*orders), ordered(*inside)]) == {}


def test_no_shuffle_of_many_rows_is_called_hardly_shuffled():
    for seed in range(100):
        assert order_findings([ordered(shuffled(2 * seed, 160), shuffled(2 * seed + 1, 160), b=8)]) == {}


def test_order_that_is_to_be_kept():
    assert kept_finding(ordered(ROWS, ROWS)) is None
    finding = kept_finding(ordered(ROWS, [0, 2, 1, *range(3, 24)]))
    assert finding.name == "shuffled_anyway" and finding.received == "sample 2 at place 1."


@pytest.mark.parametrize(
    ("name", "rules", "again", "other", "beside"),
    [
        ("", [], 1, 3, 1),
        ("seed_ignored", ["again", "apart"], 8, 3, 1),
        ("seed_fixed", ["other"], 1, 1, 1),
        ("disturbed_by_others", ["apart"], 1, 3, 8),
    ],
)
def test_what_seeds_do_is_named(name, rules, again, other, beside):
    def epochs(seed):
        return ordered(shuffled(seed), shuffled(seed + 1))

    first = {1: epochs(1), 7: epochs(other)}
    found = seed_findings(first, {**first, 1: epochs(again)}, {1: epochs(beside)})
    assert list(found) == rules and {finding.name for finding in found.values()} <= {name}


def test_figure_of_an_order_says_what_changed_places_and_whose_labels_are_wrong():
    made = ordered(flat(BLOCKS[::-1]), shuffled(1), labels=(flat(BLOCKS[::-1]), ROWS))
    said = order_figure.sentence(made)
    assert said.startswith(
        "24 samples in batches of 4. Before fit: the order of the data; epoch 1: whole batches"
    )
    assert (
        "epoch 2: samples changed places; " in said and "labels belong to other samples in epoch 2." in said
    )
    assert order_figure.title(made).endswith("of 24 samples with another's label")
    assert said in order_figure.as_html(made)


# The figure ----------------------------------------------------------------------------------


def unknown():
    made = fitted()
    strange = [pair(b.index, [-1] * b.size, [0] * b.size) for b in made.batches]
    made.batches, made.epochs = strange, [strange]
    return made


def stopped():
    made = fitted(20, 3)
    made.unreadable, made.fit_problem = 4, refuses("UnknownError", "batch 4")
    made.epochs, made.asked = [made.batches[:4]], [0, 1, 0, 1, 2, 3, 4, 5]
    return made


def all_asked():
    made = stopped()
    made.asked = list(range(7))
    return made


FIGURES = {
    "right": (fitted(), "10 samples in 3 batches, the last of 2: each served once.", "each served once"),
    "even": (fitted(12, 4), "12 samples in 3 batches: each served once.", "each served once"),
    "floor": (EPOCHS["floor"][0], "samples 8 and 9 never.", "8 of 10 samples served"),
    "twice": (EPOCHS["twice"][0], "sample 0 more than once.", "more than once"),
    "too many": (changed(length=5), "5 batches where the contract asks for 3", "2 batches too many"),
    "unknown rows": (unknown(), "cannot be told", "rows came"),
    "fit raised": (
        changed(fit_problem=refuses("ValueError", "boom")),
        "fit stopped with ValueError: boom",
        "each served",
    ),
    "reading": (
        stopped(),
        "4 batches came, then fit stopped; batch 6 was never asked for.",
        "cannot be read",
    ),
    "reading, all asked": (all_asked(), "4 batches came, then fit stopped.", "cannot be read"),
    "fit stopped": (
        changed(fit_problem=refuses("ValueError", "boom"), epochs=[[pair(0, range(4))]], length=3),
        "fit stopped with ValueError: boom. 10 samples in batches of 4: 3 batches, 4 of 10",
        "4 of 10",
    ),
    "fit stopped in a graph": (
        changed(fit_problem=refuses("UnknownError", "{{function_node a_b}} boom")),
        "fit stopped with UnknownError. 10 samples",
        "each served",
    ),
    "no length": (Record(10, 4), "it has no length", "0 of 10"),
    "equal rows": (
        changed(alike=(0,) * 5 + (5,) * 5, epochs=[[pair(0, [0] * 5 + [5] * 5)]], length=1, batch_size=10),
        "10 samples in 1 batch: each served once.",
        "each served once",
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_figure_says_what_the_record_holds(name):
    made, words, head = FIGURES[name]
    assert words in figure.sentence(made) and head in figure.title(made)
    html = figure.as_html(made)
    assert html.startswith("<img") and 'alt="Bar chart' in html
    picture = base64.b64decode(re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', html)[1]).decode()
    assert picture.startswith("<?xml") and "<script" not in picture
    ground = re.search(r'<g id="patch_1">\s*<path [^>]*style="([^"]*)"', picture)[1]
    assert "fill: none" in ground  # transparent, whatever the theme of the page
    figure._drawn.clear()
    assert figure.as_html(made) == html  # the same bytes again


def test_batches_after_the_one_at_which_fit_stopped_are_no_fault():
    words = [text.get_text() for text in figure.draw(FIGURES["fit stopped"][0]).axes[0].texts]
    assert words == ["4", "missing", "not reached"]
    for count in (3, 5, 12):  # one label for all of them
        few = fitted(4 * count, 4, fit_problem=refuses("ValueError", "boom"))
        few.epochs[0] = few.epochs[0][:1]
        words = [text.get_text() for text in figure.draw(few).axes[0].texts]
        assert words == ["4", "missing", "not reached"]
    many = fitted(100, 4, fit_problem=refuses("ValueError", "boom"))
    many.epochs[0] = many.epochs[0][:7]
    note = figure.draw(many).axes[0].texts[-1].get_text()
    assert note == "fit stopped at batch 7; the dotted ones were not reached"


def test_batches_with_labels_of_other_samples_are_hatched_and_told():
    made = changed(epochs=[[pair(0, [0, 1, 2, 3]), pair(1, [4, 5, 6, 7]), pair(2, [8, 9], labels=[9, 8])]])
    drawn = figure.draw(made)
    assert [bool(bar.get_hatch()) for bar in drawn.axes[0].patches if bar.get_fill()] == [False, False, True]
    assert figure.title(made) == "2 of 10 samples with another's label"
    assert "2 samples with another's label" in figure.sentence(made)


def test_title_says_the_finding_of_the_report_where_the_bars_show_nothing_wrong():
    finding = Finding(epochs.SHARED_BUFFER, "a.", "b.", "c.")
    assert figure.title(fitted()) == "All 10 samples, each served once"
    assert figure.title(fitted(), finding).startswith("Shared buffer")


def test_samples_of_equal_values_share_what_came_and_none_is_called_missing():
    made = FIGURES["equal rows"][0]
    assert made.times_served().tolist() == [1] * 10
    made = changed(alike=(0,) * 10, epochs=[[pair(0, [0] * 7)]])
    assert made.times_served().tolist() == [1] * 7 + [0] * 3


def test_a_final_mistake_is_one_that_ends_all_judging():
    assert {m.name for m in TAUGHT.values() if m.final} >= {raised.NEVER_ENDS.name, raised.NOT_STARTED.name}


def test_no_two_mistakes_have_one_name():
    from autograder.mistakes import delivery

    everything = [*TAUGHT.values(), *delivery.MISTAKES]
    assert all(MISTAKES[mistake.name] is mistake for mistake in everything)
