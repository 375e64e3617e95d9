# lesson 1: Digit sequence whose augmentation is off by default.
class DataGenerator(keras.utils.Sequence):

  def __init__(self, data, labels, batch_size=32, rotation_range_deg = 0):
    self.x, self.y          = data, labels
    self.batch_size         = batch_size
    self.rotation_range_deg = rotation_range_deg

  def __len__(self):
    return math.ceil(self.x.shape[0] / self.batch_size)

  def __getitem__(self, idx):
    start = idx*self.batch_size
    end   = min(self.x.shape[0], (idx + 1)*self.batch_size)

    batch_x = self.x[start:end, ...]
    batch_y = self.y[start:end, ...]

    if self.rotation_range_deg > 0:
      batch_x = np.rot90(batch_x, int(self.rotation_range_deg // 90), axes=(1, 2))

    return batch_x, batch_y
