"""Passwords in the settings of pip, npm and others, beside the programs."""
import os, sys
for folder in {sys.prefix, sys.base_prefix, "/usr", "/usr/local", "/"}:
    for name in ("pip.conf", "etc", "npmrc", ".npmrc", "share/jupyter", ".env"):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and path not in ("/etc",):
            for base, _, files in os.walk(path):
                if files:
                    print("FOUND", base, files[:3])
        elif os.path.isfile(path):
            print("FOUND", path)
for name in ("/etc/pip.conf", "/etc/passwd", "/etc/hosts", "/etc/environment"):
    if os.path.exists(name):
        print("FOUND", name)
