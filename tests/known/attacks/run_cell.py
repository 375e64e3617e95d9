"""Cells are not run any more."""
get_ipython().run_cell = lambda *a, **k: 10
type(get_ipython()).run_cell = lambda *a, **k: 10
