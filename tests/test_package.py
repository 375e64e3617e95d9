"""What holds the installations together, and the parts of the package that stand alone."""

import re
import subprocess
import sys
import tomllib

import numpy as np
import pytest
from conftest import ROOT

import autograder
from autograder.display import figure
from autograder.sequence.limits import StillRunning, in_thread
from autograder.sequence.observe import observe
from autograder.sequence.samples import Identity, Reader, numbered, striped_images

PINS = {
    line.split("==")[0].strip().lower(): line
    for line in (ROOT / "requirements.txt").read_text("utf-8").split("\n")
    if "==" in line
}


def test_every_dependency_is_pinned_and_no_address_is_recorded():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["course"], *extras["cpu"], *extras["test"]]
    for requirement in wanted:
        name = re.match(r"[a-z0-9-]+", requirement)[0]
        assert name in PINS, f"{name} is not in requirements.txt"
    assert "://" not in (ROOT / "requirements.txt").read_text("utf-8")


def test_conda_installs_the_same_pins():
    assert "- -r requirements.txt" in (ROOT / "environment.yml").read_text("utf-8")


def test_this_environment_is_the_pinned_one():
    from importlib.metadata import version

    for name in ("keras", "nbgrader", "jupyterlab", "numpy", "nbclient", "matplotlib"):
        pins = [
            line
            for line in (ROOT / "requirements.txt").read_text().split("\n")
            if line.startswith(f"{name}==")
        ]
        assert any(version(name) == pin.split("==")[1].split(" ")[0] for pin in pins), name


def test_installer_does_nothing_where_all_is_there(tmp_path):
    script = (ROOT / "install.py").read_text("utf-8")
    (tmp_path / "install.py").write_text(script)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    bin_folder = tmp_path / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").touch()
    namespace = {"__name__": "install", "__file__": str(tmp_path / "install.py")}
    exec(compile(script, "install.py", "exec"), namespace)
    (tmp_path / ".venv" / "installed").write_text(namespace["wanted"]())
    done = subprocess.run([sys.executable, "install.py"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0 and done.stdout == b""


def test_public_names_are_sorted_and_there():
    assert autograder.__all__ == sorted(autograder.__all__)
    for name in autograder.__all__:
        assert callable(getattr(autograder, name))


def test_the_nursery_starts_before_nbgrader_is_imported():
    code = (
        "import sys; from autograder import cli; from autograder.grading import nursery\n"
        "def start(*arguments, **options): raise SystemExit('nbgrader' in sys.modules)\n"
        "nursery.Nursery = start; sys.exit(cli.main(['grade', 'ps']) or 1)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_importing_the_package_does_not_import_tensorflow():
    code = "import autograder, autograder.cli, sys; sys.exit('tensorflow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("dtype", ["float32", "float64", "uint8", "int64"])
@pytest.mark.parametrize("shape", [(), (2,), (4, 4, 3)])
def test_samples_say_their_number_whatever_their_dtype(shape, dtype):
    data, labels = numbered(50, shape, dtype)
    assert data.shape == (50, *shape) and data.dtype == dtype
    order = np.random.default_rng(0).permutation(50)
    assert Identity(data).numbers(data[order].astype("float64")) == tuple(order)
    assert Identity(data).numbers(data[:3] * 0 - 1) == (-1, -1, -1)
    assert len(set(labels)) == 50 and list(labels) != sorted(labels)


def test_striped_images_hold_the_last_class_in_the_tail_alone():
    data, labels = striped_images(1000, tail=8)
    assert list(np.flatnonzero(labels == 9)) == list(range(992, 1000))
    assert len(set(Identity(data).numbers(data))) == 1000


def test_reader_raises_for_its_bad_samples_alone():
    reader = Reader(numbered(10).data, [4], OSError("cut off"))
    assert reader[0:4].shape == (4, 2) and reader[9].shape == (2,) and len(reader) == 10
    assert np.take(reader, [1, 2], axis=0).shape == (2, 2)
    for key in (slice(4, 8), 4, np.array([3, 4]), (slice(3, 5), 0)):
        with pytest.raises(OSError, match="cut off"):
            reader[key]


def test_call_that_never_ends_is_left_with_the_line_where_it_was():
    def endless():
        while True:
            pass

    value, error = in_thread(endless, 0.2, "asking")
    assert value is None and isinstance(error, StillRunning)
    assert str(error).startswith("asking was still running after 0.2 s, at line")


def test_record_of_a_right_sequence_holds_what_fit_did():
    import keras

    class Listed(keras.utils.PyDataset):
        def __init__(self, batches):
            super().__init__()
            self.batches = batches

        def __len__(self):
            return len(self.batches)

        def __getitem__(self, index):
            return self.batches[index]

    data, labels = numbered(10)
    batches = [(data[k : k + 4], labels[k : k + 4]) for k in (0, 4, 8)]
    record = observe(Listed(batches), data, labels, batch_size=4, epochs=3)
    assert record.length == 3 and record.sizes == [4, 4, 2] and record.steps == 9
    assert record.asked == [0, 1] + 3 * [0, 1, 2] and record.epoch_ends == 4
    assert record.times_served(2).tolist() == [1] * 10 and record.fit_problem is None
    assert record.super_called and record.changed == () and record.moved is None
    said = "10 samples in 3 batches, the last of 2: each served once."
    assert said == figure.sentence(record) and said in figure.as_html(record)
