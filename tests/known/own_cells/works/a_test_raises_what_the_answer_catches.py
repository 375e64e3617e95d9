# --- answer ---
class MyErr(ValueError): pass
def safe(f):
    try: return f()
    except MyErr: return 'my'
def safe2(f):
    try: return f()
    except ValueError: return 'v'
def retry(f, n):
    for i in range(n):
        try: return f()
        except MyErr: pass
    return None
# --- tests ---
def a(): raise MyErr('z')
assert safe(a) == 'my'
# --- tests ---
def a2(): raise MyErr
assert safe2(a2) == 'v'
# --- tests ---
tries = []
def flaky():
    tries.append(1)
    if len(tries) < 3: raise MyErr('no')
    return 'ok'
assert retry(flaky, 5) == 'ok' and len(tries) == 3
