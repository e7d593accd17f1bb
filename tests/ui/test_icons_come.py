"""Icons are there from the first, and drawn when they are first seen, at the size at which they are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away, open_desk, park
from rondo.ui.dress import icons
from rondo.ui.dress.look import Look
from rondo.ui.main_window import MainWindow
from rondo.ui.settings import Settings


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[QSize]:
    """The size of each drawing that was made."""
    sizes: list[QSize] = []
    draw = icons._drawn
    monkeypatch.setattr(icons, "_drawn", lambda svg, size: (sizes.append(QSize(size)), draw(svg, size))[1])
    return sizes


def test_every_action_has_its_icon_before_one_is_drawn(
    tmp_path: Path, qapp: QApplication, drawn: list[QSize]
) -> None:
    with open_desk(tmp_path, park()) as desk:
        window = MainWindow(desk)
        named = [desk.actions[spec.id] for spec, _ in desk.actions.items() if spec.icon]
        assert len(named) > 30
        assert not any(action.icon().isNull() for action in named)
        assert len(drawn) < 5
        window.leave_session()
        clear_away()


def test_an_icon_is_drawn_once_for_each_size_in_the_middle_of_its_room(
    tmp_path: Path, qapp: QApplication, drawn: list[QSize]
) -> None:
    icon = Look(Settings(tmp_path / "settings.ini")).icon("lock", "accent")
    wide = icon.pixmap(QSize(40, 20)).toImage()
    assert wide.size() == QSize(40, 20)
    inked = [x for x in range(40) for y in range(20) if wide.pixelColor(x, y).alpha()]
    assert inked and min(inked) >= 10 and max(inked) < 30
    icon.pixmap(QSize(40, 20))
    assert drawn == [QSize(40, 20)]


def test_an_icon_is_as_sharp_as_the_screen(tmp_path: Path, qapp: QApplication, drawn: list[QSize]) -> None:
    icon = Look(Settings(tmp_path / "settings.ini")).icon("route")
    assert icon.pixmap(QSize(16, 16), 2.0).devicePixelRatio() == 2.0
    screen = QPixmap(64, 64)
    screen.setDevicePixelRatio(2.0)
    painter = QPainter(screen)
    icon.paint(painter, 0, 0, 24, 24)
    QIcon(icon).paint(painter, 0, 0, 24, 24)
    painter.end()
    assert drawn == [QSize(32, 32), QSize(48, 48)]


def test_an_icon_without_any_room_is_nothing(tmp_path: Path, qapp: QApplication) -> None:
    """A button may be so narrow; Qt's complaint about painting there would fail this."""
    icon = Look(Settings(tmp_path / "settings.ini")).icon("route")
    assert icon.pixmap(QSize(0, 16)).isNull() and icon.pixmap(QSize(16, 0)).isNull()
    screen = QPixmap(64, 64)
    painter = QPainter(screen)
    icon.paint(painter, 0, 0, 0, 24)
    painter.end()
