"""What axe has against the part of a page that is ours."""

import json
from pathlib import Path

from browser import missing

__all__ = ["ALL_OF_IT", "axe_source", "spoil", "violations"]

TESTS = Path(__file__).resolve().parent
OURS = [".jp-RenderedHTMLCommon", ".jp-OutputArea-output"]
"""Where text, tables and figures of a lesson stand. The rest is JupyterLab's and nbconvert's."""
ALL_OF_IT = 24_000
"""Higher than any lesson, in pixels: JupyterLab hides from axe what is scrolled away."""


def axe_source():
    """The source of axe, in the version that `package.json` pins."""
    folder = TESTS / "node_modules" / "axe-core"
    if not folder.is_dir():
        missing("no axe: npm install --no-package-lock --prefix tests")
    pinned = json.loads((TESTS / "package.json").read_text())["devDependencies"]["axe-core"]
    assert json.loads((folder / "package.json").read_text())["version"] == pinned
    return (folder / "axe.min.js").read_text("utf-8")


def violations(page, axe):
    """What axe has against our part of a page, folded parts opened: one string for each element."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    # JupyterLab's body is 0 high and hides what overflows: axe takes all text in it for invisible
    page.add_style_tag(content="body { min-height: 100vh; }")
    page.evaluate(axe)
    found = page.evaluate(
        "async (ours) => (await axe.run({include: ours.filter((one) =>"
        " document.querySelector(one)).map((one) => [one])})).violations",
        OURS,
    )
    return [f"{v['id']}: {node['html'][:300]}" for v in found for node in v["nodes"]]


def spoil(page):
    """Make the first and the last paragraph and the last line of a report too pale to read."""
    page.evaluate(
        "() => { const every = (what) => [...document.querySelectorAll(what)];"
        " const text = every('.jp-RenderedMarkdown p');"
        " for (const one of [text[0], text.at(-1), every('.autograder-report td').at(-1)])"
        " one.style.cssText = 'color: #bbb !important'; }"
    )
