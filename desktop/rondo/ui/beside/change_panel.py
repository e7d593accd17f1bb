"""Everything that changed, beside the maps: the counts, what gets worse, then step by step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from rondo.strategy.change import Change
from rondo.strategy.change_list import ChangeList
from rondo.ui.beside.change_model import ROW, ChangeModel, Row, detail_row
from rondo.ui.beside.change_paint import ChangePaint
from rondo.ui.desk import Desk

MOST_WORSE = 0.3
"""The part of the panel that what gets worse may take; beyond that it scrolls."""


class ChangePanel(QWidget):
    """`chosen` brings the steps that a line is about."""

    chosen = Signal(tuple)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.worse_head = QLabel(), QLabel()
        for label in (self.head, self.worse_head):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.head.setProperty("kind", "section")
        self.worse = ChangeView(desk)
        self.list = ChangeView(desk)
        self.bring = QToolButton()
        self.bring.setDefaultAction(desk.actions["journey.bring-from-today"])
        self.bring.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule, lower = QFrame(), QFrame()
        for line in (rule, lower):
            line.setProperty("kind", "rule")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.bring)
        self._foot.addStretch(1)
        for widget in (self.head, self.worse_head, self.worse, rule):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(lower)
        column.addLayout(self._foot)
        for view, other in ((self.worse, self.list), (self.list, self.worse)):
            view.picked.connect(lambda row, other=other: self._on_picked(row, other))
            view.opened.connect(self.opened)

    @property
    def change(self) -> Change | None:
        """The change that the chosen line tells; None for none."""
        for view in (self.list, self.worse):
            row = view.row
            if row is not None:
                return row.change
        return None

    def show_list(self, found: ChangeList | None) -> None:
        """Counts, what gets worse and all lines are those of the list."""
        words = self._desk.words
        self.list.show_list(found)
        worse = [detail_row(d, d.alone, _about(d.change)) for d in found.worse] if found else []
        self.worse.show_rows(worse)
        self.head.setText(self._counts(found))
        none = words("changes.none_worse") if found else ""
        title = words("beside.worse", n=words.number(len(worse))) if worse else none
        self.worse_head.setText(title)
        self.worse_head.setVisible(bool(title))
        self.worse_head.setProperty("kind", "bad" if worse else "caption")
        self.worse_head.style().polish(self.worse_head)
        self.worse.setVisible(bool(worse))
        self._measure()

    def relook(self) -> None:
        """Names, sizes and colours are those of now."""
        words, px = self._desk.words, self._desk.look.px
        self.list.setAccessibleName(words("beside.list"))
        self.worse.setAccessibleName(words("changes.worse"))
        for label, top in ((self.head, 10), (self.worse_head, 8)):
            label.setContentsMargins(px(12), px(top), px(12), px(4))
        self._foot.setContentsMargins(px(8), px(4), px(8), px(4))
        for view in (self.list, self.worse):
            view.scheduleDelayedItemsLayout()
        self._measure()

    def follow(self, step: str | None) -> None:
        """The line that tells of that step is chosen; none where nothing does."""
        row = self.list.row or self.worse.row
        if row is None or (step not in row.steps and not (step is None and not row.steps)):
            self.worse.clear()
            self.list.go_to(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _counts(self, found: ChangeList | None) -> str:
        if found is None:
            return ""
        words = self._desk.words
        if all(entry.section == "unchanged" for entry in found.entries):
            return words.count("changes.still", len(found.of("unchanged")))
        return " · ".join(found.counts)

    def _measure(self) -> None:
        """What gets worse takes the room that it needs, as far as there is room."""
        if self.worse.isVisibleTo(self):
            self.worse.doItemsLayout()
            wanted = self.worse.contentsSize().height() + 2
            self.worse.setFixedHeight(
                min(wanted, max(round(self.height() * MOST_WORSE), self._desk.look.px(22)))
            )

    def _on_picked(self, row: Row, other: ChangeView) -> None:
        other.clear()
        self.chosen.emit(row.steps)


class ChangeView(QListView):
    """Rows of changes, wrapped."""

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._model = ChangeModel(desk.words)
        self.setModel(self._model)
        self.setItemDelegate(ChangePaint(desk.look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self._quiet = False

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        index = self.currentIndex()
        found = index.data(ROW) if index.isValid() and self.selectionModel().isSelected(index) else None
        return found if isinstance(found, Row) else None

    def show_list(self, found: ChangeList | None) -> None:
        """The rows are those of the list; the chosen one stays chosen where it is there still."""
        before, scrolled = self.row, self.verticalScrollBar().value()
        self._quiet = True
        self._model.show(found)
        rows = self._model.rows
        if before in rows:
            self.setCurrentIndex(self._model.index(rows.index(before)))
        self._quiet = False
        self.verticalScrollBar().setValue(scrolled)

    def show_rows(self, rows: list[Row]) -> None:
        """Exactly these rows are shown; the chosen one stays chosen where it is there still."""
        before = self.row
        self._quiet = True
        self._model.show_rows(rows)
        if before in rows:
            self.setCurrentIndex(self._model.index(rows.index(before)))
        self._quiet = False

    def clear(self) -> None:
        """No row is chosen."""
        self._quiet = True
        self.selectionModel().clear()
        self._quiet = False

    def go_to(self, step: str | None) -> None:
        """The first row about that step is chosen and in sight."""
        at = self._model.row_of(step) if step else -1
        self.clear()
        if at >= 0:
            self._quiet = True
            self.setCurrentIndex(self._model.index(at))
            self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.row)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _open(self, row: Row | None) -> None:
        if row is not None and row.kind == "heading":
            self._fold(row)
        elif row is not None and row.steps:
            self.opened.emit(row.steps[-1])

    def _fold(self, row: Row) -> None:
        self._quiet = True
        self._model.fold(row.section)
        at = next(n for n, one in enumerate(self._model.rows) if one.section == row.section)
        self.setCurrentIndex(self._model.index(at))
        self._quiet = False

    def _on_current_changed(self, index: QModelIndex, _: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() and self.selectionModel().isSelected(index) else None
        if isinstance(row, Row) and not self._quiet:  # Qt makes a row current when the list is entered
            self.picked.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.picked.emit(row)
            if row.kind == "heading":
                self._fold(row)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.kind != "heading":
            self._open(row)


def _about(change: Change) -> tuple[str, ...]:
    return tuple(step.id for step in (*change.before, *change.after))
