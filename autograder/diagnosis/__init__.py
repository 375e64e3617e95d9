"""`diagnose`: what is wrong with any Sequence, told from outside. Needs no nbgrader and no JupyterLab.

api (given, factories)  →  streams or observing (copying, restoring, tracing, asking, …)  →  Record  →  judge
(model, validation)  →  report
"""
