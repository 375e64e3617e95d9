# cannot pass from the tests.*Own
class Own:
    pass
apply(print, Own())
