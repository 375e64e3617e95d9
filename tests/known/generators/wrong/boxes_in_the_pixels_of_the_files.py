# misaligned: pictures of several sizes are resized, and their boxes are not.
import math

import keras
from material import folder
import numpy as np
from PIL import Image


class Found(keras.utils.PyDataset):
    def __init__(self, paths, boxes, batch_size):
        super().__init__()
        self.paths, self.boxes, self.batch_size = paths, boxes, batch_size

    def __len__(self):
        return math.ceil(len(self.paths) / self.batch_size)

    def __getitem__(self, index):
        x, y = [], []
        for item in range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.paths))):
            picture = Image.open(self.paths[item])
            width, height = picture.size
            x.append(np.array(picture.resize((16, 16))) / 255)
            y.append(self.boxes[item])
        return np.stack(x), np.array(y, "float32")


def make(n, batch_size):
    where, random, paths, boxes = folder(), np.random.RandomState(n), [], []
    for item in range(n):
        width, height = 30 + item % 5 * 4, 28 + item % 3 * 6
        paths.append(str(where / f"{item:03d}.png"))
        Image.fromarray(random.randint(0, 256, (height, width, 3)).astype("uint8")).save(paths[-1])
        left, top = random.randint(0, 12, 2)
        boxes.append([left, top, left + random.randint(5, 17), top + random.randint(5, 15)])
    return Found(paths, boxes, batch_size)
