"""`diagnose`: what it is given and returns, and that the object is as it was."""

import json
import math
import os
import random
import subprocess
import sys
import textwrap
import time
import tomllib

import keras
import numpy as np
import pytest
from conftest import ROOT
from generators import known_generators

from autograder import diagnose
from autograder.diagnosis import observing
from autograder.diagnosis.asking import Asker
from autograder.diagnosis.judge import judge
from autograder.diagnosis.record import Record
from autograder.sequence.limits import AT_LINE
from autograder.sequence.outcome import LATE, Outcome

GENERATORS = {g.name: g for kind in ("right", "wrong") for g in known_generators(kind)}


class Slices(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=10, floor=False):
        super().__init__()
        self.x, self.y, self.batch_size, self.floor = x, y, batch_size, floor
        self.order = np.arange(len(x))

    def __len__(self):
        count = len(self.x) / self.batch_size
        return int(count) if self.floor else math.ceil(count)

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[take], self.y[take]

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def slices(n=53, **options):
    return Slices(np.random.RandomState(0).rand(n, 3), np.arange(n) % 5, **options)


def state(thing):
    """What an object holds, as text."""
    held = {
        name: np.array(v).tolist() if isinstance(v, (list, np.ndarray)) else repr(v)
        for name, v in vars(thing).items()
    }
    return json.dumps(held, sort_keys=True, default=repr)


# What is said ----------------------------------------------------------------------------------


def test_finding_names_attribute_items_line_and_level():
    (finding,) = diagnose(slices(floor=True)).findings
    assert finding.name == "never_read" and finding.level == "loses or mixes data"
    assert finding.attribute == "self.order" and finding.items == (50, 51, 52)
    assert "in __len__: return int(count)" in finding.place and finding.place in finding.reread
    assert "items 50 to 52 of self.order never" in finding.received
    assert [word for word, _ in finding.lines] == ["Asked", "Received", "So", "Re-read"]


def test_right_object_has_no_finding_and_says_so():
    report = diagnose(slices())
    assert report.findings == [] and report.head == "Slices: nothing wrong was found."


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("standardised_in_place", "in __getitem__: x -= 0.5"),
        ("hdf5_unsorted_later", 'in __getitem__: return self.file["x"][take], self.file["y"][take]'),
        ("masks_flipped_apart", "in augment: return np.fliplr(picture)"),
    ],
)
def test_line_is_the_one_to_change(name, line):
    """The line that writes, not the return; the user's, not that of a library in C; the one that flips."""
    (finding, *_) = diagnose(GENERATORS[name].make()).findings
    assert line in finding.place


def test_target_that_is_an_input_of_its_own_is_asked_about():
    report = diagnose(GENERATORS["label_as_an_input_too"].make())
    assert not report.findings and report.questions == ["Is it meant that y is x[1] too, an input?"]


def test_report_is_text_in_a_terminal_and_html_with_the_figure_in_a_notebook():
    report = diagnose(slices(floor=True))
    assert "1. never read (self.order): loses or mixes data" in str(report)
    assert max(map(len, str(report).splitlines())) <= 88
    page = report._repr_html_()
    assert '<img src="data:image/' in page and "3 never" in page


def test_text_of_the_user_is_shown_as_text_in_html():
    class Hostile(Slices):
        def __getitem__(self, index):
            raise ValueError("<script>alert(1)</script>")

    thing = Hostile(np.zeros((20, 2)), np.zeros(20))
    assert "<script>" not in diagnose(thing)._repr_html_()


def test_figure_tells_read_never_and_unknown_apart():
    figure = diagnose(slices(floor=True)).figure_of
    assert (figure.source, figure.n, figure.times.count(0)) == ("self.order", 53, 3)
    assert "of 53 items of self.order 50 were read, 3 never" in figure.sentence
    hidden = diagnose(GENERATORS["tensors_floor"].make()).figure_of
    assert hidden.times is None and "unknown" in hidden.sentence
    hidden.draw()


def test_what_cannot_be_seen_is_unknown_and_said():
    report = diagnose(GENERATORS["array_file_mapped_late"].make())
    assert not report.findings and any("which items are read" in text for text in report.unseen)


def test_samples_help_where_the_object_hides_its_source():
    class Hidden(keras.utils.PyDataset):
        def __len__(self):
            return 5

        def __getitem__(self, index):
            return np.full((10, 2), index) + np.arange(10)[:, np.newaxis] / 10, np.arange(10)

    assert not diagnose(Hidden()).findings
    (finding,) = diagnose(Hidden(), samples=53).findings
    assert finding.name == "never_read" and "3 of 53" in finding.so


