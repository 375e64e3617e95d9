# lesson 2, cell dropped: counts batches, where there is a short one.
def dropped(n, batch_size):
    """Return how many of n samples a floor never serves."""
    return -(-n // batch_size) - n // batch_size
