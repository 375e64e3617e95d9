# lesson 1: one function per batch, made in __init__ with bound default arguments
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.makers = [
            lambda a=a, b=a + batch_size: (data[a:b], labels[a:b])
            for a in range(0, len(data), batch_size)
        ]

    def __len__(self):
        return len(self.makers)

    def __getitem__(self, index):
        return self.makers[index]()