# The object is as it was -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "counter",
        "standardised_in_place",
        "pops_what_it_serves",
        "with_a_lock",
        "paths_and_labels_shuffled_apart",
        "hdf5_floor",
        "table_with_weights",
        "slots_floor",
        "keeps_every_batch",
        "part_of_shared_arrays",
    ],
)
def test_object_is_as_it_was(name):
    thing = GENERATORS[name].make()
    random.seed(3), np.random.seed(3)
    before, luck = state(thing), (random.getstate(), np.random.get_state()[1].tolist())
    diagnose(thing)
    assert state(thing) == before
    assert (random.getstate(), np.random.get_state()[1].tolist()) == luck
    assert not any("Traced" in type(value).__name__ for value in vars(thing).values())


@pytest.mark.parametrize("copied", [True, False], ids=["copy", "itself"])
def test_object_is_as_it_was_when_it_was_interrupted(monkeypatch, copied):
    thing = slices()
    if not copied:
        monkeypatch.setattr("autograder.diagnosis.copying.MOST_BYTES", 0)
    before, calls = state(thing), []
    real = Asker.ask_all

    def interrupted(self, indices, keep=None):
        calls.append(indices)
        if len(calls) == 9:
            raise KeyboardInterrupt
        return real(self, indices, keep)

    monkeypatch.setattr(Asker, "ask_all", interrupted)
    with pytest.raises(KeyboardInterrupt):
        diagnose(thing)
    assert state(thing) == before and type(thing.x) is np.ndarray


def test_object_too_large_to_copy_is_put_back(monkeypatch):
    monkeypatch.setattr("autograder.diagnosis.copying.MOST_BYTES", 0)
    thing = slices(floor=True)
    before = state(thing)
    assert [finding.name for finding in diagnose(thing).findings] == ["never_read"]
    assert state(thing) == before


def test_stand_ins_that_a_class_does_not_work_with_are_left_out_and_said():
    report = diagnose(GENERATORS["strict_types_floor"].make())
    assert report.findings[0].name == "never_read"
    assert any("when its reads are watched" in text for text in report.unseen)


# What it takes -----------------------------------------------------------------------------------


def test_factory_shows_errors_of_the_constructor():
    def make():
        raise ValueError("no such folder")

    (finding,) = diagnose(make).findings
    assert finding.name == "cannot_be_built" and "no such folder" in finding.received


DATA = np.random.RandomState(0).rand(50, 4)
SHARED = []


class Appends(Slices):
    """Its constructor adds to a list that all objects share."""

    def __init__(self, x, y):
        SHARED.extend(x)
        super().__init__(x, y)
        self.shared = list(SHARED)


class Replaces(Slices):
    """Its constructor changes what it is given, so that a second one cannot be made of it."""

    def __init__(self, table):
        table["x"] = table.pop("raw")
        super().__init__(table["x"], table["y"])


@pytest.mark.parametrize("kind", [Appends, Replaces])
def test_factory_whose_second_object_is_not_like_the_first_is_told_with_the_first_ones_numbers(kind):
    SHARED.clear()
    x, y = np.random.rand(53, 4), np.arange(53)
    table = {"raw": x, "y": y}
    report = diagnose((lambda: Appends(x, y)) if kind is Appends else (lambda: Replaces(table)))
    assert [finding.name for finding in report.findings] == ["constructor_keeps_state"], str(report)
    assert "6 batches, 53 rows" in str(report)
    assert "itself failed" not in str(report)


def test_factory_that_hands_on_what_is_used_up_is_not_accused():
    numbers = iter(range(53))
    report = diagnose(lambda: Slices(np.array([[i] for i in numbers], "float32"), np.arange(53)))
    assert not report.findings, str(report)
    assert any("another object of the same factory" in text for text in report.unseen)


@pytest.mark.parametrize("step", [1, 5])
def test_samples_are_no_rows_where_windows_are_served(step):
    class Windows(keras.utils.PyDataset):
        def __init__(self, series):
            super().__init__()
            self.series = series

        def __len__(self):
            return math.ceil(len(range(0, len(self.series) - 8 + 1, step)) / 10)

        def __getitem__(self, index):
            starts = range(0, len(self.series) - 8 + 1, step)[index * 10 : (index + 1) * 10]
            return np.stack([self.series[s : s + 8] for s in starts]), np.zeros(len(starts))

    report = diagnose(Windows(np.random.rand(53)), samples=53)
    assert not report.findings, str(report)


