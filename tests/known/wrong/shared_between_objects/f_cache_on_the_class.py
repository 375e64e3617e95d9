# lesson 5: All objects share a cache that knows ids, and no folders.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    cache = {}

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        for row in rows:
            name = int(self.ids[row])
            if name not in self.cache:
                self.cache[name] = read_picture(self.folder / f"{name}.png")
        return np.stack([self.cache[int(self.ids[row])] for row in rows]), self.labels[rows]
