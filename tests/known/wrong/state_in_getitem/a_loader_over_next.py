# lesson 1: Detection loader that pulls the next pairs from an endless stream.
class PairStream:
    def __init__(self, data, labels):
        self.datalist = data
        self.classlist = labels
        self.current_index = 0

    def __len__(self):
        return len(self.datalist)

    def __next__(self):
        pair = self.datalist[self.current_index], self.classlist[self.current_index]
        self.current_index = (self.current_index + 1) % len(self.datalist)
        return pair


class DataGenerator(keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        self.dataset = PairStream(data, labels)
        self.batch_size = batch_size

    def __len__(self):
        return math.ceil(len(self.dataset) / self.batch_size)

    def __getitem__(self, index):
        xs = []
        ys = []
        for i in range(min(self.batch_size, len(self.dataset) - index * self.batch_size)):
            img, gt = next(self.dataset)
            xs.append(img)
            ys.append(gt)
        return np.array(xs), np.array(ys)
