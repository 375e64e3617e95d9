# A batch is one volume with its mask.
import keras
from material import rows
import numpy as np


class Volumes(keras.utils.PyDataset):
    def __init__(self, volumes, masks):
        super().__init__()
        self.volumes, self.masks = volumes, masks

    def __len__(self):
        return len(self.volumes)

    def __getitem__(self, index):
        return self.volumes[index][np.newaxis], self.masks[index][np.newaxis]


def make(n, batch_size):
    volumes = list(rows(n, 4, 4, 4))
    return Volumes(volumes, [volume > 0.5 for volume in volumes])
