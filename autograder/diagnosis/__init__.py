"""`diagnose`: what is wrong with any Sequence, told from outside. Needs no nbgrader and no JupyterLab.

api  →  observing (copying, restoring, tracing, asking, …)  →  Record  →  judge  →  report
"""
