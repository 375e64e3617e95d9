"""What Binder builds and how it starts: read from repo2docker's own plan, which it prints without
Docker, and from the scripts of `binder/`, run with stand-ins for `pip` and `python`."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path
from urllib.parse import unquote

import pytest
from commands import run
from conftest import ROOT, START
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BINDER = ROOT / "binder"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

scripts = pytest.mark.skipif(os.name == "nt", reason="the scripts are for Binder's Linux")


@pytest.fixture(scope="module")
def plan():
    """What repo2docker would do with this folder: its log and the Dockerfile."""
    program = Path(sys.executable).with_name("jupyter-repo2docker")
    if not program.exists():
        pytest.skip("jupyter-repo2docker is not here: the extra `test` has it, except on Windows")
    user = ("--user-id", "1000", "--user-name", "jovyan")  # as on Binder; it refuses to plan for root
    done = run(program, "--no-build", "--debug", *user, ".", cwd=ROOT, timeout=60)
    return done.stdout + done.stderr


def run_with_stand_ins(command, folder, script):
    """Run the command in the folder, with the script in the place of `pip` and `python`."""
    for name in ("pip", "python"):
        (folder / name).write_text(f"#!/bin/bash\n{script}\n")
        (folder / name).chmod(0o755)
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder in which `postBuild` ran: `calls` has what it called, and `environment` what it left
    there, which is the folder that its stand-in for Python gives for any it asks for."""
    home = tmp_path_factory.mktemp("built")
    shutil.copytree(BINDER, home / "binder")
    for folder in ("tensorflow/include", "tensorflow/python", "clang/native"):
        (home / "environment" / folder).mkdir(parents=True)
    script = f'echo "${{0##*/}} $*" >> {home}/calls; echo {home}/environment'
    done = run_with_stand_ins([BINDER / "postBuild"], home, script)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def installed_by_pip(built):
    """The arguments of the one call of pip."""
    calls = [call for call in (built / "calls").read_text().split("\n") if call.startswith("pip ")]
    assert len(calls) == 1, calls
    return calls[0].split()[1:]


def on_binder(lines, extra=""):
    """Those of the requirements that hold on Binder, with the extra."""
    there = {
        "python_version": "3.12",
        "python_full_version": "3.12.12",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "os_name": "posix",
        "extra": extra,
    }
    found = [Requirement(line) for line in lines]
    return [one for one in found if not one.marker or one.marker.evaluate(there)]


def everything_for(lines):
    """The names of what the requirements need, and of what that needs, and so on."""
    seen, waiting = set(), on_binder(lines)
    while waiting:
        requirement = waiting.pop()
        for extra in {"", *requirement.extras}:
            part = (canonicalize_name(requirement.name), extra)
            if part not in seen:
                seen.add(part)
                waiting += on_binder(requires(requirement.name) or (), extra)
    return {name for name, _ in seen}


def test_repo2docker_builds_from_the_folder_binder_on_python_3_12(plan):
    assert "Building conda environment for python=3.12\n" in plan
    # what stood in the root's environment.yml or pyproject.toml would be installed before the copy
    prepared, copied = plan.split("# Run pre-assemble scripts!")[1].split("# Copy stuff.")
    assert "\nRUN " not in prepared
    assert re.findall(r"^RUN (.*)", copied, re.MULTILINE) == [
        "chmod +x binder/postBuild",
        "./binder/postBuild",
        'chmod +x "${REPO_DIR}/binder/start"',
    ]
    assert 'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"' in copied


@scripts
@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_script_is_executable_stops_at_errors_and_is_valid_bash(name):
    assert os.access(BINDER / name, os.X_OK)
    assert "\nset -euo pipefail\n" in (BINDER / name).read_text("utf-8")
    assert subprocess.run(["bash", "-n", BINDER / name]).returncode == 0


@scripts
def test_binder_installs_this_package_under_the_pins_as_constraints(installed_by_pip):
    assert installed_by_pip == [
        "install",
        "--no-cache-dir",
        "--constraint",
        "requirements.txt",
        "--editable",
        ".[course,cpu]",
    ]


@scripts
@pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"),
    reason="what a package needs is read from those installed here, and Binder is Linux on x86-64",
)
def test_all_that_binder_installs_is_pinned_and_nothing_only_for_the_tests(installed_by_pip):
    extras = re.findall(r"\w+", installed_by_pip[-1])
    extra = PROJECT["optional-dependencies"]
    names = everything_for(sum((extra[name] for name in extras), PROJECT["dependencies"]))
    assert {"jupyterlab", "keras", "matplotlib", "nbgrader", "tensorflow-cpu"} <= names
    lines = (ROOT / "requirements.txt").read_text("utf-8").split("\n")
    assert names <= {canonicalize_name(pin.name) for pin in on_binder(line for line in lines if "==" in line)}
    for_tests = {Requirement(line).name for line in extra["test"]}
    alone = {"distributed", "mypy", "pandas", "playwright", "pytest", "pytest-xdist", "ruff", "scipy", "uv"}
    alone.add("jupyter-repo2docker")
    assert alone <= for_tests and not alone & names


@scripts
def test_headers_of_tensorflow_are_deleted_and_its_python_is_not(built):
    environment = built / "environment"
    assert (environment / "tensorflow" / "python").exists()
    assert not (environment / "tensorflow" / "include").exists()
    assert not (environment / "clang" / "native").exists()


@scripts
def test_jupyterlab_of_binder_opens_the_start_notebook_and_that_of_this_folder_does_not(built, tmp_path):
    code = """
import os, sys
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
for settings in sys.argv[1:]:
    os.environ["JUPYTER_CONFIG_PATH"] = settings
    server = LabApp.initialize_server(["--no-browser", "--allow-root", "--port=0"])
    print("opens", server.default_url)
    ServerApp.clear_instance()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, built / "environment" / "etc" / "jupyter", tmp_path],
        cwd=ROOT,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    opened = re.findall(r"^opens (.*)", done.stdout, re.MULTILINE)
    assert opened == [f"/lab/tree/notebooks/{START}/{START}.ipynb", "/lab"], done.stderr


def test_jupyterlab_that_is_started_on_the_lessons_opens_the_first_of_them(tmp_path):
    code = """
import sys
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
for folder in sys.argv[1:]:
    server = LabApp.initialize_server([folder, "--no-browser", "--allow-root", "--port=0"])
    print("opens", server.default_url, server.web_app.settings["default_url"])
    ServerApp.clear_instance()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, ROOT / "notebooks", tmp_path],
        cwd=ROOT,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    opened = [line.split() for line in re.findall(r"^opens (.*)", done.stdout, re.MULTILINE)]
    assert opened == [[f"/lab/tree/{START}/{START}.ipynb"] * 2, ["/lab"] * 2], done.stderr


def test_links_of_the_readme_open_the_start_notebook_and_it_is_there():
    text = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"^\[(?:binder|course)\]: (.*)", text, re.MULTILINE)
    start = f"notebooks/{START}/{START}.ipynb"
    assert len(links) == 2 and all(unquote(link).endswith(f"/{start}") for link in links)
    assert (ROOT / start).exists()


@scripts
def test_start_gives_way_to_its_command_even_if_warming_up_fails(tmp_path):
    command = ["bash", "-c", 'echo "$0: $1"; exit 3', "jupyter", "two words"]
    done = run_with_stand_ins([BINDER / "start", *command], tmp_path, "echo tried >> tried; exit 1")
    assert (done.returncode, done.stdout, done.stderr) == (3, "jupyter: two words\n", "")
