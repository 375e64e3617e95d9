import collections
queue, counts = collections.deque([1], maxlen=3), collections.Counter('a')
ordered, lists = collections.OrderedDict(a=1, b=2), collections.defaultdict(list)
fill(queue, counts, ordered, lists)
assert list(queue) == [0, 1] and queue.maxlen == 3
assert counts == {'a': 2} and list(ordered) == ['b', 'a']
assert lists['new'] == [1] and lists['another'] == []
