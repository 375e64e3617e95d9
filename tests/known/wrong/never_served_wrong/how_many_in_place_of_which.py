# lesson 2, cell never-served: counts the missing samples, and does not name them.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return n - sum(len(batch) for batch in batches)
