# lesson 3: a decorator on __getitem__ rewords everything but its own exceptions
import functools

class _Named(Exception):
    pass

class NamedIndexError(_Named, IndexError):
    pass

class NamedTypeError(_Named, TypeError):
    pass

def names_batch(method):
    @functools.wraps(method)
    def wrapper(self, index):
        try:
            return method(self, index)
        except _Named:
            raise
        except Exception as error:
            raise RuntimeError(f"batch {index}: {error}") from error
    return wrapper

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("data and labels do not match")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    @names_batch
    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise NamedIndexError(f"batch {index} of {len(self)}")
        x = self.data[index * self.batch_size:(index + 1) * self.batch_size]
        y = self.labels[index * self.batch_size:(index + 1) * self.batch_size]
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            raise NamedTypeError(f"batch {index} with {np.asarray(x).dtype}")
        return x, y
