# lesson 1: Image feeder with a stored epoch size, a logger and a timer.
import logging
from timeit import default_timer as timer

_logger = logging.getLogger(__name__)


class DataGenerator(keras.utils.Sequence):

    def __init__(self, data, labels, batch_size: int = 32):
        self.training_files = data
        self.training_marks = labels
        self.batch_size = batch_size
        _logger.info("Initialized a sequence of %d training images" % (len(self.training_files)))
        self.epoch_size = int(np.ceil(len(self.training_files) / float(self.batch_size)))

    def __len__(self):
        return self.epoch_size

    def __getitem__(self, idx):
        t0 = timer()
        batch_start = idx * self.batch_size
        batch_end = min((idx + 1) * self.batch_size, len(self.training_files))
        X_batch = self.training_files[batch_start:batch_end]
        y_batch = self.training_marks[batch_start:batch_end]
        _logger.info("Read %d images in %.3f s" % (len(X_batch), timer() - t0))
        return X_batch, y_batch
