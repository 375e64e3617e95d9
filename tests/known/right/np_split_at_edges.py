# lesson 1: np.split at the multiples of b, the last part is the tail
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        edges = np.arange(batch_size, len(data), batch_size)
        self.x_parts = np.split(data, edges)
        self.y_parts = np.split(labels, edges)

    def __len__(self):
        return len(self.x_parts)

    def __getitem__(self, index):
        return self.x_parts[index], self.y_parts[index]
