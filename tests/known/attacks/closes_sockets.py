"""The sockets are closed."""
import os
os.closerange(3, 100)
