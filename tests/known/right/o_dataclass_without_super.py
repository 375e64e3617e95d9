# lesson 4: a dataclass that never calls Keras' __init__
import dataclasses


@dataclasses.dataclass(eq=False)
class DataGenerator(tf.keras.utils.Sequence):
    data: np.ndarray
    labels: np.ndarray
    batch_size: int = 32
    shuffle: bool = True
    seed: int | None = None

    def __post_init__(self):
        self.rng = np.random.default_rng(self.seed)
        self.order = np.arange(len(self.data))

    def __len__(self):
        return math.ceil(len(self.data) / self.batch_size)

    def __getitem__(self, index):
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.data[rows], self.labels[rows]

    def on_epoch_end(self):
        if self.shuffle:
            self.order = self.rng.permutation(len(self.data))
