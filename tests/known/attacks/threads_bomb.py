"""As many threads as there can be."""
import threading, time
try:
    for _ in range(5_000):
        threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
except RuntimeError:
    pass
