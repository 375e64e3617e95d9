"""An engine on several machines: notebooks are run by the workers of an ordinary Dask cluster.

Each worker keeps one warm nursery, in a plugin, and does what `execute.Engine` does on one machine,
behind the same walls. Cells travel as JSON, both ways. The scheduler and the workers are trusted, as
Dask always trusts them: who reaches an open scheduler can run what they like on it, so it belongs on a
closed network, or behind TLS (https://distributed.dask.org/en/stable/tls.html).
"""

import asyncio
import contextlib
import functools
import hashlib
import json
import logging
import socket
import sys
import threading
import time
import uuid
from concurrent.futures import CancelledError
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import nbformat
from distributed import Client, KilledWorker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from autograder.grading import CELL_SECONDS, SUBMISSION_SECONDS
from autograder.grading.execute import Engine, EngineGone, Ran, supported

__all__ = ["Cluster"]

CONNECT_SECONDS, LOOK_SECONDS, NO_WORKER_SECONDS = 10, 5, 120
AHEAD = 2
"""So many notebooks are on their way for each thread of a worker, so that none has to wait for one."""
SAME = ("keras", "nbgrader", "numpy", "tensorflow", "tensorflow-cpu")
"""Packages on which a mark may hang."""


class _Refused(Exception):
    """A worker that may not grade; the message says why."""


class Cluster:
    """What `execute.Engine` is, on the workers of a Dask cluster. Use it as a context manager.

    address: of the scheduler. imports, cell_seconds, submission_seconds: as an engine has them. own:
    the instructor's files, sent to each worker once. require: walls without which a worker runs nothing.
    Raises: EngineGone, with what to do, where there is no scheduler, no worker, or an unlike one.
    """

    def __init__(
        self,
        address,
        imports,
        own=None,
        require=(),
        cell_seconds=CELL_SECONDS,
        submission_seconds=SUBMISSION_SECONDS,
    ):
        self.address, self._name = address, f"autograder-{uuid.uuid4().hex}"
        for name in ("distributed", "distributed.client"):  # what it has to say comes as EngineGone
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError, RuntimeError) as error:
            said = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise EngineGone(f"There is no Dask scheduler at {address} ({said}).") from None
        self._alone_since = None
        limits = {"cell_seconds": cell_seconds, "submission_seconds": submission_seconds}
        try:
            try:
                self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
            except TimeoutError:
                raise EngineGone(
                    f"The scheduler at {address} has no workers: start `dask worker {address}`."
                ) from None
            self._client.register_plugin(
                _Nurseries(tuple(imports), own, tuple(require), limits, about()), name=self._name
            )
            self.jobs = AHEAD * self._threads()
            told = self._asked(lambda: self._client.run(_walls, self._name))
            self.walls = tuple(
                wall for wall in next(iter(told.values())) if all(wall in w for w in told.values())
            )
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """End the nurseries, and hang up. The cluster goes on."""
        for leave in (
            lambda: self._client.unregister_worker_plugin(self._name),
            lambda: self._client.close(timeout=LOOK_SECONDS),
        ):
            with contextlib.suppress(Exception):  # a scheduler that is gone
                leave()

    def run(self, cells, names, files=None, own=None):
        """Run the cells of one notebook on one of the machines: see `Engine.run`. Returns `Ran`.

        own is what the workers were given at the start. Raises: EngineGone, where no worker will do it.
        """
        request = json.dumps({"cells": cells, "names": list(names)})
        try:
            told = json.loads(self._asked(lambda: self._answer(request, files or {})))
        except KilledWorker as error:  # Dask itself has tried four of them
            raise RuntimeError(
                f"each worker that ran it ended ({str(error).splitlines()[0][:200]})"
            ) from None
        cells[:] = [nbformat.from_dict(cell) for cell in told.pop("cells")]
        return Ran(cells, **told)

    def _answer(self, request, files):
        future, over = self._client.submit(_run, self._name, request, files, pure=False), threading.Event()
        future.add_done_callback(lambda _: over.set())
        try:
            # not `result` with a short time, again and again: where one is over just then, Dask raises an
            # UnboundLocalError (https://github.com/dask/distributed/issues/8514)
            while not over.wait(LOOK_SECONDS):
                self._look()
            return future.result(timeout=NO_WORKER_SECONDS)
        finally:
            future.release()

    def _look(self):
        """Raise EngineGone where there has been no worker for long, or the scheduler is away."""
        if self._client.status != "running":
            raise EngineGone(self._gone)
        if self._threads():
            self._alone_since = None
            return
        self._alone_since = self._alone_since or time.monotonic()
        if time.monotonic() - self._alone_since > NO_WORKER_SECONDS:
            raise EngineGone(f"The scheduler at {self.address} has no workers any more.")

    def _asked(self, ask):
        """Return what `ask()` does; what Dask raises where it is away comes as EngineGone."""
        try:
            return ask()
        except _Refused as error:
            raise EngineGone(f"{error}") from None
        except (OSError, CancelledError, TimeoutError):  # CommClosedError is an OSError
            raise EngineGone(self._gone) from None

    @property
    def _gone(self):
        return f"The scheduler at {self.address} went away."

    def _threads(self):
        """How many notebooks its workers run at once."""
        return sum(self._client.nthreads().values())


