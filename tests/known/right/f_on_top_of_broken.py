# lesson 5: A subclass of the broken loader overrides all that is wrong.
class DataGenerator(BrokenLoader):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(ids, labels, folder, batch_size, **kwargs)
        self.ids, self.labels = np.array(ids), np.array(labels)

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        order = np.random.permutation(len(self.ids))
        self.ids, self.labels = self.ids[order], self.labels[order]

    def __getitem__(self, index):
        here = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return np.stack([read_picture(self.folder / f"{name}.png") for name in self.ids[here]]), self.labels[here]
