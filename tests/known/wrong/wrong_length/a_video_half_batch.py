# lesson 1: Lip-reading videos: half a batch of originals at a time.
class DataGenerator(tf.keras.utils.Sequence):
    def __init__(self, data, labels, batch_size: int = 32):
        super().__init__()
        self.videos = data
        self.align = labels
        self.batch_size = batch_size
        self.n_videos = len(self.videos)
        self.n_videos_per_batch = int(np.ceil(self.batch_size / 2))
        self.generator_steps = int(np.ceil(self.n_videos / self.n_videos_per_batch))

    def __len__(self) -> int:
        return self.generator_steps

    def __getitem__(self, idx: int):
        split_start = idx * self.n_videos_per_batch
        split_end = split_start + self.n_videos_per_batch
        if split_end > self.n_videos:
            split_end = self.n_videos
        return self.videos[split_start:split_end], self.align[split_start:split_end]
