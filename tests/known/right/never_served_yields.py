# lesson 2, cell never-served: yields the numbers, and the last one first.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    for number in reversed(range(n)):
        if not any(number in batch for batch in batches):
            print("missing:", number)
            yield number
