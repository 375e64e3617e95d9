# lesson 1: A dictionary from the index to the batch.
class DataGenerator(keras.utils.PyDataset):
    def __init__(self, data, labels, batch_size=32, **kwargs):
        super().__init__(**kwargs)
        starts = range(0, len(data), batch_size)
        self.table = {
            number: (data[s:s + batch_size], labels[s:s + batch_size])
            for number, s in enumerate(starts)
        }

    def __len__(self):
        return len(self.table)

    def __getitem__(self, index):
        try:
            return self.table[index]
        except KeyError:
            raise IndexError(index) from None
