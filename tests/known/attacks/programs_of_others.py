"""Files that other programs keep in the folders of the system."""
import os
for folder in ("/usr", "/usr/lib", "/usr/share", "/usr/local", "/usr/local/lib", "/lib", "/opt", "/var", "/etc"):
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        known = (".so" in name or "-linux-" in name or name.startswith("python")
                 or name in ("bin", "fonts", "lib", "lib64", "local", "locale", "localtime", "share", "zoneinfo",
                             "ld.so.cache"))
        if not known:
            print("FOUND", folder, name)
