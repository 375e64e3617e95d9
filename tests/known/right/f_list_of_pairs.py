# lesson 5: Ids and labels are shuffled as pairs.
import random


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.pairs = list(zip(ids, labels))
        self.folder, self.batch_size = folder, batch_size

    def __len__(self):
        return -(-len(self.pairs) // self.batch_size)

    def on_epoch_end(self):
        random.shuffle(self.pairs)

    def __getitem__(self, index):
        pairs = self.pairs[index * self.batch_size : (index + 1) * self.batch_size]
        pictures, labels = zip(*[(read_picture(self.folder / f"{name}.png"), label) for name, label in pairs])
        return np.stack(pictures), np.array(labels)
