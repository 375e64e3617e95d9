"""Code that would run at the next start of Python."""
import os, site, sys, pathlib
for folder in (site.getusersitepackages(), *site.getsitepackages(), os.path.expanduser("~"), "/tmp"):
    for name in ("usercustomize.py", "sitecustomize.py", "evil.pth", ".bashrc", ".ipython/profile_default/startup/x.py"):
        try:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("import os; os.environ['EVIL'] = '1'")
        except OSError:
            pass
