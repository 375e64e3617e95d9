# lesson 5: The rows of a batch are kept on self from one line to the next.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def read(self, k):
        return read_picture(self.folder / f"{self.ids[self.rows[k]]}.png")

    def __getitem__(self, index):
        self.rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        pictures = [self.read(k) for k in range(len(self.rows))]
        return np.stack(pictures), self.labels[self.rows]
