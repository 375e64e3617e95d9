# lesson 5: What was read is kept, and nobody writes into it.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.cache = {}

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def picture(self, name):
        if name not in self.cache:
            self.cache[name] = read_picture(self.folder / f"{name}.png")
        return self.cache[name]

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.picture(self.ids[row]) for row in rows]), self.labels[rows]
