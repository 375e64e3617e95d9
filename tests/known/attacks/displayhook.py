"""Every value is shown as ten."""
import sys
sys.displayhook = lambda value: print(10)
get_ipython().displayhook.write_format_data = lambda *a, **k: None
