balance = 100


def deposit(x):
    balance = x
    return balance


# --- tests ---
assert balance == 100
deposit(50)
assert balance == 150
