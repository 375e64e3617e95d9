# more than 100,000 items
for _ in endless():
    pass
