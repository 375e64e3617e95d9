"""Letters that command a terminal."""
print("\x1b]0;evil\x07\x1b[2J")
