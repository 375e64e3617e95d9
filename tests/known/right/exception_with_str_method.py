# lesson 3: one exception class that builds its words in __str__ from the batch index and the cause
class BatchError(Exception):
    def __init__(self, index, reason):
        super().__init__(index, reason)
        self.index, self.reason = index, reason

    def __str__(self):
        return f"[batch {self.index}] {self.reason}"

class OutOfRange(BatchError, IndexError):
    pass

class NotNumeric(BatchError, TypeError):
    pass

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) - len(labels):
            raise ValueError("as many labels as samples are needed")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise OutOfRange(index, "does not exist")
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x, y = self.data[rows], self.labels[rows]
        except Exception as error:
            raise BatchError(index, f"cannot be read ({error})") from error
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise NotNumeric(index, "is not numeric")
        return x, y
