# lesson 2, cell never-served: a set, by difference.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return set(range(n)) - set().union(*batches)
