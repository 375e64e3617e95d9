# TypeError
import math
assert math.isclose(lie(), 5)
