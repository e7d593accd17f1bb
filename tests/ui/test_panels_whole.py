"""What is beside a view is seen whole from the first: nothing in it finds its place later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away, open_desk, park
from rondo.ui.main_window import MainWindow


def places(*rooms: QWidget) -> dict[QWidget, QRect]:
    """Where everything that is seen in there stands."""
    within = [part for room in rooms for part in room.findChildren(QWidget)]
    return {part: part.geometry() for part in within if part.isVisible()}


def moved(before: dict[QWidget, QRect]) -> list[QWidget]:
    """What is seen and stands elsewhere now."""
    return [part for part, place in before.items() if part.isVisible() and part.geometry() != place]


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_desk(tmp_path, park()) as desk:
        made = MainWindow(desk)
        yield made
        qapp.processEvents()
        made.leave_session()
        clear_away()


def test_nothing_in_a_panel_moves_once_it_was_seen(window: MainWindow, qapp: QApplication) -> None:
    window.resize(1280, 800)
    window.show()
    window.docks.fill()
    first = places(*window.docks.there())
    qapp.processEvents()
    assert len(first) > 40
    assert not moved(first)


def test_nothing_in_the_tool_bar_moves_after_the_first_picture(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.memory, "place", lambda placed: placed.resize(1280, 800))
    window.place()
    first = places(window.tool_bar)
    for _ in range(5):
        qapp.processEvents()
    assert len(first) > 10
    assert not moved(first)
