# lesson 3: A decorator round the item method words every error.
import functools

def names_the_batch(method):
    @functools.wraps(method)
    def wrapper(self, index):
        try:
            return method(self, index)
        except IndexError as error:
            raise IndexError(f"batch {index}: {error}") from error
        except TypeError as error:
            raise TypeError(f"batch {index}: {error}") from error
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
    return wrapper


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            raise ValueError("every sample needs one label")
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    @names_the_batch
    def __getitem__(self, index):
        start = range(0, len(self.data), self.batch_size)[index]
        stop = start + self.batch_size
        x, y = np.asarray(self.data[start:stop]), np.asarray(self.labels[start:stop])
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError("not numeric")
        return x, y
