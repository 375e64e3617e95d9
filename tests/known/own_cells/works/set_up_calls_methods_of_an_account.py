# --- answer ---
class Account:
    def __init__(self):
        self.b = 0
    def deposit(self, x):
        self.b = self.b + x
acc = Account()
# --- set-up ---
acc.deposit(5)
acc.deposit(7)
other = Account()
other.deposit(1)
# --- tests ---
assert acc.b == 12, acc.b
assert other.b == 1
