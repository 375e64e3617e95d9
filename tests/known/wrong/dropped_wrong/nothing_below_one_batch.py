# lesson 2, cell dropped: less than one batch is taken for nothing dropped.
def dropped(n, batch_size):
    """Return how many of n samples a floor never serves."""
    return n % batch_size if n > batch_size else 0
