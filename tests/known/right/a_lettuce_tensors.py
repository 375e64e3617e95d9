# lesson 1: Contest baseline that gathers rows in lists and returns tensors.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size=32, infer_mode=False, shuffle=False):
        self.batch_size = batch_size
        self.infer_mode = infer_mode
        self.shuffle = shuffle

        self.data_list = []
        self.label_list = []
        print('Data Pre-processing..')
        for time_series, label in zip(data, labels):
            self.data_list.append(time_series)
            self.label_list.append(label)
        print('Done. \n')
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.data_list)/self.batch_size)

    def __getitem__(self, idx):
        indices = self.indices[idx*self.batch_size:(idx+1)*self.batch_size]

        data = np.array([self.data_list[i] for i in indices])
        label = np.array([self.label_list[i] for i in indices])

        if self.infer_mode == False:
            return tf.convert_to_tensor(data), tf.convert_to_tensor(label)
        else:
            return tf.convert_to_tensor(data)

    def on_epoch_end(self):
        self.indices = np.arange(len(self.data_list))

        if self.shuffle == True:
            np.random.shuffle(self.indices)
