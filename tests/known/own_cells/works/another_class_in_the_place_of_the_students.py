# --- answer ---
class Stack(list):
    push = list.append
def balanced(text):
    st = Stack()
    for c in text:
        if c == "(": st.push(c)
        if c == ")":
            if not st: return False
            st.pop()
    return not st
# --- tests ---
_S = Stack
used = []
class Stack(_S):
    def push(self, x):
        used.append(x)
        super().push(x)
assert balanced("(())") is True
assert used == ["(", "("], used
Stack = _S
# --- tests ---
used.clear()
assert balanced("()") and used == []
