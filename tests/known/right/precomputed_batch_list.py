# lesson 1: all batches made once in the constructor with zip
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        cuts = list(range(0, len(data), batch_size))
        xs = [data[c:c + batch_size] for c in cuts]
        ys = [labels[c:c + batch_size] for c in cuts]
        self._batches = list(zip(xs, ys))

    def __len__(self):
        return len(self._batches)

    def __getitem__(self, idx):
        return self._batches[idx]
