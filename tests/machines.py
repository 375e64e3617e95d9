"""A Dask scheduler and workers of our own on this machine, each a program as people start it, over TLS."""

import os
import re
import subprocess
import sys
import time

__all__ = ["Machines"]

CLIENT = "DASK_DISTRIBUTED__COMM__TLS__"
START_SECONDS = 120


def certified(folder):
    """Make a key and a certificate that signs itself: `{option of Dask's programs: path}`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=course".split()
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return {"ca-file": certificate, "cert": certificate, "key": key}


class Machines:
    """A scheduler, and workers that can be ended. Use it as a context manager.

    folder: for keys and logs. While it is there, Dask's configuration in this process and in those that
    it starts has the keys. Raises: TimeoutError, where it does not start.
    """

    def __init__(self, folder):
        self.folder, files = folder, certified(folder)
        self._options = [word for name, path in files.items() for word in (f"--tls-{name}", str(path))]
        self._settings = {
            "ca-file": files["ca-file"],
            "client.cert": files["cert"],
            "client.key": files["key"],
        }
        self.processes, self.workers = [], []

    def __enter__(self):
        import dask
        import distributed  # noqa: F401  (its settings must be there, or they go with ours at the end)

        name = self.folder / "scheduler.json"
        self._start("scheduler", "--protocol", "tls", "--port", "0", "--scheduler-file", name)
        until = time.monotonic() + START_SECONDS
        while not (name.exists() and (found := re.search(r"tls://[^\"]+", name.read_text()))):
            if time.monotonic() > until:
                raise TimeoutError((self.folder / "scheduler0.log").read_text())
            time.sleep(0.1)
        self.address = found[0]
        settings = {f"distributed.comm.tls.{name}": str(path) for name, path in self._settings.items()}
        self._configured = dask.config.set(settings)
        for name, path in self._settings.items():
            os.environ[CLIENT + name.replace(".", "__").replace("-", "_").upper()] = str(path)
        return self

    def __exit__(self, *error):
        self._configured.__exit__(None, None, None)
        for name in [name for name in os.environ if name.startswith(CLIENT)]:
            del os.environ[name]
        for process in self.processes:
            process.kill()
            process.wait()

    def _start(self, kind, *arguments):
        program = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *map(str, arguments), *self._options]
        with open(self.folder / f"{kind}{len(self.processes)}.log", "wb") as log:
            process = subprocess.Popen([*program, "--no-dashboard"], cwd=self.folder, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def add_workers(self, count, threads=1):
        """Start workers, that nobody starts again when they end, and wait for them."""
        from distributed import Client

        for _ in range(count):
            self.workers.append(self._start("worker", self.address, "--nthreads", threads, "--no-nanny"))
        living = [worker for worker in self.workers if worker.poll() is None]
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(living), timeout=START_SECONDS)
