# lesson 5: Paths are made once, and shuffled with the labels.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.paths = np.array([str(folder / f"{name}.png") for name in ids])

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        order = np.random.permutation(len(self.paths))
        self.paths, self.labels = self.paths[order], self.labels[order]

    def __getitem__(self, index):
        here = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([read_picture(path) for path in self.paths[here]]), self.labels[here]
