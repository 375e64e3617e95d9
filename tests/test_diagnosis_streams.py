"""`diagnose` of what has no index, and of what it cannot look at."""

import itertools
import subprocess
import sys

import keras
import numpy as np
import pytest
import tensorflow as tf

from autograder import diagnose
from autograder.diagnosis.begun import END, as_object
from autograder.diagnosis.given import refused, taken_by_fit

X, Y = np.random.RandomState(0).rand(53, 3).astype("float32"), np.arange(53) % 4


class Slices(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size):
        super().__init__()
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return -(-len(self.x) // self.batch_size)

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part], self.y[part]


class OfPaths(keras.utils.PyDataset):
    def __init__(self, paths):
        super().__init__()
        self.paths = [path.lower() for path in paths]


def batches(x, y, size=10, *, rounds=None, **options):
    for _ in itertools.count() if rounds is None else range(rounds):
        for first in range(0, len(x), size):
            yield x[first : first + size], y[first : first + size]


def model(units=4, width=3):
    made = keras.Sequential([keras.Input((width,)), keras.layers.Dense(units, activation="softmax")])
    made.compile(loss="sparse_categorical_crossentropy")
    return made


# What it cannot look at ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Slices, "Slices is a class: give an object of it, as in diagnose(Slices(x, y, batch_size))"),
        (OfPaths, "OfPaths is a class"),
        (lambda a, b: None, "needs 2 arguments, a and b: give a function without any"),
        (lambda: None, "returns None: it has to return the object"),
        (lambda: Slices, "returns the class Slices, and no object of it"),
        (lambda: X, "returns a ndarray"),
        (5, "this is an int"),
        (None, "this is None"),
        ([1, 2, 3], "this is a list"),
        ("train", "this is a str"),
        ({"x": X}, "this is a dict"),
        ((X, Y), "this is a tuple"),
        (X, "this is a ndarray"),
        (keras.Sequential(), "this is a model: give what it is trained on"),
    ],
    ids=[
        "class",
        "class of one argument",
        "function of two",
        "function without return",
        "function that returns a class",
        "function that returns data",
        "int",
        "None",
        "list",
        "str",
        "dict",
        "tuple",
        "array",
        "model",
    ],
)
def test_what_is_no_sequence_is_refused_in_one_line_that_says_what_to_give(given, said):
    report = diagnose(given)
    assert said in report.refused and report.findings == [] and report.record is None
    assert report.head.endswith(".") and "nothing was looked at" in " ".join(str(report).split())
    assert "nothing was looked at" in report._repr_html_()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"model": "m"}, "give model= the compiled Keras model that it is for, not a str"),
        ({"model": model}, "not a function"),
        ({"samples": "all"}, "give samples= the number of samples in an epoch"),
        ({"samples": 1.5}, "give samples="),
        ({"seconds": -1}, "give seconds= how long it may take"),
        ({"seconds": float("nan")}, "give seconds="),
        ({"validation": "valid"}, "give validation= the validation data as fit takes them, not a str"),
    ],
    ids=["str for model", "function", "str for samples", "half", "negative", "nan", "str for validation"],
)
def test_an_argument_that_cannot_be_used_is_refused_in_one_line(options, said):
    assert said in diagnose(Slices(X, Y, 10), **options).refused


def test_nothing_that_can_be_used_is_refused():
    for given in (Slices(X, Y, 10), batches(X, Y), tf.data.Dataset.range(3), lambda n: n, lambda: 1 / 0):
        assert refused(given, None, None, None, 30) == ""
    assert refused(batches(X, Y), model(), 53, (X, Y), 0.5) == ""


def test_command_line_says_in_one_line_what_cannot_be_diagnosed(tmp_path):
    (tmp_path / "loader.py").write_text("data = {'x': [1, 2, 3]}\n", "utf-8")
    arguments = [sys.executable, "-m", "autograder.diagnosis.command", "loader.py", "data"]
    ran = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 1 and ran.stdout == ""
    (line,) = [line for line in ran.stderr.splitlines() if line.startswith("autograder:")]
    assert "`data` cannot be diagnosed: this is a dict" in line


# What has no index ------------------------------------------------------------------------------


def test_a_generator_that_has_not_begun_is_not_moved_on_by_looking_at_it():
    ids = [f"p{k}" for k in range(53)]

    def shuffled(ids):
        while True:
            np.random.shuffle(ids)
            yield np.array([float(one[1:]) for one in ids[:10]])[:, None], np.zeros(10)

    before, generator = list(ids), shuffled(ids)
    diagnose(generator)
    assert ids == before and as_object(generator) is not None


