# --- answer ---
import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*arguments, **options):
        wrapper.calls += 1
        return function(*arguments, **options)

    wrapper.calls = 0
    return wrapper


# --- tests ---
class Lamp:
    on = False

    @counted
    def switch(self, on):
        self.on = on
        return self


lamp = Lamp()
assert lamp.switch(True).on and lamp.on
assert Lamp.switch.calls == 1


@counted
def twice(x):
    return 2 * x


assert twice(4) == 8 and twice.calls == 1
