"""Signals at bad moments."""
import signal
signal.signal(signal.SIGALRM, lambda *a: (_ for _ in ()).throw(SystemExit))
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
