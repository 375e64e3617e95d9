def f(x):
    return sum(x)


# --- tests ---
xs = [1, 2, 3]
for i in range(400):
    ys = [i]
    assert f(ys) == i
assert f(xs) == 6
xs.append(4)
assert f(xs) == 10