def test_samples_are_no_rows_where_rows_are_drawn_at_random():
    hidden = np.random.rand(53, 4)

    class Drawn(keras.utils.PyDataset):
        def __len__(self):
            return 6

        def __getitem__(self, index):
            return hidden.copy()[np.random.randint(0, 53, 10)] * np.random.rand(10, 1), np.zeros(10)

    assert not diagnose(Drawn(), samples=53).findings


def test_what_python_raises_by_chance_for_threads_is_asked_again():
    class Chancy(Slices):
        calls = 0

        def __getitem__(self, index):
            Chancy.calls += 1
            if Chancy.calls % 7 == 0:
                raise SystemError("AST constructor recursion depth mismatch (before=33, after=30)")
            return super().__getitem__(index)

    report = diagnose(Chancy(np.random.rand(53, 4), np.arange(53)))
    assert not [f for f in report.findings if f.name in ("getitem_raises", "memory_never_written")]


def test_luck_is_as_it_was_after_a_factory_that_draws():
    def make():
        x = np.random.rand(53, 4)
        random.shuffle(list(x))
        return Slices(x, np.arange(53))

    random.seed(3), np.random.seed(3)
    before = random.getstate(), np.random.get_state()[1].tolist()
    diagnose(make)
    assert before == (random.getstate(), np.random.get_state()[1].tolist())


def test_a_third_part_that_is_no_weight_is_asked_about():
    class Ids(Slices):
        def __getitem__(self, index):
            x, y = super().__getitem__(index)
            return x, y, 1000 + y

    (question,) = diagnose(Ids(np.random.rand(53, 4), np.arange(53))).questions
    assert "1000 to 1052" in question and "sample weights" in question


def test_a_method_that_looks_like_a_hook_is_told():
    class Late(Slices):
        def on_epoch_start(self):
            np.random.shuffle(self.x)

    class Called(Slices):
        def on_epoch_ends(self):
            return None

        def on_epoch_end(self):
            self.on_epoch_ends()

    told = [" ".join(diagnose(kind(np.random.rand(53, 4), np.arange(53))).notes) for kind in (Late, Called)]
    assert "not on_epoch_start" in told[0] and "on_epoch_ends" not in told[1]


def test_loop_without_end_is_told_only_of_a_class_that_has_no_iter():
    class Plain:
        def __len__(self):
            return 5

        def __getitem__(self, index):
            return DATA[index * 10 : (index + 1) * 10], np.zeros(10)

    class Loops(Plain):
        def __iter__(self):
            return (self[k] for k in range(len(self)))

    assert any("goes on without end" in note for note in diagnose(Plain()).notes)
    assert not any("goes on without end" in note for note in diagnose(Loops()).notes)


def test_what_shuffle_returned_is_the_line_that_is_told():
    class Lost(Slices):
        def __init__(self, x, y):
            super().__init__(x, y)
            self.order = np.arange(len(x))
            self.mix()

        def mix(self):
            self.order = np.random.shuffle(self.order)

        def __getitem__(self, index):
            rows = self.order[index * 10 : (index + 1) * 10]
            return self.x[rows], self.y[rows]

    (finding,) = diagnose(lambda: Lost(np.random.rand(53, 4), np.arange(53))).findings
    assert finding.name == "getitem_raises"
    assert "self.order = np.random.shuffle(self.order)" in finding.reread and "returns None" in finding.reread


def test_a_statement_over_several_lines_is_shown_whole():
    class Long(Slices):
        def __getitem__(self, index):
            x, y = super().__getitem__(index)
            return (
                [x, x],
                y,
            )

    (finding,) = diagnose(Long(np.random.rand(53, 4), np.arange(53))).findings
    assert finding.place.endswith("return ( [x, x], y, )")


def test_room_for_a_whole_batch_is_told_beside_the_advice_to_round_up():
    class Room(Slices):
        def __len__(self):
            return len(self.x) // self.batch_size

        def __getitem__(self, index):
            x, places = np.empty((self.batch_size, 4)), self.order[index * 10 : (index + 1) * 10]
            for row in range(self.batch_size):
                x[row] = self.x[places[row]]
            return x, self.y[places]

    (finding,) = diagnose(Room(np.random.rand(53, 4), np.arange(53))).findings
    assert "np.empty((self.batch_size, 4))" in finding.reread


def test_hint_does_not_say_round_up_where_the_line_does():
    class Early(Slices):
        def __len__(self):
            return math.ceil((len(self.x) - 10) / self.batch_size)

    told = str(diagnose(Early(np.random.rand(53, 4), np.arange(53))))
    assert "Round the number" not in told
    assert "rounds up already" in " ".join(told.split())


