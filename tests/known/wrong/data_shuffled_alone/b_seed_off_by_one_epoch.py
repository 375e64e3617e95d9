# lesson 1: Two seeded generators, the epoch counter is raised between them.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.epoch = 0
        self.rows_x = np.arange(len(data))
        self.rows_y = np.arange(len(labels))

    def next_seed(self):
        self.epoch += 1
        return self.epoch

    def on_epoch_end(self):
        np.random.RandomState(self.next_seed()).shuffle(self.rows_x)
        np.random.RandomState(self.next_seed()).shuffle(self.rows_y)

    def __len__(self):
        return int(np.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[self.rows_x[part]], self.labels[self.rows_y[part]]
