"""What a window shows now, compared with what it would show from nothing."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from helpers.desks import settle
from helpers.resting import come_to_rest
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.ui.brief.view import BriefView
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.title_editor import TitleEditor
from rondo.ui.canvas.view import JourneyView
from rondo.ui.fields.typed import TypedField
from rondo.ui.history.panel import HistoryPanel
from rondo.ui.main_window import MainWindow
from rondo.ui.responses.grid import ResponsesGrid
from rondo.ui.room import Room

PATIENCE = 8_000
"""Milliseconds after which a picture should be finished."""
ALIKE = 3
"""So many pictures in a row are the same then."""


def differences(window: MainWindow, folder: Path) -> list[str]:
    """The rooms in sight that would look different if they were shown from nothing; both pictures are then
    in the folder."""
    _leave(window)
    shown = window.view
    if isinstance(shown, JourneyView) and shown.tour.walking.plays:
        shown.tour.walking.turn_play()
    settle(window.desk.session)
    come_to_rest(window)
    drawn = isinstance(shown, BriefView)  # another process makes its pages
    rooms = {"inspector": window.inspector, **({} if drawn else {"view": shown})}
    found = [
        name
        for name, room in rooms.items()
        if room is not None and room.isVisible() and not _same(room, folder)
    ]
    if isinstance(shown, JourneyView):
        found += _of_map(shown)
    found += _of_history(window)
    if not window.outline.isVisible():
        return found
    before = _lines(window)
    window.outline.refresh()
    after = _lines(window)
    return found if after == before else [*found, f"outline {set(before) ^ set(after)}"]


def _leave(window: MainWindow) -> None:
    """Nothing is being written, and the pointer is elsewhere."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    for field in window.findChildren(TypedField):
        if field.isVisible():
            _answer(field)
    for view in window.findChildren(QAbstractItemView):
        for editor in view.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                QTest.keyClick(editor, Qt.Key.Key_Escape)
    for writing in window.findChildren(TitleEditor):
        writing.leave()
    for grid in window.findChildren(ResponsesGrid):
        grid.close_editor()
    QCursor.setPos(window.mapToGlobal(window.rect().bottomRight() + QPoint(9, 9)))
    for area in window.findChildren(QAbstractScrollArea):
        QApplication.sendEvent(area.viewport(), QEvent(QEvent.Type.Leave))


def _of_history(window: MainWindow) -> list[str]:
    """The panel follows by what was written since; all of history asked for anew is the same."""
    if window.docks.history.isHidden():
        return []
    panel = window.docks.history.room
    assert isinstance(panel, HistoryPanel)
    settle(window.desk.session)
    before = _said(panel)
    panel.refresh()
    for _ in range(2):
        settle(window.desk.session)
    return [] if _said(panel) == before else [f"history {set(before) ^ set(_said(panel))}"]


def _said(panel: HistoryPanel) -> list[object]:
    model, role = panel.model, Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def _lines(window: MainWindow) -> list[object]:
    """Everything that stands in the lists of the outline."""
    found: list[object] = []
    for view in window.outline.findChildren(QAbstractItemView):
        model, pending = view.model(), [QModelIndex()]
        while pending:
            index = pending.pop()
            line = model.data(index), model.data(index, Qt.ItemDataRole.AccessibleTextRole)
            if index.isValid() and any(line):  # a name that is being written has none yet
                found.append(line)
            pending += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return found


def _answer(field: TypedField) -> None:
    """What was typed is kept; what stands for no value is given up."""
    field.commit()
    try:
        field.read(field.box.said())
    except ValueError:
        QTest.keyClick(field.box, Qt.Key.Key_Escape)


def _same(room: Room, folder: Path) -> bool:
    before, after = QImage(), finished(room)
    while before.size() != after.size():  # a notice that goes makes room meanwhile
        before = after
        room.refresh()
        after = finished(room)
    if before != after:
        before.save(str(folder / "before.png"))
        after.save(str(folder / "after.png"))
    return before == after


def _of_map(view: JourneyView) -> list[str]:
    """The plan came in small steps; one that is made at once, knowing where steps stood, is the same."""
    fresh = JourneyScene(view.desk)
    fresh.picture.orders.memory = deepcopy(view.scene.picture.orders.memory)
    fresh.show_journey(view.scene.journey)
    try:
        old, new = view.scene.plan, fresh.plan
        if old is None or new is None:
            return [] if old is new else ["plan"]
        return [
            part
            for part, same in (
                ("boxes", old.boxes == new.boxes),
                ("links", tuple(old.links) == tuple(new.links)),
                ("routes", _routes(old) == _routes(new)),
            )
            if not same
        ]
    finally:
        fresh.deleteLater()


def _routes(plan: MapPlan) -> dict[str, object]:
    return {key: plan.routes.route(key) for key in plan.links}


def finished(widget: QWidget) -> QImage:
    """The picture of the widget once nothing in it changes any more."""
    clock, seen, same = QElapsedTimer(), QImage(), 0
    clock.start()
    while same < ALIKE and clock.elapsed() < PATIENCE:
        come_to_rest(widget)
        now = _picture(widget)  # which may make cards that ask for more
        same = same + 1 if now == seen else 1
        seen = now
    return seen


def _picture(widget: QWidget) -> QImage:
    """Without scroll bars, whose reach may differ by a pixel, and the buttons of lines, which fade."""
    image = widget.grab().toImage()
    painter = QPainter(image)
    lines = widget.findChildren(QLineEdit)
    fading = [button for line in lines for button in line.findChildren(QAbstractButton)]
    for part in (*widget.findChildren(QScrollBar), *fading):
        if part.isVisible() or part in fading:
            painter.fillRect(QRect(part.mapTo(widget, QPoint(0, 0)), part.size()), Qt.GlobalColor.white)
    painter.end()
    return image
