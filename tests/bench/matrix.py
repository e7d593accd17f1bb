"""The matrix with 500 offers: one more is placed, and painted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.harness import Figure, benchmark, p95, timed
from rondofile.enums import Architecture, CardKind, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Placement, Player, Record, Segment

OFFERS, PLACED, WARM = 500, 40, 5


@benchmark("place_500")
def place_500() -> Figure:
    """Milliseconds (p95) from the gesture to the painted matrix, the document thread included."""
    from PySide6.QtWidgets import QApplication

    from helpers.desks import open_desk, settle
    from rondo.ui.matrix.view import MatrixView

    running = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder), full()) as desk:
        room = MatrixView(desk)
        room.resize(1280, 800)
        room.show()
        settle(desk.session)

        def placed() -> None:
            cell = Experience.COACH_BEHAVIOR, Architecture.CROWD_ORCHESTRATOR
            room.grid.deeds.drop_lines("One more offer of ours", cell)
            settle(desk.session)
            room.grid.viewport().repaint()

        samples = timed(placed, PLACED, warm=WARM)
        shown = len(room.grid.plan.boxes)
        room.close()
        room.deleteLater()
    del running
    if shown != OFFERS + PLACED + WARM:
        raise AssertionError(f"{shown} offers are shown")
    return Figure(p95(samples), "ms")


def full() -> Project:
    """Five organisations, ten segments, 500 offers in all the cells."""
    return Project.of(_records())


def _records() -> Iterator[Record]:
    kinds = list(PlayerKind)[:5]
    yield from (Player(id=f"p{i}", position=i, name=f"Firm {i}", kind=kind) for i, kind in enumerate(kinds))
    yield from (Segment(id=f"s{i}", position=i, name=f"Customers of kind {i}") for i in range(10))
    rows, columns, states = (*Experience, None), list(Architecture), list(PlacementState)
    for i in range(OFFERS):
        yield Placement(
            id=f"o{i}",
            position=i,
            offer=f"Offer {i}: what we do there, said in one sentence",
            card_kind=CardKind.SEGMENT,
            card_ref=f"s{i % 10}",
            experience=rows[i // 5 % 5],
            architecture=columns[i % 5],
            state=states[i // 7 % 3],
            player=f"p{i % 3}",
        )
