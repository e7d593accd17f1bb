"""What a mouse does in a window, by chance: presses, drags, wheels, menus, lines of lists, cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from helpers.canvas_grips import canvas_grip
from helpers.drags import drag_away, drag_over, drop
from helpers.hand import CARDS, CTRL, EDITORS, LEFT, NONE, SHIFT, Hand, Key, size_of
from rondo.ui import mime
from rondo.ui.canvas.view import JourneyView
from rondofile.records import Journey


class Mouse(Hand):
    """Gestures of a mouse."""

    def press(self) -> None:
        widget, at = self._spot()
        QTest.mouseMove(widget, at)
        QTest.mouseClick(widget, LEFT, self._held(), at)

    def double_click(self) -> None:
        widget, at = self._spot()
        QTest.mouseClick(widget, LEFT, NONE, at)
        if self._lives(widget):
            QTest.mouseDClick(widget, LEFT, NONE, at)
            QTest.mouseRelease(widget, LEFT, NONE, at)

    def drag(self) -> None:
        widget, at = self._spot()
        end = self._inside(widget)
        held = self._held()
        QTest.mousePress(widget, LEFT, held, at)
        for part in (0.2, 0.6, 1.0):
            if self._lives(widget):
                QTest.mouseMove(widget, at + (end - at) * part)
                QApplication.processEvents()
        if self.draw.random() < 0.2:
            QTest.keyClick(self._focused(), Key.Key_Escape)
        if self._lives(widget):
            QTest.mouseRelease(widget, LEFT, held, end)

    def take_hold(self) -> None:
        """A lane, the end of a link or a note of the map is dragged."""
        view = self.window.view
        at = canvas_grip(view, self.draw) if isinstance(view, JourneyView) else None
        if at is None or not isinstance(view, JourneyView):
            return
        viewport, end = (
            view.surface.viewport(),
            at + QPoint(self.draw.randint(-90, 90), self.draw.randint(-90, 90)),
        )
        if not viewport.rect().contains(at):
            return
        QTest.mousePress(viewport, LEFT, NONE, at)
        for part in (0.2, 0.6, 1.0):
            QTest.mouseMove(viewport, at + (end - at) * part)
            QApplication.processEvents()
        if self.draw.random() < 0.2:
            QTest.keyClick(self._focused(), Key.Key_Escape)
        QTest.mouseRelease(viewport, LEFT, NONE, end)

    def wheel(self) -> None:
        widget, at = self._spot()
        turn = QPoint(0, self.draw.choice((-240, -120, 120, 240)))
        held, phase = self.draw.choice((NONE, CTRL, SHIFT)), Qt.ScrollPhase.NoScrollPhase
        there = QPointF(widget.mapToGlobal(at))
        buttons = Qt.MouseButton.NoButton
        event = QWheelEvent(QPointF(at), there, QPoint(), turn, buttons, held, phase, False)
        QApplication.sendEvent(widget, event)

    def menu(self) -> None:
        widget, at = self._spot()
        reason = QContextMenuEvent.Reason.Mouse
        QTest.mouseClick(widget, LEFT, NONE, at)
        if self._lives(widget):
            QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))

    def button(self) -> None:
        found = [
            one
            for one in self._shown(QAbstractButton)
            if one.isEnabled() and getattr(one, "defaultAction", lambda: None)() is None
        ]
        if found:
            QTest.mouseClick(self.draw.choice(found), LEFT)

    def row(self) -> None:
        """A line of any list or table is chosen, opened or named."""
        views = [
            view
            for view in self._shown(QAbstractItemView)
            if view.model() and view.model().rowCount() and not isinstance(view, QHeaderView)
        ]
        if not views:
            return
        view = self.draw.choice(views)
        model = view.model()
        columns = model.columnCount() if isinstance(view, QTableView) else 1
        index = model.index(self.draw.randrange(model.rowCount()), self.draw.randrange(max(columns, 1)))
        if model.rowCount(index) and self.draw.random() < 0.5:
            index = model.index(self.draw.randrange(model.rowCount(index)), 0, index)
        self.about = f"{view} {view.accessibleName()!r}"
        view.setFocus()
        view.setCurrentIndex(index)
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), LEFT, self._held(), at)
        if self._lives(view) and self.draw.random() < 0.6:
            after = (Key.Key_F2, Key.Key_Return, Key.Key_Delete, Key.Key_Space, Key.Key_Menu)
            QTest.keyClick(view, self.draw.choice(after))

    def cards(self) -> None:
        data = mime.encode(self._cards())
        kind = QAbstractScrollArea if self.draw.random() < 0.8 else QWidget
        targets = [one for one in self._shown(kind) if one.acceptDrops() and not isinstance(one, EDITORS)]
        if not targets:
            return
        target = max(targets, key=size_of) if self.draw.random() < 0.6 else self.draw.choice(targets)
        if isinstance(target, QAbstractScrollArea):
            target = target.viewport()
        at, held = self._inside(target), self.draw.choice((NONE, NONE, CTRL))
        if self.draw.random() < 0.15:
            drag_over(target, data, at, held)
            drag_away(target)
        else:
            drop(target, data, at, held)

    def _cards(self) -> mime.Cards:
        desk = self.window.desk
        kind, noun = self.draw.choice(tuple(CARDS.items()))
        ids = [record.id for record in desk.session.project.all(noun)]
        journeys = desk.session.project.all(Journey)
        journey = self.draw.choice(journeys).id if journeys else "gone"
        if kind == "step" and journeys and self.draw.random() < 0.8:
            journey = desk.selection.journey or journey
            ids = [step.id for step in desk.session.project.steps_of(journey)]
        chosen = self.draw.sample(ids, min(len(ids), self.draw.choice((1, 1, 2, 5)))) or ["gone"]
        if self.draw.random() < 0.05:
            chosen.append("gone")
        return mime.Cards(self.window.doc_id, kind, tuple(chosen), journey, "some\nwords")
