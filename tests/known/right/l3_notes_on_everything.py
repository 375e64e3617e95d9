# lesson 3: base exceptions annotated too, prints and a warning on the way
import sys
import warnings


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        if len(data) != len(labels):
            print("lengths differ", file=sys.stderr)
            raise ValueError(f"data: {len(data)} labels: {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        n_batches = len(self)
        if idx < 0:
            raise IndexError(f"idx must not be negative (idx={idx})")
        if idx >= n_batches:
            raise IndexError(f"idx={idx} but there are {n_batches} batches")
        try:
            x = self.data[idx * self.batch_size:(idx + 1) * self.batch_size]
            y = self.labels[idx * self.batch_size:(idx + 1) * self.batch_size]
        except BaseException as e:
            warnings.warn(f"problem in batch {idx}")
            e.add_note(f"idx={idx}")
            raise
        print(idx, type(x).__name__, file=sys.stderr)
        for arr in (x, y):
            if np.asarray(arr).dtype.kind not in "biufc":
                raise TypeError(f"idx={idx}: cannot train on {np.asarray(arr).dtype}")
        return (x, y)
