"""Lesson 5's checks: pictures are told by what is in the files, and by nothing else."""

import numpy as np
from scoring import grade, lesson_cells

from autograder.mistakes.files import damaged_finding, missing_findings, picture_epoch_findings, rereading
from autograder.mistakes.finding import Finding
from autograder.mistakes.lengths import DROPS_TAIL
from autograder.sequence.outcome import LATE, RAISED, Outcome
from autograder.sequence.pictures import COUNT, DAMAGED, FEW, PICTURES, Album, PictureIdentity
from autograder.sequence.record import Batch, Record

FOLDER = "/scratch/files-12345x/pictures"
OWN_PIXELS = """
from autograder.sequence.pictures import Album


class DataGenerator(PictureReader):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(np.array(ids), labels, folder, batch_size, **kwargs)
        self.made = dict(zip(Album().ids.tolist(), Album().pixels(None)))

    def picture(self, name):
        return self.made[int(name)]

    def on_epoch_end(self):
        order = np.random.permutation(len(self.ids))
        self.ids, self.labels = self.ids[order], self.labels[order]
"""
"""Makes the pictures as the tests do, in place of reading them."""


def refused(*batches):
    made = Record(10, 4)
    made.refused = list(batches)
    return made


def problem(message, kind="OSError", how=RAISED, notes=()):
    kinds = (kind, "Exception") if kind != "SystemExit" else (kind,)
    said = Outcome(how, kind=kind, kinds=kinds, message=message, notes=notes)
    return Batch(0, "problem", said.said, problem=said)


def pair(*samples):
    return Batch(0, "pair", "two arrays", samples, tuple(100 + i for i in samples))


def names(found):
    return {rule: finding.name for rule, finding in found.items()}


def test_the_id_of_a_missing_file_is_named_by_the_path_or_a_note_but_not_by_the_folder():
    for good in (
        problem(f"No such file: '{FOLDER}/12345.png'"),
        problem("no picture 12345"),
        problem("cannot be read", notes=("id 12345",)),
    ):
        assert missing_findings(refused(pair(0, 1), good), 12345, FOLDER) == {}
    for bad in (f"a file in {FOLDER}", "file 123456", "batch 1"):
        assert names(missing_findings(refused(problem(bad)), 12345, FOLDER)) == {"named": "id_unnamed"}


def test_what_comes_in_the_place_of_a_missing_file_is_named():
    for batches, name in (
        ([pair(0, 1, 2, 3), pair(4, 5, 6)], "swallowed_other"),
        ([pair(0, 1, 2, 3), Batch(1, "none", "None")], "swallowed_none"),
        ([Batch(0, "pair", "an empty batch", (), ())], "swallowed_empty"),
        ([Batch(0, "exception", "OSError")], "exception_returned"),
        ([problem("12345", "SystemExit")], "ends_python"),
        ([problem("waits", how=LATE)], "never_ends"),
    ):
        assert set(names(missing_findings(refused(*batches), 12345, FOLDER)).values()) == {name}
        assert damaged_finding(refused(*batches)).name == name
    assert damaged_finding(refused(pair(0), problem("truncated"))) is None


def shuffled(*orders, labels=None):
    """A record of 12 pictures in batches of 4, and of what came after each `on_epoch_end`."""

    def batches(order):
        theirs = order if labels is None else labels(order)
        return [
            Batch(i, "pair", "", tuple(order[k : k + 4]), tuple(100 + n for n in theirs[k : k + 4]))
            for i, k in enumerate(range(0, 12, 4))
        ]

    first = list(range(12))
    made = Record(12, 4, own_labels=tuple(range(100, 112)), length=3, fit_ran=True, any_order=True)
    made.batches = made.again = [
        Batch(b.index, b.form, "", b.samples, tuple(100 + n for n in b.samples)) for b in batches(first)
    ]
    made.epochs, made.later = [made.batches] * 2, [batches(order) for order in orders]
    return picture_epoch_findings([made])


def test_after_an_epoch_the_order_is_new_and_labels_follow():
    first, one, other = list(range(12)), [*range(5, 12), *range(5)], [*range(8, 12), *range(8)]
    assert shuffled(one, other) == {}
    for orders in ((first, one), (one, one)):
        assert names(shuffled(*orders)) == {"shuffled": "shuffle_removed"}
    assert names(shuffled(one, other, labels=lambda o: first)) == {"shuffled": "data_shuffled_alone"}
    assert names(shuffled(first, first, labels=lambda o: one)) == {"shuffled": "labels_shuffled_alone"}
    assert names(shuffled(one, other, labels=lambda o: o[::-1])) == {"shuffled": "labels_misaligned"}


def test_a_finding_points_to_the_contract_of_this_lesson():
    found = rereading(Finding(DROPS_TAIL, "a.", "b.", "c."))
    assert "for n ids" in found.reread and found.reread.startswith("Contract 1: ")


def test_pictures_are_told_in_any_dtype_rounding_and_axis_but_only_from_0_to_1():
    album = Album()
    pixels, identity = album.pixels(5), PictureIdentity(album.pixels(5))
    bytes_ = np.rint(pixels * 255)
    for served in (
        pixels,
        pixels.astype("float16"),
        pixels[..., None],
        np.stack([pixels] * 3, -1),
        (bytes_.astype("float32") * np.float32(1 / 255)),
        bytes_ / 255,
    ):
        assert identity.numbers(served) == (0, 1, 2, 3, 4)
    assert set(identity.numbers(bytes_)) == {-1} == set(identity.numbers(2 * pixels - 1))
    assert PictureIdentity(album.pixels(5), steps=1).numbers(bytes_) == (0, 1, 2, 3, 4)


def test_ids_are_the_same_each_time_and_pixels_are_not():
    one, other = Album(), Album()
    assert one.ids.tolist() == other.ids.tolist() and len(one.ids) == COUNT
    assert set(PictureIdentity(one.pixels(COUNT)).numbers(other.pixels(COUNT))) == {-1}
    files = one.files()
    assert f"{PICTURES}/{one.missing}.png" not in files
    last = one.ids[FEW - 1]
    assert len(files[f"{DAMAGED}/{last}.png"]) < len(files[f"{PICTURES}/{last}.png"])


def test_pictures_that_were_not_read_are_no_pictures():
    score = grade(OWN_PIXELS, 5)
    assert score.findings[0] == "values_changed" and score.points < 7


def test_the_broken_loader_is_told_its_three_faults():
    """Each costs its own rules; repaired, as the solution is, all hold."""
    score = grade("class DataGenerator(BrokenLoader):\n    pass", 5)
    found = {rule: finding.name for report in score.reports for rule, finding in report.found.items()}
    assert found == {
        "length": "drops_tail",
        "again": "shared_buffer",
        "once": "shared_buffer",
        "shuffled": "data_shuffled_alone",
        "unchanged": "input_changed",
    }
    solution = next(text for _, kind, text, _ in lesson_cells(5) if kind == "solution")
    score = grade(solution, 5)
    assert score.points == score.max_points == 10
