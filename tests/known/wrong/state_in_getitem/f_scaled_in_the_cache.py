# lesson 5: The cache holds bytes as floats, and each call divides them again.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))
        self.cache = {}

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def picture(self, name):
        if name not in self.cache:
            image = keras.utils.load_img(self.folder / f"{name}.png", color_mode="grayscale")
            self.cache[name] = np.array(image, "float32")
        picture = self.cache[name]
        picture /= 255
        return picture

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.picture(self.ids[row]) for row in rows]), self.labels[rows]
