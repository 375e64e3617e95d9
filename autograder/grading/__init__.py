"""Running submissions: warm processes, walls round the student's, tests in one of their own.

Who trusts whom:

- The **grader** reads submissions as text and holds the course. It starts the nursery, and
  believes what the test process says.
- The **nursery** imports TensorFlow once and forks the others. It holds no secret, and no student's
  code ever runs in it.
- A **test process** runs the instructor's cells. It knows the hidden tests. Of the student's process
  it believes nothing but what it serves: plain values and arrays, checked for size and time. It has
  walls of its own, since a test may use such a value as a path or as a command.
- A **student's process** runs the student's cells behind walls. It is told what to make, with which
  arguments, and which batches to serve; nothing that it sends is ever unpickled, imported or
  evaluated.
"""

WALLS = ("files", "namespaces", "user", "userns", "landlock", "seccomp", "limits")
"""The layers round a student's process, where a system has them: see `walls`."""
CELL_SECONDS, SUBMISSION_SECONDS = 60, 600
"""How long one of the student's cells, and a whole notebook, may take unless told otherwise."""
