"""`diagnose` with validation data: what is otherwise there, and what is in both."""

import math

import keras
import numpy as np
import pandas as pd
import pytest

from autograder import diagnose


class Batches(keras.utils.PyDataset):
    """Batches of 8 of what it holds; attributes are given by name."""

    def __init__(self, x, y, **more):
        super().__init__()
        self.x, self.y = x, y
        vars(self).update(more)

    def __len__(self):
        return math.ceil(len(self.x) / 8)

    def __getitem__(self, index):
        part = slice(index * 8, (index + 1) * 8)
        return np.asarray(self.x[part], "float32"), self.y[part]


def numbers(n, *shape, seed=0):
    return np.random.RandomState(seed).randn(n, *shape).astype("float32")


def dummies(n, kinds, seed):
    random = np.random.RandomState(seed)
    table = pd.get_dummies(pd.DataFrame({"size": random.rand(n), "kind": random.choice(kinds, n)}))
    return Batches(table.astype("float32"), random.randint(0, 2, n))


def scaled(x, by):
    return Batches((x - by.mean(axis=0)) / by.std(axis=0), np.arange(len(x)) % 3)


class Noisy(Batches):
    def __getitem__(self, index):
        x, y = super().__getitem__(index)
        return (x + np.random.normal(0, 0.1, x.shape).astype("float32") if self.augment else x), y


def listed(names, n, seed):
    return Batches(numbers(n, 4, seed=seed), np.arange(n) % len(names), classes=np.array(names))


def of_people(people, seed):
    table = pd.DataFrame({"patient": people, "a": numbers(len(people), seed=seed)})
    return Batches(numbers(len(people), 4, seed=seed), np.arange(len(people)) % 2, table=table)


def pairs():
    """`{what is otherwise: (mistake, training, validation, right validation)}`"""
    x, kinds = numbers(60, 4), ["blue", "green", "red"]
    oversampled = np.concatenate([numbers(40, 20), numbers(8, 20)])
    return {
        "columns": ("numbered_otherwise", dummies(60, kinds, 0), dummies(24, ["blue", "red", "teal"], 1))
        + (dummies(24, kinds, 1),),
        "list of classes": ("numbered_otherwise", listed(["ant", "bee", "fly"], 60, 0))
        + (listed(["bee", "fly", "wasp"], 24, 1), listed(["ant", "bee", "fly"], 24, 1)),
        "scale": ("scaled_otherwise", scaled(x, x), scaled(x[:24] + 3, x[:24] + 3), scaled(x[:24] + 3, x)),
        "augmentation": ("validation_augmented", Noisy(x, x[:, 0], augment=True))
        + (
            Noisy(numbers(24, 4, seed=1), x[:24, 0], augment=True),
            Noisy(x[:24] + 3, x[:24, 0], augment=False),
        ),
        "items that are there twice": ("shared_with_validation", Batches(oversampled, np.arange(48) % 3))
        + (
            Batches(oversampled[30:40], np.arange(10) % 3),
            Batches(numbers(10, 20, seed=1), np.arange(10) % 3),
        ),
    }


@pytest.mark.parametrize("what", pairs())
def test_what_is_otherwise_in_validation_is_told(what):
    mistake, training, validation, right = pairs()[what]
    assert mistake in [one.name for one in diagnose(training, validation=validation).findings]
    assert mistake not in [one.name for one in diagnose(training, validation=right).findings]


def test_people_who_are_in_training_and_in_validation_are_asked_about():
    people = [f"P{k // 4:02d}" for k in range(60)]
    for others, is_asked in ((people[:24], True), ([f"V{k // 4}" for k in range(24)], False)):
        asked = diagnose(of_people(people, 0), validation=of_people(others, 1)).questions
        assert any("are in training and in validation" in text for text in asked) is is_asked


def test_a_few_texts_that_are_alike_by_chance_are_no_leak():
    random = np.random.RandomState(0)
    words = random.randint(1, 4, (60, 5))
    training, validation = (Batches(part, part[:, 0]) for part in (words[:40], words[40:]))
    assert "shared_with_validation" not in {
        one.name for one in diagnose(training, validation=validation).findings
    }
