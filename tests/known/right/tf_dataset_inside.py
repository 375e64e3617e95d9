# lesson 2: a tf.data.Dataset batches the slices and knows its cardinality, the batches are kept in a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        ds = tf.data.Dataset.from_tensor_slices((data, labels)).batch(batch_size, drop_remainder=False)
        self.number_of_batches = int(ds.cardinality())
        self.batches = list(ds)

    def __len__(self):
        return self.number_of_batches

    def __getitem__(self, index):
        return self.batches[index]
