# lesson 1: The length is the number of files, not of batches.
class DataGenerator(tf.keras.utils.Sequence):
    """

    """

    def __init__(self, data, labels, batch_size=32):
        self.nb_files = len(data)
        self.batch_size = batch_size
        self.i_loaded = None
        self.data = data
        self.labels = labels
        self.nb_elements = int(self.nb_files / batch_size)

    def __len__(self):
        return self.nb_files

    def __getitem__(self, item):
        i_start = item * self.batch_size
        i_stop = i_start + self.batch_size
        return self.data[i_start:i_stop], self.labels[i_start:i_stop]
