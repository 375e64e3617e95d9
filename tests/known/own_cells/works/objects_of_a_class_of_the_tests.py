def total(ss):
    return sum(s.area for s in ss)


# --- tests ---
class Duck:
    area = 3


d = Duck()
assert total([d, d]) == 6
