# CannotPass|cannot|Own
class Own:
    pass
apply(print, Own())
