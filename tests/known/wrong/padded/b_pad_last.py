# lesson 1: Short batches are padded at the end.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        out = []
        for part in (self.data[s], self.labels[s]):
            missing = self.batch_size - len(part)
            out.append(np.pad(part, [(0, missing)] + [(0, 0)] * (part.ndim - 1)))
        return tuple(out)
