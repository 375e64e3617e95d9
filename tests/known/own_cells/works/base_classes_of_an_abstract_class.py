from abc import ABC, abstractmethod


class S(ABC):
    @abstractmethod
    def a(self): ...


class Q(S):
    def a(self):
        return 1


# --- tests ---
from abc import ABC

assert ABC in S.__mro__ and issubclass(Q, S) and Q().a() == 1 and S.__bases__ == (ABC,)


class R(S):
    def a(self):
        return 2


assert R().a() == 2 and R.__bases__ == (S,) and isinstance(R(), S)
