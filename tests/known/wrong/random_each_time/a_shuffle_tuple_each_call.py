# lesson 1: Person re-identification: each batch is mixed within itself when it is served.
def shuffle_tuple(first, second):
    order = np.random.permutation(len(first))
    return first[order], second[order]


class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size=32, shuffle=True):
        self.x, self.y = data, labels
        self.total_num_image = len(data)
        self.batch_size = batch_size
        self.shuffle = shuffle

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        batch_x = self.x[idx * self.batch_size: (idx + 1) * self.batch_size]
        batch_y = self.y[idx * self.batch_size: (idx + 1) * self.batch_size]
        if self.shuffle:
            batch_x, batch_y = shuffle_tuple(batch_x, batch_y)
        return batch_x, batch_y
