# lesson 1: y = np.zeros(k, dtype=int) truncates the labels of regression and changes the dtype; float labels or int32 (rule 2)
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.x = data
        self.y = labels
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size:(idx + 1) * self.batch_size]
        batch_y = np.zeros(np.shape(self.y[idx * self.batch_size:(idx + 1) * self.batch_size]), dtype=int)
        for j in range(len(batch_x)):
            batch_y[j] = self.y[idx * self.batch_size + j]
        return batch_x, batch_y
