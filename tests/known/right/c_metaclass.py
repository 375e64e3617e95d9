# lesson 1: A metaclass that puts the count in place when an object is made.
class Counting(type):
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.steps = math.ceil(len(made.data) / made.batch_size)
        return made


class DataGenerator(tf.keras.utils.Sequence, metaclass=Counting):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return self.steps

    def __getitem__(self, index):
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.data[rows], self.labels[rows]
