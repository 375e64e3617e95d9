# --- answer ---
class Event:
    def __init__(self): self.handlers = []
    def subscribe(self, f): self.handlers.append(f)
    def unsubscribe(self, f): self.handlers.remove(f)
    def fire(self, x):
        for h in list(self.handlers): h(x)
# --- tests ---
class Listener:
    def __init__(self): self.seen = []
    def on_event(self, x): self.seen.append(x)
ev, l, m, log = Event(), Listener(), Listener(), []
ev.subscribe(l.on_event); ev.subscribe(m.on_event); ev.subscribe(log.append)
ev.fire(1)
ev.unsubscribe(l.on_event)
ev.fire(2)
ev.unsubscribe(log.append)
ev.fire(3)
assert l.seen == [1] and m.seen == [1, 2, 3] and log == [1, 2], (l.seen, m.seen, log)
