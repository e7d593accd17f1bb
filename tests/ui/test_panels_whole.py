"""The panels beside a view are seen whole from the first: nothing in them finds its height later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away, open_desk, park
from rondo.ui.main_window import MainWindow


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Where everything that is seen in the panels stands."""
    within = [part for room in window.docks.there() for part in room.findChildren(QWidget)]
    return {part: part.geometry() for part in within if part.isVisible()}


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_desk(tmp_path, park()) as desk:
        made = MainWindow(desk)
        made.resize(1280, 800)
        made.show()
        yield made
        qapp.processEvents()
        made.leave_session()
        clear_away()


def test_nothing_in_a_panel_moves_once_it_was_seen(window: MainWindow, qapp: QApplication) -> None:
    window.docks.fill()
    first = places(window)
    qapp.processEvents()
    assert len(first) > 40
    moved = [part for part, place in first.items() if part.isVisible() and part.geometry() != place]
    assert not moved
