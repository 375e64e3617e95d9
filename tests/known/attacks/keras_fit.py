"""Fit does nothing."""
keras.Model.fit = lambda self, *a, **k: None
