"""Grading elsewhere: Gradescope's archive in a folder laid out as theirs, the image, the workflow. The steps
that install something are executed with stand-ins for the programs that they call."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from types import SimpleNamespace

import pytest
import yaml
from commands import run
from conftest import LESSONS, ROOT
from submissions import FLOOR, submit

from autograder.classroom.course import Course
from autograder.classroom.error import CourseError
from autograder.classroom.gradebook import Mark, Score
from autograder.classroom.gradescope import results_of
from autograder.classroom.gradescope import run as run_there

DEPLOY = ROOT / "docs" / "deploy"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for Linux")


def stand_ins(folder, names, script):
    """Make a folder with programs that are the script; return the environment in which they are found."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(f"#!/bin/bash\n{script}\n")
        (folder / name).chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "HOME": str(folder)}


def unpack(archive, folder):
    """Unpack a ZIP file, with the modes of its files, which Python's own function leaves out."""
    with zipfile.ZipFile(archive) as packed:
        for one in packed.infolist():
            path = packed.extract(one, folder)
            if mode := one.external_attr >> 16 & 0o777:
                os.chmod(path, mode)


# Gradescope -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def laid_out(course, tmp_path_factory):
    """A folder as Gradescope's /autograder, with the archive in it, unpacked, and a submission."""
    root = tmp_path_factory.mktemp("gradescope") / "autograder"
    archive = root.parent / "autograder.zip"
    run("autograder", "gradescope", LESSONS[0], "--to", archive, cwd=course)
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    unpack(archive, root / "source")
    shutil.copy(root / "source" / "run_autograder", root)  # as their harness does
    user = {"email": "ada@example.org", "id": 1, "name": "Ada"}
    metadata = {"created_at": "2026-01-05T14:22:32.365935-07:00", "users": [user], "previous_submissions": []}
    (root / "submission_metadata.json").write_text(json.dumps(metadata))
    handed_in = submit(course, "gradescope", {"data-generator": FLOOR.source}, lesson=LESSONS[0])
    shutil.copy(handed_in, root / "submission" / "my lesson.ipynb")
    shutil.rmtree(handed_in.parent.parent)
    os.mkfifo(root / "submission" / "pipe")
    (root / "submission" / "link").symlink_to("/etc")
    return SimpleNamespace(root=root, archive=archive)


def test_archive_holds_scripts_at_its_root_the_course_and_no_students(laid_out):
    with zipfile.ZipFile(laid_out.archive) as archive:
        names = archive.namelist()
        modes = {name: archive.getinfo(name).external_attr >> 16 & 0o777 for name in names}
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert {"requirements.txt", "pyproject.toml", "course/nbgrader_config.py"} <= set(names)
    assert f"course/solutions/{LESSONS[0]}/{LESSONS[0]}.ipynb" in names
    assert not [name for name in names if re.search(r"submitted|gradebook\.db|^tests/|\.pyc|02-the", name)]


