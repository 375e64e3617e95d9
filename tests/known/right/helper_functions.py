# lesson 3: functional: three small functions outside the class, the class only joins them
def check_index(index, length):
    if not 0 <= index < length:
        raise IndexError(f"batch {index!s} is outside [0, {length})")
    return index

def read(source, rows, index):
    try:
        return source[rows]
    except Exception as error:
        raise RuntimeError(f"source failed in batch {index}") from error

def must_be_numeric(array, index):
    dtype = getattr(array, "dtype", None) or np.asarray(array).dtype
    if not np.issubdtype(dtype, np.number):
        raise TypeError(f"dtype {dtype} in batch {index}")
    return array

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        lengths = {len(data), len(labels)}
        if len(lengths) > 1:
            raise ValueError(f"lengths are not equal: {sorted(lengths)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        check_index(index, len(self))
        rows = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return (must_be_numeric(read(self.data, rows, index), index),
                read(self.labels, rows, index))
