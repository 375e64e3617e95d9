"""Tags in tags, which cost their cleaner the square of their number."""
from IPython.display import HTML, display
display(HTML("<div>" * 100_000))
