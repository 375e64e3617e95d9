"""Runs a command as an ordinary user, for root: the walls are different ones.

    unshare -m .venv/bin/python tests/ordinary_user.py COMMAND …

The user is one who owns nothing. Where Python lies in a folder of root's own, a folder with nothing else
in it takes its place, in a mount namespace in which nobody else sees it: hence `unshare -m`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

USER = 12_345


def closed_folder(path):
    """The first folder on the way to a path that others may not enter; None if there is none."""
    for parent in reversed(Path(path).parents):
        if not parent.stat().st_mode & 1:
            return parent
    return None


def open_the_way(path):
    """Put an empty folder over the closed one, with only this path in it."""
    closed = closed_folder(path)
    if closed is None:
        return
    kept = tempfile.mkdtemp(prefix="python-")
    mount("--bind", path, kept)
    mount("-t", "tmpfs", "-o", "mode=755", "none", closed)
    Path(path).mkdir(parents=True)
    mount("--bind", kept, path)


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)


if __name__ == "__main__":
    mount("--make-rprivate", "/")
    open_the_way(os.path.realpath(sys.base_prefix))
    home = tempfile.mkdtemp(prefix="home-")
    os.chown(home, USER, USER)
    os.environ |= {"HOME": home, "TMPDIR": home, "PYTHONDONTWRITEBYTECODE": "1"}
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    os.execvp(sys.argv[1], sys.argv[1:])
