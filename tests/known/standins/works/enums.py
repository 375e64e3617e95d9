assert Color.RED.value == 1
assert Color.RED is Color.RED
assert Color(2) is Color.BLUE
assert Color['RED'] == Color.RED
assert len(Color) == 2
assert [c.name for c in Color] == ['RED', 'BLUE']
