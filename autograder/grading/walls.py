"""Walls round a student's process, in layers, each used where the system has it.

- **Files**: a new root, in which only what Python needs, its packages, the system's libraries and the
  lessons' data exist, read-only; the scratch folder is a small file system in memory of its own.
- **Namespaces**: its own processes, network (with nothing in it), shared memory and host name.
- **User**: an id that owns nothing (as root), and a user namespace without any capability.
- **Landlock**: what the new root holds stays read-only, even if the layers above had a gap.
- **Seccomp**: of the kernel's calls those that a notebook needs: see `syscalls`.
- **Limits**: memory, time, processes, size and number of files; the memory of all together.

Without any of these (macOS, Windows) a submission is still graded, and the run says so.
"""

import contextlib
import ctypes
import functools
import importlib
import json
import os
import resource
import select
import signal
import site
import sys
import sysconfig
import tempfile
from pathlib import Path

from autograder.grading import WALLS, watch
from autograder.grading.syscalls import forbid_the_rest, prepared

__all__ = [
    "Walls",
    "end_with_parent",
    "limit_address_space",
    "little_memory",
    "new_session_keyring",
    "prepare",
    "probe",
]

NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT = 1, 2, 4, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP, PR_SET_DUMPABLE = 1, 38, 24, 4
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
KEYCTL, JOIN_SESSION_KEYRING = {"x86_64": 250, "aarch64": 219}, 1
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
CAPSET = {"x86_64": 126, "aarch64": 91}

FIRST_USER = 61_000
"""Ids from here on belong to nobody on an ordinary system; each slot of the grader has its own."""

SYSTEM = ("/", "/usr", "/usr/local")
"""Where programs of all kinds lie; in another prefix, of conda say, only Python's own do."""
HOME, OLD, BESIDE = "scratch", "outside", "beside"
"""Names in the new root; a course may well lie below /home."""

LOOK_SECONDS = 0.1
"""How often the process outside looks how much memory those inside hold."""
LITTLE = 512 << 20
"""Bytes that what the tests compute for a student's code may take."""
SCRATCH_BYTES, SCRATCH_FILES = 64 << 20, 2_000
FILE_BYTES, FILES, CPU_SECONDS = 50 << 20, 512, 600
PROCESSES = 100 + 4 * (os.cpu_count() or 1)
"""Threads count too, and TensorFlow starts some for each core, of several kinds."""

_libc = ctypes.CDLL(None, use_errno=True)


class WallError(OSError):
    """A layer could not be put up."""


def _call(what, result):
    if result < 0:
        number = ctypes.get_errno()
        raise WallError(number, f"{what}: {os.strerror(number)}")
    return result


def _unshare(flags):
    _call("unshare", _libc.unshare(flags))


def _mount(source, target, kind=None, flags=0, data=None):
    def text(value):
        return None if value is None else os.fsencode(str(value))

    _call(
        f"mount {target}",
        _libc.mount(text(source), text(target), text(kind), ctypes.c_ulong(flags), text(data)),
    )


@functools.cache  # asked by the process that all others are forks of
def readable_paths():
    """What a student's process may read: Python, its packages, system libraries, data, this package.

    Of a folder such as /usr only programs and libraries: what other programs keep beside them, and
    settings, may hold passwords.
    """
    here = Path(__file__).resolve().parent.parent
    kinds = sysconfig.get_paths()
    paths = {
        here,
        here.parent / "data",
        *map(Path, site.getsitepackages()),
        *(Path(kinds[kind]) for kind in ("stdlib", "platstdlib", "purelib", "platlib")),
    }
    for prefix in map(Path, SYSTEM):
        paths |= {prefix / name for name in ("bin", "lib64", "lib/locale")}
        paths |= {prefix / "lib" / (sysconfig.get_config_var("MULTIARCH") or "none")}
        paths |= {*prefix.glob("lib/*.so*")}
    for prefix in (sys.prefix, sys.base_prefix):
        paths |= {Path(prefix, "bin"), Path(prefix, "pyvenv.cfg")}
        paths |= {Path(prefix, "lib"), Path(prefix, "lib64")} if prefix not in SYSTEM else set()
    paths |= set(
        map(
            Path,
            (
                "/usr/share/fonts",
                "/usr/share/zoneinfo",
                "/usr/share/locale",
                "/etc/ld.so.cache",
                "/etc/localtime",
                "/etc/fonts",
                "/dev/null",
                "/dev/zero",
                "/dev/urandom",
            ),
        )
    )
    paths = {path for path in paths if path.exists()}
    return sorted(path for path in paths if not any(other in path.parents for other in paths))


