# lesson 3: a lock round the reader and a message built once
import threading


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError(f"Lengths must match, not {len(data)} and {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.lock = threading.Lock()

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        def say(text):
            return f"batch {index} of {len(self)}: {text}"

        if not 0 <= index <= len(self) - 1:
            raise IndexError(say("out of range"))
        a = index * self.batch_size
        b = a + self.batch_size
        with self.lock:
            try:
                x = self.data[a:b]
                y = self.labels[a:b]
            except Exception as error:
                raise RuntimeError(say(f"reading failed with {error!r}")) from error
        x = np.asarray(x)
        y = np.asarray(y)
        if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
            raise TypeError(say("not numeric"))
        return x, y
