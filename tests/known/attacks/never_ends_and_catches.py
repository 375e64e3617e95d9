"""A cell that cannot be interrupted."""
import time
while True:
    try:
        time.sleep(1)
    except BaseException:
        pass
