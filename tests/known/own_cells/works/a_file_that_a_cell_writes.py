import pandas as pd

pd.DataFrame({"a": [1]}).to_csv("x.tsv", sep="\t")
# --- tests ---
import pandas as pd

assert pd.read_csv("x.tsv", sep="\t")["a"][0] == 1