class _Nurseries(WorkerPlugin):
    """On each worker one warm engine, with as many jobs as the worker has threads."""

    def __init__(self, imports, own, require, limits, like):
        self._imports, self.own, self._require, self._limits, self._like = imports, own, require, limits, like

    def setup(self, worker):
        """Start the nursery, unless this machine would grade otherwise than the one that asks."""
        self.refused, self.engine = _unlike(self._like), None
        if not self.refused and not supported():
            self.refused = f"{socket.gethostname()} cannot grade: it is no Linux with a new enough kernel."
        if not self.refused:
            self.engine = Engine(worker.state.nthreads, imports=self._imports, **self._limits)

    def teardown(self, worker):
        """End the nursery."""
        if self.engine is not None:
            # the loop of the worker must go on: it says that the worker lives
            threading.Thread(target=self.engine.close, daemon=True).start()

    def ready(self):
        """The engine. Raises: _Refused, where there is none, or it has too few walls."""
        if self.refused:
            raise _Refused(self.refused)
        missing = [wall for wall in self._require if wall not in self.engine.walls]
        if missing:
            raise _Refused(f"{socket.gethostname()} lacks these walls: {', '.join(missing)}.")
        return self.engine


async def _walls(name, dask_worker):
    """The walls of a worker. Its nursery is waited for beside the loop, which says that the worker lives."""
    return await asyncio.to_thread(lambda: dask_worker.plugins[name].ready().walls)


def _run(name, request, files):
    """On a worker: run a notebook; the answer is JSON."""
    plugin = get_worker().plugins[name]
    request = json.loads(request)
    cells = [nbformat.from_dict(cell) for cell in request["cells"]]
    engine = plugin.ready()
    try:
        ran = engine.run(cells, request["names"], files, plugin.own)
    except Exception as error:  # not to be taken for an error of the connection
        raise RuntimeError(f"{type(error).__name__} on {socket.gethostname()}: {error}") from None
    return json.dumps({**asdict(ran), "machine": socket.gethostname()})


@functools.cache
def about():
    """What must be the same on all machines: {what: which}."""
    package = Path(__file__).resolve().parent.parent
    whole = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        whole.update(f"{path.relative_to(package)}\n".encode() + path.read_bytes())
    found = {"Python": ".".join(map(str, sys.version_info[:2])), "autograder": whole.hexdigest()[:12]}
    for name in SAME:
        with contextlib.suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _unlike(asked):
    """Say in one line in what this machine is unlike the one that asks; empty if in nothing."""
    mine = about()
    names = [name for name in {**asked, **mine} if asked.get(name) != mine.get(name)]
    if not names:
        return ""
    told = ", ".join(
        f"{name} {mine.get(name, 'is missing')}, not {asked.get(name, 'there')}" for name in names
    )
    return f"{socket.gethostname()} has other versions, and could give other marks: {told}."
