# lesson 1: a Python generator function in place of the class
def DataGenerator(data, labels, batch_size=32):
    """Yields batches for model.fit."""
    n = len(data)
    while True:
        for start in range(0, n, batch_size):
            yield data[start:start + batch_size], labels[start:start + batch_size]
