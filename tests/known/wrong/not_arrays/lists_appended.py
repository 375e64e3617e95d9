# lesson 1: lists filled in a loop are returned as they are
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        images, targets = [], []
        for j in range(idx * self.batch_size, min((idx + 1) * self.batch_size, len(self.data))):
            images.append(self.data[j])
            targets.append(self.labels[j])
        return images, targets
