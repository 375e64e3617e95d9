class Plugin:
    known = {}

    def __init_subclass__(cls, name, **options):
        super().__init_subclass__(**options)
        Plugin.known[name] = cls


class Double(Plugin, name="double"):
    def run(self, x):
        return 2 * x
# --- tests ---
class Triple(Plugin, name="triple"):
    def run(self, x):
        return 3 * x


assert Plugin.known["triple"] is Triple and Triple().run(2) == 6 and Plugin.known["double"] is Double
