"""Cut, copy and paste: steps as a project of their own, which any journey of any project can take in.

Lines of text and cells of a spreadsheet become steps too.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rondo.ui.canvas.editing.gestures import title_of
from rondo.ui.canvas.editing.gestures_copy import excerpt
from rondofile.errors import RondoFileError
from rondofile.project import Project
from rondofile.records import Journey, Note, Step

STEPS = "application/x-rondo-steps+json"
MOST_LINES = 2_000
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦‣]|\(?\d{1,3}[.)])\s+")


def put(project: Project, steps: Iterable[str]) -> None:
    """Those steps are on the clipboard, with their titles as lines of text."""
    QGuiApplication.clipboard().setMimeData(payload(project, steps))


def put_notes(notes: Iterable[Note]) -> None:
    """Those notes, which follow no step, are on the clipboard, with what they say as text."""
    found = list(notes)
    data = _own(Project.of([Journey(id=found[0].journey, name=""), *found]))
    data.setText("\n".join(note.text for note in found))
    QGuiApplication.clipboard().setMimeData(data)


def payload(project: Project, steps: Iterable[str]) -> QMimeData:
    """Those steps as data that can be pasted here or elsewhere."""
    copied = excerpt(project, steps)
    data = _own(copied)
    data.setText("\n".join(step.title for step in copied.all(Step)))
    return data


def _own(copied: Project) -> QMimeData:
    """Data that any window of Rondo takes in as it is."""
    from rondo.exchange.json_writer import write_json

    data = QMimeData()
    data.setData(STEPS, write_json(copied))
    return data


def copied_steps(data: QMimeData) -> Project | None:
    """The steps or notes of our own that the data holds; None where it holds none that can be read."""
    if not data.hasFormat(STEPS):
        return None
    from rondo.exchange.json_reader import read_json

    try:
        copied = read_json(bytes(data.data(STEPS).data())).project
    except RondoFileError:
        return None
    holds = bool(copied.all(Step)) or bool(copied.all(Note))
    return copied if holds else None


def lines_of(text: str) -> list[str]:
    """The titles in a text: one a line, the first cell of each row, without bullets and numbers."""
    lines = _first_cells(text) if "\t" in text else text.splitlines()
    titles = (title_of(_BULLET.sub("", line)) for line in lines)
    return list(islice(filter(None, titles), MOST_LINES))


def _first_cells(text: str) -> list[str]:
    """The first cell of each row that says something; a text that only looks like rows stays lines."""
    rows = csv.reader(text.splitlines(keepends=True), delimiter="\t")
    try:
        return [next((cell for cell in row if cell.strip()), "") for row in rows]
    except csv.Error:
        return text.splitlines()
