import dataclasses
c = Card(3)
assert c.rank == 3
assert c == Card(3, 'hearts') != Card(4)
assert dataclasses.asdict(c) == {'rank': 3, 'suit': 'hearts'}
assert dataclasses.is_dataclass(Card)
assert repr(c) == "Card(rank=3, suit='hearts')"
assert [f.name for f in dataclasses.fields(Card)] == ['rank', 'suit']
