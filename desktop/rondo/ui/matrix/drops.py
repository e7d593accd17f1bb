"""What is dragged over the matrix: cells that may take it light up, a refusal says why, a drop places it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from rondo.strategy import rules
from rondo.strategy.rules import Verdict
from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.matrix.offer_deeds import is_placeable
from rondo.ui.mime import Cards, decode, text_of
from rondo.ui.placing import verdict
from rondo.ui.selection import Cell
from rondofile.enums import CardKind

EDGE = 32
"""Pixels from the edge of the view within which it scrolls while something is dragged."""
PACE = 30
"""Milliseconds between two such scrolls."""


class Drops:
    """One drag over the grid at a time. Nothing is written before the drop, and nothing without it."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        self._cards: Cards | None = None
        self._verdicts: dict[Cell, Verdict] = {}
        self._at = QPoint()
        self._reason = QLabel(grid.viewport())
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self._reason.hide()
        self._scroll = QTimer(grid)
        self._scroll.setInterval(PACE)
        self._scroll.timeout.connect(self._on_scroll_timeout)

    def enter(self, event: QDropEvent) -> None:
        """Cells that may take what comes are lit."""
        data, grid = event.mimeData(), self._grid
        if grid.desk.session.read_only or not is_placeable(data, grid.deeds.doc_id):
            event.ignore()
            return
        self._cards = decode(data, grid.deeds.doc_id)
        self._ask()
        event.acceptProposedAction()

    def move(self, event: QDragMoveEvent) -> None:
        """The cell under the pointer takes it, or says why not."""
        self._at = event.position().toPoint()
        cell = self._grid.cell_at(self._at)
        self._over(cell)
        if cell is not None and self._grid.scene.lit.get(cell, False):
            event.setDropAction(self._action(event))
            event.accept()
        else:
            event.ignore()
        if not self._scroll.isActive():
            self._scroll.start()

    def leave(self) -> None:
        """Nothing of the drag is left."""
        self._scroll.stop()
        self._reason.hide()
        self._cards, self._verdicts = None, {}
        self._grid.scene.lit, self._grid.scene.over = {}, None
        self._grid.repaint_all()

    def drop(self, event: QDropEvent) -> None:
        """What was dragged stands in the cell, if the rules say so now too."""
        data, cell = event.mimeData(), self._grid.cell_at(event.position().toPoint())
        cards = decode(data, self._grid.deeds.doc_id)
        action = self._action(event)
        self.leave()
        if cell is None or self._grid.desk.session.read_only:
            event.ignore()
            return
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if cards is not None:
            self._grid.deeds.drop(cards, cell, action is Qt.DropAction.CopyAction)
        else:
            self._grid.deeds.drop_lines(text_of(data), cell)
        event.setDropAction(action)
        event.accept()

    def _action(self, event: QDropEvent) -> Qt.DropAction:
        """Offers move, with Ctrl they are copied; anything else stays where it was."""
        moves = self._cards is not None and self._cards.kind == "placement"
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return Qt.DropAction.MoveAction if moves and not held else Qt.DropAction.CopyAction

    def _ask(self) -> None:
        grid, project = self._grid, self._grid.desk.session.project
        for cell in grid.plan.cells:
            if self._cards is not None:
                self._verdicts[cell] = verdict(project, self._cards, cell)
            else:
                self._verdicts[cell] = rules.can_place(project, CardKind.ACTIVITY, None, *cell)
        grid.scene.lit = {cell: found.allowed for cell, found in self._verdicts.items()}
        grid.repaint_all()

    def _over(self, cell: Cell | None) -> None:
        if cell == self._grid.scene.over:
            return
        before, self._grid.scene.over = self._grid.scene.over, cell
        self._grid.repaint_cells(place for place in (before, cell) if place is not None)
        found = self._verdicts.get(cell, rules.YES) if cell is not None else rules.YES
        self._reason.setVisible(not found.allowed)
        if not found.allowed and cell is not None:
            self._say(self._grid.desk.words(found.reason_key), cell)

    def _say(self, sentence: str, cell: Cell) -> None:
        """The reason stands in the cell that refuses."""
        theme, label = self._grid.desk.look.theme, self._reason
        label.setText(sentence)
        label.setStyleSheet(
            f"color: {theme['bad']}; background: {theme['surface']}; border: 1px solid {theme['bad']};"
            " border-radius: 6px; padding: 6px;"
        )
        box = self._grid.box(cell).adjusted(6, 6, -6, -6)
        label.setGeometry(box.left(), box.top(), box.width(), label.heightForWidth(box.width()))

    def _on_scroll_timeout(self) -> None:
        """Near an edge the view goes on, as long as the pointer stays there."""
        room, step = self._grid.viewport().rect(), EDGE // 2
        down = step * ((self._at.y() > room.bottom() - EDGE) - (self._at.y() < room.top() + EDGE))
        right = step * ((self._at.x() > room.right() - EDGE) - (self._at.x() < room.left() + EDGE))
        for bar, by in ((self._grid.verticalScrollBar(), down), (self._grid.horizontalScrollBar(), right)):
            bar.setValue(bar.value() + by)
        if down or right:
            self._over(self._grid.cell_at(self._at))
