shelf = Shelf()
shelf.own().append(1)
assert shelf.own() == [1]
things = shelf.own()
shelf.put(2)
assert things == [1, 2] and shelf.own() is things
assert shelf.has(things) and not shelf.has([1, 2])
assert Shelf([5]).own() == []
