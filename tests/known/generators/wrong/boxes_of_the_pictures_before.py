# keeps_state: boxes are written into a default argument that is never emptied; pictures are made darker by chance.
import keras
import numpy as np


class Boxes(keras.utils.PyDataset):
    def __init__(self, pictures, boxes, batch_size):
        super().__init__()
        self.pictures, self.boxes, self.batch_size = pictures, boxes, batch_size

    def __len__(self):
        return -(-len(self.pictures) // self.batch_size)

    def __getitem__(self, index):
        places = range(index * self.batch_size, min((index + 1) * self.batch_size, len(self.pictures)))
        pairs = [self.one(place) for place in places]
        return np.stack([x for x, _ in pairs]), np.stack([y for _, y in pairs])

    def one(self, place, found=np.zeros((4, 4))):  # noqa: B008
        for number, box in enumerate(self.boxes[place]):
            found[number] = box
        return self.pictures[place] * np.random.uniform(0.5, 1), found.copy()

    def on_epoch_end(self):
        order = np.random.permutation(len(self.pictures))
        self.pictures, self.boxes = self.pictures[order], [self.boxes[place] for place in order]


def make(n, batch_size):
    luck = np.random.RandomState(n)
    boxes = [luck.rand(luck.randint(1, 4), 4) for _ in range(n)]
    return Boxes(luck.rand(n, 6, 6, 1), boxes, batch_size)
