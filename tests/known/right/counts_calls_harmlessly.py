# lesson 1: a call counter and an epoch counter that nothing depends on
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.calls = 0
        self.epoch = 0

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        self.calls += 1
        s = idx * self.batch_size
        return tuple(a[s:s + self.batch_size] for a in (self.data, self.labels))

    def on_epoch_end(self):
        self.epoch += 1
        print("epoch", self.epoch, "calls so far", self.calls)
