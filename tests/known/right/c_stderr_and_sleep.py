# lesson 1: Writes to sys.stderr and sleeps for a moment in each call.
import sys
import time

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        sys.stderr.write(f"Error? no, just batch {index}\n")
        sys.stderr.flush()
        time.sleep(0.01)
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
