"""Four gigabytes in one piece."""
try:
    hoard = np.zeros(4_000_000_000, "u1")
    print("FOUND", hoard.nbytes)
    del hoard
except MemoryError:
    pass
