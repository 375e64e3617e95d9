# lesson 4: pairs of sample and label in a list, shuffled together
import random


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.random = random.Random(seed)
        self.pairs = list(zip(data, labels))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        pairs = self.pairs[index * self.batch_size : (index + 1) * self.batch_size]
        data, labels = zip(*pairs)
        return np.stack(data), np.array(labels)

    def on_epoch_end(self):
        if self.shuffle:
            self.random.shuffle(self.pairs)
