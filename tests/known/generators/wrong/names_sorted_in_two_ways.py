# misaligned: pictures are sorted as text, where 10 comes before 2, and their maps by number.
import math

from PIL import Image
import keras
from material import folder, pictures
import numpy as np


class Maps(keras.utils.PyDataset):
    def __init__(self, pictures, maps, batch_size):
        super().__init__()
        self.pictures = sorted(path.name for path in pictures.iterdir())
        self.maps = sorted((path.name for path in maps.iterdir()), key=lambda name: int(name[4:-4]))
        self.folders, self.batch_size = (pictures, maps), batch_size
        self.order = np.random.permutation(len(self.pictures))

    def __len__(self):
        return math.ceil(len(self.pictures) / self.batch_size)

    def read(self, kind, name):
        return np.asarray(Image.open(self.folders[kind] / name), "float32") / 255

    def __getitem__(self, index):
        take = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        x = [self.read(0, self.pictures[k]) for k in take]
        return np.stack(x), np.stack([self.read(1, self.maps[k]) for k in take])

    def on_epoch_end(self):
        np.random.shuffle(self.order)


def make(n, batch_size):
    where = folder(), folder()
    for number, path in enumerate(pictures(n)):
        picture = Image.open(path)
        picture.save(where[0] / f"scan{number}.png")
        picture.convert("L").point(lambda value: 255 * (value > 127)).save(where[1] / f"map_{number}.png")
    return Maps(*where, batch_size)
