# lesson 5: Two of the three faults are repaired; the ids still move alone.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.ids)

    def __getitem__(self, index):
        start = index * self.batch_size
        names = self.ids[start : start + self.batch_size]
        return np.stack([read_picture(self.folder / f"{name}.png") for name in names]), self.labels[start : start + self.batch_size]
