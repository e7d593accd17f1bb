"""A field for a list of named things: chips with what is there, and a line to add another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rondo.ui.fields.field import Field, Setting
from rondo.ui.fields.flow import Flow
from rondo.ui.fields.ground import HEIGHT, PADDING, Ground, paint_ground
from rondo.ui.fields.keys import is_erasing, is_override
from rondo.ui.fields.line_box import LineBox
from rondo.ui.look import Look


@dataclass(frozen=True, slots=True)
class Chip:
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
        self._closed = closed
        self._names = QStringListModel(self)
        self._list = QWidget()
        self._flow = Flow(self._list)
        self.box = LineBox()
        self.box.setPlaceholderText(add)
        self._ground = Ground(self.look)
        self._ground.setVisible(bool(add))
        self.hold(self._body(), self.box)
        self.box.setAccessibleName(f"{label} {add}".strip())
        self.box.done.connect(self._on_box_done)
        self.box.left.connect(self._ground.update)
        self.box.came.connect(self._ground.update)
        self._complete()
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
        if list(names) != self._names.stringList():
            self._names.setStringList(list(names))

    def begin(self, value: Any) -> None:
        self.box.put("")
        self.set_value(value)

    def relook(self) -> None:
        super().relook()
        px = self.look.px
        self._flow.setSpacing(px(4))
        for button in self._made:
            button.setFont(self.look.font(12))
        self.box.setFont(self.look.font())
        row = self._ground.layout()
        if row is not None:
            row.setContentsMargins(px(PADDING), px(5), px(PADDING), px(5))
        self._ground.setMinimumHeight(px(HEIGHT))

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        QVBoxLayout(self._ground).addWidget(self.box)
        column.addWidget(self._list)
        column.addWidget(self._ground)
        return body

    def _chip(self, chip: Chip) -> _ChipButton:
        button = _ChipButton(self.look, chip, self.words("fields.remove", name=chip.text))
        button.setFont(self.look.font(12))
        button.clicked.connect(lambda: self.followed.emit(chip.key))
        button.removed.connect(lambda: self.removed.emit(chip.key))
        self._flow.addWidget(button)
        return button

    def _complete(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _: self._on_box_done())
        self.box.setCompleter(completer)

    def _on_box_done(self) -> None:
        text = " ".join(self.box.text().split())
        known = {name.casefold(): name for name in self._names.stringList()}
        name = known.get(text.casefold(), "" if self._closed else text)
        if name:
            self.box.clear()
            self.added.emit(name)


class _ChipButton(QPushButton):
    """A chip: press it to go there; its cross, or Delete, takes it away."""

    removed = Signal()

    def __init__(self, look: Look, chip: Chip, remove: str) -> None:
        super().__init__()
        self._look, self._chip = look, chip
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
