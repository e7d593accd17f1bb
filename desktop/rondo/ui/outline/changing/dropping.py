"""Dropping: lines that are dragged inside the outline get another place; a line shows where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.outline.changing.ordering import Slot
from rondo.ui.outline.lines.cards_out import lines_of
from rondo.ui.outline.lines.entry import Key
from rondo.ui.outline.lines.model import EntryModel

Places = Callable[[tuple[Key, ...], Slot], "Slot | None"]


class Dropping(QObject):
    """Watches one view. `place` says where the lines may go; `dropped` tells lines and place."""

    dropped = Signal(object, object)
    near = Signal(object)
    """A rectangle of the view beside which the pointer holds the lines."""

    def __init__(self, view: QAbstractItemView, look: Look, doc_id: Callable[[], str], place: Places) -> None:
        super().__init__(view)
        self._view, self._look, self._doc_id, self._place = view, look, doc_id, place
        self._mark = QWidget(view.viewport())
        self._mark.setAutoFillBackground(True)
        self._mark.hide()
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._mark.hide()
        elif isinstance(event, QDropEvent) and kind in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            self._take(event)
            return True
        return False

    def _take(self, event: QDropEvent) -> None:
        keys = lines_of(event.mimeData(), self._doc_id())
        slot = self._slot(event, keys) if keys else None
        entering = isinstance(event, QDragEnterEvent)
        if slot is None and not (entering and keys):
            self._mark.hide()
            event.ignore()
            return
        event.acceptProposedAction()
        if isinstance(event, QDragMoveEvent) and slot is not None:
            self._show(slot)
        elif slot is not None:
            self._mark.hide()
            self.dropped.emit(keys, slot)

    def _slot(self, event: QDropEvent, keys: tuple[Key, ...]) -> Slot | None:
        where = event.position().toPoint()
        index = self._view.indexAt(where)
        entry = self._model().entry(index)
        if entry is None:
            return None
        after = where.y() > self._view.visualRect(index).center().y()
        return self._place(keys, Slot(entry.key, after))

    def _show(self, slot: Slot) -> None:
        index = self._model().index_of(slot.key)
        rect = self._view.visualRect(index)
        y = self._end(index) if slot.after else rect.top()
        palette = self._mark.palette()
        palette.setColor(self._mark.backgroundRole(), self._look["accent"])
        self._mark.setPalette(palette)
        thick = self._look.px(2)
        self._mark.setGeometry(QRect(rect.left(), y - thick // 2, self._view.viewport().width(), thick))
        self._mark.show()
        self.near.emit(rect)

    def _end(self, index: QModelIndex) -> int:
        """Below the line and all that belongs to it."""
        model, last = self._model(), index
        entry = model.entry(index)
        level = entry.level if entry is not None else 0
        below = index.siblingAtRow(index.row() + 1)
        while below.isValid() and (model.entry(below) or entry).level > level:  # type: ignore[union-attr]
            last, below = below, below.siblingAtRow(below.row() + 1)
        while (
            model.rowCount(last)
            and self._view.visualRect(model.index(model.rowCount(last) - 1, 0, last)).isValid()
        ):
            last = model.index(model.rowCount(last) - 1, 0, last)
        return self._view.visualRect(last).bottom()

    def _model(self) -> EntryModel:
        model = self._view.model()
        assert isinstance(model, EntryModel)
        return model
