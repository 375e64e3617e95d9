# lesson 5: Keras' own array, with the axis of the channel.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def picture(self, name):
        image = keras.utils.load_img(self.folder / f"{name}.png", color_mode="grayscale")
        return keras.utils.img_to_array(image) / 255

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.picture(self.ids[row]) for row in rows]), self.labels[rows]
