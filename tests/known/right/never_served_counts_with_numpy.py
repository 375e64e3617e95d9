# lesson 2, cell never-served: NumPy counts each number; an array of what has a count of 0.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    counts = np.zeros(n, dtype=int)
    for batch in batches:
        np.add.at(counts, batch, 1)
    return np.flatnonzero(counts == 0)
