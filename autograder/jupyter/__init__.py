"""What JupyterLab's server does for the lessons: it opens the first notebook in place of the launcher."""

from pathlib import Path

__all__ = ["first_page"]

START = "00-start-here/00-start-here.ipynb"
LAUNCHER = "/lab"


def first_page(root, page):
    """Return the page to open in the folder `root`: of the lessons the first notebook, else `page`."""
    if page.rstrip("/").endswith(LAUNCHER) and (Path(root) / START).is_file():
        return f"{page.rstrip('/')}/tree/{START}"
    return page


def _jupyter_server_extension_points():
    return [{"module": "autograder.jupyter"}]


def _load_jupyter_server_extension(server):
    server.default_url = first_page(server.root_dir, server.default_url)
    server.web_app.settings["default_url"] = server.default_url
