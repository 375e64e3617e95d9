import inspect, itertools
g = count(3)
assert inspect.isgenerator(g)
assert next(g) == 0
assert list(g) == [1, 2]
assert list(g) == []
assert list(itertools.islice(endless(), 3)) == [0, 1, 2]
e = echo()
assert next(e) == 0
assert e.send('a') == 'a'
assert e.send(None) is None
