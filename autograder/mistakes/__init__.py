"""The named mistakes: how each is recognised, and what is said of it."""
