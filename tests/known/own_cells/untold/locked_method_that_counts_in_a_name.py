requests = 0


class Api:
    def get(self, x):
        global requests
        requests += 1
        return x + 1


# --- answer ---
def get(x):
    return Api().get(x)


# --- tests ---
assert get(1) == get(1) == 2
assert requests <= 1
