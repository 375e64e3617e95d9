one, other = Shelf(), Shelf()
one.things.append(1)
assert other.things == [1] and one.things is other.things
