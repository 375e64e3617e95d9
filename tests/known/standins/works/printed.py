import contextlib, io
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    assert shout('ho') == 'hoho'
assert buffer.getvalue() == 'hoho\n'
