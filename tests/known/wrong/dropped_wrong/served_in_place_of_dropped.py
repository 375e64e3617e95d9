# lesson 2, cell dropped: counts what a floor serves, not what it leaves over.
def dropped(n, batch_size):
    """Return how many of n samples a floor never serves."""
    return n // batch_size * batch_size
