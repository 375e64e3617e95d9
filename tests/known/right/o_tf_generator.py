# lesson 4: a generator of TensorFlow's own, with tensors as batches
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = tf.random.Generator.from_seed(seed) if seed is not None else tf.random.Generator.from_non_deterministic_state()
        self.order = tf.range(len(data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return tf.gather(self.data, rows), tf.gather(self.labels, rows)

    def on_epoch_end(self):
        if self.shuffle:
            self.order = tf.argsort(self.rng.uniform([len(self.data)]))
