"""What a sweep shows: a cell in one line, its question, what speaks for it, and a line to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.strategy.moves.telling import Reason
from rondo.ui.cells.ideas import Spot
from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.fields.line_box import LineBox

WIDEST = 860
"""Pixels at 100 % that a line of text is wide at most."""
MOST_REASONS = 2
LARGE, QUESTION, SMALL = 30, 20, 13
_LARGE = ((LARGE, 1.3), (QUESTION, 1.5))
"""From so large on, so many times its usual size at most, whatever text size was chosen."""
_TALL = (640, 1100)
"""Window heights at which letters have their usual size, and 1.5 times that."""


class SweepPage(QScrollArea):
    """One cell in the middle of the room there is. `box` takes the idea."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.where, self.line, self.question = said("", "bare"), said("", "bare"), said("", "bare")
        self.reasons, self.told = said("", "bare"), said("", "bare")
        self.box = LineBox()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._gap = QSpacerItem(0, 0)
        self._rule = QFrame()
        self._rule.setProperty("kind", "rule")
        self._rule.setProperty("strong", "true")
        column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inner = self._inner = QVBoxLayout(column)
        for label in (self.where, self.line, self.question):
            inner.addWidget(label)
        inner.addItem(self._gap)
        inner.addWidget(self.box)
        inner.addWidget(self._rule)
        inner.addWidget(self.told)
        inner.addWidget(self.reasons)
        self._holder = holder = QWidget()
        self._outer = QVBoxLayout(holder)
        self._outer.addStretch(2)
        self._outer.addWidget(column)
        self._outer.addStretch(3)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.relook()

    def show_cell(self, spot: Spot, reasons: Sequence[Reason], idea: str, told: str) -> None:
        """That cell is thought of; `told`: what became of its line so far."""
        framework, words = self._desk.framework, self._desk.words
        row, column = spot
        cell = framework.cell(row, column)
        cross = words("inspector.cell.cross", row=framework.name(row), column=framework.name(column))
        self.where.setText(words("sweep.where", cell=cross, short=framework.short(column)))
        self.line.setText(sentence_case(cell.line))
        self.question.setText(cell.question)
        self.reasons.setText("\n".join(_whole(one) for one in reasons[:MOST_REASONS]))
        self.reasons.setVisible(bool(reasons))
        self.tell(told)
        self.box.setVisible(True)
        self._rule.setVisible(True)
        self.box.put(idea)
        self.box.setAccessibleName(words("sweep.spoken", cell=cross, line=cell.line, question=cell.question))
        self._room()

    def show_end(self, heading: str, line: str, made: Sequence[str]) -> None:
        """All cells were thought of: what came of it."""
        self.where.setText("")
        self.line.setText(heading)
        self.question.setText(line)
        self.reasons.setText("\n".join(made))
        self.reasons.setVisible(bool(made))
        self.tell("")
        self.box.setVisible(False)
        self._rule.setVisible(False)
        self._room()

    def tell(self, told: str) -> None:
        """What became of the line stands below it."""
        self.told.setText(told or " ")

    def relook(self) -> None:
        """Colours and letters are those of the look, and larger in a larger window."""
        look = self._desk.look
        for label, role, size, weight in (
            (self.where, "ink-secondary", SMALL + 2, QFont.Weight.Normal),
            (self.line, "ink", LARGE, QFont.Weight.DemiBold),
            (self.question, "ink-secondary", QUESTION, QFont.Weight.Normal),
            (self.told, "ok", SMALL, QFont.Weight.Normal),
            (self.reasons, "ink-secondary", SMALL, QFont.Weight.Normal),
        ):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), look[role])
            label.setPalette(palette)
            label.setFont(self._font(size, weight))
            label.setMinimumHeight(label.fontMetrics().height())  # a font that lends its letters is lower
        self.box.setFont(self._font(QUESTION, QFont.Weight.Normal))
        self.box.setFixedHeight(self.box.fontMetrics().height() + self._px(6))
        self._inner.setSpacing(self._px(10))
        self._gap.changeSize(0, self._px(22))
        self._inner.setContentsMargins(self._px(24), self._px(8), self._px(24), self._px(8))
        self._room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relook()

    def _room(self) -> None:
        """The cell stands in the middle; where it does not fit it scrolls, the line to write in sight."""
        wide, high = self.viewport().width(), self.viewport().height()
        side = max((wide - self._px(WIDEST)) // 2, 0)
        self._outer.setContentsMargins(side, 0, side, 0)
        self._holder.resize(wide, max(high, self._outer.totalHeightForWidth(wide)))
        self.ensureWidgetVisible(self.box, 0, self._px(8))

    def _px(self, size: float) -> int:
        """Letters that are large already grow less with the text size than small ones."""
        low, high = _TALL
        grown = 1 + 0.5 * min(max((self.height() - low) / (high - low), 0), 1)
        asked = self._desk.look.scale
        most = next((limit for least, limit in _LARGE if size >= least), asked)
        return round(size * max(grown, min(asked, most)))

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = self._desk.look.font(size, weight)
        font.setPixelSize(self._px(size))
        return font


def _whole(reason: Reason) -> str:
    """A reason in a line: its sign, what it is, and how it speaks for the cell."""
    return "  ".join(part for part in (reason.sign, reason.text, reason.note) if part)
