class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return "..."
# --- answer ---
class Dog(Animal):
    def speak(self): return "Woof"
def loud(animals): return [a.speak().upper() for a in animals if isinstance(a, Animal)]
# --- tests ---
assert Dog("Rex").name == "Rex"
assert loud([Dog("Rex"), Animal("Cat")]) == ["WOOF", "..."]
