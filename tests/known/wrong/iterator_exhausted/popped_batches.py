# lesson 2: batches are popped from a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.length = math.ceil(len(data) / batch_size)
        self.todo = [(data[k * batch_size:(k + 1) * batch_size], labels[k * batch_size:(k + 1) * batch_size])
                     for k in range(self.length)]

    def __len__(self):
        return self.length

    def __getitem__(self, idx):
        return self.todo.pop(0)
