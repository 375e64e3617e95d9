"""All memory that there is."""
hoard = []
try:
    while True:
        hoard.append(bytearray(200_000_000))
except MemoryError:
    hoard.clear()
