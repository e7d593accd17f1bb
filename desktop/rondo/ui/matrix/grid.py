"""The grid of the matrix: one painted surface that scrolls under its heads and beside its row names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from rondo.ui.desk import Desk
from rondo.ui.matrix.cursor import Cursor
from rondo.ui.matrix.layers import Layers, Shown
from rondo.ui.matrix.laying.planner import Planner
from rondo.ui.matrix.measures import Measures
from rondo.ui.matrix.offer_deeds import OfferDeeds
from rondo.ui.matrix.painting.cards import CardMaker
from rondo.ui.matrix.painting.letters import Letters
from rondo.ui.matrix.painting.painter import Hints, MatrixPainter
from rondo.ui.matrix.painting.scene import Scene
from rondo.ui.matrix.painting.times import strengths
from rondo.ui.matrix.plan import Plan
from rondo.ui.matrix.scrolling import bring, set_range
from rondo.ui.matrix.sight import Sight
from rondo.ui.pieces.sentence_line import SentenceLine
from rondo.ui.selection import Cell

NOTHING = Shown((), 0, {})


class MatrixGrid(QAbstractScrollArea):
    """Shows the offers it is given; what is done with them goes to `deeds`."""

    planned = Signal()
    """Cells or offers stand elsewhere, or are others."""
    placed = Signal(object)
    """Ids of offers that were just placed."""
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from rondo.ui.matrix.drops import Drops
        from rondo.ui.matrix.keys import Keys
        from rondo.ui.matrix.pointer import Pointer

        self.desk = desk
        self.layers = layers
        self.scene = Scene()
        self.caret = Cursor(desk.selection)
        self.deeds = OfferDeeds(
            desk, self.caret, lambda: self.plan, lambda: self.layers, lambda ids: self.placed.emit(ids)
        )
        self.opened: frozenset[Cell] = frozenset()
        self.whole = False
        self._shown, self._painted = NOTHING, layers
        self.relook()
        self._sentence = SentenceLine(self, desk)
        self._keys, self._pointer, self._drops = Keys(self), Pointer(self), Drops(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setAccessibleName(desk.words("matrix_figure.title"))
        desk.selection.changed.connect(self._on_selection_changed)

    def relook(self) -> None:
        """Theme, language or text size changed: everything is measured anew."""
        self.measures = Measures.of(self.desk.look, self.layers.heat is not None)
        letters = Letters(self.desk.engine, self.desk.look)
        self.painter = MatrixPainter(letters, self.desk.framework, self.desk.words, self.measures)
        self._maker = CardMaker(letters, self.desk.framework, self.desk.words, self.measures)
        self._lay_out()

    def show_offers(self, shown: Shown, hints: Hints) -> None:
        """These offers stand in the cells; only what differs is measured again."""
        if (self.layers.heat is None) != (self._painted.heat is None):
            self.relook()
        before, old = self.plan, self._shown
        self._shown = shown
        self.scene.hidden_in, self.scene.warmth = shown.hidden_in, shown.warmth
        self.scene.heat, self.whole = self.layers.heat, self.layers.whole
        self.scene.strengths = strengths(self.layers.under, False)
        self.painter.say(hints)
        self._lay_out()
        if (
            before.cells != self.plan.cells
            or old.hidden_in != shown.hidden_in
            or before.pairs != self.plan.pairs
            or shown.warmth != old.warmth
            or self._painted != self.layers
        ):
            self.repaint_all()
        else:
            self.repaint_cells(_differing(before, self.plan))
        self._painted = self.layers

    def box(self, place: Cell | str) -> QRect:
        """Where a cell or an offer lies in the viewport now."""
        box = self.plan.boxes[place] if isinstance(place, str) else self.plan.cells[place]
        return box.translated(self._sight.shift)

    def cell_at(self, at: QPoint) -> Cell | None:
        """The cell under a point of the viewport."""
        sight = self._sight
        return self.plan.cell_at(at - sight.shift) if sight.body.contains(at) else None

    def offer_at(self, at: QPoint) -> str | None:
        """The id of the offer under a point of the viewport."""
        sight = self._sight
        return self.plan.card_at(at - sight.shift) if sight.body.contains(at) else None

    def chip_at(self, at: QPoint) -> Cell | None:
        """The cell that a press at a point of the viewport opens or closes."""
        sight = self._sight
        return self.plan.chip_at(at - sight.shift) if sight.body.contains(at) else None

    def bring_into_view(self, place: Cell | str) -> None:
        """The cell or offer can be seen, as far as it fits."""
        if place not in (self.plan.boxes if isinstance(place, str) else self.plan.cells):
            return
        bring(self, self.box(place), self._sight.body, self.measures.gap)

    def open_cell(self, cell: Cell | None) -> None:
        """That cell shows all its offers and no other does; None: every cell folds what is too much."""
        self.opened = frozenset() if cell is None else frozenset((cell,))
        self._lay_out()
        self.repaint_all()

    def flip(self, flipped: bool) -> None:
        """Today is in front of what we will do, or that again. Where nothing may move it stays as it is."""
        if self.desk.look.moves or not flipped:
            self.scene.strengths = strengths(self.layers.under, flipped)
            self.repaint_all()

    def edit_offer(self, key: str) -> None:
        """The sentence of the offer can be typed where it stands."""
        if key in self.plan.boxes and not self.desk.session.read_only:
            self._unfold(key)
            self.bring_into_view(key)
            self._sentence.begin(key, lambda: self.box(key) if key in self.plan.boxes else QRect())

    def show_cut(self) -> None:
        """Offers that are cut are faint, and no others."""
        self.scene.cut = self.deeds.cut_out
        self.repaint_all()

    def repaint_all(self) -> None:
        """Everything is painted anew."""
        self.viewport().update()

    def repaint_cells(self, cells: Iterable[Cell]) -> None:
        """Those cells are painted anew."""
        for cell in cells:
            if cell in self.plan.cells:
                self.viewport().update(self.box(cell).adjusted(-3, -3, 3, 3))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._keys.tabbed(forward) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.desk.selection.cell is None and not self.deeds.chosen:
            self.caret.to_cell(self.caret.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.released(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flip(False)

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
            at = self.box(self.caret.offer or self.caret.cell).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.drop(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._explained(event.pos()), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        return super().viewportEvent(event)

    def hover(self, cell: Cell | None) -> None:
        """The pointer rests over that cell."""
        if cell != self.scene.hover:
            changed = [here for here in (self.scene.hover, cell) if here is not None]
            self.scene.hover = cell
            self.repaint_cells(changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._sentence.follow()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.painter.surface(painter, event.rect(), self.plan, self.scene, self._sight)

    def _explained(self, at: QPoint) -> str:
        from rondo.ui.matrix.explained import explained

        key = self.offer_at(at)
        sight = self._sight
        inside = at - sight.shift
        return explained(self.desk, self.plan, key, inside, self._head > at.y(), at.x() < sight.names_end)

    def _lay_out(self) -> None:
        size, wide = self.viewport().size(), self.width()
        column = max(self.measures.least, (wide - self.measures.left) // 5 - self.measures.gap)
        self._head = self.painter.head_height(column)
        planner = Planner(self._maker, self.painter.floors(), self.opened, self.whole)
        self.plan: Plan = planner.planned(self._shown.entries, wide, size.height() - self._head)
        self._head = self.painter.head_height(self.plan.column)
        set_range(self, self.plan, size, self._head, self.desk.look.px(28))
        self._follow()
        self.planned.emit()

    def _follow(self) -> None:
        """The picture shows what is chosen."""
        self.caret.follow(self.plan)
        self.scene.cell = self.desk.selection.cell
        self.scene.offers = frozenset(self.deeds.chosen)
        self.scene.cut = self.deeds.cut_out

    def _unfold(self, key: str) -> None:
        if self.plan.is_folded(key):
            self.open_cell(self.plan.home[key])

    def _on_selection_changed(self) -> None:
        self._follow()
        if self.caret.offer is not None and not self._pointer.is_down:
            self._unfold(self.caret.offer)
        self.repaint_all()
        chosen = self.caret.offer is not None or self.scene.cell is not None
        if chosen and not self._pointer.is_down:
            self.bring_into_view(self.caret.offer or self.caret.cell)

    @property
    def _sight(self) -> Sight:
        right, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Sight(self.plan, self.viewport().size(), self._head, right, down)


def _differing(before: Plan, after: Plan) -> list[Cell]:
    """The cells whose offers or counts are not the same in both."""
    return [
        cell
        for cell in after.cells
        if [before.cards.get(k) for k in before.order.get(cell, ())]
        != [after.cards[k] for k in after.order[cell]]
    ]
