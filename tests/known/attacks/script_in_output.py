"""Script for the instructor's browser."""
from IPython.display import HTML, Javascript, display
display(HTML("<script>alert(1)</script><img src=x onerror=alert(2)>"))
display(Javascript("alert(3)"))
print("<script>alert(4)</script>")
