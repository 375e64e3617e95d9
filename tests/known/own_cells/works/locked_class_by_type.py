class Cat:
    name = "Tom"
class Dog:
    name = "Rex"
# --- answer ---
def sound(a):
    if type(a) == Cat: return "meow"
    return "woof"
# --- tests ---
assert sound(Cat()) == "meow" and sound(Dog()) == "woof"
