"""The grid of the coverage: one painted surface that scrolls under its heads and beside its names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from rondo.figures.coverage.coverage_draw import Spot
from rondo.strategy.people.coverage import COLUMNS, coverage
from rondo.ui.coverage import cursor
from rondo.ui.coverage.deeds import CoverageDeeds
from rondo.ui.coverage.keys import Keys
from rondo.ui.coverage.painter import Over, paint
from rondo.ui.coverage.plan import NAME, Plan, Planner
from rondo.ui.desk import Desk
from rondo.ui.pieces.sentence_line import SentenceLine

SPREAD = (4, 6)
"""By how much the editor of a sentence is larger than its offer."""


class CoverageGrid(QAbstractScrollArea):
    """Shows the coverage of the session's project. `spot`: where the keys are."""

    went = Signal()
    """The keys are elsewhere."""
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from rondo.ui.coverage.pointer import Pointer

        self.desk = desk
        self.spot: Spot | None = None
        self.over = Over()
        self._planner = Planner(desk)
        self.plan: Plan = self._planner.planned(desk.session.project, (), 0)
        self.deeds = CoverageDeeds(desk, lambda: self.plan, self, self._on_made)
        self._keys, self._pointer = Keys(self), Pointer(self)
        self.sentence = SentenceLine(self, desk, SPREAD)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(desk.words("coverage.title"))

    def relook(self) -> None:
        """Theme or text size changed: everything is measured anew."""
        self._planner = Planner(self.desk)
        self.show_project()

    def show_project(self) -> None:
        """The coverage is shown as it is; the keys stay where they are, else close by."""
        project = self.desk.session.project
        self.plan = self._planner.planned(project, coverage(project), self.viewport().width())
        size, px = self.viewport().size(), self.desk.look.px
        wide = self.plan.width - size.width()
        high = self.plan.height + self.plan.head - size.height()
        for bar, over, page in (
            (self.horizontalScrollBar(), wide, size.width()),
            (self.verticalScrollBar(), high, size.height() - round(self.plan.head)),
        ):
            bar.setRange(0, max(0, round(over + 0.499)))
            bar.setPageStep(page)
            bar.setSingleStep(px(28))
        if self.spot is not None:
            self.spot = cursor.settled(self.plan, self.spot)
        self.sentence.follow()
        self.viewport().update()

    def go(self, spot: Spot, choose: bool = True) -> None:
        """The keys are there, what it is about is chosen and in view."""
        self.spot = spot
        if choose:
            self.deeds.choose(spot)
        self.bring_into_view(spot)
        self.viewport().update()
        self.went.emit()

    def box(self, spot: Spot) -> QRect:
        """Where a spot lies in the viewport; an empty rectangle where it is nowhere."""
        found, shift = self.plan.box(spot), self.shift
        if found is None:
            return QRect()
        if spot[2] == NAME and self.is_frozen:
            shift = QPoint(0, shift.y())
        left, top, right, bottom = found
        return QRectF(left, top, right - left, bottom - top).toAlignedRect().translated(shift)

    def cell_box(self, spot: Spot) -> QRect:
        """Where the cell of a spot lies in the viewport."""
        return self.box((spot[0], spot[1], "")) if spot[2] != NAME else self.box(spot)

    def spot_at(self, at: QPoint) -> Spot | None:
        """What lies under a point of the viewport: a part of a cell, else the cell, else the people."""
        if at.y() < self.plan.head:
            return None
        line = next((one for one in self.plan.lines if one.top <= at.y() - self.shift.y() < one.bottom), None)
        if line is None:
            return None
        key = line.row.key
        if self.box(cursor.name_of(key)).contains(at):
            return cursor.name_of(key)
        for column in COLUMNS:
            if self.box((key, column, "")).contains(at):
                parts = self.plan.parts(key, column)
                return next((one for one in parts if self.box(one).contains(at)), (key, column, ""))
        return None

    @property
    def shift(self) -> QPoint:
        """From the plan to the viewport."""
        right, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPoint(-right, round(self.plan.head) - down)

    @property
    def is_frozen(self) -> bool:
        """Whether the names stay when the cells go to the side."""
        return self.plan.first <= 0.4 * self.viewport().width()

    def menu_place(self, spot: Spot) -> QPoint:
        """Where a menu about the spot opens, on the screen."""
        return self.viewport().mapToGlobal(self.box(spot).bottomLeft() + QPoint(0, 2))

    def rows_in_view(self) -> int:
        """How many rows a page has."""
        if not self.plan.lines:
            return 1
        each = self.plan.height / len(self.plan.lines)
        return max(1, int((self.viewport().height() - self.plan.head) / each))

    def bring_into_view(self, spot: Spot) -> None:
        """The spot can be seen, with its cell as far as it fits."""
        box, part = self.cell_box(spot), self.box(spot)
        if box.isEmpty():
            return
        size, left = self.viewport().size(), round(self.plan.first) if self.is_frozen else 0
        if spot[2] != NAME:
            _follow(self.horizontalScrollBar(), (box.left(), box.right()), (left, size.width()))
        room = (round(self.plan.head), size.height())
        _follow(self.verticalScrollBar(), (box.top(), box.bottom()), room)
        if box.height() > room[1] - room[0]:
            part = self.box(spot)
            _follow(self.verticalScrollBar(), (part.top(), part.bottom()), room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer.escaped():
            return
        if not self._keys.pressed(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = cursor.settled(self.plan, self.spot)
        if first is not None and self.spot is None:
            self.go(first, choose=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.box(self.spot).center() if self.spot is not None else at
        elif (spot := self.spot_at(at)) is not None:
            self.go(spot)
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            from rondo.ui.coverage.explained import explained

            QToolTip.showText(event.globalPos(), explained(self, event.pos()), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointer.leave()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size() != event.oldSize():
            self.show_project()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.sentence.follow()
        self.viewport().update()

    def write(self, key: str) -> None:
        """The sentence of that offer can be typed where it stands among the people it is for."""
        found = self.plan.spot_of(key)
        if found is not None:
            self.go(found)
            self.sentence.begin(key, lambda: self.box(found))

    def _on_made(self, key: str) -> None:
        """A new offer waits for its sentence."""
        if self.isVisible():
            self.write(key)

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(780), self.desk.look.px(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint(painter, self, event.rect())
        painter.end()


def _follow(bar: object, span: tuple[int, int], room: tuple[int, int]) -> None:
    """The bar moves so far that the span lies in the room, its beginning first."""
    low, high = span
    begin, end = room
    after, before = high - end + 2, low - begin
    if before < 0:
        bar.setValue(bar.value() + before)  # type: ignore[attr-defined]
    elif after > 0:
        bar.setValue(bar.value() + min(after, before))  # type: ignore[attr-defined]
