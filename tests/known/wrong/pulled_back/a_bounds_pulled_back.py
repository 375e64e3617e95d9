# lesson 1: Detector batches: the last window slides left so that it is full.
class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=False):
        super(DataGenerator, self).__init__()
        self.images = data
        self.annotations = labels
        self.config = {"BATCH_SIZE": batch_size}
        self.shuffle = shuffle
        self.batch_idx = np.arange(len(self.annotations))

    def __len__(self):
        return int(np.ceil(float(len(self.annotations)) / self.config["BATCH_SIZE"]))

    def size(self):
        return len(self.annotations)

    def __getitem__(self, idx):
        l_bound = idx * self.config["BATCH_SIZE"]
        r_bound = (idx + 1) * self.config["BATCH_SIZE"]

        if r_bound > len(self.annotations):
            r_bound = len(self.annotations)
            l_bound = r_bound - self.config["BATCH_SIZE"]

        picked = self.batch_idx[l_bound:r_bound]
        return self.images[picked], self.annotations[picked]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.batch_idx)
