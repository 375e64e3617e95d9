# lesson 1: np.copy of both slices and attributes made in a loop-free way
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self._x = data
        self._y = labels
        self._b = int(batch_size)
        super().__init__()

    def __len__(self):
        count = len(self._y) // self._b
        if count * self._b < len(self._y):
            count += 1
        return count

    def __getitem__(self, n):
        begin = self._b * n
        x = np.copy(self._x[begin:begin + self._b])
        y = np.copy(self._y[begin:begin + self._b])
        return x, y
