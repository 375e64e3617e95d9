# lesson 5: Ids and labels are shuffled in the same way, in place: the caller's.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.seed = 0

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.seed += 1
        for array in (self.ids, self.labels):
            np.random.default_rng(self.seed).shuffle(array)

    def __getitem__(self, index):
        start, end = index * self.batch_size, (index + 1) * self.batch_size
        pictures = [read_picture(self.folder / f"{name}.png") for name in self.ids[start:end]]
        return np.stack(pictures), self.labels[start:end]
