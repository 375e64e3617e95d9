"""Two gigabytes of output."""
for _ in range(200):
    print("x" * 10_000_000)
