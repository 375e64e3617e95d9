from enum import Enum, Flag, IntEnum, auto, unique


@unique
class Color(Enum):
    RED = 1
    GREEN = 2

    @property
    def code(self):
        return {1: "#f00", 2: "#0f0"}[self.value]

    def mixed(self, other):
        return f"{self.name}+{other.name}"

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return self.name.lower()


class Level(IntEnum):
    LOW = 1
    HIGH = 5

    def louder(self):
        return Level.HIGH
# --- tests ---
import enum

assert issubclass(Color, enum.Enum) and len(Color) == 2 and Color(2) is Color.GREEN
assert Color.RED.code == "#f00" and Color.RED.mixed(Color.GREEN) == "RED+GREEN" and str(Color.RED) == "red"
assert Color.default() is Color.GREEN and Color.RED != 1 and Color.RED in Color
assert Level.LOW.louder() is Level.HIGH and Level.HIGH + 1 == 6 and max(Level) is Level.HIGH
assert [color.name for color in Color] == ["RED", "GREEN"]
