# lesson 1: the name is bound to an object of the class
class MyGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, idx):
        s = slice(idx * self.batch_size, (idx + 1) * self.batch_size)
        return self.data[s], self.labels[s]


DataGenerator = MyGenerator(np.zeros((100, 4)), np.zeros(100), 10)
