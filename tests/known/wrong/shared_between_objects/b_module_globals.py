# lesson 1: Data and labels are put into module names.
def remember(data, labels):
    global current_data, current_labels
    current_data = data
    current_labels = labels


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        remember(data, labels)
        self.n = len(data)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __getitem__(self, index):
        s = slice(index * self.batch_size, min((index + 1) * self.batch_size, self.n))
        return current_data[s], current_labels[s]
