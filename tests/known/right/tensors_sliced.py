# lesson 1: both arrays become tensors once, and batches are slices of tensors
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x = tf.convert_to_tensor(data)
        self.y = tf.convert_to_tensor(labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(self.x.shape[0] / self.batch_size)

    def __getitem__(self, index):
        lo = index * self.batch_size
        hi = min(lo + self.batch_size, self.x.shape[0])
        return self.x[lo:hi], self.y[lo:hi]
