# lesson 5: What is missing raises; what is cut off is served as black.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def picture(self, row):
        path = self.folder / f"{self.ids[row]}.png"
        if not path.exists():
            raise FileNotFoundError(path)
        try:
            return read_picture(path)
        except OSError:
            return np.zeros((16, 16), "float32")

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.picture(row) for row in rows]), self.labels[rows]
