# lesson 5: The folder is no argument: the notebook's own is read.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, batch_size=32):
        super().__init__()
        self.ids, self.labels, self.batch_size = ids, labels, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.order)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        pictures = [read_picture(folder / f"{self.ids[row]}.png") for row in rows]
        return np.stack(pictures), self.labels[rows]
