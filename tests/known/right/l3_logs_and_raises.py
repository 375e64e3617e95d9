# lesson 3: logs the failure to stderr, adds a note and raises again
import logging

logger = logging.getLogger(__name__)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        if len(data) != len(labels):
            logger.error("unequal lengths")
            raise ValueError(f"Unequal lengths: {len(data)} and {len(labels)}")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if index < 0 or index >= len(self):
            logger.warning("asked for batch %s", index)
            raise IndexError(f"Batch {index} out of range")
        s = slice(index * self.batch_size, (index + 1) * self.batch_size)
        try:
            x = self.data[s]
            y = self.labels[s]
        except Exception as exc:
            logger.exception("batch %s failed", index)
            exc.add_note(f"Batch {index} could not be loaded")
            raise
        if not all(np.issubdtype(a.dtype, np.number) or a.dtype == bool for a in (x, y)):
            raise TypeError(f"Batch {index} is not numeric ({x.dtype}, {y.dtype})")
        return x, y
