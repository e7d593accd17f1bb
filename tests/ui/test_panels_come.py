"""The panels come after the first picture, one by one: whoever works meanwhile is answered in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away, open_desk, park
from rondo.ui.main_window import MainWindow


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_desk(tmp_path, park()) as desk:
        made = MainWindow(desk)
        made.resize(1280, 800)
        yield made
        made.leave_session()
        clear_away()


def come(window: MainWindow, qapp: QApplication) -> list[list[str]]:
    """The names of the panels that were there after each round of events, until all are."""
    told: list[bool] = []
    rounds: list[list[str]] = []
    window.docks.filled.connect(lambda: told.append(True))
    window.show()
    while not told and len(rounds) < 200:
        qapp.processEvents()
        rounds.append([window.docks.key_of(room) for room in window.docks.there()])
    return rounds


def test_panels_when_the_window_is_shown_then_come_one_after_the_other(
    window: MainWindow, qapp: QApplication
) -> None:
    rounds = come(window, qapp)
    assert [] in rounds and ["outline"] in rounds
    assert rounds[-1] == ["outline", "inspector"]


def test_a_panel_when_it_is_asked_for_before_then_is_there_at_once(
    window: MainWindow, qapp: QApplication
) -> None:
    window.show()
    asked = window.inspector
    assert asked.isVisible() and not window.docks.outline.is_made
    assert come(window, qapp)[-1] == ["outline", "inspector"]
    assert window.inspector is asked


def test_a_panel_below_when_it_stood_open_then_comes_too(window: MainWindow, qapp: QApplication) -> None:
    window.docks.history.show()
    assert not window.docks.history.is_made
    assert come(window, qapp)[-1] == ["outline", "inspector", "history"]
