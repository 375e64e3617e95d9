# none_in_batch: (x, None), as people write for an autoencoder.
import keras
from material import rows


class Inputs(keras.utils.PyDataset):
    def __init__(self, images, batch_size):
        super().__init__()
        self.images, self.batch_size = images, batch_size

    def __len__(self):
        return -(-len(self.images) // self.batch_size)

    def __getitem__(self, index):
        return self.images[index * self.batch_size : (index + 1) * self.batch_size], None


def make(n, batch_size):
    return Inputs(rows(n, 8, 8, 1), batch_size)