def test_the_class_of_what_a_generator_was_given_is_as_it_was():
    class Source:
        def __del__(self):
            """Closes a file, say."""

    def read(source):
        while True:
            for first in range(0, 53, 10):
                yield X[first : first + 10], Y[first : first + 10]

    ends = Source.__del__
    report = diagnose(read(Source()))
    assert report.findings == [] and Source.__del__ is ends


def test_what_a_generator_was_given_is_begun_anew_in_all_its_kinds():
    y = np.arange(20)

    def inner(start, *more, step=5, **options):
        for first in range(start, len(y), step):
            yield y[first : first + step] + len(more) + len(options)

    def outer(source, by):
        for batch in source:
            yield batch * by

    thing = as_object(outer(inner(0, 1, 2, step=10, name=3), 2))
    assert thing[1].tolist() == [2 * (k + 3) for k in range(10, 20)]
    assert thing[0].tolist() == [2 * (k + 3) for k in range(10)] and thing[2] is END
    assert as_object(x for x in [1, 2, 3])[1] == 2
    begun = inner(0)
    next(begun)
    assert as_object(begun) is None and as_object(outer(begun, 2)) is None and as_object(iter([1])) is None


def test_a_generator_is_told_with_its_own_names_and_line():
    def floor(pictures, size):
        while True:
            for number in range(len(pictures) // size):
                yield pictures[number * size : (number + 1) * size], np.zeros(size)

    (finding,) = diagnose(floor(X, 10), model=None).findings
    assert finding.name == "never_read" and finding.attribute == "pictures" and finding.items == (50, 51, 52)
    assert "range(len(pictures) // size)" in finding.place and "seq[" not in str(finding)


class Noting(keras.Model):
    """Notes the first target of each batch that it is trained, or validated, on."""

    def __init__(self):
        super().__init__()
        self.built, self.trained, self.validated = True, [], []
        self.compile(optimizer=None, run_eagerly=True)

    def call(self, inputs):
        return inputs

    def train_step(self, served):
        self.trained.append(int(served[1][0]))
        return {"loss": 0.0}

    def test_step(self, served):
        self.validated.append(int(served[1][0]))
        return {"loss": 0.0}


def test_fit_gets_only_the_first_two_batches_of_a_generator_that_has_come_to_its_end():
    """The fact behind the question, as Keras does it."""
    noting = Noting()
    noting.fit(batches(X, np.arange(53), rounds=1), epochs=3, verbose=0)
    assert [*noting.trained] == [0, 10, 20, 30, 40, 50, 0, 10, 0, 10]


def test_so_it_is_for_validation_data_too_and_is_asked_about():
    noting, ends = Noting(), batches(X, np.arange(53), rounds=1)
    noting.fit(np.ones((8, 3)), np.ones(8), epochs=2, validation_data=ends, verbose=0)
    assert [*noting.validated] == [0, 10, 20, 30, 40, 50, 0, 10]
    (question,) = diagnose(Slices(X, Y, 10), validation=batches(OTHERS, Y[:20], 8, rounds=1)).questions
    assert "The validation data end after 3 batches" in question


def test_a_generator_that_ends_is_asked_about():
    (question,) = diagnose(batches(X, Y, rounds=1)).questions
    assert question.startswith(
        "Is it meant for one epoch alone? It ends after 6 batches: from the second epoch"
    )
    assert not any("one epoch" in question for question in diagnose(batches(X, Y)).questions)


def test_a_generator_that_draws_at_random_is_asked_about():
    def drawn():
        while True:
            places = np.random.randint(0, 53, 10)
            yield X[places], Y[places]

    report = diagnose(drawn)
    assert report.findings == [] and "items of X are drawn at random? Of 53," in report.questions[0]


@pytest.mark.parametrize(
    "made",
    [
        lambda: zip(batches(X, Y), batches(X, Y)),
        lambda: map(tuple, batches(X, Y)),
        lambda: iter(tf.data.Dataset.from_tensor_slices((X, Y)).batch(10)),
    ],
    ids=["zip", "map", "iter"],
)
def test_an_iterator_that_fit_does_not_know_is_told_and_fit_does_stop_at_it(made):
    with pytest.raises(ValueError, match="Unrecognized data type"):
        model().fit(made(), verbose=0)
    for given in (made, made()):
        assert [one.name for one in diagnose(given, model=model()).findings] == ["not_taken_by_fit"]


@pytest.mark.parametrize("yielded", ["list", "array"])
def test_what_is_no_tuple_is_told_and_fit_does_stop_at_it(yielded):
    def made():
        while True:
            yield [X[:10], Y[:10]] if yielded == "list" else X[:10]

    with pytest.raises(ValueError, match="must return a tuple"):
        model().fit(made(), steps_per_epoch=2, verbose=0)
    assert "not_a_tuple" in [one.name for one in diagnose(made).findings]


def test_a_loader_of_another_library_that_fit_knows_is_a_stream():
    kind = type(
        "DataLoader", (), {"__module__": "torch.utils.data.dataloader", "__iter__": lambda self: iter(())}
    )
    assert taken_by_fit(kind()) and not taken_by_fit(zip())


@pytest.mark.parametrize(
    "given",
    [batches(X, Y), lambda: batches(X, Y), tf.data.Dataset.from_tensor_slices((X, Y)).batch(10)],
    ids=["generator", "function", "dataset"],
)
def test_a_stream_is_looked_at_beside_the_model_and_the_validation_data(given):
    names = [one.name for one in diagnose(given, model=model(units=3)).findings]
    assert names == ["labels_out_of_range"]
    assert [one.name for one in diagnose(given, model=model(width=5)).findings] == ["input_shape"]
    assert diagnose(given, model=model()).findings == []
    assert [one.name for one in diagnose(given, validation=(X[:20], Y[:20])).findings] == [
        "shared_with_validation"
    ]


def test_a_dataset_without_end_is_read_for_a_while_alone():
    report = diagnose(tf.data.Dataset.from_tensor_slices((X, Y)).repeat().batch(10))
    assert report.findings == [] and len(report.record.epochs[0].batches) <= 200


# Validation data, as fit takes them -------------------------------------------------------------

OTHERS = np.random.RandomState(1).rand(20, 3).astype("float32")
FORMS = {
    "arrays": lambda x, y: (x, y),
    "a list of arrays": lambda x, y: [x, y],
    "arrays and weights": lambda x, y: (x, y, np.ones(len(x))),
    "a dict of inputs": lambda x, y: ({"x": x}, y),
    "tensors": lambda x, y: (tf.constant(x), tf.constant(y)),
    "a Sequence": lambda x, y: Slices(x, y, 8),
    "a dataset": lambda x, y: tf.data.Dataset.from_tensor_slices((x, y)).batch(8),
    "a generator": lambda x, y: batches(x, y, 8, rounds=1),
    "a function": lambda x, y: lambda: Slices(x, y, 8),
    "a function of arrays": lambda x, y: lambda: (x, y),
}


@pytest.mark.parametrize("form", FORMS)
def test_validation_data_of_any_form_are_compared(form):
    shared = diagnose(Slices(X, Y, 10), validation=FORMS[form](X[:20], Y[:20]))
    assert [one.name for one in shared.findings] == ["shared_with_validation"]
    apart = diagnose(Slices(X, Y, 10), validation=FORMS[form](OTHERS, Y[:20]))
    assert apart.findings == [] and not any(note.startswith("Validation data") for note in apart.notes)
    assert apart.unseen == []


@pytest.mark.parametrize(
    ("validation", "said"),
    [
        (lambda: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda: None, "returns None"),
        ((), "There are no arrays in them"),
        ((5, 6), "There are no arrays in them"),
    ],
    ids=["raises", "none", "empty", "numbers"],
)
def test_validation_data_that_cannot_be_had_are_a_note(validation, said):
    report = diagnose(Slices(X, Y, 10), validation=validation)
    assert any("Validation data: nothing was looked at" in note and said in note for note in report.notes)
    assert report.findings == []


def test_a_model_that_is_not_compiled_is_said_to_be_so():
    raw = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
    assert "the model is not compiled" in " ".join(diagnose(Slices(X, Y, 10), model=raw).unseen)
    raw.compile()  # with a train_step of its own, say
    assert diagnose(Slices(X, Y, 10), model=raw).unseen == []


def test_what_fit_stops_at_in_the_validation_data_alone_is_told():
    other = Slices(OTHERS, np.arange(20) % 4 + 3, 8)
    (finding,) = diagnose(Slices(X, Y, 10), model=model(), validation=other).findings
    assert finding.name == "labels_out_of_range" and finding.received.startswith("In the validation data")


@pytest.mark.parametrize(
    ("steps", "asked"),
    [
        (lambda items: items.batch(10).shuffle(6), True),
        (lambda items: items.padded_batch(10).cache().shuffle(6).prefetch(1), True),
        (lambda items: items.shuffle(53).batch(10), False),
        (lambda items: items.shuffle(53).batch(10).shuffle(6), False),
        (lambda items: items.batch(10).unbatch().shuffle(53).batch(10), False),
    ],
    ids=["after", "after padded", "before", "before and after", "unbatched"],
)
def test_whole_batches_that_are_shuffled_are_asked_about(steps, asked):
    report = diagnose(steps(tf.data.Dataset.from_tensor_slices((X, Y))))
    assert any("whole batches are shuffled" in question for question in report.questions) == asked
    assert report.findings == []
