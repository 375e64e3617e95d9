# lesson 3: Slide loader that prints the traceback, waits and tries the same read again.
import time
import traceback

class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        if len(data) != len(labels):
            raise ValueError("data and labels differ in length")
        self.dataset = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.dataset) / self.batch_size)

    def __getitem__(self, idx):
        if not 0 <= idx < len(self):
            raise IndexError(f"batch {idx} does not exist")
        begin_idx = idx * self.batch_size
        end_idx = (idx + 1) * self.batch_size
        loaded = False
        while not loaded:
            try:
                x = np.asarray(self.dataset[begin_idx:end_idx])
                y = np.asarray(self.labels[begin_idx:end_idx])
                loaded = True
            except Exception:
                print(traceback.format_exc())
                print("Error occurs while loading {} . Retry after 5 seconds.".format(idx))
                time.sleep(5)
        for part in (x, y):
            if part.dtype.kind not in "biufc":
                raise TypeError(f"batch {idx} is not numeric")
        return x, y
