"""A line that leads to something: press it and it is chosen. Long names wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.ground import paint_ground

_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
_SIDE = 4


class Jump(QPushButton):
    """`sign` stands before the text, in `role`; `note` behind it, quietly. One that is off only says."""

    def __init__(
        self,
        look: Look,
        text: str,
        note: str = "",
        sign: str = "",
        role: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._note, self._sign, self._role = look, text, note, sign, role
        self._tall: dict[int, tuple[int, int]] = {}
        self._tell()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("kind", "bare")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(look.font())

    def say(self, text: str) -> None:
        """The line leads to something of that name."""
        self.tell(text, self._note, self._sign, self._role)

    def tell(self, text: str, note: str = "", sign: str = "", role: str = "accent") -> None:
        """The line leads to something else."""
        if (text, note, sign, role) != (self._words, self._note, self._sign, self._role):
            self._words, self._note, self._sign, self._role = text, note, sign, role
            self._tell()
            self._tall.clear()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(sum(self._heights(width)) + self._look.px(6), self._look.px(26))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._tall.clear()

    def paintEvent(self, event: object) -> None:
        look = self._look
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            paint_ground(self, look, self.hasFocus(), "accent-ground", "accent-ground")
        painter = QPainter(self)
        painter.setFont(self.font())
        text, note = self._heights(self.width())
        top = (self.height() - text - note) // 2
        room = self._room(self.width()).translated(0, top)
        first = QFontMetrics(self.font()).lineSpacing()
        if self._sign:
            painter.setPen(look[self._role])
            edge = QRect(look.px(_SIDE), top, self.width() - 2 * look.px(_SIDE), first)
            painter.drawText(edge, int(_FLAGS), self._sign)
        painter.setPen(look["accent" if self.isEnabled() else "ink"])
        painter.drawText(room.adjusted(0, 0, 0, text), int(_FLAGS), self._words)
        if self._note:
            painter.setFont(look.font(11))
            painter.setPen(look["ink-tertiary"])
            painter.drawText(room.translated(0, text).adjusted(0, 0, 0, note), int(_FLAGS), self._note)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._sign} {self._words}".strip())
        self.setAccessibleDescription(self._note)

    def _room(self, width: int) -> QRect:
        """Where the text begins and how wide it may be, without a height."""
        side = self._look.px(_SIDE)
        indent = side + (self._look.px(18) if self._sign else 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(side if mirrored else indent, 0, max(width - indent - side, 1), 0)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the text and the note at that width, measured once: layouts ask for it dozens of times."""
        if width not in self._tall:
            room = self._room(width).width()
            note = _tall(self._look.font(11), room, self._note) if self._note else 0
            self._tall[width] = _tall(self.font(), room, self._words), note
        return self._tall[width]


def _tall(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), int(_FLAGS), text).height()
