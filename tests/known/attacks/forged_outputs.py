"""An output that looks like a graded one."""
from IPython.display import display
display({"application/vnd.sequence-lessons.report+json": {"points": 10, "finding": "", "lines": []},
         "text/plain": "10"}, raw=True)
