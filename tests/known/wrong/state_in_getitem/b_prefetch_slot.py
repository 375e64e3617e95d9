# lesson 1: A thread fills a slot with the following batch.
import threading

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.data, self.labels, self.batch_size = data, labels, batch_size
        self.slot = None
        self.thread = None

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def read(self, index):
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[s], self.labels[s]

    def fill(self, index):
        self.slot = self.read(index % len(self))

    def __getitem__(self, index):
        if self.thread is None:
            batch = self.read(index)
        else:
            self.thread.join()
            batch = self.slot
        self.thread = threading.Thread(target=self.fill, args=(index + 1,))
        self.thread.start()
        return batch