class Walls:
    """The walls to put up. on: names of the layers, as `probe` found them."""

    def __init__(self, on):
        self.on = tuple(on)

    def enter(self, scratch, slot=0, inner=None, beside=None):
        """Put up the walls round this process, a fresh fork; return in the process inside.

        scratch: an empty folder, which becomes the working folder and HOME. slot: number of the
        grader's worker, each with a user id of its own. inner: a function
        that the process outside calls with the id of the process inside; it then waits. beside: a folder,
        for a process of the tests: this one may read it too, and has no limits but that of files.
        Returns: where that folder is now.
        """
        readable, limits = readable_paths(), {} if beside else _limits()
        root = os.geteuid() == 0
        user = FIRST_USER + slot if root and "user" in self.on else os.geteuid()
        outside = None
        if not beside:
            watch.may_be_ended_first()
        if not root and {"namespaces", "files"} & {*self.on}:
            _own_users()
        if "namespaces" in self.on:
            outside = _split(inner, root and "userns" in self.on, bool(limits) and "limits" in self.on)
            _unshare(NEWIPC | NEWUTS | NEWNET)
            os.setsid()
        home = str(scratch)
        if "files" in self.on:
            _unshare(NEWNS)
            home = _new_root(scratch, user, readable, beside)
            beside = beside and f"/{BESIDE}"
        os.chdir(home)
        for name in ("HOME", "TMPDIR", "IPYTHONDIR", "MPLCONFIGDIR", "XDG_CACHE_HOME"):
            os.environ[name] = home
        tempfile.tempdir = None  # it may have been found already, elsewhere
        if "limits" in self.on:
            for what, most in limits.items():
                resource.setrlimit(what, (most, most))
        new_session_keyring()
        if root and "user" in self.on:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        if "namespaces" in self.on:
            _drop_capabilities()
        _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        end_with_parent(outside)  # after the change of user, which would undo it
        if "landlock" in self.on:
            more = [beside] if beside else []
            _landlock(home, [] if "files" in self.on else [*readable, *more])
        _libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        if (
            "seccomp" in self.on and not beside
        ):  # a process of the tests is handed connections, by calls of the kernel
            forbid_the_rest()
        return beside


def prepare(on):
    """Work out once, in the process that all others are forks of, what each of them would."""
    readable_paths()
    if "seccomp" in on:
        prepared()


def new_session_keyring():
    """Let go of the keys of who is logged in here: tokens, of Kerberos say."""
    _libc.syscall(KEYCTL[os.uname().machine], JOIN_SESSION_KEYRING, None)


def end_with_parent(parent=None):
    """Have this process killed when its parent ends; at once, where it has ended.

    parent: a descriptor that stands for it, which is closed.
    """
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if parent is not None:
        ended = select.poll()
        ended.register(parent, select.POLLIN)
        if ended.poll(0):
            os._exit(0)
        os.close(parent)


