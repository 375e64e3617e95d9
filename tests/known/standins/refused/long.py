# more than 100,000 items
assert many(10**6)
