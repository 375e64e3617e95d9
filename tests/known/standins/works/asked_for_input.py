import builtins
asked, real = [], builtins.input
builtins.input = lambda prompt: asked.append(prompt) or '21'
assert ask_twice() == 42
assert asked == ['one? ', 'two? ']
builtins.input = real
