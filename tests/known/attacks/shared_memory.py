"""Memory that the next one could read."""
from multiprocessing import shared_memory
try:
    shared_memory.SharedMemory("evil", create=True, size=1000)
except OSError:
    pass
