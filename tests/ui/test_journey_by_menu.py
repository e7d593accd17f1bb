"""A journey that is asked for from the map is named at once, and the keys go back to the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from helpers.desks import park, settle, wait_for
from helpers.outlines import is_editing
from helpers.windows import open_window
from rondo.ui.main_window import MainWindow
from rondofile.records import Journey, Step

pytestmark = pytest.mark.usefixtures("qapp")


def names(window: MainWindow) -> list[str]:
    return [journey.name for journey in window.desk.session.project.all(Journey)]


def focused() -> QLineEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def test_a_journey_made_from_the_map_takes_the_next_letters_as_its_name(tmp_path: Path) -> None:
    with open_window(tmp_path, park()) as window:
        tree = window.docks.outline.findChild(QTreeView, "journeys")
        assert tree is not None and window.view is not None
        assert window.view.isAncestorOf(QApplication.focusWidget())
        before = names(window)
        window.desk.actions["journey.new"].trigger()
        settle(window.desk.session)
        assert is_editing(tree)
        QTest.keyClicks(focused(), "Knee operation")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        wait_for(lambda: window.view is not None and window.view.isAncestorOf(QApplication.focusWidget()))
        settle(window.desk.session)
        assert names(window) == [*before, "Knee operation"]
        assert not [s for s in window.desk.session.project.all(Step) if "ee operation" in s.title]
        made = window.desk.session.project.all(Journey)[-1]
        assert window.desk.selection.journey == made.id and window.view_key == "journey"
