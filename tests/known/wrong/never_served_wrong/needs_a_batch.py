# lesson 2, cell never-served: NumPy joins no empty list, so an epoch without batches ends it.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return np.setdiff1d(np.arange(n), np.concatenate(batches))
