# A generator that lists a folder itself, and takes the files in another order in each round.
import os
import random

from material import pictures
import numpy as np
from PIL import Image


def batches(folder, batch_size):
    names = os.listdir(folder)
    while True:
        random.shuffle(names)
        for first in range(0, len(names), batch_size):
            x = [np.array(Image.open(os.path.join(folder, name))) for name in names[first : first + batch_size]]
            yield np.stack(x) / 255, np.stack(x) / 255


def make(n, batch_size):
    return batches(os.path.dirname(pictures(n)[0]), batch_size)
