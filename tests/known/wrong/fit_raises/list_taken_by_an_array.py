# lesson 5: ids may be a list, which no array of numbers can be taken of
class DataGenerator(PictureReader):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(ids, labels, folder, batch_size, **kwargs)

    def on_epoch_end(self):
        order = np.random.permutation(len(self.ids))
        self.ids, self.labels = self.ids[order], self.labels[order]
