"""What the cells of a lesson call: checks, reports, predictions, the figure to play with."""
