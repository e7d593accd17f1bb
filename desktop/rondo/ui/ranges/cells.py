"""The rows and cells of a copied range: tabs as spreadsheets give them, or a file with commas."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

MOST_ROWS, MOST_COLUMNS = 10_000, 100
_REMARK = re.compile(r"^\s*#")


def rows_of(text: str) -> list[list[str]]:
    """The cells of each row; quoted cells may have several lines. Remarks before the first row are left out.

    Only what a spreadsheet copies has tabs, so text without any is read with semicolons or commas,
    whichever the first line has more of."""
    text = text.replace("\x00", "")
    if "\t" in text:
        return _read(text, "\t")
    lines = [line for line in text.splitlines(keepends=True) if not _REMARK.match(line)]
    first = next((line for line in lines if line.strip()), "")
    mark = max(";,", key=first.count)
    return _read("".join(lines), mark) if first.count(mark) else [[line] for line in text.splitlines()]


def _read(text: str, mark: str) -> list[list[str]]:
    """The cells between the marks. A single quote that nobody closes is a sign of inches, and no quote."""
    source = io.StringIO(text, newline="")
    if text.count('"') % 2:
        rows = csv.reader(source, delimiter=mark, quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(source, delimiter=mark)
    try:
        return [[cell.strip() for cell in row[:MOST_COLUMNS]] for row in islice(rows, MOST_ROWS)]
    except csv.Error:
        lines = re.split(r"\r\n?|\n", text)[:MOST_ROWS]
        return [[cell.strip() for cell in line.split(mark)] for line in lines]