def test_setup_installs_this_package_under_the_pins_and_shuts_the_course(laid_out, tmp_path):
    source = shutil.copytree(laid_out.root / "source", tmp_path / "source")
    log = tmp_path / "calls"
    tool = f'echo "${{0##*/}} $*" >> {log}'
    fake = f"""mkdir -p tools/bin environment/bin
for name in tools/bin/pip tools/bin/uv environment/bin/python; do
  printf '#!/bin/bash\\necho "${{0##*/}} $*" >> {log}\\n' > $name; chmod +x $name
done"""
    environment = stand_ins(tmp_path / "bin", ["apt-get"], tool)
    stand_ins(tmp_path / "bin", ["python3"], f"{tool}\n{fake}")
    done = subprocess.run([source / "setup.sh"], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    calls = log.read_text()
    assert (
        "python3 -m venv tools\npip install --quiet uv\nuv venv --quiet --python 3.12 environment\n" in calls
    )
    assert "--python environment/bin/python --constraint requirements.txt --editable .[course,cpu]\n" in calls
    assert calls.rstrip().endswith(
        "python -c import autograder.lesson.checks, keras, matplotlib.font_manager"
    )
    assert (source / "course").stat().st_mode & 0o077 == 0


def test_results_have_a_test_for_each_rule_with_its_finding(laid_out):
    root = laid_out.root
    python = root / "source" / "environment" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/bash\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    done = run(root / "run_autograder", cwd=root.parent)
    results = json.loads((root / "results" / "results.json").read_text())
    tests = {test["name"]: test for test in results["tests"]}
    assert results["score"] == 6 and sum(test["max_score"] for test in tests.values()) == 10, done.stdout
    assert sum(test["score"] for test in tests.values()) == 6 and len(tests) == 10
    lost = tests["check-length: len is right where a remainder is left"]
    assert (lost["score"], lost["max_score"], lost["status"]) == (0, 1, "failed")
    assert lost["output"].startswith("Drops tail.\nAsked     len(gen) == 2 for 3 samples in batches of 2.\n")
    held = tests["check-length: len is right where the batch size divides n"]
    assert (held["score"], held["status"], held["output"]) == (1, "passed", "")
    assert results["stdout_visibility"] == "hidden" and "my lesson.ipynb" in results["output"]


def result(marks, checks=(), **facts):
    """A graded submission, as a record."""
    score = Score("s", marks=marks, handed_in=True)
    facts = {"problem": "", "repairs": [], "stopped": [], "seconds": 1.2, **facts}
    return SimpleNamespace(score=score, checks=[{"notebook": "n", **check} for check in checks], **facts)


def test_tests_of_ones_own_a_persons_points_and_a_problem_are_told_too():
    marks = {
        ("n", "own"): Mark(1.0, None, None, 2.0),
        ("n", "why"): Mark(None, None, None, 4.0, True),
        ("n", "part"): Mark(0.67, None, None, 2.0),
        ("n", "changed"): Mark(0.0, 2.0, None, 2.0),
    }
    rules = [("one", "", []), ("two", "drops_tail", [("So", "9")]), ("three", "drops_tail", [])]
    checks = [
        {"cell": "own", "finding": "ValueError", "lines": [], "rules": []},
        {"cell": "part", "finding": "drops_tail", "lines": [("So", "9")], "rules": rules},
        {"cell": "changed", "finding": "drops_tail", "lines": [], "rules": rules},
    ]
    found = results_of(result(marks, checks, stopped=["It read a file."]))
    assert found["score"] == 3.67 and "It read a file." in found["output"]
    by_name = {test["name"]: test for test in found["tests"]}
    assert by_name["own"]["score"] == 1 and by_name["own"]["output"] == "ValueError."
    assert by_name["why"] == {"name": "why", "output": "A person gives up to 4 points for this."}
    assert [round(by_name[f"part: {rule}"]["score"], 2) for rule in ("one", "two", "three")] == [0.67, 0, 0]
    assert by_name["changed"]["score"] == 2  # a person's points count, and are no rule's
    assert results_of(result({}, problem="It is no notebook.")) == {
        "score": 0,
        "output": "Not graded: It is no notebook.",
        "stdout_visibility": "hidden",
    }


def test_what_fails_without_the_students_fault_leaves_no_results(tmp_path, monkeypatch):
    for name in ("source/course", "submission", "results"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "source" / "assignment.txt").write_text("ps")
    broken = SimpleNamespace(failed_here=True, problem="It could not be run.")
    monkeypatch.setattr(Course, "grade", lambda *arguments, **options: [broken])
    with pytest.raises(CourseError, match="It could not be run"):
        run_there(tmp_path)
    assert not list((tmp_path / "results").iterdir())


# The image ------------------------------------------------------------------------------------


def instructions():
    """The instructions of the Dockerfile: list of (name, arguments as text)."""
    text = (DEPLOY / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [tuple(line.split(" ", 1)) for line in lines]


def test_build_steps_of_the_image_run_on_what_they_copy(tmp_path):
    build, log, packages = tmp_path / "build", tmp_path / "calls", tmp_path / "packages"
    for folder in ("tensorflow/include", "tensorflow/python", "clang/native"):
        (packages / folder).mkdir(parents=True)
    environment = stand_ins(tmp_path / "bin", ["pip"], f'echo "pip $*" >> {log}')
    stand_ins(tmp_path / "bin", ["python"], f'echo "python $*" >> {log}; echo {packages}')
    build.mkdir()
    for name, arguments in instructions():
        if name == "COPY":
            *sources, to = arguments.split()
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(ROOT / source, build / to, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(ROOT / source, build / to)
        if name == "RUN":
            done = subprocess.run(["sh", "-c", arguments], cwd=build, env=environment, capture_output=True)
            assert done.returncode == 0, done.stderr
    calls = log.read_text().split("\n")
    assert calls[0] == "pip install --no-cache-dir --constraint requirements.txt --editable .[course,cpu]"
    assert (packages / "tensorflow" / "python").exists()
    assert not (packages / "tensorflow" / "include").exists() and not (packages / "clang" / "native").exists()
    assert {"pyproject.toml", "requirements.txt", "README.md", "LICENSE", "data", "autograder"} == {
        path.name for path in build.iterdir()
    }


def test_image_begins_with_a_supported_python_and_holds_only_what_is_copied():
    found = dict(instructions())
    assert re.fullmatch(r"python:3\.1[123]-slim", found["FROM"]) and found["ENTRYPOINT"] == '["autograder"]'
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split("\n")
    copied = {part for name, text in instructions() if name == "COPY" for part in text.split()[:-1]}
    assert "*" in ignored and copied == {line[1:] for line in ignored if line.startswith("!")}


# The workflow ---------------------------------------------------------------------------------


def test_workflow_checks_every_lesson_that_a_release_has():
    workflow = yaml.safe_load((DEPLOY / "classroom.yml").read_text("utf-8"))
    assert workflow["name"] == "Autograding Tests" and list(workflow["jobs"]) == ["run-autograding-tests"]
    (job,) = workflow["jobs"].values()
    steps = [step["run"] for step in job["steps"] if "run" in step]
    assert steps[0] == 'pip install --constraint requirements.txt --editable ".[course,cpu]"'
    assert steps[1:] == [f"autograder check notebooks/{name}/{name}.ipynb" for name in LESSONS]
    assert all((ROOT / step.split()[-1]).is_file() for step in steps[1:])
    assert workflow["permissions"] == {"contents": "read"}
