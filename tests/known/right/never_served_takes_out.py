# lesson 2, cell never-served: takes out of a dictionary what came, and empties the batches on its way.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    waiting = dict.fromkeys(range(n))
    while batches:
        batch = batches.pop()
        while batch:
            waiting.pop(batch.pop(), None)
    return waiting.keys()
