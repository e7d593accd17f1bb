"""What lines of the outline are as a payload: cards for the matrix, and an order for the outline itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from rondo.ui.mime import KINDS, Cards, encode
from rondo.ui.outline.lines.entry import Entry, Key
from rondofile.project import Project
from rondofile.records import Step, Stretch

LINES = "application/x-rondo-lines+json"
"""Lines of the outline that are dragged inside it."""


def cards_of(doc_id: str, project: Project, entries: Sequence[Entry]) -> Cards | None:
    """The chosen lines as cards of one noun, that of the first; None where they can be no cards."""
    noun = entries[0].key[0] if entries else ""
    ids = tuple(entry.id for entry in entries if entry.key[0] == noun)
    if noun not in KINDS:
        return None
    texts = "\n".join(entry.name for entry in entries if entry.key[0] == noun)
    return Cards(doc_id, noun, ids, _journey(project, noun, ids[0]), texts)


def payload(doc_id: str, project: Project, entries: Sequence[Entry]) -> QMimeData:
    """The lines, for whoever takes them."""
    cards = cards_of(doc_id, project, entries)
    data = encode(cards) if cards is not None else QMimeData()
    lines = {"project": doc_id, "lines": [list(entry.key) for entry in entries]}
    data.setData(LINES, json.dumps(lines).encode())
    return data


def lines_of(data: QMimeData, doc_id: str) -> tuple[Key, ...]:
    """The lines in a payload; none where it holds none, or those of another project."""
    if not data.hasFormat(LINES):
        return ()
    try:
        found = json.loads(bytes(data.data(LINES).data()))
        keys = tuple((str(noun), str(key)) for noun, key in found["lines"])
        return keys if found["project"] == doc_id else ()
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


def _journey(project: Project, noun: str, key: str) -> str:
    if noun == "step":
        return project.get(Step, key).journey
    return project.get(Stretch, key).journey if noun == "stretch" else ""
