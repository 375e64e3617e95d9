# lesson 1: The order list is a default argument that is filled once.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, order=[]):
        if not order:
            order.extend(range(len(data)))
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.order = order

    def __len__(self):
        return math.ceil(len(self.order) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]
