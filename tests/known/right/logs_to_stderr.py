# lesson 2: a logger with a stderr handler, and print to sys.stderr
import logging
import sys

log = logging.getLogger("datagen")
log.addHandler(logging.StreamHandler(sys.stderr))
log.setLevel(logging.DEBUG)


class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        log.info("n=%d b=%d", len(data), batch_size)

    def __len__(self):
        return int(math.ceil(len(self.data) / self.batch_size))

    def __getitem__(self, idx):
        log.debug("batch %s", idx)
        print("reading", idx, file=sys.stderr)
        s = idx * self.batch_size
        e = s + self.batch_size
        return self.data[s:e], self.labels[s:e]
