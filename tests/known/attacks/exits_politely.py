"""The process is asked to end."""
import sys
sys.exit(0)
