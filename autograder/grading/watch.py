"""How much memory there is, and how much a student's processes hold together.

A limit of the kernel's counts for one process at a time, and a control group is not everywhere to be
had. So the process outside the walls looks, ten times a second, and ends them all together.
"""

import contextlib
import os
import re
from pathlib import Path

__all__ = ["MOST", "Watch", "family", "may_be_ended_first", "together"]

MOST = 3 << 30
"""Bytes that all processes of a student may hold; less on a machine that has not twice as much."""
LEAST = 600 << 20
SOCKETS, SOCKET_BYTES = 200, 425_984
"""So many sockets are no matter; each more may hold so much, which counts for no process."""
FIELDS = re.compile(r"^(?:RssAnon|RssShmem|VmPTE):\s+(\d+) kB", re.M)
"""Pages of its own, shared ones, and what the kernel needs to find them."""
TABLES = re.compile(r"^VmPTE:\s+(\d+) kB", re.M)


def may_be_ended_first():
    """Tell the kernel that, where memory ends, this process and its children are the ones to go."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _free():
    """Bytes that are to be had: of the machine, or of the container."""
    free = int(re.search(r"MemAvailable:\s+(\d+)", Path("/proc/meminfo").read_text()).group(1)) * 1024
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, kinds, path = line.split(":", 2)
        if kinds not in ("", "memory"):
            continue
        first, most, now = (
            ("memory", "memory.limit_in_bytes", "memory.usage_in_bytes")
            if kinds
            else ("", "memory.max", "memory.current")
        )
        for folder in (Path("/sys/fs/cgroup", first, path.lstrip("/")), Path("/sys/fs/cgroup", first)):
            try:
                free = min(free, int((folder / most).read_text()) - int((folder / now).read_text()))
            except (OSError, ValueError):  # no such file, or the word "max"
                continue
    return free


def together():
    """How many bytes all processes of one student may hold, as things are now."""
    try:
        return max(LEAST, min(MOST, _free() // 2))
    except (OSError, AttributeError):
        return MOST


class Watch:
    """What a process, and all below it, hold beyond what it was born with.

    pid: of the process, which was just forked. most: bytes.
    """

    def __init__(self, pid, most):
        self.pid, self.most = pid, most
        self._born_with = _bytes(pid)

    def is_too_much(self):
        """Whether it is more than may be. Pages that children share are counted once, if we may look."""
        pids = family(self.pid)
        most = self.most - SOCKET_BYTES * max(0, _sockets(self.pid) - SOCKETS)
        if sum(max(0, _bytes(pid) - self._born_with) for pid in pids) <= most:
            return False
        exact = [_share(pid) for pid in pids]
        return None in exact or sum(exact) > most


def _bytes(pid, fields=FIELDS):
    try:
        return 1024 * sum(map(int, fields.findall(Path(f"/proc/{pid}/status").read_text())))
    except OSError:
        return 0


def _sockets(pid):
    """How many sockets there are in the network of a process."""
    try:
        return int(Path(f"/proc/{pid}/net/sockstat").read_text().split()[2])
    except (OSError, IndexError, ValueError):
        return 0


def _share(pid):
    """A process's bytes, each page that others have too in part. None where we may not know."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    except OSError:
        return None
    pages = 1024 * sum(map(int, re.findall(r"^Pss_(?:Anon|Shmem):\s+(\d+) kB", text, re.M)))
    return pages + _bytes(pid, TABLES)


def family(pid):
    """The ids of a process and all below it; a child whose parent ended is one of the first's."""
    found, left = [], [pid]
    while left:
        pid = left.pop()
        found.append(pid)
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{pid}/task"):
                left += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split())
    return found
