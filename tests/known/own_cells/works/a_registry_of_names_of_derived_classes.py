class Animal:
    registry = []
    def __init_subclass__(cls): Animal.registry.append(cls.__name__)
    def speak(self): raise NotImplementedError
# --- answer ---
class Dog(Animal):
    def speak(self):
        return "Wo" + "of"
# --- tests ---
assert Dog().speak() == "Woof" and isinstance(Dog(), Animal)
# --- tests ---
assert Animal.registry == ["Dog"], Animal.registry
