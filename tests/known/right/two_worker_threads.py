# lesson 2: workers=2 handed to super().__init__
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32):
        super().__init__(workers=2, max_queue_size=4)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    @property
    def steps(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __len__(self):
        return self.steps

    def __getitem__(self, step):
        lo, hi = step * self.batch_size, (step + 1) * self.batch_size
        return self.data[lo:hi], self.labels[lo:hi]
