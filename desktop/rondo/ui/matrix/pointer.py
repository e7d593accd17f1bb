"""The pointer in the matrix: choose cells and offers, take offers along."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.matrix.painting.ghost import ghost
from rondo.ui.mime import encode

CONTROL = Qt.KeyboardModifier.ControlModifier


class Pointer:
    """What presses, moves and clicks in the grid do."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        self._pressed: QPoint | None = None
        self._offer: str | None = None
        self._leaves = False
        self.is_down = False
        """While a button is down nothing moves away under the pointer."""

    def press(self, event: QMouseEvent) -> None:
        """What lies under the pointer is chosen; one of several chosen offers stays so until release."""
        at = event.position().toPoint()
        offer, chip = self._grid.offer_at(at), self._grid.chip_at(at)
        if chip is not None and offer is None and event.button() is Qt.MouseButton.LeftButton:
            self._grid.open_cell(None if chip in self._grid.opened else chip)
            event.accept()
            return
        self._pressed, self._offer, self.is_down = at, offer, True
        self._leaves = False
        if offer is None:
            self._choose_cell(at)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._choose_run(offer)
        elif offer not in self._grid.deeds.chosen:
            also = self._grid.deeds.chosen if event.modifiers() & CONTROL else ()
            self._grid.caret.to_offer(offer, *also)
        else:
            self._leaves = bool(event.modifiers() & CONTROL)
        event.accept()

    def move(self, event: QMouseEvent) -> None:
        """Offers are taken along as soon as the pointer has gone far enough."""
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._grid.hover(self._grid.cell_at(at))
        elif self._offer is not None and self._pressed is not None and _is_far(at - self._pressed):
            self._drag(self._offer, self._pressed)

    def release(self, event: QMouseEvent) -> None:
        """A click on one of several chosen offers chooses it alone; with Ctrl it is chosen no more."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() is Qt.MouseButton.LeftButton
        if self._offer is not None and self._leaves:
            self._leave_out(self._offer)
        elif self._offer is not None and plain and is_left and len(self._grid.deeds.chosen) > 1:
            self._grid.caret.to_offer(self._offer)
        self._pressed, self._offer, self.is_down = None, None, False

    def double_click(self, event: QMouseEvent) -> None:
        """On an offer its sentence can be typed; on an empty place a new offer begins."""
        at = event.position().toPoint()
        offer, cell = self._grid.offer_at(at), self._grid.cell_at(at)
        if offer is not None:
            self._grid.edit_offer(offer)
        elif cell is not None:
            self._grid.deeds.new(cell)

    def _choose_cell(self, at: QPoint) -> None:
        cell = self._grid.cell_at(at)
        if cell is not None:
            self._grid.caret.to_cell(cell)
        else:
            self._grid.desk.selection.clear()

    def _choose_run(self, offer: str) -> None:
        """All offers between the last one and this are chosen, within their cell."""
        caret, plan = self._grid.caret, self._grid.plan
        keys = plan.order[plan.home[offer]]
        if caret.offer in keys:
            first, last = sorted((keys.index(caret.offer), keys.index(offer)))
            caret.to_offer(caret.offer, *(key for key in keys[first : last + 1] if key != caret.offer))
        else:
            caret.to_offer(offer, *(key for key in self._grid.deeds.chosen if key != offer))

    def _leave_out(self, offer: str) -> None:
        caret, rest = self._grid.caret, [key for key in self._grid.deeds.chosen if key != offer]
        if rest:
            caret.to_offer(rest[-1], *rest[:-1])
        else:
            caret.to_cell(self._grid.plan.home[offer])

    def _drag(self, offer: str, pressed: QPoint) -> None:
        """The chosen offers follow the pointer until they are dropped, or Esc leaves them where they are."""
        cards = self._grid.deeds.cards()
        self._offer, self.is_down = None, False
        if cards is None or self._grid.desk.session.read_only:
            return
        drag = QDrag(self._grid)
        drag.setMimeData(encode(cards))
        plan = self._grid.plan
        drag.setPixmap(ghost(plan.cards[offer], len(cards.ids), self._grid))
        drag.setHotSpot(pressed - self._grid.box(offer).topLeft())
        drag.exec(
            Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
            Qt.DropAction.MoveAction,
        )


def _is_far(way: QPoint) -> bool:
    return way.manhattanLength() >= QApplication.startDragDistance()
