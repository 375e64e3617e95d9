"""`autograder diagnose FILE EXPRESSION`: runs a script or a notebook up to the object, and diagnoses it.

    python -m autograder.diagnosis.command loader.py "train"

It runs in a process of its own, since it runs somebody's whole file. Of a file no more is run than
the expression needs: a `model.fit` below the line that makes the object is not waited for.
"""

import argparse
import ast
import builtins
import contextlib
import difflib
import json
import linecache
import os
import subprocess
import sys
from pathlib import Path

__all__ = ["FileError", "add_arguments", "main", "namespace_of", "run_in_own_process"]

RIGHT, FAILED, WRONG = 0, 1, 2
"""Exit status: nothing wrong was found; it could not be diagnosed; something is wrong."""


class FileError(Exception):
    """A file, or an expression, that cannot be used. Its message says what to do."""


def add_arguments(parser):
    """Say to an argparse parser what the command takes."""
    parser.add_argument("file", help="a script (.py) or a notebook (.ipynb) that makes the object")
    parser.add_argument("expression", help='the object, such as "train", or "MyLoader(paths, labels)"')
    parser.add_argument("--model", metavar="EXPRESSION", help="the compiled model that it is for")
    parser.add_argument("--validation", metavar="EXPRESSION", help="the validation data")
    parser.add_argument("--samples", type=int, metavar="N", help="how many samples an epoch should have")
    parser.add_argument(
        "--seconds", type=float, default=30, metavar="S", help="how long it may take (default: %(default)s)"
    )
    parser.add_argument("--html", metavar="FILE", help="write the report, with the figure, as a page")


def run_in_own_process(options):
    """Run the command in another process. Returns its exit status."""
    arguments = [options.file, options.expression, "--seconds", str(options.seconds)]
    for name in ("model", "validation", "samples", "html"):
        if getattr(options, name) is not None:
            arguments += [f"--{name}", str(getattr(options, name))]
    status = subprocess.run([sys.executable, "-m", __spec__.name, *arguments]).returncode
    if status not in (RIGHT, FAILED, WRONG):
        print(
            f"autograder: the process that ran {options.file} ended with status {status}, and says no more. "
            "Run the file alone to see why.",
            file=sys.stderr,
        )
        return FAILED
    return status


def main(arguments=None):
    """Run the command in this process. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="autograder diagnose")
    add_arguments(parser)
    options = parser.parse_args(arguments)
    try:
        return _diagnose(options)
    except FileError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return FAILED


def _diagnose(options):
    expressions = [text for text in (options.expression, options.model, options.validation) if text]
    with contextlib.redirect_stdout(sys.stderr):  # what the file prints is no part of the report
        names = namespace_of(options.file, expressions)
        thing, model, validation = (
            _evaluate(text, names, options.file) if text else None
            for text in (options.expression, options.model, options.validation)
        )
    from autograder.diagnosis.api import diagnose

    report = diagnose(
        thing, model=model, validation=validation, samples=options.samples, seconds=options.seconds
    )
    if report.refused:
        raise FileError(f"`{options.expression}` cannot be diagnosed: {report.refused}")
    print(report)
    if options.html:
        page = f"<!DOCTYPE html><meta charset='utf-8'><title>{report.name}</title>{report._repr_html_()}"
        Path(options.html).write_text(page, "utf-8")
    return WRONG if report.findings else RIGHT


def _evaluate(text, names, file):
    try:
        return eval(compile(text, "<expression>", "eval"), names)
    except Exception as error:
        raise FileError(
            f"`{text}` cannot be evaluated after {file}: {type(error).__name__}: {error}"
        ) from None


def namespace_of(file, expressions):
    """Run a script or a notebook as far as the expressions need. Returns its names.

    Raises: FileError.
    """
    path = Path(file)
    if not path.is_file():
        raise FileError(f"there is no file {file}.")
    parts = _cells(path) if path.suffix == ".ipynb" else [(str(path), path.read_text("utf-8"))]
    statements = [(name, statement) for name, text in parts for statement in _parsed(name, text)]
    wanted = {name for text in expressions for name in _names_in(text)}
    bound = set().union(*(_binds(statement) for _, statement in statements))
    for name in wanted - bound - set(dir(builtins)):
        if "*" not in bound:
            near = difflib.get_close_matches(name, bound, 1)
            raise FileError(
                f"{file} gives no value to {name}." + (f" Did you mean {near[0]}?" if near else "")
            )
    last = max(
        (place for place, (_, statement) in enumerate(statements) if _binds(statement) & wanted),
        default=len(statements) - 1,
    )
    names = {"__name__": path.stem, "__file__": str(path.resolve()), "__builtins__": __builtins__}
    module = type(sys)(path.stem)
    module.__dict__.update(names)
    sys.modules.setdefault(path.stem, module)  # so that what it defines can be pickled
    sys.path.insert(0, str(path.resolve().parent))
    for name, statement in statements[: last + 1]:
        code = compile(ast.Module([statement], []), name, "exec")
        try:
            exec(code, module.__dict__)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a script may end by sys.exit()
            line = linecache.getline(name, statement.lineno).strip()
            raise FileError(
                f"{os.path.basename(name)} raises in line {statement.lineno}, {line}: "
                f"{type(error).__name__}: {error}"
            ) from None
    return module.__dict__


def _parsed(name, text):
    try:
        return ast.parse(text).body
    except SyntaxError as error:
        raise FileError(f"{os.path.basename(name)}, line {error.lineno}: {error.msg}.") from None


def _cells(path):
    """`(name, text)` of the code cells of a notebook; lines for IPython and the shell are left out."""
    try:
        cells = json.loads(path.read_text("utf-8-sig"))["cells"]
    except (ValueError, KeyError, TypeError):
        raise FileError(f"{path} is no notebook.") from None
    parts = []
    for number, cell in enumerate((c for c in cells if c.get("cell_type") == "code"), 1):
        source = cell.get("source", "")
        lines = (source if isinstance(source, str) else "".join(source)).splitlines(keepends=True)
        if lines and lines[0].startswith("%%"):
            continue
        text = "".join("\n" if line.lstrip().startswith(("%", "!", "?")) else line for line in lines)
        name = f"<code cell {number}>"
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        parts.append((name, text))
    return parts


def _names_in(text):
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError as error:
        raise FileError(f"`{text}` is no expression: {error.msg}.") from None
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _binds(statement):
    """Names that a statement gives a value to, or changes a part of; not those inside functions."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            while isinstance(node, (ast.Attribute, ast.Subscript)):
                node = node.value
            if isinstance(node, ast.Name):
                found.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= _binds(node)
    return found


if __name__ == "__main__":
    sys.exit(main())
