# lesson 2, cell never-served: counts from 1.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    return [number for number in range(1, n + 1) if not any(number in batch for batch in batches)]
