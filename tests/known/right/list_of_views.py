# lesson 1: all batches cut beforehand as tuples of views, in a list
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        self.batches = []
        position = 0
        while position < len(data):
            end = position + batch_size
            self.batches.append((data[position:end], labels[position:end]))
            position = end

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]
