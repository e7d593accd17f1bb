"""FigureView: a figure as wide as its view, every titled group clickable, told and accessible."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from helpers import engines
from rondo.figures.shapes import Figure, Group, Rect
from rondo.ui.dress.look import Look
from rondo.ui.pieces.figure_view import OWN_SIZE, FigureView
from rondo.ui.settings import Settings

INK, GROUND = "#aa2200", "#ddeeff"
INNER = Group("inner", (Rect(120, 20, 30, 30, fill=INK),), "step", "Inner <b>one</b>")
OUTER = Group("outer", (Rect(100, 0, 80, 80, fill=GROUND), INNER), "phase", "Outer")
FIGURE = Figure(200, 400, (Rect(0, 0, 200, 400, fill="#ffffff"), OUTER), "A figure", "What it shows")


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Look:
    return Look(Settings(tmp_path / "settings.ini"))


@pytest.fixture
def view(look: Look) -> FigureView:
    view = FigureView(engines.engine(), look)
    view.resize(500, 300)
    view.show()
    view.show_figure(FIGURE)
    QApplication.processEvents()
    return view


def spot(view: FigureView, x: float, y: float) -> QPoint:
    """A point of the figure on the sheet."""
    return QPoint(round(x * view.zoom), round(y * view.zoom))


def test_a_figure_is_as_wide_as_the_view_and_follows_it(view: FigureView) -> None:
    for width in (500, 320, 700):
        view.resize(width, 300)
        QApplication.processEvents()
        assert view.widget().width() == pytest.approx(view.viewport().width(), abs=1)
        assert view.horizontalScrollBar().maximum() == 0
        assert view.verticalScrollBar().maximum() > 0


def test_what_is_painted_stands_where_the_figure_says(view: FigureView) -> None:
    picture = view.widget().grab().toImage()
    assert picture.pixelColor(spot(view, 135, 35)) == QColor(INK)
    assert picture.pixelColor(spot(view, 105, 5)) == QColor(GROUND)


def test_a_click_names_the_innermost_group_and_a_drag_away_names_none(view: FigureView) -> None:
    named: list[str] = []
    view.clicked.connect(named.append)
    for x, y in ((135, 35), (105, 5), (20, 20)):
        QTest.mouseClick(view.widget(), Qt.MouseButton.LeftButton, pos=spot(view, x, y))
    assert named == ["inner", "outer"]
    QTest.mousePress(view.widget(), Qt.MouseButton.LeftButton, pos=spot(view, 135, 35))
    QTest.mouseRelease(view.widget(), Qt.MouseButton.LeftButton, pos=spot(view, 105, 5))
    assert named == ["inner", "outer"]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_tooltip_says_the_title_as_plain_text(view: FigureView) -> None:
    place = spot(view, 135, 35)
    QApplication.sendEvent(
        view.widget(), QHelpEvent(QEvent.Type.ToolTip, place, view.widget().mapToGlobal(place))
    )
    assert QToolTip.text() == "<qt>Inner &lt;b&gt;one&lt;/b&gt;</qt>"
    QToolTip.hideText()


def test_zooming_keeps_what_is_under_the_mouse_and_fit_brings_it_back(view: FigureView) -> None:
    fitted = view.zoom
    at = QPointF(300, 150)
    before = view.widget().mapFrom(view.viewport(), at) / view.zoom
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    after = view.widget().mapFrom(view.viewport(), at) / view.zoom
    assert view.zoom == pytest.approx(fitted * 1.25**2)
    assert (after - before).manhattanLength() < 2
    view.own_size()
    assert view.zoom == OWN_SIZE
    view.fit()
    assert view.zoom == pytest.approx(fitted)


def test_a_whole_figure_takes_the_height_it_needs(look: Look) -> None:
    view = FigureView(engines.engine(), look, whole=True)
    view.resize(400, 100)
    view.show()
    view.show_figure(FIGURE)
    QApplication.processEvents()
    assert view.sizeHint().height() == view.widget().height() >= 790


def test_titled_groups_are_children_for_those_who_cannot_see_it(view: FigureView) -> None:
    sheet = QAccessible.queryAccessibleInterface(view.widget())
    assert sheet is not None
    children = [sheet.child(index) for index in range(sheet.childCount())]
    said = {child.text(QAccessible.Text.Name): child.rect() for child in children}
    assert set(said) == {"Inner <b>one</b>", "Outer"}
    assert said["Outer"].width() == pytest.approx(80 * view.zoom, abs=2)
    assert view.accessibleName() == "A figure"
    assert view.accessibleDescription() == "What it shows"
    view.show_figure(None)
    assert view.accessibleName() == ""
