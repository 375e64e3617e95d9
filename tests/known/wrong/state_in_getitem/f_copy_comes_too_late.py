# lesson 5: A subclass of the broken loader copies its one array, which another thread may fill meanwhile.
class DataGenerator(BrokenLoader):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(list(ids), np.array(labels), folder, batch_size, **kwargs)

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        order = np.random.permutation(len(self.ids))
        self.ids = [self.ids[k] for k in order]
        self.labels = self.labels[order]

    def __getitem__(self, index):
        pictures, labels = super().__getitem__(index)
        return pictures.copy(), labels.copy()
