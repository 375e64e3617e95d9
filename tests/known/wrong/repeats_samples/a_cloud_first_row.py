# lesson 1: Cloud images: the loop runs over the batch but reads the first record of it each time.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.ims = data
        self.labels = labels
        self.batch_size = batch_size
        self.n = len(data)

    def on_epoch_end(self):
        pass

    def __getitem__(self, index):
        batch = range(index * self.batch_size, min(self.n, (index + 1) * self.batch_size))
        ims = []
        labels = []
        for b in batch:
            tmp = batch[0]
            ims.append(self.ims[tmp])
            labels.append(self.labels[tmp])
        x = np.array(ims)
        y = np.array(labels)
        return x, y

    def __len__(self):
        return -(-self.n // self.batch_size)
