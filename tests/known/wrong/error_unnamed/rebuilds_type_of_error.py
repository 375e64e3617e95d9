# lesson 3: raise type(error)(message) breaks for exceptions that want more arguments, such as UnicodeDecodeError: a TypeError about arguments leaves, unnamed (rule 9)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("lengths differ")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(f"batch {index} does not exist")
        start = index * self.batch_size
        stop = start + self.batch_size
        try:
            x, y = self.data[start:stop], self.labels[start:stop]
        except Exception as error:
            raise type(error)(f"batch {index}: {error}") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise TypeError(f"batch {index} is not numeric")
        return x, y
