"""Very many displayed things."""
for k in range(100_000):
    display(k)
