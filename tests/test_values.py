"""Values between processes: made anew as they were, and nothing made of what is no value."""

import collections
import copy
import datetime
import decimal
import fcntl
import fractions
import json
import math
import os
import pathlib
import re
import types
import typing
from dataclasses import fields, replace

import numpy as np
import pytest

from autograder.grading.link import as_outcome, containers_in
from autograder.grading.memory import BYTES, OurMemory, TheirMemory, reserve
from autograder.grading.shared import Shared, grow, growth, held
from autograder.grading.telling import Telling
from autograder.grading.values import CannotPass, Reader, Unreadable, Writer
from autograder.grading.wire import Gone
from autograder.sequence.outcome import RAISED, Outcome, raised


class NoThings:
    """In place of `Telling`: there is nothing but plain values, each with its content alone."""

    shared = types.SimpleNamespace(add=lambda value, told: None)
    came = len

    def known(self, value):
        return None

    def view(self, value):
        return None

    def path(self, value):
        return None

    def tell(self, value, writer, depth):
        raise CannotPass(f"{type(value).__name__}")


def passed(value, things=None):
    """A value as it is on the other side."""
    writer = Writer(things)
    head = json.loads(json.dumps(writer.write(value)))
    return Reader(writer.buffers, things).read(head)


def alike(one, other):
    """Whether two values are of the same types and equal, NaN too, however deep."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        same = one.dtype == other.dtype and one.shape == other.shape
        return same and (one.tolist() == other.tolist() or np.array_equal(one, other, equal_nan=True))
    if isinstance(one, dict):
        return list(one) == list(other) and all(map(alike, one.values(), other.values()))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(alike, one, other))
    if type(one) in (type({}.keys()), type({}.values()), type({}.items())):
        return list(one) == list(other)
    return one == other or (one != one and other != other)


VALUES = [
    None,
    True,
    3,
    -(10**300),
    2.5,
    math.nan,
    -math.inf,
    "text",
    "\ud800",
    b"bytes",
    bytearray(b"more"),
    1 + 2j,
    (1, [2, {3, 4}]),
    {"a": {1: 2}, None: ()},
    frozenset({1}),
    range(2, 9, 3),
    slice(1, None),
    ...,
    NotImplemented,
    {}.keys(),
    {1: 2}.values(),
    {1: 2}.items(),
    collections.Counter("aab"),
    collections.OrderedDict(b=1, a=2),
    collections.deque([1, 2]),
    collections.defaultdict(None, {1: 2}),
    decimal.Decimal("1.500"),
    decimal.Decimal("NaN"),
    fractions.Fraction(-1, 3),
    datetime.date(2024, 2, 29),
    datetime.time(1, 2, 3),
    datetime.timedelta(-1, 5, 7),
    datetime.datetime(2024, 2, 29, 12, 30, 1, 5),
    datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
    pathlib.PurePosixPath("a/b"),
    re.compile("a+", re.I),
    list[int],
    dict[str, list[float]],
    int | None,
    vars(typing)["List"][int],
    typing.Callable[[int], str],
    int,
    float,
    datetime.date,
    np.float32,
    np.ndarray,
    ValueError,
    np.dtype("<i2"),
    *(np.arange(6).reshape(2, 3).astype(kind) for kind in "?bBhHiIlLqQefdgFDG"),
    np.array(["a", "bcd"]),
    np.array([b"a", b"bc"]),
    np.array(["2024-02-29", "NaT"], "M8[D]"),
    np.array([5, 7], "m8[s]"),
    np.zeros((0, 3), "f4"),
    np.array(4.5),
    np.float16(2.5),
    np.bool_(True),
    np.datetime64("2024-02-29T12", "s"),
    np.str_("text"),
    np.arange(6.0).reshape(2, 3).T,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: f"{type(value).__name__}-{value!r}"[:40])
def test_plain_value_is_made_anew_as_it_was(value):
    assert alike(passed(value), value)


def test_arrays_of_objects_and_of_fields_pass_where_the_tests_ask_for_any_value():
    things = NoThings()
    mixed = np.array([1, "a", None, [2]], object)
    assert alike(passed(mixed, things), mixed)
    pairs = np.array([(1, 2.5, [1, 2]), (3, 4.5, [3, 4])], [("n", "i4"), ("x", "f8"), ("v", "i2", 2)])
    came = passed(pairs, things)
    assert came.dtype == pairs.dtype and came.tobytes() == pairs.tobytes()
    assert passed(mixed).dtype == object and passed(mixed).shape == (4,)  # of a batch, its shape alone


def frames():
    pandas = pytest.importorskip("pandas")
    dates = pandas.to_datetime(["2024-02-29", None])
    yield from (
        pandas.Series([1, 2], name="n"),
        pandas.Series(["a", None]),
        pandas.Series([1, "a", None], dtype=object),
        pandas.Series([True, None], dtype="boolean"),
        pandas.Series([1, None], dtype="Int64"),
        pandas.Series(["u", "v", None], dtype="category"),
        pandas.Series(dates),
        pandas.Series(dates.tz_localize("UTC")),
        pandas.Series([1.5], index=pandas.Index(["a"], name="k")),
        pandas.DataFrame({"a": [1, 2], "b": ["x", "y"]}, index=pandas.date_range("2024", periods=2)),
        pandas.DataFrame([[1, 2.5], [3, 4.5]], columns=["same", "same"]),
        pandas.DataFrame(),
        pandas.DataFrame({"a": [1]}, index=pandas.MultiIndex.from_tuples([(1, "x")], names=["p", "q"])),
        pandas.DataFrame({("a", 1): [1], ("a", 2): [2]}),
    )


def test_frames_are_made_anew_with_index_names_and_dtypes():
    pandas = pytest.importorskip("pandas")
    for frame in frames():
        is_series = isinstance(frame, pandas.Series)
        equal = pandas.testing.assert_series_equal if is_series else pandas.testing.assert_frame_equal
        equal(passed(frame, NoThings()), frame)
    stamp, length = pandas.Timestamp("2024-02-29 12:30", tz="UTC"), pandas.Timedelta("90min")
    assert passed(stamp) == stamp and passed(length) == length
    assert passed(pandas.NA) is pandas.NA and passed(pandas.NaT) is pandas.NaT
    index = pandas.Index([3, 5], name="k")
    assert passed(index).equals(index) and passed(index).name == "k"


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def itself():
    value = []
    value.append(value)
    return value


def test_a_container_of_both_sides_is_told_where_it_changed_and_let_go_where_nobody_has_it():
    both, kept = Shared(), [[1], {"a": 1}, {2}, np.zeros(3), collections.deque([1])]
    numbers = [both.add(one) for one in kept]
    assert [both.add(one) for one in kept] == numbers and both.changed() == []
    kept[0].append(2)
    kept[3][0] = 1
    kept[4].append(2)
    assert both.changed() == [numbers[0], numbers[3], numbers[4]]
    for number in both.changed():
        both.note(number)
    both.drop_unused()
    assert both.changed() == [] == both.dropped()
    del kept[1:3]
    both.drop_unused()
    assert both.dropped() == numbers[1:3] and both.count == 3 and both.dropped() == []


def test_what_is_long_is_a_copy_and_what_grows_long_is_shared_for_a_while():
    both, items = Shared(), []
    assert both.add(list(range(10_000))) is None
    number = both.add(items)
    items += range(10_000)
    assert both.changed() == [number]
    both.note(number)
    items += range(30_000)
    assert both.changed() == [] and both.number(items) is None and both.dropped() == [number]


GROWN = {
    "a list": ([1, 2], lambda it: it.append(3), [3]),
    "a dict": ({"a": 1}, lambda it: it.update(b=2), {"b": 2}),
    "a set": ({1}, lambda it: it.add(2), {2}),
    "nothing": ([1], lambda it: None, []),
    "another item": ([1, 2], lambda it: it.__setitem__(0, 5), None),
    "fewer": ([1, 2], lambda it: it.pop(), None),
    "another value": ({"a": 1}, lambda it: it.update(a=2, b=3), None),
    "another member": ({1, 2}, lambda it: (it.discard(1), it.add(3)), None),
    "an array": (np.zeros(2), lambda it: it.fill(1), None),
}


@pytest.mark.parametrize("name", GROWN)
def test_of_what_is_only_added_to_that_alone_is_told(name):
    container, change, rest = GROWN[name]
    before, old = held(container), copy.copy(container)
    change(container)
    assert growth(container, before) == rest
    if rest is not None:
        grow(old, rest)
        assert old == container


def test_what_was_not_told_after_all_is_told_again():
    telling = Telling()
    writer, items = Writer(telling), [1]
    with pytest.raises(CannotPass), writer.whole():
        writer.write((items, range(10**9)))
    number = telling.shared.number(items)
    assert telling.shared.noted(number) is None
    assert writer.write(items) == ["shared", number, ["l", [1]]]
    assert writer.write(items) == ["same", number]


TOO_MUCH = {
    "deep": nested(200),
    "in itself": itself(),
    "long": list(range(200_000)),
    "a long range": range(10**9),
    "a long text": "x" * 600_000,
    "a large array": np.zeros(70_000_000, "u1"),
    "a large number": 10**5_000,
    "a large exponent": decimal.Decimal("1e99999"),
    "many dates": {"a": [None] * 200_000},
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_says_so_and_why(name):
    with pytest.raises(CannotPass, match="cannot pass from the student's process to the tests: .+"):
        Writer(NoThings()).write(TOO_MUCH[name])


@pytest.mark.parametrize("name", TOO_MUCH)
def test_of_what_is_too_much_in_a_batch_no_more_is_told_than_can_be(name):
    passed(TOO_MUCH[name])


def array(dtype="<f8", shape=(2,), place=0, form=""):
    return ["a", dtype, list(shape) if isinstance(shape, tuple) else shape, place, form]


FORGED = {
    "no list": {"v": 3},
    "an empty list": [],
    "an unknown tag": ["pickle", "gASV"],
    "a tag that is none": [3, 4],
    "a method for a tag": ["list", []],
    "too few parts": ["c", 1],
    "too many parts": ["b", "00", 3],
    "no hexadecimal": ["b", "zz"],
    "deep": nested(500),
    "items that are none": ["l", 5],
    "a dict of other lengths": ["d", ["l", []], ["l", [1]]],
    "a key that is none": ["s", [["l", []]]],
    "objects": array("O"),
    "pickled objects": array("|O8"),
    "a void": array("V8"),
    "fields": array("f4,f4"),
    "a subarray": array("(2,)f8"),
    "a huge item": array("<U1000000000", (1,)),
    "an unknown dtype": array("junk"),
    "a dtype that is none": array(5),
    "a long dtype": array("f8" * 100),
    "a huge shape": array(shape=(10**9, 10**9)),
    "a negative length": array(shape=(-2, -1)),
    "a length that is none": array(shape=(True, 2)),
    "many axes": array(shape=(1,) * 60),
    "another size": array(shape=(3,)),
    "a shape that is none": array(shape="2"),
    "a buffer that is none": array(place=7),
    "a buffer twice": ["l", [array(), array()]],
    "an empty array of huge lengths": array(shape=(10**9, 0), place=1),
    "nothing, in huge items": array("<U9999999", (0,), 1),
    "no letters": array("<U1", (4,)),
    "an untold array": ["untold", "object", [10**6, 10**6]],
    "many untold arrays": ["l", [["untold", "object", [10_000_000]]] * 3],
    "objects of another shape": ["objects", [10**6], []],
    "fields of another shape": ["fields", [3], [["a", 1]], False],
    "a long range": ["range", 0, 10**18, 1],
    "a range of texts": ["range", "0", "9", "1"],
    "a fraction by nothing": ["fraction", 1, 0],
    "a large exponent": ["decimal", "1e999999999"],
    "no decimal": ["decimal", "one"],
    "no date": ["date", "tomorrow"],
    "no type": ["type", "builtins.eval"],
    "another type": ["type", "subprocess.Popen"],
    "a class": ["class", 1, {}],
    "an object": ["object", 1, None],
    "a function of the tests": ["given", "function", 1],
    "no series": ["series", None, None, 3],
    "a frame of nothing": ["frame", None, None, ["l", [3]]],
    "a long index": ["range index", 0, 10**12, 1, None],
    "a dtype of pandas": ["extension", "object", ["l", []]],
    "codes out of range": ["category", ["l", ["a"]], ["l", [5]], False],
    "no unit": ["timestamp", "2024", "parsec"],
    "an answer of names": ["names", [["a", "value", 3]]],
}


@pytest.mark.parametrize("name", ["__builtins__", "__dict__", "sys", "no_type_check"])
@pytest.mark.parametrize("key", ["eval", "sys"])
def test_a_type_hint_leads_to_nothing_but_types(name, key):
    assert Reader([]).read(["alias", name, None, ["l", [key]]]) is typing.Any


@pytest.mark.parametrize("name", FORGED)
def test_of_what_no_writer_wrote_nothing_is_made(name):
    with pytest.raises(Gone):
        Reader([b"\xff" * 16, b""]).read(FORGED[name])


def test_forged_truths_are_true_or_false():
    truths = Reader([bytes([0, 1, 2, 255])]).read(array("|b1", (4,)))
    assert truths.tolist() == [False, True, True, True] and truths.sum() == 3


def test_forged_outcomes_are_outcomes():
    for forged in (
        None,
        3,
        (),
        ("value",),
        ("raised", 3),
        ("ended", {"kind": 3, "notes": 7, "number": True}),
        ("late", {"message": ["x"], "kinds": [1, "A"]}),
        (["value"], 3),
    ):
        outcome = as_outcome(forged)
        assert not outcome.good and isinstance(outcome.said_where, str)
    assert as_outcome(("ended", {})).how == "raised"  # whether the process ended is not for it to say


def test_a_thing_stays_in_its_process_where_only_plain_values_are_asked_for():
    thing = passed((object(), 3))[0]
    assert isinstance(thing, Unreadable) and thing.type_name == "object"


def test_containers_are_found_in_the_same_order_on_both_sides():
    inner = [1]
    arguments = ([inner, {"a": inner, "b": {2}}], {"c": (bytearray(b"x"), [])})
    kinds = [type(container) for container in containers_in(arguments)]
    assert kinds == [list, dict, list, dict, set, bytearray, list]
    assert sum(container is inner for container in containers_in(arguments)) == 1


# The memory that both processes see -----------------------------------------------------------


@pytest.fixture
def memories():
    descriptor = reserve()
    yield OurMemory(descriptor), TheirMemory(descriptor), descriptor
    os.close(descriptor)


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="this system has no such memory")
def test_what_is_done_to_an_array_there_is_seen_here(memories):
    ours, theirs, _ = memories
    data, labels = np.arange(6.0).reshape(2, 3), np.arange(2)
    there = [theirs.array(*ours.place(one)) for one in (data, labels)]
    assert there[0].tolist() == data.tolist() and there[0].dtype == data.dtype
    there[0][0, 0] = 7
    assert ours.now(data)[0, 0] == 7 and data[0, 0] == 0 and ours.now(labels).tolist() == [0, 1]
    assert theirs.array(*ours.place(data)) is there[0]
    assert there[0][0, 0] == 7  # given again, it is what it became


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="this system has no such memory")
def test_arrays_that_are_kept_the_same_follow_both_sides(memories):
    ours, theirs, _ = memories
    data = np.asfortranarray(np.arange(6).reshape(2, 3))
    there = theirs.array(*ours.place(data, keep=True))
    assert there.flags.f_contiguous and there.tolist() == data.tolist()
    there += 1
    ours.pull()
    assert data.tolist() == [[1, 2, 3], [4, 5, 6]]
    data *= 2
    ours.push()
    assert there.tolist() == [[2, 4, 6], [8, 10, 12]]
    fixed = np.arange(3)
    fixed.flags.writeable = False
    assert not theirs.array(*ours.place(fixed)).flags.writeable


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="this system has no such memory")
def test_nobody_can_change_the_size_of_the_memory(memories):
    *_, descriptor = memories
    for size in (0, 10, 2 * BYTES):
        with pytest.raises(PermissionError):
            os.ftruncate(descriptor, size)
    with pytest.raises(PermissionError):
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE)
    other = os.memfd_create("small")
    os.ftruncate(other, 100)
    with pytest.raises(OSError, match="size"):
        OurMemory(other)
    os.close(other)


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="this system has no such memory")
def test_what_has_no_room_or_is_no_number_is_sent_by_value(memories):
    ours, *_ = memories
    assert ours.place(np.array(["text"])) is None and ours.place(np.array([None])) is None
    assert ours.place(np.broadcast_to(np.zeros(1), (BYTES,))) is None
    assert OurMemory(None).place(np.zeros(3)) is None


def test_every_fact_of_an_outcome_passes_and_nothing_of_another_kind():
    try:
        try:
            [][3]
        except IndexError as error:
            raise TypeError("no batch 3") from error
    except TypeError as error:
        error.add_note("as it was asked")
        outcome = replace(raised(error), suggestion="self.batch_size", looping=True)
    facts = {field.name: getattr(outcome, field.name) for field in fields(Outcome)}
    del facts["how"], facts["value"]
    assert all(facts.values())  # else one that is lost would not be seen
    assert as_outcome(passed((outcome.how, facts))) == outcome
    told = as_outcome((RAISED, dict.fromkeys(facts, 2.5)))
    assert told == Outcome(RAISED, kind="Exception")
