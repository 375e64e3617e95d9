"""A hook that ends the process when it is watched."""
import sys, os
sys.addaudithook(lambda name, args: os._exit(0) if name == "pickle.find_class" else None)
