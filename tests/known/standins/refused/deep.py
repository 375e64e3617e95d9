# nested more than
assert deep(500) != 5
