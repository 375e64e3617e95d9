import inspect
assert str(inspect.signature(shout)) == '(text: str, times: int = 2) -> str'
assert shout.__name__ == 'shout'
assert inspect.getdoc(extend) == 'Change all that came.'
assert inspect.isfunction(shout)
assert 'yield from' in inspect.getsource(count)
assert inspect.getsource(Basket.put).strip().startswith('def put')
assert list(inspect.signature(Basket.put).parameters) == ['self', 'thing', 'twice']
assert shout.__defaults__ == (2,)
assert shout.__annotations__['text'] is str
