"""Time limits inside the process are switched off, and then it waits."""
import signal, time
signal.setitimer = signal.signal = lambda *a, **k: None
