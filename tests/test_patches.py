"""What is patched in other packages does what it is for, and is put back."""

import collections
import sys

import pytest

from autograder import patches


@pytest.fixture
def owner():
    class Owner:
        there = "theirs"

    return Owner


def test_a_patch_is_installed_as_often_as_one_likes_and_undone_once(owner):
    patch = patches.Patch(owner, {"there": "ours", "new": "ours"})
    patch.install().install()
    assert owner.there == owner.new == "ours"
    patch.undo()
    assert owner.there == "theirs" and not hasattr(owner, "new")


def test_a_patch_tells_at_the_end_where_it_was_installed(owner):
    ended = []
    patches.Patch(owner, {"there": "ours"}, lambda: ended.append(owner.there)).undo()
    with patches.Patch(owner, {"there": "ours"}, lambda: ended.append(owner.there)):
        assert owner.there == "ours"
    assert ended == ["theirs"]


def test_grammars_of_addresses_are_not_compiled(monkeypatch):
    monkeypatch.delitem(sys.modules, "rfc3987_syntax", raising=False)
    with patches.no_address_grammars():
        with pytest.raises(ImportError):
            import rfc3987_syntax  # noqa: F401
    assert "rfc3987_syntax" not in sys.modules
    monkeypatch.setitem(sys.modules, "rfc3987_syntax", pytest)
    with patches.no_address_grammars():
        assert sys.modules["rfc3987_syntax"] is pytest  # somebody has it: it stays


def test_gradebooks_share_an_engine_and_see_what_the_other_wrote(tmp_path):
    from nbgrader.api import Gradebook

    from autograder.classroom.settings import load

    load(tmp_path)  # puts on the path what nbgrader calls by its name

    address, begin = f"sqlite:///{tmp_path}/gradebook.db", Gradebook.__init__
    with patches.one_engine():
        with Gradebook(address) as first:
            first.add_student("ada")
        with Gradebook(address) as second:
            assert [student.id for student in second.students] == ["ada"]
        assert first.engine is second.engine and first.db is not second.db
    assert Gradebook.__init__ is begin
    with Gradebook(address) as alone:
        assert alone.engine is not first.engine


def test_revision_of_a_new_gradebook_is_that_which_the_program_says(tmp_path):
    from commands import run
    from nbgrader import api
    from nbgrader.dbutil import _temp_alembic_ini

    with _temp_alembic_ini(f"sqlite:///{tmp_path}/gradebook.db") as settings:
        said = run("alembic", "-c", settings, "heads", cwd=tmp_path).stdout
    with patches.revision_here():
        assert api.get_alembic_version() == said.split()[0]


def test_converters_copy_ordinary_files_alone(tmp_path):
    import os

    from nbgrader.converters import base
    from nbgrader.utils import find_all_files

    (tmp_path / "table.csv").touch()
    (tmp_path / "link").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe")
    patch = patches.ordinary_files()
    before = base.find_all_files
    with patch:
        assert base.find_all_files(str(tmp_path)) == [str(tmp_path / "table.csv")]
    assert base.find_all_files is before
    assert len(find_all_files(str(tmp_path))) == 3


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_date_is_read_with_and_without_a_byte_order_mark(tmp_path, mark):
    from nbgrader.coursedir import CourseDirectory

    (tmp_path / "timestamp.txt").write_text(f"{mark}2026-01-31 12:00:00 UTC\n", "utf-8")
    with patches.readable_dates():
        made = CourseDirectory(root=str(tmp_path))
        assert made.get_existing_timestamp(str(tmp_path)).isoformat() == "2026-01-31T12:00:00"
        assert made.get_existing_timestamp(str(tmp_path / "nowhere")) is None


def test_datasets_are_lent_again_with_another_generator():
    import tensorflow as tf

    before = vars(tf.data.Dataset)["from_generator"]
    signature = (tf.TensorSpec((None,), tf.int32), tf.TensorSpec((None,), tf.int32))
    patch = patches.lent_datasets()
    with patch:
        made = []
        for number in (1, 2):
            made.append(
                tf.data.Dataset.from_generator(lambda: iter([([number], [0])]), output_signature=signature)
            )
            assert [int(x[0]) for x, _ in made[-1]] == [number]
            patch.take_back()
        assert made[0]._input_dataset is made[1]._input_dataset
    assert vars(tf.data.Dataset)["from_generator"] is before


def test_a_dataset_is_lent_again_once_nobody_reads_it_and_not_before():
    import tensorflow as tf

    def numbers(*values):
        return tf.data.Dataset.from_generator(
            lambda: iter(values), output_signature=(tf.TensorSpec((), tf.int32),)
        )

    with patches.lent_datasets():
        reading = iter(numbers((1,), (2,)))
        assert numbers((3,))._input_dataset is not reading._dataset._input_dataset
        assert [int(x) for (x,) in reading] == [1, 2]
        before = reading._dataset._input_dataset
        del reading
        assert before in [made._input_dataset for made in (numbers((4,)), numbers((5,)))]


@pytest.mark.parametrize("first", ["named", "plain"])
def test_a_dataset_of_named_tuples_is_not_lent_to_plain_ones(first):
    import tensorflow as tf

    Batch = collections.namedtuple("Batch", "x y")
    spec = tf.TensorSpec((None,), tf.int32)
    kinds = {"named": Batch, "plain": lambda *parts: parts}
    patch = patches.lent_datasets()
    with patch:
        for name in sorted(kinds, key=lambda name: name != first):
            kind = kinds[name]
            made = tf.data.Dataset.from_generator(
                lambda kind=kind: iter([kind([1], [2])]), output_signature=kind(spec, spec)
            )
            assert [(int(x[0]), int(y[0])) for x, y in made] == [(1, 2)]
            patch.take_back()


def test_what_the_students_code_drew_is_current_for_a_test_cell_that_drew_nothing():
    import matplotlib.pyplot as plt

    plt.close("all")
    asked, told = [], []
    cell = {"__name__": "__main__", "plt": plt}
    with patches.theirs_is_current(lambda name: asked.append(name) or f"their {name}", told.append):
        assert eval("plt.gca(), plt.gcf()", cell) == ("their gca", "their gcf")
        plt.plot([1, 2])  # which asks pyplot itself
        assert eval("plt.gca()", cell) is plt.gcf().axes[0] and asked == ["gca", "gcf"]
        plt.close("all")
        eval("plt.figure(), plt.clf(), plt.close('all')", cell)
        assert told == ["figure", "clf", "close"]
    with patches.theirs_is_current(lambda name: None, told.append):
        assert eval("plt.gca()", cell).get_title() == ""
    assert eval("plt.gcf()", cell) is plt.gcf()
    plt.close("all")
