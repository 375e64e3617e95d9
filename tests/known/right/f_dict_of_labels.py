# lesson 5: A dict from id to label; the ids alone are shuffled, in a copy.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.names = [int(name) for name in ids]
        self.label_of = dict(zip(self.names, labels))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        np.random.shuffle(self.names)

    def __getitem__(self, index):
        names = self.names[index * self.batch_size : (index + 1) * self.batch_size]
        pictures = [read_picture(self.folder / f"{name}.png") for name in names]
        return np.stack(pictures), np.array([self.label_of[name] for name in names])
