"""A list that opens and gives way: where its answer is too long for its place, its tool tip has the whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from rondo.ui.escaped import escape

SLACK = 3
"""Pixels beside the text that belong to the border of the style."""
LEAST = 6
"""Letters that there is always room for."""


class ElidedList(QComboBox):
    """Shows beginning and end of what is chosen: the end tells alike names apart."""

    def minimumSizeHint(self) -> QSize:
        """A beginning and an end. Qt's own is kept from the longest list there ever was, which `sizeHint` is
        then never below."""
        whole, letters = self.sizeHint(), self.fontMetrics().averageCharWidth() * LEAST
        return QSize(min(whole.width(), letters + 2 * whole.height()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tell()

    def tell(self) -> None:
        """The tool tip has what is cut; nothing where all is seen."""
        option, whole = self._option(), self.currentText()
        self.setToolTip(escape(whole) if option.currentText != whole else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideMiddle, field.width() + SLACK
        )
        option.currentText = text
        return option
