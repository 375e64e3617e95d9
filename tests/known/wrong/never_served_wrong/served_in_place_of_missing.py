# lesson 2, cell never-served: returns what came.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return sorted({number for batch in batches for number in batch})