class Weighted(keras.utils.PyDataset):
    """Its constructor puts some of what it is given into another order."""

    def __init__(self, x, y, weights, which, batch_size=10):
        super().__init__()
        order, self.batch_size = np.random.RandomState(3).permutation(len(x)), batch_size
        self.x, self.y, self.weights = (
            part[order] if name in which else part for name, part in (("x", x), ("y", y), ("w", weights))
        )

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part], self.weights[part]


@pytest.mark.parametrize(
    ("which", "told"), [("xyw", []), ("", []), ("xy", ["misaligned"]), ("x", ["misaligned"])]
)
def test_order_that_the_constructor_gives_a_part_of_what_it_is_given_is_told_of_a_factory(which, told):
    luck = np.random.RandomState(0)
    report = diagnose(lambda: Weighted(luck.rand(53, 3), luck.randint(0, 5, 53), luck.rand(53), which))
    assert [finding.name for finding in report.findings] == told
    assert not told or "The constructor puts self.x and " in str(report)
    assert report.record.traced


def test_factory_of_n_shows_the_smallest_size_that_fails():
    report = diagnose(lambda n: slices(n, floor=True))
    assert [finding.name for finding in report.findings] == ["length_zero", "never_read"]
    assert "length zero: the smallest size that shows it is n = 1." in report.notes
    assert "never read: the smallest size that shows it is n = 23." in report.notes
    assert not diagnose(lambda n: slices(n)).findings


@pytest.mark.parametrize("spawned", [True, False])
def test_what_cannot_be_pickled_stops_fit_only_where_processes_are_spawned(spawned):
    record = Record("Scaled", length=3, length_received="3", processes=True, spawned=spawned)
    record.pickling = "PicklingError: Can't pickle <lambda>"
    verdict = judge(record)
    assert [one.name for one in verdict.findings] == (["not_picklable"] if spawned else [])
    assert any("here they are forked, so it works" in note for note in verdict.notes) != spawned


def test_factory_of_a_generator_is_begun_anew():
    def batches():
        for first in range(0, 50, 10):
            yield np.arange(first, first + 10)[:, np.newaxis], np.arange(first, first + 10)

    (finding,) = diagnose(batches, samples=53).findings
    assert finding.name == "never_read"


def test_validation_that_shares_items_is_told():
    x, y = np.random.RandomState(0).rand(60, 3), np.arange(60) % 3
    report = diagnose(Slices(x[:50], y[:50]), validation=Slices(x[40:], y[40:]))
    assert [finding.name for finding in report.findings] == ["shared_with_validation"]
    assert any("shuffled after each epoch" in note for note in report.notes)
    assert not diagnose(Slices(x[:40], y[:40]), validation=Slices(x[40:], y[40:])).findings


def of_files(names, folder, change=False):
    """A Sequence of pictures of numbers in files, by their names in a folder."""

    class OfFiles(keras.utils.PyDataset):
        def __init__(self):
            super().__init__()
            self.names, self.folder = names, str(folder)

        def __len__(self):
            return math.ceil(len(self.names) / 5)

        def __getitem__(self, index):
            part = self.names[index * 5 : (index + 1) * 5]
            x = np.array([np.load(f"{self.folder}/{name}") for name in part])
            x = x * np.random.uniform(0.9, 1.1) if change else x
            return x, np.array([int(name[:2]) % 3 for name in part])

    return OfFiles()


def test_files_of_the_same_name_in_another_folder_are_other_items(tmp_path):
    names = [f"{k:02d}.npy" for k in range(25)]
    for place in ("train", "other"):
        (tmp_path / place).mkdir()
        for name in names:
            np.save(tmp_path / place / name, np.random.rand(4))
    training = of_files(names, tmp_path / "train", change=True)
    assert not diagnose(training, validation=of_files(names[:10], tmp_path / "other")).findings
    (finding,) = diagnose(training, validation=of_files(names[:10], tmp_path / "train")).findings
    assert finding.name == "shared_with_validation" and finding.values[:2] == ("00.npy", "01.npy")


def test_files_that_a_table_of_each_side_names_are_told_where_both_open_them(tmp_path):
    pandas = pytest.importorskip("pandas")
    for k in range(30):
        np.save(tmp_path / f"{k}.npy", np.random.rand(4))
    table = pandas.DataFrame({"file": [f"{tmp_path}/{k}.npy" for k in range(30)], "y": np.arange(30) % 3})

    class OfTable(keras.utils.PyDataset):
        def __init__(self, table):
            super().__init__()
            self.table, self.order = table, np.arange(len(table))

        def __len__(self):
            return math.ceil(len(self.table) / 4)

        def __getitem__(self, index):
            part = self.table.iloc[self.order[index * 4 : (index + 1) * 4]]
            x = np.array([np.load(path) for path in part["file"]]) * np.random.uniform(0.9, 1.1)
            return x, part["y"].to_numpy()

    training = OfTable(table[:20])
    (finding,) = diagnose(training, validation=OfTable(table[14:])).findings
    assert finding.name == "shared_with_validation" and "6 files are in both" in finding.received
    assert not diagnose(training, validation=OfTable(table[20:])).findings


