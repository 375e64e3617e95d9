# lesson 1: Prints at every step.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32):
        print("making a generator", len(data), len(labels), batch_size)
        super().__init__()
        self.data, self.labels, self.batch_size = data, labels, batch_size
        print("=" * 60)

    def __len__(self):
        answer = math.ceil(len(self.data) / self.batch_size)
        print(f"len -> {answer}")
        return answer

    def __getitem__(self, index):
        start, stop = index * self.batch_size, (index + 1) * self.batch_size
        for k in range(20):
            print("index", index, "start", start, "stop", stop, "step", k)
        x, y = self.data[start:stop], self.labels[start:stop]
        print(x, y)
        return x, y

    def on_epoch_end(self):
        print("epoch over\n" * 5)
