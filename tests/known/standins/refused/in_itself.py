# nested more than
assert itself() != 5
