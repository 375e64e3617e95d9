# The target of a row is its place in the batch: the answers to all other questions of the batch are wrong ones.
import math

import keras
from material import rows
import numpy as np


class Answers(keras.utils.PyDataset):
    def __init__(self, questions, answers, batch_size):
        super().__init__()
        self.questions, self.answers, self.batch_size = questions, answers, batch_size
        self.order = np.arange(len(questions))

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        part = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return {"question": self.questions[part], "answer": self.answers[part]}, np.arange(len(part))

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.questions))


def make(n, batch_size):
    return Answers(rows(n, 6), rows(n + 1, 6)[:n], batch_size)
