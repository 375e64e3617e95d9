class ParseError(ValueError):
    def __init__(self, line): super().__init__(f"line {line}"); self.line = line
# --- answer ---
def parse(text):
    if "!" in text: raise ParseError(3)
    return text
def safe(f, x):
    try: return f(x)
    except ParseError as e: return f"line {e.line}"
# --- tests ---
def boom(x): raise ParseError(x)
assert safe(boom, 7) == "line 7"
assert safe(parse, "a") == "a"
