"""Make the virtual environment `.venv` with the pinned packages; do nothing where it is there.

    python3 install.py

It needs Python 3.11, 3.12 or 3.13 with venv and pip, and nothing else. What it makes
belongs to this folder: delete `.venv` to begin again.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
DONE = VENV / "installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted():
    """What the environment depends on, as one word: a change in it means to install again."""
    pins = (ROOT / "requirements.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(pins + str(ROOT).encode() + sys.version.encode()).hexdigest()


def main():
    """Install, or say in one line why not. Returns the exit status."""
    if not (3, 11) <= sys.version_info < (3, 14):
        print(
            f"This is Python {sys.version_info.major}.{sys.version_info.minor}; the lessons need "
            "Python 3.11, 3.12 or 3.13. Start this file with one of them, such as "
            "`python3.12 install.py`."
        )
        return 1
    if DONE.is_file() and DONE.read_text() == wanted() and PYTHON.exists():
        return 0
    print("Installing TensorFlow, JupyterLab and nbgrader into .venv (a few minutes) …", flush=True)
    # a user's pip settings may forbid, or redirect, what is right inside this environment
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    environment.pop("PYTHONPATH", None)
    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
        # the pins are complete, so pip has nothing to work out
        subprocess.run(
            [
                PYTHON,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--no-compile",
                "-r",
                "requirements.txt",
                "-e",
                ".[course]",
            ],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        # on all cores; pip would do it on one, for half a minute. Some packages have files that cannot be compiled
        leave_out = r"site-packages.*[/\\]tests?[/\\]"  # nobody runs the packages' own tests
        compileall = [PYTHON, "-m", "compileall", "-q", "-q", "-j", "0", "-x", leave_out, VENV]
        subprocess.run(compileall, check=False)
    except (subprocess.CalledProcessError, OSError) as error:
        print(
            f"The installation did not finish ({error}). The lines above say why; most often it is "
            "the network, the disk, or, on Debian and Ubuntu, a missing `python3-venv`. "
            "Run the same command again."
        )
        return 1
    DONE.write_text(wanted())
    return 0


if __name__ == "__main__":
    sys.exit(main())
