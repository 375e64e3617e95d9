# lesson 1: Flowers dataset with a seeded generator; labels are stored as int32.
class DataGenerator(keras.utils.PyDataset):
    """Backend-agnostic dataset."""

    def __init__(self, data, labels, batch_size=32, shuffle=False, seed=42, **kwargs):
        super().__init__(**kwargs)
        self.images = np.array(data)
        self.labels = np.array(labels, dtype="int32")
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.default_rng(seed)
        self.indices = np.arange(len(self.images))
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.images) / self.batch_size))

    def on_epoch_end(self):
        if self.shuffle:
            self.rng.shuffle(self.indices)

    def __getitem__(self, idx):
        start = idx * self.batch_size
        end = min((idx + 1) * self.batch_size, len(self.images))
        batch_indices = self.indices[start:end]
        return self.images[batch_indices], self.labels[batch_indices]