def test_rows_of_one_array_that_both_read_are_told_though_training_changes_them():
    class Noisy(Slices):
        def __getitem__(self, index):
            x, y = super().__getitem__(index)
            return x + np.random.normal(0, 0.1, x.shape), y

    x, y = np.random.RandomState(0).rand(60, 5), np.arange(60) % 3
    (finding,) = diagnose(Noisy(x[:50], y[:50]), validation=Slices(x[40:], y[40:])).findings
    assert finding.name == "shared_with_validation" and "10 items of self.x are in both" in finding.received
    assert not diagnose(Noisy(x[:40], y[:40]), validation=Slices(x[40:], y[40:])).findings


class Scaled(Slices):
    def __init__(self, x, y, mean=None):
        self.mean = x.mean(axis=0) if mean is None else mean
        super().__init__(x - self.mean, y)


def test_validation_that_is_scaled_by_its_own_mean_is_told():
    x, y = np.random.RandomState(0).rand(60, 3) + np.arange(60)[:, None], np.arange(60) % 3
    training = Scaled(x[:40], y[:40])
    (finding,) = diagnose(training, validation=Scaled(x[40:], y[40:])).findings
    assert finding.name == "scaled_otherwise" and finding.attribute == "self.mean"
    assert not diagnose(training, validation=Scaled(x[40:], y[40:], training.mean)).findings


class OfFolders(keras.utils.PyDataset):
    def __init__(self, root, classes=None):
        super().__init__()
        self.paths = sorted(map(str, root.glob("*/*.npy")))
        folders = [os.path.basename(os.path.dirname(path)) for path in self.paths]
        classes = classes or sorted(set(folders))
        self.labels = [classes.index(folder) for folder in folders]

    def __len__(self):
        return math.ceil(len(self.paths) / 5)

    def __getitem__(self, index):
        part = slice(5 * index, 5 * index + 5)
        return np.stack([np.load(path) for path in self.paths[part]]), np.array(self.labels[part])


def test_folders_that_have_other_labels_in_validation_are_told(tmp_path):
    counts = {"train": {"angry": 5, "glad": 6, "sad": 7}, "valid": {"angry": 4, "sad": 5}}
    for number, (part, folders) in enumerate(counts.items()):
        for folder, count in folders.items():
            (tmp_path / part / folder).mkdir(parents=True)
            for k in range(count):
                values = np.random.RandomState(1000 * number + 10 * len(folder) + k).rand(4)
                np.save(tmp_path / part / folder / f"{part}{k}.npy", values)
    training = OfFolders(tmp_path / "train")
    (finding,) = diagnose(training, validation=OfFolders(tmp_path / "valid")).findings
    assert finding.name == "numbered_otherwise" and "'sad' are 2 in training" in finding.received
    assert not diagnose(training, validation=OfFolders(tmp_path / "valid", ["angry", "glad", "sad"])).findings


class Noised(Slices):
    def __init__(self, x, y, seed, anew):
        super().__init__(x, y)
        self.seed, self.anew, self.generator = seed, anew, np.random.RandomState(seed)

    def __getitem__(self, index):
        x, y = super().__getitem__(index)
        generator = np.random.RandomState(self.seed) if self.anew else self.generator
        return x + generator.normal(0, 0.1, x.shape), y


def test_a_generator_made_with_the_same_seed_for_each_batch_is_asked_about():
    x, y = np.random.RandomState(0).rand(60, 3), np.arange(60) % 3
    asked = {anew: diagnose(Noised(x, y, 7, anew)).questions for anew in (True, False)}
    assert any("every batch draws the same numbers" in text for text in asked[True])
    assert not any("every batch draws the same numbers" in text for text in asked[False])


class Mapped(Slices):
    def __init__(self, x, y, weights):
        super().__init__(x, y)
        self.weights = weights

    def __getitem__(self, index):
        x, y = super().__getitem__(index)
        return x, y, self.weights[y]


