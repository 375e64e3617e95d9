# lesson 1: Image names taken modulo the number of names, truncated length plus one.
import random

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.batch_size = batch_size
        self.info = data
        self.labels = labels
        self.names = list(range(len(data)))

    def __len__(self):
        return int(len(self.names) / self.batch_size) + 1

    def on_epoch_end(self):
        random.shuffle(self.names)

    def __getitem__(self, batch_id):
        images = []
        labels = []
        for i in range(batch_id * self.batch_size, (batch_id+1) * self.batch_size):
            names_num = len(self.names)
            index = int(i % names_num)
            name = self.names[index]
            images.append(self.info[name])
            labels.append(self.labels[name])
        return np.array(images), np.array(labels)
