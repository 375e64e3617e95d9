# lesson 2, cell never-served: takes it that samples are missing at the end alone.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    served = sum(len(batch) for batch in batches)
    return list(range(served, n))