def test_points_of_a_frequent_class_that_count_most_are_asked_about():
    maps = (np.random.RandomState(0).rand(40, 6, 6) < 0.1).astype(int)
    for weights, is_asked in ((np.array([1.8, 0.2]), True), (np.array([0.2, 1.8]), False)):
        asked = diagnose(Mapped(np.random.RandomState(1).rand(40, 6, 6), maps, weights)).questions
        assert any("Rare ones mostly count more" in text for text in asked) is is_asked


def test_validation_of_one_class_alone_is_asked_about():
    x, y = np.random.RandomState(0).rand(60, 3), np.arange(60) // 20
    asked = diagnose(Slices(x[:48], y[:48]), validation=Slices(x[48:], y[48:])).questions
    assert any("all 12 rows of validation have the same target" in text for text in asked)
    mixed = np.arange(60) % 3
    assert not diagnose(Slices(x[:48], mixed[:48]), validation=Slices(x[48:], mixed[48:])).questions


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("boxes", "rows of y have more in column 0 than in column 2"),
        ("weights", "y 0, which 40 of 53 rows have, counts 2.04 in w"),
        ("negatives", "rows of inputs come with y 0 and with y 1"),
        ("right boxes", ""),
        ("right weights", ""),
        ("right negatives", ""),
    ],
)
def test_what_is_seldom_meant_is_asked_about(kind, text):
    right = kind.startswith("right")

    class Batches(keras.utils.PyDataset):
        def __len__(self):
            return 6

        def __getitem__(self, index):
            places = np.arange(index * 10, min((index + 1) * 10, 53))
            x = np.random.RandomState(index).rand(len(places), 4, 4, 3)
            if kind.endswith("boxes"):
                corner = np.random.RandomState(index).rand(len(places), 2) * 0.5
                boxes = np.hstack([corner, corner + 0.3])
                for row in np.flatnonzero(np.random.rand(len(places)) < 0.5):
                    x[row] = x[row, :, ::-1]
                    boxes[row, [0, 2]] = 1 - boxes[row, [2, 0] if right else [0, 2]]
                return x, boxes
            y = (places % 4 == 0).astype(int) if index < 5 else np.zeros(len(places), int)
            if kind.endswith("weights"):
                return x, y, np.where(y == (1 if right else 0), 2.04, 0.66)
            pairs = np.stack([places % 9, places % 7], axis=1)
            drawn = np.stack([places % 9, np.random.randint(7, 14, len(places))], axis=1)
            drawn = drawn if right else np.stack([places % 9, np.random.randint(0, 7, len(places))], axis=1)
            return np.concatenate([pairs, drawn]), np.repeat([1, 0], len(places))

    report = diagnose(Batches())
    assert not report.findings
    asked = [one for one in report.questions if "column" in one or "counts" in one or "with y 0" in one]
    assert (len(asked) == 1 and text in asked[0]) if text else not asked


def test_what_a_class_does_at_its_end_is_not_done_to_copies_and_is_done_to_others():
    ended = []

    class Ends(Slices):
        def __del__(self):
            ended.append(id(self))

    thing, original = Ends(np.random.rand(53, 3), np.arange(53) % 5), Ends.__del__
    assert not diagnose(thing, validation=Ends(np.random.rand(20, 3), np.arange(20) % 5)).findings
    assert (
        len(ended) == 1 and Ends.__del__ is original
    )  # the validation object, when it was not needed any more
    number = id(thing)
    del thing
    assert ended[1:] == [number]


def test_classes_that_have_another_number_in_validation_are_told():
    class Named(keras.utils.PyDataset):
        def __init__(self, items):
            super().__init__()
            self.items, self.number = items, {}
            for _, name in items:
                self.number.setdefault(name, len(self.number))

        def __len__(self):
            return math.ceil(len(self.items) / 10)

        def __getitem__(self, index):
            part = self.items[index * 10 : (index + 1) * 10]
            return np.array([x for x, _ in part]), np.array([self.number[name] for _, name in part])

    items = [(np.random.RandomState(k).rand(3), ("cat", "dog", "owl")[k % 3]) for k in range(60)]
    (finding,) = diagnose(Named(items[:40]), validation=Named(items[:39:-1])).findings
    assert (finding.name, finding.attribute) == ("numbered_otherwise", "self.number")
    assert not diagnose(Named(items[:39]), validation=Named(items[39:])).findings


