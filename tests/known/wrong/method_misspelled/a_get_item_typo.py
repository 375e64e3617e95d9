# lesson 1: Caption generator whose item method is spelled with an extra underscore.
class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.data = data
        self.labels = labels
        self.batches_with_images = math.ceil(len(data) / batch_size)

    def __len__(self):
        return self.batches_with_images

    def __get_item__(self, index):
        return self.generate_batch(index)

    def generate_batch(self, index):
        low = index * self.batch_size
        return self.data[low:low + self.batch_size], self.labels[low:low + self.batch_size]
