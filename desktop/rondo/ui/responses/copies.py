"""Cells on the clipboard: as text that a spreadsheet takes, and whole for this grid."""

from __future__ import annotations

import json
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QMimeData

from rondo.ui.mime import text_of
from rondofile.records import Response

CELLS = "application/x-rondo-responses+json"
MOST_ROWS, MOST_COLUMNS = 1000, 8


class Copied(Struct, frozen=True):
    """What is copied of a cell."""

    text: str = ""
    must_know: str = ""


Rows = list[list[Copied]]


def encode(rows: Sequence[Sequence[Response | None]]) -> QMimeData:
    """The cells as a payload, row by row."""
    data = QMimeData()
    whole = [[[r.text, r.must_know] if r else ["", ""] for r in row] for row in rows]
    data.setData(CELLS, json.dumps(whole).encode())
    lines = ("\t".join(" ".join(r.text.split()) if r else "" for r in row) for row in rows)
    data.setText("\n".join(lines))
    return data


def decode(data: QMimeData | None) -> Rows:
    """The cells in a payload: ours whole, a text by lines and tabs; empty where there is nothing."""
    if data is None:  # the clipboard of some systems, when its owner is gone
        return []
    if data.hasFormat(CELLS):
        try:
            found = json.loads(bytes(data.data(CELLS).data()))
            rows = [[Copied(str(text), str(know)) for text, know in row] for row in found]
        except (ValueError, TypeError, RecursionError):
            rows = []
    else:
        text = text_of(data).rstrip("\n")
        rows = [[Copied(part.strip()) for part in line.split("\t")] for line in text.splitlines()]
    return [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]]
