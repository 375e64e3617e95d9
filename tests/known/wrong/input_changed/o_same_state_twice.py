# lesson 4: shuffles both arrays in place, from one state of the generator
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, shuffle=True, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.data = data
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.rng = np.random.RandomState(seed)

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        a, b = index * self.batch_size, (index + 1) * self.batch_size
        return self.data[a:b].copy(), self.labels[a:b].copy()

    def on_epoch_end(self):
        if self.shuffle:
            state = self.rng.get_state()
            self.rng.shuffle(self.data)
            self.rng.set_state(state)
            self.rng.shuffle(self.labels)
