"""Says in one line each what is wrong with the installation."""

import importlib
import platform
from importlib import metadata
from pathlib import Path

from autograder.sequence.samples import data_folder

__all__ = ["check_installation", "problems"]

SHOWN = ("tensorflow", "keras", "numpy", "jupyterlab", "nbgrader", "ipywidgets")
MEND = "Run `python3 install.py` in the folder of the lessons, and start JupyterLab from `.venv`."


def problems():
    """Return what is wrong, one line each: list of texts, empty where all is well."""
    found = []
    version = platform.python_version_tuple()[:2]
    if version not in (("3", "11"), ("3", "12"), ("3", "13")):
        found.append(f"This is Python {'.'.join(version)}; the lessons need 3.11, 3.12 or 3.13.")
    found += _packages()
    try:
        importlib.import_module("tensorflow")
    except Exception as error:
        found.append(f"TensorFlow cannot be imported ({type(error).__name__}: {error}). {MEND}")
    try:
        if not list(Path(data_folder()).glob("shard_*.npy")):
            found.append("data/ is empty: get the whole folder of the lessons, not the notebooks alone.")
    except FileNotFoundError as error:
        found.append(str(error))
    return found


def _packages():
    """Compare what the package asks for with what is there."""
    from packaging.requirements import Requirement

    try:
        wanted = metadata.requires("sequence-lessons") or []
    except metadata.PackageNotFoundError:
        yield f"The package of the lessons is not installed here. {MEND}"
        return
    for requirement in map(Requirement, wanted):
        marker = requirement.marker
        if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in ("", "course")):
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            yield f"{requirement.name} is missing. {MEND}"
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            yield f"{requirement.name} is version {version}, not {requirement.specifier}. {MEND}"


def check_installation():
    """Print what is wrong with the installation, one line each, or that all is well."""
    found = problems()
    for problem in found:
        print(f"✗ {problem}")
    if not found:
        modules = [(name, importlib.import_module(name)) for name in SHOWN]
        versions = ", ".join(f"{name} {module.__version__}" for name, module in modules)
        print(f"✓ Everything is there: Python {platform.python_version()}, {versions}.")