def _own_users():
    """Enter a user namespace in which this user is the only one."""
    user, group = os.geteuid(), os.getegid()
    _unshare(NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _split(inner, own_users, watched):
    """Fork into a new process namespace. The process outside stays, looks after it, and ends with it.

    Returns, in the process inside, a descriptor that stands for the process outside.
    own_users: whether to enter a user namespace too; it is root outside who says who is who in it.
    """
    outside = os.pidfd_open(os.getpid())
    _unshare(NEWPID)
    ready, mapped = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ready[0])
        os.close(mapped[1])
        if own_users:
            _unshare(NEWUSER)
            os.write(ready[1], b"x")
            if not os.read(mapped[0], 1):
                os._exit(1)
        os.close(ready[1])
        os.close(mapped[0])
        return outside
    os.close(ready[1])
    os.close(mapped[0])
    handle = os.pidfd_open(pid)
    looks = watch.Watch(pid, watch.together()) if watched else None
    if inner is not None:
        inner(pid)
    if own_users and os.read(ready[0], 1):
        _same_users(pid)
        os.write(mapped[1], b"x")
    os.close(mapped[1])
    _wait(handle, looks)
    os.waitpid(pid, 0)  # only then does the system count its time as used by the grader's children
    os._exit(0)


def _same_users(pid):
    """Give a process's new user namespace all users that this process knows, under the same ids."""
    for name in ("uid_map", "gid_map"):
        known = [line.split() for line in Path(f"/proc/self/{name}").read_text().splitlines()]
        lines = "".join(f"{first} {first} {count}\n" for first, _, count in known)
        Path(f"/proc/{pid}/{name}").write_text(lines)


def _wait(handle, looks):
    """Wait until the process inside has ended; end it, if it and its children take too much memory."""
    ended = select.poll()
    ended.register(handle, select.POLLIN)
    while not ended.poll(LOOK_SECONDS * 1000):
        if looks is not None and looks.is_too_much():
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            looks = None


def _new_root(scratch, user, readable, beside=None):
    """Make a root with nothing but the readable paths and the scratch folder, and move into it.

    beside: a folder that is found in it too, as /beside.
    """
    _mount(None, "/", None, MS_REC | MS_PRIVATE)
    _mount("none", scratch, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=755")
    places = {path: Path(str(scratch) + str(path)) for path in readable}
    if beside:
        places[Path(beside)] = Path(scratch) / BESIDE
    for path, target in places.items():
        _make_like(path, target)
        _mount(path, target, None, MS_BIND | MS_REC)
        flags = os.statvfs(path).f_flag & (MS_NOSUID | MS_NODEV | 8 | 1024 | 2048)
        _mount(None, target, None, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | flags)
    # TensorFlow ends the process if it cannot read these two; more of /proc it does not need
    program = Path(scratch) / "proc" / "self"
    program.mkdir(parents=True)
    (program / "exe").symlink_to(os.path.realpath(sys.executable))
    (program / "cmdline").write_bytes(b"python\0notebook\0")
    home = Path(scratch) / HOME
    home.mkdir()
    _mount(
        "none",
        home,
        "tmpfs",
        MS_NOSUID | MS_NODEV,
        f"size={SCRATCH_BYTES},nr_inodes={SCRATCH_FILES},mode=700,uid={user},gid={user}"
        if os.geteuid() == 0
        else f"size={SCRATCH_BYTES},nr_inodes={SCRATCH_FILES},mode=700",
    )
    if not (Path(scratch) / "tmp").exists():  # it does where Python or the course lies below /tmp
        (Path(scratch) / "tmp").symlink_to(HOME)
    (Path(scratch) / "dev" / "shm").symlink_to(f"/{HOME}")  # for the locks of `multiprocessing`
    (Path(scratch) / OLD).mkdir()
    machine = os.uname().machine
    _call(
        "pivot_root",
        _libc.syscall(PIVOT_ROOT[machine], os.fsencode(str(scratch)), os.fsencode(f"{scratch}/{OLD}")),
    )
    os.chdir("/")
    _call("umount", _libc.umount2(os.fsencode(f"/{OLD}"), MNT_DETACH))
    os.rmdir(f"/{OLD}")
    _mount(None, "/", None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)
    return f"/{HOME}"


def _make_like(path, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()


def _limits():
    """Limits of one process; of its memory beyond what it has now, which nobody wrote to yet."""
    wanted = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_FSIZE: FILE_BYTES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_NPROC: PROCESSES,
        resource.RLIMIT_AS: _address_space() + watch.MOST,
    }
    hard = {what: resource.getrlimit(what)[1] for what in wanted}
    return {
        what: most if hard[what] == resource.RLIM_INFINITY else min(most, hard[what])
        for what, most in wanted.items()
    }


def limit_address_space():
    """Limit this process to what a student's may have, beyond what it has now."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = _address_space() + watch.MOST
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard),) * 2)


@contextlib.contextmanager
def little_memory():
    """Limit this process, for the body, to a little more memory than it has: what it computes is a student's."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = min(limit for limit in (_address_space() + LITTLE, *before) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _address_space():
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:  # macOS
        return 12 << 30


def _drop_capabilities():
    for capability in range(64):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    _call("capset", _libc.syscall(CAPSET[os.uname().machine], header, none))


def _landlock_version():
    return _libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))


