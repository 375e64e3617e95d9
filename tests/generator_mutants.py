"""Looks for gaps in `diagnose` by machine: mutants of right generators, judged twice.

    .venv/bin/python tests/generator_mutants.py [count] [--seed N] [--floor] [--keep FILE]

A mutant is a known right generator with one small change (see `mutants.py`). An oracle that shares no
code with `diagnose` serves two epochs of both, compares their rows, and runs `fit`. A mutant is right
where its rows are the generator's; wrong where some are missing, come twice, have another target or do
not come at all; and unknown where there are rows with other values: what is meant by them nobody can
tell. Then `diagnose` is asked.

Printed are the escapes (wrong, and nothing found) and the false accusations (right, and something
found), each with its change. --floor takes the wrong generators in place of mutants, with a number of
batches that is rounded down besides, and prints those of which only one of the two is told. The exit
status is 1 where something was printed.
"""

import argparse
import ast
import contextlib
import difflib
import io
import itertools
import json
import linecache
import random
import resource
import signal
import sys
import warnings
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from generators import FOLDER, known_generators
from mutants import TRIES, Changes

__all__ = ["Mutant", "diagnosed", "mutants", "rounded_down", "verdict_on"]

SAMPLES, BATCH_SIZE, SEED = 53, 10, 3
MEMORY = 6_000_000_000
"""Bytes, for all of it."""
SECONDS = 60
"""How long one mutant may take to be served, and how long to be diagnosed."""


@dataclass
class Mutant:
    """A generator with one change, what the oracle thinks of it, and what `diagnose` says."""

    of: str
    kind: str
    before: str
    source: str
    verdict: str = ""
    why: str = ""
    findings: list = field(default_factory=list)
    questions: list = field(default_factory=list)

    @property
    def change(self):
        """The change, as a diff without its head."""
        lines = difflib.unified_diff(self.before.split("\n"), self.source.split("\n"), lineterm="", n=1)
        return "\n".join(list(lines)[2:])

    def make(self):
        """Make the object."""
        return _module(self.source, f"mutant of {self.of}")["make"](SAMPLES, BATCH_SIZE)


def _module(source, name):
    """Run the source of a generator, as a file that shows its lines. Returns its names."""
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    names, path = {"__name__": name}, f"<{name}>"
    linecache.cache[path] = len(source), None, source.splitlines(keepends=True), path
    exec(compile(source, path, "exec"), names)
    return names


# The oracle ----------------------------------------------------------------------------------


def _leaves(part):
    if isinstance(part, dict):
        return [leaf for key in sorted(part, key=str) for leaf in _leaves(part[key])]
    if isinstance(part, (list, tuple)):
        return [leaf for one in part for leaf in _leaves(one)]
    return [np.asarray(part)]


def _rows(part):
    arrays = _leaves(part)
    (count,) = {len(array) for array in arrays}
    return [tuple(array[row].tobytes() for array in arrays) for row in range(count)]


def _batch(served):
    """The rows of a batch: list of (inputs, the rest)."""
    inputs, *rest = served if isinstance(served, tuple) else (served,)
    inputs = _rows(inputs)
    rest = _rows(rest) if rest else [()] * len(inputs)
    if not inputs:
        raise ValueError("a batch without rows")
    return list(zip(inputs, rest, strict=True))


def _serve(make):
    """Serve two epochs: `(first, second, whether seq[0] is the same once more)`, lists of batches."""
    _seed()
    sequence = make()
    first = [_batch(sequence[index]) for index in range(len(sequence))]
    same = _batch(sequence[0]) == first[0]
    sequence.on_epoch_end()
    second = [_batch(sequence[index]) for index in range(len(sequence))]
    _train_on(make())
    return first, second, same


def _train_on(sequence):
    """Let `fit` itself run on it, with a model that learns nothing."""
    import keras

    class Idle(keras.Model):
        def train_step(self, served):
            return {"loss": 0.0}

    model = Idle()
    model.built = True
    model.compile(optimizer=None, run_eagerly=True)
    model.fit(sequence, epochs=2, verbose=0)


def _seed():
    import tensorflow as tf

    random.seed(SEED)
    np.random.seed(SEED)
    tf.random.set_seed(SEED)


def _count(epoch):
    return Counter(row for batch in epoch for row in batch)


