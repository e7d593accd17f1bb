"""What is dragged and pasted: ids with the project they belong to, as JSON under a type of our own."""

from __future__ import annotations

import json

from msgspec import Struct
from PySide6.QtCore import QMimeData

CARDS = "application/x-rondo-cards+json"
"""Segments, situations, parts of a journey, offers, or steps that are to become a part."""

KINDS = ("segment", "situation", "stretch", "placement", "step")


MOST_TEXT = 1_000_000
"""Letters of a pasted or dropped text that are looked at."""


class Cards(Struct, frozen=True):
    """Things of one kind by their ids. `journey` says where steps come from."""

    doc_id: str
    kind: str
    ids: tuple[str, ...]
    journey: str = ""
    text: str = ""


def encode(cards: Cards) -> QMimeData:
    """The cards as a payload, with their names as plain text beside it."""
    data = QMimeData()
    payload = {"project": cards.doc_id, "kind": cards.kind, "ids": list(cards.ids), "journey": cards.journey}
    data.setData(CARDS, json.dumps(payload).encode())
    if cards.text:
        data.setText(cards.text)
    return data


def decode(data: QMimeData, doc_id: str) -> Cards | None:
    """The cards in a payload; None where it holds none, or those of another project."""
    if not data.hasFormat(CARDS):
        return None
    try:
        found = json.loads(bytes(data.data(CARDS).data()))
        cards = Cards(
            str(found["project"]), str(found["kind"]), tuple(map(str, found["ids"])), str(found["journey"])
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return cards if cards.doc_id == doc_id and cards.kind in KINDS and cards.ids else None


def text_of(data: QMimeData) -> str:
    """The text in a payload, as far as a person could have meant it."""
    return data.text()[:MOST_TEXT]
