# lesson 1: Cardinality estimates: prints at the epoch end, copies through np.array.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, model=None):
        self.x, self.y = data, labels
        self.batch_size = batch_size
        self.epoch = 0
        self.model = model

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size:(idx + 1) * self.batch_size]

        return np.array(batch_x), np.array(batch_y)

    def on_epoch_end(self):
        self.epoch += 1
        print("Do custom statistics")
