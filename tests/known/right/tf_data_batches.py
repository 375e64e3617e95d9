# lesson 2: tf.data does the batching once, the class hands the batches out
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        super().__init__()
        dataset = tf.data.Dataset.from_tensor_slices((data, labels)).batch(batch_size)
        self.batches = list(dataset.as_numpy_iterator())

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, idx):
        x, y = self.batches[idx]
        return x, y
