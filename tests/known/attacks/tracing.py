"""A trace function that changes what is returned."""
import sys, threading
sys.settrace(lambda frame, event, arg: None)
threading.setprofile(lambda frame, event, arg: frame.f_locals.update(length=3))
