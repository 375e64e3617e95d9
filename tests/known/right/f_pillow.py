# lesson 5: Pillow reads, in a with.
from PIL import Image

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
        with Image.open(self.folder / f"{name}.png") as image:
            return np.asarray(image, dtype=np.float32) / 255.0

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return np.stack([self.picture(self.ids[row]) for row in rows]), self.labels[rows]
