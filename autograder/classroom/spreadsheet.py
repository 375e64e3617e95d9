"""CSV files that any spreadsheet opens as they are meant: with all letters, and without formulas."""

import csv
import re

from autograder.classroom.terminal import visible

__all__ = ["no_formula", "write_rows"]

BEGINS = re.compile(r"(^|[;,|\t\r\n])(\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet takes for the beginning of a formula, wherever it takes a new cell to begin; the
last four are the wide forms that East Asian keyboards write."""
LEADING = re.compile(r"^[\t\r\n]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def no_formula(value):
    """A cell in which a spreadsheet finds no formula: an apostrophe stands before it. Numbers stay."""
    value = visible(str(value))
    if NUMBER.fullmatch(value):
        return value
    return LEADING.sub(lambda found: f"'{found[0]}", BEGINS.sub(r"\1'\2", value))


def write_rows(path, rows, mark=True):
    """Write a CSV file, its head first, in UTF-8. mark: with the mark by which a spreadsheet knows that."""
    encoding = "utf-8-sig" if mark else "utf-8"
    with open(path, "w", newline="", encoding=encoding, errors="replace") as file:
        csv.writer(file).writerows([no_formula(value) for value in row] for row in rows)
