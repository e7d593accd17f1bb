"""A button of a switch: always wide enough for its label when it is the chosen one and stands heavy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

HEAVY = QFont.Weight.DemiBold
"""The weight that the style sheet gives the chosen one."""


class Segment(QToolButton):
    """`place` is "first", "last" or "": where it stands in its switch."""

    def __init__(self, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segment")
        self.setProperty("place", place)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange):
            self.updateGeometry()  # its layout has asked before there was a style sheet
        return done

    def sizeHint(self) -> QSize:
        icon_only = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return super().sizeHint() if icon_only and not self.icon().isNull() else self.named()

    def named(self) -> QSize:
        """The room that the button needs to say its name, also while it shows an icon."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        heavy = QFont(self.font())
        heavy.setWeight(HEAVY)
        metrics = QFontMetrics(heavy)
        text = QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())
        option.toolButtonStyle = Qt.ToolButtonStyle.ToolButtonTextOnly
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ToolButton, option, text, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
