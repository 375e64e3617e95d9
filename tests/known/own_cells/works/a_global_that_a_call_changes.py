balance = 100


def deposit(x):
    global balance
    balance += x
    return balance


# --- tests ---
assert balance == 100
deposit(50)
assert balance == 150
