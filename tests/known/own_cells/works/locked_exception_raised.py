class TooLittle(Exception):
    pass
# --- answer ---
def take(n):
    if n > 5: raise TooLittle("no")
    return n
# --- tests ---
assert take(3) == 3
try:
    take(9)
    assert False
except TooLittle:
    pass
