def no(value):
    raise LookupError('not today')
try:
    apply(no, 3)
except LookupError as error:
    assert str(error) == 'not today'
else:
    assert False
