# lesson 1: PyDataset from an example page: floored length, rows stacked one by one.
class DataGenerator(keras.utils.PyDataset):
    def __init__(
        self, data, labels, batch_size=32, preprocess_fn=None, shuffle=False, **kwargs
    ):
        if shuffle:
            perm = np.random.permutation(len(data))
            data = data[perm]
            labels = labels[perm]
        self.x_data = data
        self.y_data = labels
        self.preprocess_fn = preprocess_fn
        self.batch_size = batch_size
        super().__init__(**kwargs)

    def __len__(self):
        return len(self.x_data) // self.batch_size

    def __getitem__(self, idx):
        batch_x, batch_y = [], []
        for i in range(idx * self.batch_size, (idx + 1) * self.batch_size):
            x, y = self.x_data[i], self.y_data[i]
            if self.preprocess_fn:
                x, y = self.preprocess_fn(x, y)
            batch_x.append(x)
            batch_y.append(y)
        return np.stack(batch_x, axis=0), np.stack(batch_y, axis=0)