def _landlock(home, readable):
    """Forbid all writing but in the scratch folder; where `readable` is given, other reading too."""
    version = _landlock_version()
    rights = (1 << 13) - 1  # as in version 1: execute, write, read, list, remove and make of all kinds
    rights |= (1 << 13 if version >= 2 else 0) | (1 << 14 if version >= 3 else 0)
    rights |= 1 << 15 if version >= 5 else 0
    read = 1 | 1 << 2 | 1 << 3

    class Ruleset(ctypes.Structure):
        _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]

    class Beneath(ctypes.Structure):
        _pack_ = 1
        _fields_ = [("access", ctypes.c_uint64), ("fd", ctypes.c_int32)]

    attribute = Ruleset(rights, 3 if version >= 4 else 0, 3 if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = _call(
        "landlock",
        _libc.syscall(LANDLOCK_CREATE, ctypes.byref(attribute), ctypes.c_size_t(size), ctypes.c_uint32(0)),
    )
    rules = [(path, read) for path in (readable or ["/"])] + [(home, rights & ~(1 << 6 | 1 << 10))]
    rules += [("/dev/null", read | 1 << 1)]
    for path, allowed in rules:
        if not os.path.exists(path):
            continue
        if not os.path.isdir(path):
            allowed &= 1 | 1 << 1 | 1 << 2 | (1 << 14 if version >= 3 else 0)
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        beneath = Beneath(allowed & rights, descriptor)
        _call(
            "landlock",
            _libc.syscall(LANDLOCK_ADD, ruleset, ctypes.c_int(1), ctypes.byref(beneath), ctypes.c_uint32(0)),
        )
        os.close(descriptor)
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("landlock", _libc.syscall(LANDLOCK_RESTRICT, ruleset, ctypes.c_uint32(0)))
    os.close(ruleset)


def probe(folder):
    """Find out, each in a process of its own, which layers this system has. Returns names."""
    if not sys.platform.startswith("linux"):
        return ()
    on = []
    for name in ("limits", "namespaces", "files", "landlock", "user", "userns", "seccomp"):
        if os.geteuid() != 0 and name in ("user", "userns"):
            if "namespaces" in on:
                on.append(name)  # a user namespace without capabilities
        elif _works([*on, name], folder):
            on.append(name)
    return tuple(name for name in WALLS if name in on)


def _works(on, folder):
    """Try the layers in a forked process, which says whether it came through."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        try:
            Walls(on).enter(folder)
            importlib.import_module("colorsys")  # is Python's own library still readable?
            os.write(theirs, json.dumps(True).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as reader:
        said = reader.read()
    os.waitpid(pid, 0)
    return said == b"true"