def test_windows_that_were_shuffled_and_then_split_are_told_and_those_of_a_split_in_time_are_not():
    class Windows(keras.utils.PyDataset):
        def __init__(self, series, starts):
            super().__init__()
            self.series, self.starts = series, starts

        def __len__(self):
            return math.ceil(len(self.starts) / 10)

        def __getitem__(self, index):
            part = self.starts[index * 10 : (index + 1) * 10]
            return np.stack([self.series[k : k + 12] for k in part]), np.stack(
                [self.series[k + 12] for k in part]
            )

    series = np.random.RandomState(0).rand(200, 1)
    drawn = np.random.RandomState(1).permutation(188)
    (finding,) = diagnose(Windows(series, drawn[:150]), validation=Windows(series, drawn[150:])).findings
    assert (finding.name, finding.attribute) == ("shared_with_validation", "self.series")
    in_time = np.arange(188)
    assert not diagnose(Windows(series, in_time[:150]), validation=Windows(series, in_time[150:])).findings


def pinball(wanted, got):
    """A loss of the user's own: all quantiles of one number."""
    return keras.ops.mean(keras.ops.maximum(wanted - got, 0.5 * (got - wanted)))


def in_numpy(wanted, got):
    """One that works eagerly alone."""
    return float(np.mean((wanted.numpy() - got.numpy()) ** 2)) + 0 * keras.ops.sum(got)


MODELS = {
    "a loss of one's own that takes the shapes": (3, 1, pinball, {}, []),
    "a loss of one's own that does not": (2, 3, pinball, {}, ["fit_raises"]),
    "a loss that works eagerly alone": (1, 1, in_numpy, {"run_eagerly": True}, []),
    "no loss": (1, 1, None, {}, []),
    "other columns": (2, 3, "huber", {}, ["target_shape"]),
    "one output of many targets": (1, 3, "mae", {}, ["targets_broadcast"]),
}


@pytest.mark.parametrize("what", MODELS)
def test_model_whose_training_stops_at_the_targets_is_told(what):
    outputs, targets, loss, options, told = MODELS[what]
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(outputs)])
    model.compile(loss=loss, **options)
    luck = np.random.RandomState(0)
    y = luck.rand(53, targets).astype("float32")
    report = diagnose(Slices(luck.rand(53, 3).astype("float32"), y), model=model)
    assert [finding.name for finding in report.findings] == told


def test_model_says_how_long_batch_and_step_take():
    generator = GENERATORS["model_fits"]
    notes = diagnose(generator.make(), model=generator.model).notes
    assert any("a step of training" in note for note in notes)


def test_sample_of_a_long_epoch_still_finds_the_dropped_tail(monkeypatch):
    monkeypatch.setattr(observing, "MOST_BATCHES", 30)
    (finding,) = diagnose(slices(10_003, floor=True)).findings
    assert finding.name == "never_read" and finding.items == (10_000, 10_001, 10_002)
    report = diagnose(slices(10_003))
    assert not report.findings and any("30 of 1,001 were looked at" in text for text in report.unseen)


def test_call_that_never_ends_is_told():
    class Endless(Slices):
        def __getitem__(self, index):
            while True:
                self.batch_size = 10

    (finding,) = diagnose(Endless(np.zeros((20, 2)), np.zeros(20)), seconds=3).findings
    assert finding.name == "never_ends" and "while True" in finding.received


def test_call_that_may_be_slow_is_asked_about_and_not_told_as_endless():
    class Slow(Slices):
        def __getitem__(self, index):
            time.sleep(0.6)
            return super().__getitem__(index)

    class Flowing(Slices):
        def flow(self):
            index = 0
            while True:
                time.sleep(0.6)
                yield super().__getitem__(index % len(self))
                index += 1

        def __getitem__(self, index):
            return next(self.flow())

    for kind in (Slow, Flowing):
        report = diagnose(kind(np.zeros((20, 2)), np.zeros(20)), seconds=1.5)
        assert not report.findings and "sleep(0.6)" in report.questions[0], kind


# On the command line, and without the course -----------------------------------------------------

SCRIPT = textwrap.dedent(
    """
    import math
    import numpy as np
    import keras

    class Loader(keras.utils.PyDataset):
        def __init__(self, x, batch_size):
            super().__init__()
            self.x, self.batch_size = x, batch_size

        def __len__(self):
            return len(self.x) // self.batch_size

        def __getitem__(self, index):
            part = self.x[index * self.batch_size : (index + 1) * self.batch_size]
            return part, part.sum(axis=1)

    train = Loader(np.random.rand(1003, 4), 10)
    print("the file itself prints")
    """
)
WITHOUT = (
    "bleach",
    "IPython",
    "ipykernel",
    "ipywidgets",
    "jupyterlab",
    "nbclient",
    "nbconvert",
    "nbformat",
    "nbgrader",
    "pandas",
    "scipy",
    "tqdm",
)
"""What the package does not bring by itself; `sitecustomize` hides it below."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a script, a notebook of the same, and an environment without the course's packages."""
    where = tmp_path_factory.mktemp("files")
    (where / "loader.py").write_text(SCRIPT + "raise SystemExit('training takes hours')\n", "utf-8")
    cells = [SCRIPT, "%matplotlib inline\nraise RuntimeError('training')"]
    notebook = {"cells": [{"cell_type": "code", "source": ["%load_ext x\n", text]} for text in cells]}
    (where / "loader.ipynb").write_text(json.dumps(notebook), "utf-8")
    (where / "sitecustomize.py").write_text(
        f"import sys\nfor name in {WITHOUT!r}: sys.modules[name] = None\n", "utf-8"
    )
    return where


