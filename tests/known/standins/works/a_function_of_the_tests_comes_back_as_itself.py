def own():
    pass
assert apply(lambda: own) is own
assert apply(apply, lambda: own) is own
