"""JupyterLab in a browser, as its reader has it: a server, a page, a notebook.

What a reader does goes through the page: menus, buttons, keys. What a test reads comes from
JupyterLab's own model, since cells that are scrolled away are not in the page.
"""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest
from conftest import ROOT

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SECONDS = 120
"""As long may anything take on a busy machine: a page, a kernel, all cells of a lesson."""

PANEL = "const panel = window.jupyterapp.shell.currentWidget; const cells = panel.content.widgets;"
BUSY = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const kernel = panel?.context?.sessionContext?.session?.kernel;
  if (kernel?.connectionStatus !== "connected" || kernel.status !== "idle") return true;
  return panel.content.widgets.some((cell) => cell.model.executionState === "running");
}"""


def missing(reason):
    """Skip, and say why; under REQUIRE_BROWSER=1 fail instead, so that no check is lost unseen."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextlib.contextmanager
def chromium():
    """Start a headless Chromium; skip where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("no Playwright: pip install playwright")
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        missing("no Chromium: install your system's package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def fresh_environment(folder):
    """Make an environment as `install.py` leaves it: the installed packages, settings untouched.

    An instructor who enabled the Formgrader has changed `.venv`, and a test must not.
    Returns its Python.
    """
    venv.EnvBuilder(symlinks=os.name != "nt").create(folder)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout
    here = [path for path in sys.path if path.endswith("site-packages")]
    # `site.addsitedir` also reads the .pth files there, such as that of this package
    lines = [f"import site; site.addsitedir({path!r})" for path in here]
    (Path(own.strip()) / "installed.pth").write_text("\n".join(lines))
    ours = Path(sys.prefix)
    (folder / "share").mkdir(exist_ok=True)
    os.symlink(ours / "share" / "jupyter", folder / "share" / "jupyter")
    shutil.copytree(
        ours / "etc" / "jupyter",
        folder / "etc" / "jupyter",
        ignore=shutil.ignore_patterns("page_config.json"),
    )
    return python


def clean(home):
    """The environment variables of somebody who has never used Jupyter."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON", "TF_"))}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home)}


def course_copy(folder):
    """Copy what the course's reader gets, so that nothing is written into this folder."""
    for name in ("notebooks", "solutions", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb*"))
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder


class Lab:
    """A JupyterLab of its own: its own port, home and environment. Use it with `with`.

    course: the folder it is started in. root: the folder it opens. python: of the environment.
    """

    def __init__(self, browser, course, root, home, python):
        self.browser, self.root = browser, root
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        home.mkdir(exist_ok=True, parents=True)
        self.log = home / "lab.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [
                    python,
                    "-m",
                    "jupyterlab",
                    root,
                    "--no-browser",
                    "--allow-root",
                    "--ip=127.0.0.1",
                    f"--port={port}",
                    "--ServerApp.port_retries=0",
                    "--IdentityProvider.token=",
                    "--LabApp.expose_app_in_browser=True",
                ],
                cwd=course,
                env=clean(home),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def __enter__(self):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.address}/api"):
                return self
            time.sleep(0.1)
        self.process.kill()
        raise AssertionError(f"JupyterLab does not start:\n{self.log.read_text()[-3000:]}")

    def __exit__(self, *_):
        self.process.terminate()  # it ends its kernels
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def page(self, path="", width=1280, height=900):
        """Open a page of JupyterLab, such as the notebook at `path`, and wait until it is there."""
        page = self.browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(SECONDS * 1000)
        page.goto(f"{self.address}/lab{'/tree/' + path if path else ''}?reset")
        page.wait_for_function("() => window.jupyterapp?.restored.then(() => true)")
        page.locator("#jupyterlab-splash").wait_for(state="detached")
        return page


class Notebook:
    """A notebook that is open in a `Lab`. Cells go by their ids. Use it with `with`."""

    def __init__(self, lab, path, **size):
        self.folder = lab.root
        self.page = lab.page(path, **size)
        self.page.wait_for_function(
            "(path) => { const context = window.jupyterapp.shell.currentWidget?.context;"
            " return context?.path === path && context.isReady; }",
            arg=path,
        )
        self.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._js("await panel.context.sessionContext.shutdown();")  # frees its memory
        self.page.close()

    def _js(self, code, argument=None):
        return self.page.evaluate(f"async (given) => {{ {PANEL} {code} }}", argument)

    def wait(self):
        """Wait until the kernel has nothing to do, three looks in a row: between two cells it rests."""
        end, calm = time.monotonic() + SECONDS, 0
        while calm < 3:
            calm = 0 if self.page.evaluate(BUSY) else calm + 1
            self.page.wait_for_timeout(100)
            assert time.monotonic() < end, "the kernel is still busy"

    @property
    def outputs(self):
        """The outputs of all code cells: {cell id: list of outputs as in the file}."""
        return self._js(
            "return Object.fromEntries(cells.filter((cell) => cell.model.type === 'code')"
            ".map((cell) => [cell.model.id, cell.model.outputs.toJSON()]));"
        )

    def menu(self, *names):
        """Click a menu, then what is in it."""
        for name in names:
            self.page.get_by_role("menuitem", name=re.compile(rf"^{re.escape(name)}\b")).first.click()

    def run_all(self):
        """Run all cells by the menu; wait for the last one."""
        self.menu("Run", "Run All Cells")
        self.wait()

    def cell(self, cell, active=True):
        """Scroll to a cell, and make it the active one; return where it is in the page."""
        at = self._js("return cells.findIndex((cell) => cell.model.id === given);", cell)
        if active:
            self._js(
                "panel.content.mode = 'command'; panel.content.deselectAll();"
                "panel.content.activeCellIndex = given; panel.content.activate();",
                at,
            )
        self._js("await panel.content.scrollToItem(given, 'start');", at)
        place = self.page.locator(f".jp-Cell[data-windowed-list-index='{at}']:visible")
        place.wait_for()
        return place

    def write(self, cell, source):
        """Put a source into a cell through the model."""
        self._js(
            "cells.find((cell) => cell.model.id === given[0]).model.sharedModel.setSource(given[1]);",
            [cell, source],
        )

    def type(self, cell, source):
        """Type a source into a cell, key by key, in place of what it holds."""
        self.cell(cell).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        for number, line in enumerate(source.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
                self.page.keyboard.press("Shift+Home")  # over the indent that the editor offers
            if line:
                self.page.keyboard.type(line)
            else:
                self.page.keyboard.press("Delete")

    def source(self, cell):
        """What a cell holds."""
        return self._js(
            "return cells.find((cell) => cell.model.id === given).model.sharedModel.getSource();", cell
        )

    def run(self, cell):
        """Run a cell with Shift+Enter; return the outputs of it."""
        self.cell(cell)
        self.page.keyboard.press("Shift+Enter")
        self.wait()
        return self.outputs[cell]

    def save(self):
        """Save the notebook; return its path on the disk."""
        self._js("await panel.context.save();")
        return self.folder / self._js("return panel.context.path;")

    def validate(self):
        """Press nbgrader's Validate; close the dialog that comes, and return its text."""
        self.page.get_by_role("button", name="Validate").first.click()
        dialog = self.page.locator(".jp-Dialog")
        dialog.wait_for()
        text = dialog.inner_text()
        dialog.locator(".jp-mod-accept").click()
        dialog.wait_for(state="detached")
        return text