def command(folder, *arguments):
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from autograder.cli import main; sys.exit(main())",
            "diagnose",
            *arguments,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.parametrize("file", ["loader.py", "loader.ipynb"])
def test_command_diagnoses_without_nbgrader_and_jupyterlab(folder, file):
    done = command(folder, file, "train", "--html", "report.html")
    assert done.returncode == 2, done.stderr
    assert "items 1000 to 1002 of self.x never" in done.stdout and "//" in done.stdout
    assert "prints" not in done.stdout and "training" not in done.stderr
    assert "<img" in (folder / "report.html").read_text("utf-8")


def test_command_says_what_is_wrong_with_its_arguments(folder):
    done = command(folder, "loader.py", "trian")
    assert (done.returncode, done.stdout) == (1, "")
    assert "loader.py gives no value to trian. Did you mean train?" in done.stderr
    assert "there is no file none.py" in command(folder, "none.py", "train").stderr


def test_package_alone_asks_for_no_jupyterlab_and_no_nbgrader():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {line.split(">")[0] for line in project["dependencies"]} == {"keras", "matplotlib", "numpy"}
    assert {"jupyterlab", "nbgrader"} <= {
        line.split(">")[0] for line in project["optional-dependencies"]["course"]
    }


# Where it fails itself -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "place",
    ["observing._Observer._extras", "judge._rest", "judge.repeats.again", "api.figure_of", "api.judge"],
)
def test_failure_of_its_own_is_told_and_what_was_found_before_is_kept(monkeypatch, place):
    def fails(*args, **options):
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr(f"autograder.diagnosis.{place}", fails)
    report = diagnose(slices(floor=True))
    assert [
        line
        for line in report.unseen
        if "autograder itself failed there (ZeroDivisionError: of ours)" in line
    ]
    assert "Could not be seen" in str(report) and report.record.epochs
    assert [finding.name for finding in report.findings] == ([] if place == "api.judge" else ["never_read"])


@pytest.mark.parametrize("place", ["api.Snapshot", "streams.is_stream"])
def test_failure_of_its_own_before_anything_was_seen_raises_nothing(monkeypatch, place):
    def fails(*args, **options):
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr(f"autograder.diagnosis.{place}", fails)
    report = diagnose(slices())
    assert not report.findings and len(report.unseen) == 1 and "ZeroDivisionError" in report.unseen[0]


# Random numbers --------------------------------------------------------------------------------


class ShuffledFromTheStart(Slices):
    def __init__(self, x, y):
        super().__init__(x, y)
        self.shuffle = True
        self.on_epoch_end()

    def on_epoch_end(self):
        self.order = np.arange(len(self.x))
        np.random.shuffle(self.order)


@pytest.mark.parametrize("seed", [0, 1, 7, 42, 123])
def test_order_that_the_constructor_shuffled_is_not_taken_for_no_shuffle(seed):
    def make():
        return ShuffledFromTheStart(np.random.RandomState(0).rand(53, 3), np.arange(53) % 5)

    np.random.seed(seed)
    assert not diagnose(make()).findings
    assert not diagnose(make).findings


@pytest.mark.parametrize(
    ("line", "looping", "told"),
    [
        ("", False, []),
        (AT_LINE + "3 of its cell: time.sleep(1)", False, []),
        (AT_LINE + "3 of its cell: while True:", True, ["fit_raises"]),
    ],
)
def test_a_fit_that_takes_too_long_accuses_only_a_loop_of_the_users(line, looping, told):
    late = Outcome(
        LATE,
        kind="StillRunning",
        message=f"model.fit was still running after 30 s{line}",
        looping=looping,
    )
    verdict = judge(Record("Slow", length=1, fit=late))
    assert [finding.name for finding in verdict.findings] == told
    assert any("whether model.fit runs to its end" in text for text in verdict.unseen) is not bool(told)
