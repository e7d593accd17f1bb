"""A list that opens, drawn as quietly as the other boxes; a long answer wraps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from rondo.ui.dress.look import Look
from rondo.ui.fields.ground import HEIGHT, PADDING, paint_ground
from rondo.ui.fields.keys import is_erasing, is_override

_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap


class ChoiceBox(QComboBox):
    """`picked` brings what the person chose; the wheel scrolls the panel, never the answer."""

    picked = Signal(object)
    erased = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._values: list[Any] = []
        self._tall: dict[tuple[int, str], int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("kind", "bare")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.activated.connect(lambda index: self.picked.emit(self._values[index]))

    @property
    def answer(self) -> Any:
        """What the answer that is shown stands for."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_options(self, options: Sequence[tuple[Any, str, str]]) -> None:
        """These answers (value, text, meaning) can be chosen."""
        self._values = [value for value, _, _ in options]
        self.blockSignals(True)
        self.clear()
        for index, (_, text, meaning) in enumerate(options):
            self.addItem(text)
            self.setItemData(index, meaning, Qt.ItemDataRole.AccessibleDescriptionRole)
        self.blockSignals(False)

    def show_value(self, value: Any) -> None:
        """That answer holds; none where it is not among them."""
        self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def relook(self) -> None:
        """Font and size are those of the look."""
        self._tall.clear()
        self.setFont(self._look.font())
        self.view().setFont(self._look.font())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.heightForWidth(max(self.width(), self._look.px(120))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self.currentText()
        if (width, text) not in self._tall:  # layouts ask for it dozens of times
            room = QRect(0, 0, max(width - self._look.px(2 * PADDING + 16), 1), 10_000)
            high = self.fontMetrics().boundingRect(room, int(_FLAGS), text).height()
            self._tall[width, text] = int(max(high + self._look.px(10), self._look.px(HEIGHT)))
        return self._tall[width, text]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._tall.clear()

    def showPopup(self) -> None:
        wide = self.view().sizeHintForColumn(0) + self._look.px(24)
        self.view().setMinimumWidth(max(min(wide, self._look.px(420)), self.width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if is_override(event) and isinstance(event, QKeyEvent) and is_erasing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_erasing(event):
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: object) -> None:
        look = self._look
        edge = "ink-tertiary" if self.underMouse() else "line"
        paint_ground(self, look, self.hasFocus(), edge=edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(look["ink"])
        pad, arrow = look.px(PADDING), look.px(16)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(pad + (arrow if mirrored else 0), 0, -pad - (0 if mirrored else arrow), 0)
        text = self.currentText()
        if not text:
            painter.setPen(look["ink-tertiary"])
        painter.drawText(room, int(_FLAGS), text or self.placeholderText())
        self._paint_arrow(painter, pad + arrow / 4 if mirrored else self.width() - pad - arrow / 4)
        painter.end()

    def _paint_arrow(self, painter: QPainter, x: float) -> None:
        half, y = self._look.px(3.5), self.height() / 2 - self._look.px(1.5)
        path = QPainterPath(QPointF(x - half, y))
        path.lineTo(x, y + half)
        path.lineTo(x + half, y)
        painter.setPen(QPen(self._look["ink-tertiary"], self._look.px(1.4) or 1))
        painter.drawPath(path)
