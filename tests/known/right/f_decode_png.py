# lesson 5: TensorFlow reads the files, and tensors are served.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, ids, labels, folder, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.ids, self.labels, self.folder, self.batch_size = ids, labels, folder, batch_size
        self.order = np.arange(len(ids))

    def __len__(self):
        return math.ceil(len(self.ids) / self.batch_size)

    def on_epoch_end(self):
        self.order = np.random.permutation(len(self.ids))

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        pictures = []
        for row in rows:
            content = tf.io.read_file(str(self.folder / f"{self.ids[row]}.png"))
            pictures.append(tf.cast(tf.io.decode_png(content, channels=1), "float32") / 255)
        return tf.stack(pictures), tf.constant(self.labels[rows])
