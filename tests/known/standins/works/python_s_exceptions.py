for kind in (ValueError, OSError, ZeroDivisionError, UnicodeError):
    try:
        fail(kind)
    except kind as error:
        assert str(error) == 'on purpose'
        assert error.args == ('on purpose',)
    else:
        assert False
try:
    nothing()
except ArithmeticError as error:
    assert 'by zero' in str(error)
