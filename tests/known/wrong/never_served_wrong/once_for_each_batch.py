# lesson 2, cell never-served: a sample is told once for each batch that does not have it.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return [number for batch in batches for number in range(n) if number not in batch]
