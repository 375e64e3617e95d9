class City:
    def __init__(self, name):
        self.name, self.roads = name, set()

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


# --- answer ---
def joined(names):
    cities = {name: City(name) for name in names}
    for one in cities.values():
        one.roads |= {other for other in cities.values() if other != one}
    return {city: len(city.roads) for city in cities.values()}


def names_of(cities):
    return sorted(city.name for city in cities)


# --- tests ---
assert joined(["Rome", "Bonn", "Oslo"])[City("Bonn")] == 2
assert names_of({City("Rome"), City("Bonn"), City("Rome")}) == ["Bonn", "Rome"]