def verdict_on(right, make):
    """Judge what `make` makes by what a right generator served: `("right", "wrong" or "unknown", why)`."""
    wanted = _count(right[0])
    try:
        with _limit():
            first, second, same = _serve(make)
    except Exception as error:  # noqa: BLE001 (whatever it raises, fit would stop at it)
        return "wrong", f"{type(error).__name__}: {error}"[:100]
    inputs, rest = ({row[side] for row in wanted} for side in (0, 1))
    for epoch in map(_count, (first, second)):
        if epoch.total() != wanted.total():
            return "wrong", f"{epoch.total()} rows, not {wanted.total()}"
        if not all(row[0] in inputs and row[1] in rest for row in epoch):
            return "unknown", "other values"
        if epoch != wanted:
            return "wrong", "other rows"
    if not same:
        return "wrong", "seq[0] is another one when it is asked for again"
    if (first == second) != (right[0] == right[1]):
        return "unknown", "shuffled, or not, unlike the right one"
    if list(map(len, first)) != list(map(len, right[0])):
        return "unknown", "batches of other sizes"
    return "right", ""


@contextlib.contextmanager
def _limit():
    """Raise TimeoutError after a minute."""

    def late(*arguments):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# Making and asking ---------------------------------------------------------------------------


def _parent(generator):
    """Serve a right generator: what `_serve` gives; None where its rows are not the same in each epoch."""
    source = generator.path.read_text("utf-8")
    if "N = " in source:
        return None
    with contextlib.suppress(Exception):  # what has no length, and what is no sequence
        served = _serve(lambda: _module(source, "right")["make"](SAMPLES, BATCH_SIZE))
        if served[2] and _count(served[0]) == _count(served[1]):
            return served
    return None


def mutants(seed=0):
    """Yield mutants that the oracle can judge, without end, of all generators and kinds of change alike."""
    chance, parents = random.Random(seed), {}
    known = {generator.name: generator for generator in known_generators("right")}
    seen, left = set(), []
    while True:
        left = left or chance.sample(sorted(known), len(known))
        name = left.pop()
        if name not in parents:
            parents[name] = _parent(known[name])
        if parents[name] is None:
            continue
        tree = ast.parse(known[name].path.read_text("utf-8"))
        before = ast.unparse(tree)
        classes = [place for place, node in enumerate(tree.body) if isinstance(node, ast.ClassDef)]
        place = chance.choice(classes)
        changes = Changes(ast.unparse(tree.body[place]))
        for _ in range(TRIES):
            kind = chance.choice(sorted(changes.kinds))
            changed = changes.made(kind, chance.randrange(len(changes.kinds[kind])))
            if changed and (name, changed) not in seen:
                break
        else:
            continue
        seen.add((name, changed))
        tree.body[place] = ast.parse(changed).body[0]
        mutant = Mutant(name, kind, before, ast.unparse(tree))
        mutant.verdict, mutant.why = verdict_on(parents[name], mutant.make)
        if mutant.verdict != "unknown":
            yield mutant


def rounded_down():
    """The known wrong generators whose number of batches is rounded up, with one that is rounded down."""
    for generator in known_generators("wrong"):
        source = generator.path.read_text("utf-8")
        before = ast.unparse(ast.parse(source))
        changed = before.replace("math.ceil(", "math.floor(")
        if changed != before and "N = " not in source and "model" not in generator.module:
            yield generator, Mutant(generator.name, "rounded down", before, changed, "wrong")


def diagnosed(mutant):
    """Ask `diagnose`, and note in the mutant what it says."""
    from autograder import diagnose

    _seed()
    with _limit():
        report = diagnose(mutant.make)
    mutant.findings, mutant.questions = [one.name for one in report.findings], report.questions
    return mutant


def _half_told():
    """Yield `(what it is, mutant)` of those of which one mistake of two is told."""
    for generator, mutant in rounded_down():
        diagnosed(mutant)
        lost = set(mutant.findings) & {"never_read", "length_zero"}
        if not lost or not set(mutant.findings) & set(generator.expects):
            yield f"half told ({', '.join(generator.expects)})", mutant


def _disagreements(made, keep):
    for mutant in made:
        diagnosed(mutant)
        if keep is not None:
            keep.write(json.dumps(mutant.__dict__) + "\n")
        if mutant.verdict == "wrong" and not mutant.findings:
            yield "asked" if mutant.questions else "escape", mutant
        if mutant.verdict == "right" and mutant.findings:
            yield "false accusation", mutant


def main():
    """Make, judge, print. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--floor", action="store_true", help="wrong generators, rounded down besides")
    parser.add_argument("--keep", type=argparse.FileType("w"), help="write all of them here")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))  # some ask for arrays without end
    said = sys.stdout
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = [] if options.floor else list(itertools.islice(mutants(options.seed), options.count))
        found = Counter()
        for what, mutant in _half_told() if options.floor else _disagreements(made, options.keep):
            found[what] += 1
            told = mutant.findings or mutant.questions
            print(
                f"--- {what}: {mutant.of} ({mutant.why}), told {told}\n{mutant.change}", file=said, flush=True
            )
    verdicts = Counter(mutant.verdict for mutant in made)
    print(f"{len(made)} mutants, {verdicts['wrong']} wrong and {verdicts['right']} right: {dict(found)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
