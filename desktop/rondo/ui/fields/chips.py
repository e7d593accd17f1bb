"""A field for a list of named things: chips with what is there, and a line to add another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.add_line import AddLine
from rondo.ui.fields.field import Field, Setting
from rondo.ui.fields.flow import Flow
from rondo.ui.fields.ground import PADDING, paint_ground
from rondo.ui.fields.keys import is_erasing, is_override


class Chip(Struct, frozen=True):
    """A thing in the list: its key, its name, and a word about it."""

    key: str
    text: str
    note: str = ""


class ListField(Field):
    """Shows `Chip`s. The person adds by name, takes away, or follows one.

    `value` is the tuple of chips that was set; the list changes only when the project does. With
    `closed`, only names among the suggestions can be added."""

    added = Signal(str)
    removed = Signal(str)
    followed = Signal(str)

    def __init__(
        self,
        desk: Setting,
        label: str,
        add: str = "",
        hint: str = "",
        quiet: bool = False,
        closed: bool = False,
    ) -> None:
        super().__init__(desk, label, hint, quiet)
        self._chips: tuple[Chip, ...] | None = None
        self._made: list[_ChipButton] = []
        self._list = QWidget()
        self._flow = Flow(self._list)
        self.line = AddLine(self.look, label, add, closed)
        self.line.added.connect(self.added)
        self.hold(self._body(), self.line.box)
        self.line.setVisible(bool(add))
        self.set_value(())

    def value(self) -> tuple[Chip, ...]:
        return self._chips or ()

    def set_value(self, value: Any) -> None:
        chips = tuple(value)
        if chips == self._chips:
            return
        self._chips = chips
        for button in self._made:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._made = [self._chip(chip) for chip in chips]
        self._list.setVisible(bool(chips))

    def suggest(self, names: Sequence[str]) -> None:
        """These names are offered while one is typed."""
        self.line.suggest(list(names))

    def begin(self, value: Any) -> None:
        self.line.box.put("")
        self.set_value(value)

    def relook(self) -> None:
        super().relook()
        px = self.look.px
        self._flow.setSpacing(px(4))
        for button in self._made:
            button.setFont(self.look.font(12))
        self.line.relook()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._list)
        column.addWidget(self.line)
        return body

    def _chip(self, chip: Chip) -> _ChipButton:
        button = _ChipButton(self.look, chip, self.words("fields.remove", name=chip.text))
        button.setFont(self.look.font(12))
        button.clicked.connect(lambda: self.followed.emit(chip.key))
        button.removed.connect(lambda: self.removed.emit(chip.key))
        self._flow.addWidget(button)
        return button


class _ChipButton(QPushButton):
    """A chip: press it to go there; its cross, or Delete, takes it away."""

    removed = Signal()

    def __init__(self, look: Look, chip: Chip, remove: str) -> None:
        super().__init__()
        self._look, self._chip = look, chip
        self.setText(self._line().replace("&", "&&"))
        self.setAccessibleName(chip.text)
        self.setAccessibleDescription(f"{chip.note} {remove}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("kind", "bare")

    def sizeHint(self) -> QSize:
        pad, cross = self._look.px(PADDING), self._look.px(20)
        return QSize(self.fontMetrics().horizontalAdvance(self._line()) + 2 * pad + cross, self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(26))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._look.px(2 * PADDING + 20), 1), 10_000)
        flags = int(Qt.TextFlag.TextWrapAnywhere)
        text = self.fontMetrics().boundingRect(room, flags, self._line()).height()
        return int(max(text + self._look.px(8), self._look.px(26)))

    def mouseReleaseEvent(self, event: Any) -> None:
        if self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: Any) -> bool:
        if is_override(event) and is_erasing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_erasing(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: object) -> None:
        look = self._look
        edge = "ink-tertiary" if self.underMouse() else "line"
        paint_ground(self, look, self.hasFocus(), "surface", edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cross, pad = self._cross(), look.px(PADDING)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, behind = (cross.width(), pad) if mirrored else (pad, cross.width())
        painter.setPen(look["ink"])
        room = self.rect().adjusted(before, 0, -behind, 0)
        wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | wrap), self._line()
        )
        painter.setPen(QPen(look["ink-tertiary"], max(look.px(1.4), 1)))
        middle, arm = cross.center(), look.px(3.5)
        painter.drawLine(middle - QPoint(arm, arm), middle + QPoint(arm, arm))
        painter.drawLine(middle + QPoint(-arm, arm), middle + QPoint(arm, -arm))
        painter.end()

    def _cross(self) -> QRect:
        wide = self._look.px(24)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(0 if mirrored else self.width() - wide, 0, wide, self.height())

    def _line(self) -> str:
        return f"{self._chip.text} · {self._chip.note}" if self._chip.note else self._chip.text
