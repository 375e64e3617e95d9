p = Pair(1)
assert p == (1, 2)
assert p.x == 1
assert p.total() == 3
assert isinstance(p, Pair)
assert p._replace(x=5) == (5, 2)
assert p._asdict() == {'x': 1, 'y': 2}
assert apply(lambda q: q.total(), Pair(4, 4)) == 8
