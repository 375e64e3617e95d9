# lesson 2: validates the batch size and never trips on good input
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if batch_size < 1:
            raise ValueError(f"batch_size must be at least 1, got {batch_size}")
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.__data = data
        self.__labels = labels
        self.__size = batch_size

    def __repr__(self):
        return f"<DataGenerator {len(self)} batches of {self.__size}>"

    def __len__(self):
        return math.ceil(len(self.__data) / self.__size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(idx)
        first = idx * self.__size
        last = min(first + self.__size, len(self.__data))
        return self.__data[first:last], self.__labels[first:last]
