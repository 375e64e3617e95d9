# lesson 3: the original exception leaves with a note
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        n_data, n_labels = len(data), len(labels)
        if n_data != n_labels:
            raise ValueError(f"{n_data} samples and {n_labels} labels do not fit together")
        self.x, self.y, self.b, self.n = data, labels, batch_size, n_data

    def __len__(self):
        return -(-self.n // self.b)

    def __getitem__(self, i):
        if not 0 <= i < len(self):
            raise IndexError(f"no batch {i}: there are {len(self)} batches")
        part = slice(i * self.b, (i + 1) * self.b)
        try:
            xs, ys = self.x[part], self.y[part]
        except Exception as e:
            e.add_note(f"while reading batch {i}")
            raise
        for name, batch in (("data", xs), ("labels", ys)):
            if np.asarray(batch).dtype.kind in "OSUVMm":
                raise TypeError(f"{name} of batch {i} is not numeric")
        return np.asarray(xs), np.asarray(ys)
