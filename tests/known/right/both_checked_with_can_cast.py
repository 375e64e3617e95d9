# lesson 3: np.can_cast to the widest complex tells a number, for samples and labels
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        if len(data) != len(labels):
            raise ValueError("one label for each sample, please")
        self.data = data
        self.labels = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError("batch index " + str(index) + " out of range")
        pair = []
        for name, source in (("data", self.data), ("labels", self.labels)):
            try:
                part = np.asarray(source[index * self.batch_size:(index + 1) * self.batch_size])
            except Exception as error:
                raise RuntimeError("cannot read %s of batch %d" % (name, index)) from error
            if not np.can_cast(part.dtype, np.clongdouble):
                raise TypeError("%s of batch %d is not numeric: %s" % (name, index, part.dtype))
            pair.append(part)
        return tuple(pair)
