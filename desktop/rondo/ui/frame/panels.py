"""The panels beside the views, each read in when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from rondo.ui.desk import Desk
from rondo.ui.room import Room

Panel = Callable[[Desk, QWidget], Room]
"""The class of a panel."""


def _outline() -> Panel:
    from rondo.ui.outline.panel import Outline

    return Outline


def _inspector() -> Panel:
    from rondo.ui.inspector.panel import Inspector

    return Inspector


def _history() -> Panel:
    from rondo.ui.history.panel import HistoryPanel

    return HistoryPanel


def _measures() -> Panel:
    from rondo.ui.measures.panel import MeasuresPanel

    return MeasuresPanel


def _moves() -> Panel:
    from rondo.ui.inspector.moves.panel import MovesPanel

    return MovesPanel


PANELS: Mapping[str, Callable[[], Panel]] = {
    "outline": _outline,
    "inspector": _inspector,
    "history": _history,
    "measures": _measures,
    "moves": _moves,
}
"""What reads in a panel, by the name of its dock."""
