# lesson 3: logging with the batch index, and the same words in the exception
import logging

log = logging.getLogger("generator")

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        log.debug("%d samples, %d labels, batch size %d", len(data), len(labels), batch_size)
        if len(data) != len(labels):
            raise ValueError("number of samples and number of labels are not the same")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def _fail(self, kind, words, cause=None):
        log.error(words)
        raise kind(words) from cause

    def __getitem__(self, index):
        log.debug("batch %s was asked for", index)
        if not 0 <= index < len(self):
            self._fail(IndexError, f"Batch {index} is out of range.")
        lo = index * self.batch_size
        hi = min(lo + self.batch_size, len(self.data))
        try:
            x, y = self.data[lo:hi], self.labels[lo:hi]
        except Exception as error:
            self._fail(RuntimeError, f"Batch {index} is unreadable.", error)
        if not np.issubdtype(np.asarray(x).dtype, np.number):
            self._fail(TypeError, f"Batch {index} is not numeric.")
        return x, y
