"""How a finding is shown: the figure and the four lines, as text and as HTML."""
