"""Everything that changed, beside the maps: the counts, what gets worse, then step by step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rondo.strategy.changes.change import Change
from rondo.strategy.changes.change_list import ChangeList
from rondo.ui.beside.change_model import ROW, ChangeModel, Row, detail_row
from rondo.ui.beside.change_paint import ChangePaint
from rondo.ui.desk import Desk
from rondo.ui.pieces.elided import Elided

MOST_WORSE = 0.3
"""The part of the panel that what gets worse may take; beyond that it scrolls."""
LOW = 200
"""Pixels at 100 % text below which the list alone has the room, under one line."""
LEAST = 64


class ChangePanel(QWidget):
    """`chosen` brings the steps that a line is about."""

    chosen = Signal(tuple)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.worse_head = Counts(), QLabel()
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
        rule, self._lower = QFrame(), QFrame()
        for line in (rule, self._lower):
            line.setProperty("kind", "rule")
        self._heads = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._heads.addWidget(self.head, 1)
        self._heads.addWidget(self.worse_head)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.bring)
        self._foot.addStretch(1)
        column.addLayout(self._heads)
        for widget in (self.worse, rule):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._lower)
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
        self.head.say(self._counts(found))
        none = words("changes.none_worse") if found else ""
        title = words("beside.worse", n=words.number(len(worse))) if worse else none
        self.worse_head.setText(title)
        self.worse_head.setProperty("kind", "bad" if worse else "caption")
        self.worse_head.style().polish(self.worse_head)
        self._measure()

    def relook(self) -> None:
        """Names, sizes and colours are those of now."""
        words = self._desk.words
        self.list.setAccessibleName(words("beside.list"))
        self.worse.setAccessibleName(words("changes.worse"))
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

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.look.px(160), self._desk.look.px(LEAST))

    def _measure(self) -> None:
        """What gets worse takes the room that it needs, as far as there is room; in little, one line is
        enough above the list, where it stands too."""
        px, worse = self._desk.look.px, self.worse.model().rowCount() > 0
        low = self.height() < px(LOW)
        ways = QBoxLayout.Direction
        self._heads.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        for label, top in ((self.head, 10), (self.worse_head, 8)):
            label.setWordWrap(not low)
            label.setContentsMargins(px(12), px(4 if low else top), px(12), px(4))
        self.worse_head.setVisible(worse or (not low and bool(self.worse_head.text())))
        for part in (self._lower, self.bring):
            part.setVisible(not low)
        gap = 0 if low else px(4)
        self._foot.setContentsMargins(px(8), gap, px(8), gap)
        self.worse.setVisible(worse and not low)
        self.worse.fit(self.width(), max(round(self.height() * MOST_WORSE), px(22)))

    def _on_picked(self, row: Row, other: ChangeView) -> None:
        other.clear()
        self.chosen.emit(row.steps)


class Counts(Elided):
    """Wraps where it may, else gives way."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            QLabel.paintEvent(self, event)
        else:
            super().paintEvent(event)


class ChangeView(QListView):
    """Rows of changes, wrapped."""

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._model = ChangeModel(desk.words)
        self.setModel(self._model)
        self._paint = ChangePaint(desk.look, self)
        self.setItemDelegate(self._paint)
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
        self.doItemsLayout()  # until then it cannot be scrolled as far
        self.verticalScrollBar().setValue(scrolled)

    def show_rows(self, rows: list[Row]) -> None:
        """Exactly these rows are shown; the chosen one stays chosen where it is there still."""
        before = self.row
        self._quiet = True
        self._model.show_rows(rows)
        if before in rows:
            self.setCurrentIndex(self._model.index(rows.index(before)))
        self._quiet = False

    def fit(self, width: int, most: int) -> None:
        """It is as high as its rows in that width, at most `most`; the same whatever it showed before."""
        wanted = sum(self._paint.height(row, width) for row in self._model.rows) + 2
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if wanted > most else bars.ScrollBarAlwaysOff)
        self.setFixedHeight(min(wanted, most))

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
