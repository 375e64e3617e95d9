# Pieces of sound files, by a list of (file, start).
import math
import random
import wave

import keras
from material import folder, rows
import numpy as np


class Sounds(keras.utils.PyDataset):
    def __init__(self, paths, batch_size, width=32):
        super().__init__()
        self.paths, self.batch_size, self.width = paths, batch_size, width
        self.pieces = [(path, start) for path in paths for start in (0, width, 2 * width)]

    def __len__(self):
        return math.ceil(len(self.pieces) / self.batch_size)

    def read(self, path, start):
        with wave.open(path) as sound:
            sound.setpos(start)
            return np.frombuffer(sound.readframes(self.width), "int16").astype("float32") / 32768

    def __getitem__(self, index):
        part = self.pieces[index * self.batch_size : (index + 1) * self.batch_size]
        x = np.stack([self.read(path, start) for path, start in part])
        return x, np.array([start // self.width for _, start in part])

    def on_epoch_end(self):
        random.shuffle(self.pieces)


def make(n, batch_size):
    where, paths = folder(), []
    for i, row in enumerate(rows(math.ceil(n / 3), 96)):
        paths.append(str(where / f"{i}.wav"))
        with wave.open(paths[-1], "wb") as sound:
            sound.setparams((1, 2, 8000, 96, "NONE", ""))
            sound.writeframes((20_000 * row).astype("int16").tobytes())
    return Sounds(paths, batch_size)
