# lesson 1: half precision becomes single.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size

    def __len__(self):
        return -(-len(self.data) // self.batch_size)

    def __getitem__(self, index):
        lo, hi = index * self.batch_size, (index + 1) * self.batch_size
        x = self.data[lo:hi]
        x = x.astype('float32') if x.dtype == np.float16 else x
        return x, self.labels[lo:hi]
