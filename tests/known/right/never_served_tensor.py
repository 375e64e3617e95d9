# lesson 2, cell never-served: a tensor, from a mask of what came.
def never_served(n, batches):
    """Return the numbers of those of n samples that are in none of the batches."""
    came = [False] * n
    for batch in batches:
        for number in batch:
            came[number] = True
    return tf.boolean_mask(tf.range(n), [not one for one in came])
