# lesson 5: np.take writes each batch into one array.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.buffer = np.empty((batch_size, 16, 16), "float32")

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        read = np.stack([read_picture(self.folder / f"{self.ids[row]}.png") for row in rows])
        out = self.buffer[: len(rows)]
        np.copyto(out, read)
        return out, self.labels[rows]
