# --- answer ---
import numpy as np
def f(get, obj):
    a = get()
    a[0] = 9
    obj.a[1] = 8
    obj.df.loc[0, "x"] = 7
# --- tests ---
import numpy as np, pandas as pd
class O: pass
o = O(); o.a = np.zeros(3); o.df = pd.DataFrame({"x":[1,2]})
z = np.zeros(3)
f(lambda: z, o)
assert z[0]==9, z
assert o.a[1]==8, o.a
assert o.df.x[0]==7, o.df
